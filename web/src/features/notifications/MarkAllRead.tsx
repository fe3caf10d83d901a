import { useState } from 'react'
import { graphql } from '../../generated/gql.ts'
import { announce } from '../../lib/announce.ts'
import { useCommand } from '../../lib/command.ts'
import type { Failure } from '../../lib/problems.ts'
import { useNotificationsText } from '../../locales/notifications.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { FailureNotice } from '../../ui/Notice/FailureNotice.tsx'

const MarkAll = graphql(`
  mutation MarkAllRead_markAllRead($input: MarkAllNotificationsReadInput!) {
    markAllNotificationsRead(input: $input) {
      ... on MarkAllNotificationsReadPayload {
        count
      }
      ...Refusal
    }
  }
`)

interface MarkAllReadProps {
  /** When the newest on the screen came; what arrives after it stays unread. */
  until: string | undefined
}

/** Marks everything as read that could have been seen. */
export function MarkAllRead({ until }: MarkAllReadProps) {
  const text = useNotificationsText()
  const markAll = useCommand(MarkAll)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()

  const mark = async () => {
    setBusy(true)
    setFailure(undefined)
    const outcome = await markAll({ input: { until } })
    setBusy(false)
    if (outcome.kind === 'done') announce(text.markedAll(outcome.payload.count ?? 0))
    if (outcome.kind === 'failed') setFailure(outcome.failure)
  }
  return (
    <>
      {failure && <FailureNotice failure={failure} />}
      <Button busy={busy} onClick={() => void mark()}>
        {text.markAllRead}
      </Button>
    </>
  )
}

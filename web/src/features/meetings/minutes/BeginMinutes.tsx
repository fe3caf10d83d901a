import { graphql } from '../../../generated/gql.ts'
import { announce } from '../../../lib/announce.ts'
import { useCommand } from '../../../lib/command.ts'
import { useState } from 'react'
import type { Failure, Problem } from '../../../lib/problems.ts'
import { useRuleText } from '../../../locales/rules.ts'
import { Button } from '../../../ui/Button/Button.tsx'
import { FailureNotice } from '../../../ui/Notice/FailureNotice.tsx'
import { Notice } from '../../../ui/Notice/Notice.tsx'

const Draft = graphql(`
  mutation BeginMinutes_draft($input: DraftMinutesInput!) {
    draftMinutes(input: $input) {
      ... on DraftMinutesPayload {
        meeting {
          id
          minutes {
            id
          }
        }
      }
      ...Refusal
    }
  }
`)

interface BeginMinutesProps {
  meetingId: string
  kind: 'main' | 'plain'
  words: string
  done: string
  onDone: () => void
}

/** Begins the minutes, or fills in what has happened since. */
export function BeginMinutes({ meetingId, kind, words, done, onDone }: BeginMinutesProps) {
  const draft = useCommand(Draft)
  const ruleText = useRuleText()
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Failure | Problem>()
  const begin = async () => {
    setBusy(true)
    const outcome = await draft({ input: { meetingId } })
    setBusy(false)
    if (outcome.kind === 'done') {
      setTrouble(undefined)
      announce(done)
      return onDone()
    }
    setTrouble(outcome.kind === 'failed' ? outcome.failure : outcome.problem)
  }
  return (
    <>
      {trouble &&
        ('kind' in trouble ? (
          <FailureNotice failure={trouble} />
        ) : (
          <Notice kind="bad">
            <p>{ruleText(trouble.code)}</p>
          </Notice>
        ))}
      <Button kind={kind} busy={busy} onClick={() => void begin()}>
        {words}
      </Button>
    </>
  )
}

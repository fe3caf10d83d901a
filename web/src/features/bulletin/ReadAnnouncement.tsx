import { useEffect, useRef, useState } from 'react'
import { graphql } from '../../generated/gql.ts'
import { announce } from '../../lib/announce.ts'
import { useCommand } from '../../lib/command.ts'
import { formatMoment } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import type { Outcome } from '../../lib/problems.ts'
import { useBulletinText } from '../../locales/bulletin.ts'
import { useRuleText } from '../../locales/rules.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { FailureNotice } from '../../ui/Notice/FailureNotice.tsx'
import { Notice } from '../../ui/Notice/Notice.tsx'

const Open = graphql(`
  mutation ReadAnnouncement_open($input: OpenAnnouncementInput!) {
    openAnnouncement(input: $input) {
      ... on OpenAnnouncementPayload {
        announcement {
          id
          ownReadings(first: 1) {
            nodes {
              id
              openedAt
              acknowledgedAt
            }
          }
        }
      }
      ...Refusal
    }
  }
`)

const Acknowledge = graphql(`
  mutation ReadAnnouncement_acknowledge($input: AcknowledgeAnnouncementInput!) {
    acknowledgeAnnouncement(input: $input) {
      ... on AcknowledgeAnnouncementPayload {
        announcement {
          id
          ownReadings(first: 1) {
            nodes {
              id
              openedAt
              acknowledgedAt
            }
          }
        }
      }
      ...Refusal
    }
  }
`)

/** Notes once that an announcement is before the reader's eyes. */
export function useOpened(announcementId: string, isNew: boolean): void {
  const open = useCommand(Open)
  const noted = useRef('')
  useEffect(() => {
    if (!isNew || noted.current === announcementId) return
    noted.current = announcementId
    void open({ input: { announcementId } })
  }, [announcementId, isNew, open])
}

interface AcknowledgeProps {
  announcementId: string
  acknowledgedAt: string | null
}

/** 「読みました」, with one press. */
export function AcknowledgeButton({ announcementId, acknowledgedAt }: AcknowledgeProps) {
  const text = useBulletinText().announcements
  const ruleText = useRuleText()
  const language = useLanguage()
  const acknowledge = useCommand(Acknowledge)
  const [busy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<Outcome<unknown>>()
  if (acknowledgedAt)
    return (
      <Notice kind="done">
        <p>{text.acknowledgedAt(formatMoment(acknowledgedAt, language))}</p>
      </Notice>
    )
  const press = async () => {
    setBusy(true)
    const result = await acknowledge({ input: { announcementId } })
    setBusy(false)
    setOutcome(result)
    if (result.kind === 'done') announce(text.thanks)
  }
  return (
    <div className="grid justify-items-start gap-3">
      <p>{text.acknowledgeLead}</p>
      {outcome?.kind === 'failed' && <FailureNotice failure={outcome.failure} />}
      {outcome?.kind === 'refused' && (
        <Notice kind="bad">
          <p>{ruleText(outcome.problem.code)}</p>
        </Notice>
      )}
      <Button kind="main" size="big" busy={busy} onClick={() => void press()}>
        {text.acknowledge}
      </Button>
    </div>
  )
}

import { useState } from 'react'
import { graphql } from '../../../generated/gql.ts'
import type { BallotChoice } from '../../../generated/graphql.ts'
import { announce } from '../../../lib/announce.ts'
import { useCommand } from '../../../lib/command.ts'
import type { Outcome } from '../../../lib/problems.ts'
import { useMeetingsText } from '../../../locales/meetings.ts'
import { RefusedNotice } from '../../../ui/Notice/RefusedNotice.tsx'
import { Button, Buttons } from '../../../ui/Button/Button.tsx'
import { Field } from '../../../ui/Field/Field.tsx'
import { BigChoices } from '../BigChoices.tsx'

const Cast = graphql(`
  mutation BallotForm_cast($input: CastBallotInput!) {
    castBallot(input: $input) {
      ... on CastBallotPayload {
        agendaItem {
          id
          ...Ballot_item
        }
      }
      ...Refusal
    }
  }
`)

const CHOICES = ['FOR', 'AGAINST', 'ABSTAIN'] as const

interface BallotFormProps {
  itemId: string
  voter: { voterId: string; name: string; byProxy: boolean; head: boolean }
  /** What it voted before. */
  before: BallotChoice | undefined
  /** Until when it can be changed, in words. */
  until: string
  /** A vote can come with words for the minutes. */
  onDone: () => void
}

/** The two taps of a vote: choose, then confirm as whom and what. */
export function BallotForm({ itemId, voter, before, until, onDone }: BallotFormProps) {
  const text = useMeetingsText()
  const cast = useCommand(Cast)
  const [chosen, choose] = useState<BallotChoice | undefined>(before)
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<Outcome<unknown>>()
  const submit = async () => {
    if (!chosen) return
    setBusy(true)
    const result = await cast({
      input: {
        agendaItemId: itemId,
        meetingVoterId: voter.voterId,
        choice: chosen,
        reason: reason.trim() === '' ? null : reason,
        channel: 'PORTAL',
        idempotencyKey: crypto.randomUUID(),
      },
    })
    setBusy(false)
    setOutcome(result)
    if (result.kind !== 'done') return
    announce(text.ballot.accepted(text.choices[chosen]))
    onDone()
  }
  return (
    <>
      <BigChoices
        label={<h2>{text.ballot.choose}</h2>}
        options={CHOICES.map((value) => ({ value, label: text.choices[value], glyph: value }))}
        chosen={chosen}
        chosenWords={text.chosen}
        onChoose={choose}
      />
      {chosen && (
        <div className="yui-confirm">
          <h2>{text.ballot.confirm}</h2>
          <div className="yui-confirm__who">
            <p className="prose-sub">
              {voter.byProxy
                ? text.ballot.voterByProxy
                : voter.head
                  ? text.ballot.voterHead
                  : text.ballot.voter}
            </p>
            <p>{voter.name}</p>
          </div>
          <RefusedNotice outcome={outcome} />
          <Buttons wide>
            <Button kind="main" size="big" busy={busy} onClick={() => void submit()}>
              {text.ballot.submit(voter.name, text.choices[chosen])}
            </Button>
          </Buttons>
          <p className="prose-sub">{until}</p>
          <details className="yui-fold">
            <summary>{text.ballot.addReason}</summary>
            <Field label={text.ballot.reason} support={text.ballot.reasonSupport}>
              {(control) => (
                <textarea
                  {...control}
                  className="yui-input"
                  rows={3}
                  maxLength={500}
                  value={reason}
                  onChange={(event) => setReason(event.target.value)}
                />
              )}
            </Field>
          </details>
        </div>
      )}
    </>
  )
}

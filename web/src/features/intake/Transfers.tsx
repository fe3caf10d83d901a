import { useState } from 'react'
import { graphql } from '../../generated/gql.ts'
import type { IntakePageQuery } from '../../generated/graphql.ts'
import { useCommand } from '../../lib/command.ts'
import type { Outcome } from '../../lib/problems.ts'
import { useIntakeText } from '../../locales/intake.ts'
import { Button, Buttons } from '../../ui/Button/Button.tsx'
import { Disclosure } from '../../ui/Disclosure/Disclosure.tsx'
import { Section } from '../../ui/Page/Page.tsx'
import { RefusedNotice } from '../../ui/Notice/RefusedNotice.tsx'
import { valueText } from './words.ts'

const AcceptTransfer = graphql(`
  mutation AcceptTransfer($input: AcceptTransferInput!) {
    acceptTransfer(input: $input) {
      ... on AcceptTransferPayload {
        answered
      }
      ...Refusal
    }
  }
`)

const DeclineTransfer = graphql(`
  mutation DeclineTransfer($input: DeclineTransferInput!) {
    declineTransfer(input: $input) {
      ... on DeclineTransferPayload {
        answered
      }
      ...Refusal
    }
  }
`)

type Book = NonNullable<IntakePageQuery['intakeBook']>
const REASONS = ['STAFF', 'OWN_USERS', 'POWER', 'WATER', 'BUILDING', 'ACCESS', 'INFECTION', 'OTHER'] as const

/** Who is on the way to or from another shelter. */
export function Transfers({ book, onAnswered }: { book: Book; onAnswered: () => void }) {
  const text = useIntakeText()
  const accept = useCommand(AcceptTransfer)
  const decline = useCommand(DeclineTransfer)
  const expected = book.arrivals.filter(({ state }) => state === 'EXPECTED')
  const [outcome, setOutcome] = useState<Outcome<unknown>>()
  const answer = async (sent: Promise<Outcome<unknown>>) => {
    setOutcome(await sent)
    onAnswered()
  }
  return (
    <>
      <RefusedNotice outcome={outcome} />
      {expected.length > 0 && (
        <Section title={text.arrivals}>
          <ul className="grid gap-6">
            {expected.map(({ transferId, name, needs, shelter }) => (
              <li key={transferId}>
                <p className="prose-strong">
                  {name || text.nameless}
                  {needs && `（${valueText(text, 'NEEDS', needs)}）`}
                </p>
                <p>{shelter}</p>
                <Buttons>
                  <Button kind="main" onClick={() => void answer(accept({ input: { transferId } }))}>
                    {text.accept}
                  </Button>
                </Buttons>
                <Disclosure summary={text.decline}>
                  <p>{text.declineWhy}</p>
                  <Buttons>
                    {REASONS.map((because) => (
                      <Button
                        key={because}
                        onClick={() => void answer(decline({ input: { transferId, because } }))}
                      >
                        {text.reasons[because]}
                      </Button>
                    ))}
                  </Buttons>
                </Disclosure>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {book.departures.length > 0 && (
        <Section title={text.departures}>
          <ul>
            {book.departures.map(({ transferId, shelter, state, declinedBecause }) => (
              <li key={transferId}>
                {shelter}　{text.transferStates[state]}
                {declinedBecause && `（${text.reasons[declinedBecause as (typeof REASONS)[number]]}）`}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

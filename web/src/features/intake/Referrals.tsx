import { useState } from 'react'
import type { Referral } from '../../../../api/src/modules/intake/rules/referrals.ts'
import { endReferral, moveTo } from '../../../../api/src/modules/intake/rules/writing.ts'
import type { IntakePageQuery } from '../../generated/graphql.ts'
import { announce } from '../../lib/announce.ts'
import { useCommand } from '../../lib/command.ts'
import type { Outcome } from '../../lib/problems.ts'
import { useIntakeText } from '../../locales/intake.ts'
import { Button, Buttons } from '../../ui/Button/Button.tsx'
import { Disclosure } from '../../ui/Disclosure/Disclosure.tsx'
import { Notice } from '../../ui/Notice/Notice.tsx'
import { RefusedNotice } from '../../ui/Notice/RefusedNotice.tsx'
import { Section } from '../../ui/Page/Page.tsx'
import type { AtDesk } from './desk.ts'
import { ProposeTransfer } from './LeaveForm.tsx'
import { ReferralForm } from './ReferralForm.tsx'
import { moversText, placeText } from './words.ts'

type Book = NonNullable<IntakePageQuery['intakeBook']>
type Place = Book['places'][number]

interface ReferralsProps {
  openingId: string
  desk: AtDesk
  book: Book
  onAsked: () => void
}

/** For whom a place is sought elsewhere, what the coordinators have decided, and leaving for it in one step. */
export function Referrals({ openingId, desk, book, onAsked }: ReferralsProps) {
  const text = useIntakeText()
  const words = text.moving
  const { state } = desk
  const sought = state.referrals.filter((referral) => referral.state === 'SOUGHT')
  const placeOf = ({ members }: Referral) =>
    book.places.find(({ referralKey }) => members.includes(referralKey))
  const decided = sought.filter((referral) => placeOf(referral)?.shelter)
  const waiting = sought.filter((referral) => !placeOf(referral)?.shelter)
  const named = new Set(sought.flatMap(({ persons }) => persons))
  const canRefer =
    state.persons.some(({ id, here }) => here && !named.has(id)) ||
    state.groups.some(({ remaining }) => remaining > 0)
  if (sought.length === 0 && !canRefer) return null
  return (
    <Section title={words.title}>
      <p className="prose-sub">{words.lead}</p>
      {sought.length > 0 && (
        <ul className="grid gap-6">
          {[...decided, ...waiting].map((referral) => (
            <li key={referral.id}>
              <OneReferral
                openingId={openingId}
                desk={desk}
                referral={referral}
                place={placeOf(referral)}
                onAsked={onAsked}
              />
            </li>
          ))}
        </ul>
      )}
      {canRefer && (
        <Disclosure summary={words.add}>
          <ReferralForm desk={desk} equipment={book.equipment} onDone={() => undefined} />
        </Disclosure>
      )}
    </Section>
  )
}

interface OneReferralProps {
  openingId: string
  desk: AtDesk
  referral: Referral
  place: Place | undefined
  onAsked: () => void
}

function OneReferral({ openingId, desk, referral, place, onAsked }: OneReferralProps) {
  const text = useIntakeText()
  const words = text.moving
  const { state, pen, write } = desk
  const ask = useCommand(ProposeTransfer)
  const [outcome, setOutcome] = useState<Outcome<unknown>>()
  const shelter = place?.shelter
  const toOpeningId = place?.openingId
  const askForAll = async (to: string) => {
    for (const personKey of referral.persons) {
      const asked = await ask({ input: { openingId, personKey, toOpeningId: to } })
      setOutcome(asked)
      if (asked.kind !== 'done') return
    }
    announce(text.transferAsked)
    onAsked()
  }
  return (
    <>
      <p className="prose-strong">{moversText(text, state, referral)}</p>
      <p className="prose-sub">{placeText(text, referral, place?.reference ?? words.noReference)}</p>
      {shelter && (
        <Notice kind="done">
          <p>
            <b>{words.decided(shelter)}</b>
          </p>
        </Notice>
      )}
      {place?.takenOffBecause && <Notice>{words.takenOff(place.takenOffBecause)}</Notice>}
      <RefusedNotice outcome={outcome} />
      <Buttons>
        {shelter && (
          <Button
            kind="main"
            onClick={() => {
              void write(moveTo(pen, referral, state, shelter))
              announce(words.moved(shelter))
            }}
          >
            {words.move}
          </Button>
        )}
        {toOpeningId && referral.persons.length > 0 && referral.heads.length === 0 && (
          <Button onClick={() => void askForAll(toOpeningId)}>{words.hand}</Button>
        )}
        <Button kind="text" onClick={() => void write(endReferral(pen, referral, null))}>
          {words.end}
          <span className="sr-only">（{moversText(text, state, referral)}）</span>
        </Button>
      </Buttons>
    </>
  )
}

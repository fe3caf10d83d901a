import { useState } from 'react'
import { sharesOf, type Referral, type Share } from '../../../../api/src/modules/intake/rules/referrals.ts'
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
  const decided = sought.filter((referral) => placesOf(book, referral).some(({ shelter }) => shelter))
  const waiting = sought.filter((referral) => !decided.includes(referral))
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
                book={book}
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

/** What coordinators found for members of a referral, what was decided first. */
const placesOf = ({ places }: Book, { members }: Referral): Place[] =>
  places
    .filter(({ referralKeys }) => referralKeys.some((key) => members.includes(key)))
    .toSorted((one, other) => Number(!one.shelter) - Number(!other.shelter))

interface OneReferralProps {
  openingId: string
  desk: AtDesk
  referral: Referral
  book: Book
  onAsked: () => void
}

/** People who move together: those for whom a place was decided, and whoever was added to them since and waits. */
function OneReferral({ openingId, desk, referral, book, onAsked }: OneReferralProps) {
  const words = useIntakeText().moving
  const places = placesOf(book, referral)
  const told = new Set(places.flatMap(({ referralKeys }) => referralKeys))
  const untold = referral.members.filter((key) => !told.has(key))
  const rows = [
    ...places.map((place) => ({ place, keys: place.referralKeys })),
    ...(untold.length > 0 ? [{ place: undefined, keys: untold }] : []),
  ]
  const shares = sharesOf(
    referral,
    rows.map(({ keys }) => keys),
  )
  return (
    <>
      {rows.map(({ place, keys }, index) => {
        const share = shares[index]
        return (
          share?.state === 'SOUGHT' && (
            <Movers
              key={place?.reference ?? ''}
              openingId={openingId}
              desk={desk}
              referral={referral}
              share={share}
              members={referral.members.filter((key) => keys.includes(key))}
              place={place}
              onAsked={onAsked}
            />
          )
        )
      })}
      <Disclosure summary={words.addTo}>
        <p className="prose-sub">{words.addToLead}</p>
        <ReferralForm desk={desk} addedTo={referral} equipment={book.equipment} onDone={() => undefined} />
      </Disclosure>
    </>
  )
}

interface MoversProps {
  openingId: string
  desk: AtDesk
  referral: Referral
  share: Share
  /** The members of the referral that the share is of. */
  members: readonly string[]
  place: Place | undefined
  onAsked: () => void
}

function Movers({ openingId, desk, referral, share, members, place, onAsked }: MoversProps) {
  const text = useIntakeText()
  const words = text.moving
  const { state, pen, write } = desk
  const ask = useCommand(ProposeTransfer)
  const [outcome, setOutcome] = useState<Outcome<unknown>>()
  const shelter = place?.shelter
  const toOpeningId = place?.openingId
  const askForAll = async (to: string) => {
    for (const personKey of share.persons) {
      const asked = await ask({ input: { openingId, personKey, toOpeningId: to } })
      setOutcome(asked)
      if (asked.kind !== 'done') return
    }
    announce(text.transferAsked)
    onAsked()
  }
  return (
    <div className="mb-4">
      <p className="prose-strong">{moversText(text, state, share)}</p>
      <p className="prose-sub">{placeText(text, share, place?.reference ?? words.noReference)}</p>
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
              void write(moveTo(pen, referral, state, shelter, members))
              announce(words.moved(shelter))
            }}
          >
            {words.move}
          </Button>
        )}
        {toOpeningId && share.persons.length > 0 && share.heads.length === 0 && (
          <Button onClick={() => void askForAll(toOpeningId)}>{words.hand}</Button>
        )}
        <Button kind="text" onClick={() => void write(endReferral(pen, referral, null, members))}>
          {words.end}
          <span className="sr-only">（{moversText(text, state, share)}）</span>
        </Button>
      </Buttons>
    </div>
  )
}

import { getRouteApi } from '@tanstack/react-router'
import { useMemo } from 'react'
import { alikeIn } from '../../../../api/src/modules/intake/rules/alike.ts'
import { countsIn } from '../../../../api/src/modules/intake/rules/fold.ts'
import type { Person } from '../../../../api/src/modules/intake/rules/people.ts'
import { Closing } from '../../features/intake/Closing.tsx'
import { useDesk } from '../../features/intake/desk.ts'
import { DeskNotices } from '../../features/intake/DeskNotices.tsx'
import { Groups, HeadcountForm } from '../../features/intake/Headcount.tsx'
import { IntakeFrame } from '../../features/intake/IntakeFrame.tsx'
import { Conflicts, Duplicates } from '../../features/intake/Queues.tsx'
import { Referrals } from '../../features/intake/Referrals.tsx'
import { Transfers } from '../../features/intake/Transfers.tsx'
import { nameOf, openCount, valueText } from '../../features/intake/words.ts'
import { useIntakeText } from '../../locales/intake.ts'
import { Buttons } from '../../ui/Button/Button.tsx'
import { Disclosure } from '../../ui/Disclosure/Disclosure.tsx'
import { Count, Figure, Figures } from '../../ui/Figures/Figures.tsx'
import { Link, LinkButton } from '../../ui/Link/Link.tsx'
import { Loading } from '../../ui/Loading/Loading.tsx'
import { Section } from '../../ui/Page/Page.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'

const route = getRouteApi('/disasters/$eventId/intake/$openingId')

/** The people in a shelter: how many first, then who. */
export function IntakePage() {
  const text = useIntakeText()
  const params = route.useParams()
  const { openingId } = params
  return (
    <IntakeFrame openingId={openingId} title={text.title}>
      {(book, readAgain) => (
        <>
          <div className="mb-6">
            <Buttons>
              {book.calledFacilityId && (
                <LinkButton
                  to="/disasters/$eventId/shelters/$calledId"
                  params={{ eventId: params.eventId, calledId: book.calledFacilityId }}
                >
                  {text.toShelter}
                </LinkButton>
              )}
              <LinkButton to="/disasters/$eventId" params={{ eventId: params.eventId }}>
                {text.toBoard}
              </LinkButton>
            </Buttons>
          </div>
          {book.certificate || !book.keeps ? (
            <>
              <Table caption={text.total}>
                <thead>
                  <tr>
                    <Head>{text.fields.NEEDS}</Head>
                    <Head numeric>{text.total}</Head>
                    <Head numeric>{text.night}</Head>
                  </tr>
                </thead>
                <tbody>
                  {book.counts.map(({ need, day, night }) => (
                    <tr key={need ?? ''}>
                      <Cell label={text.fields.NEEDS}>{need ? text.needs[need] : text.total}</Cell>
                      <Cell label={text.total} numeric>
                        {day ?? text.few}
                      </Cell>
                      <Cell label={text.night} numeric>
                        {night ?? text.few}
                      </Cell>
                    </tr>
                  ))}
                </tbody>
              </Table>
              {book.certificate && <Closing openingId={openingId} book={book} onSaved={readAgain} />}
            </>
          ) : (
            <Desk params={params} book={book} readAgain={readAgain} />
          )}
        </>
      )}
    </IntakeFrame>
  )
}

const reading = new Intl.Collator('ja', { numeric: true })

/** In the order in which a list is read out: by kana, or by name where nobody gave it. */
function byReading(persons: readonly Person[]): readonly Person[] {
  const keyOf = ({ fields }: Person) => fields.KANA?.[0]?.value ?? fields.NAME?.[0]?.value ?? ''
  return persons.toSorted((one, other) => reading.compare(keyOf(one), keyOf(other)))
}

interface DeskProps {
  params: { eventId: string; openingId: string }
  book: React.ComponentProps<typeof Transfers>['book']
  readAgain: () => void
}

function Desk({ params, book, readAgain }: DeskProps) {
  const text = useIntakeText()
  const { openingId } = params
  const desk = useDesk(params)
  const { state } = desk
  const alike = useMemo(() => alikeIn(state), [state])
  const total = countsIn(state).find(({ need }) => need === null)
  const unnamed = state.groups.reduce((sum, { remaining }) => sum + remaining, 0)
  const persons = useMemo(() => byReading(state.persons), [state.persons])
  const here = persons.filter((person) => person.here)
  const gone = persons.filter((person) => !person.here)
  const personLink = (person: (typeof here)[number]) => (
    <li key={person.id}>
      <Link
        to="/disasters/$eventId/intake/$openingId/people/$personId"
        params={{ ...params, personId: person.id }}
        className="inline-flex min-h-14 items-center"
      >
        {nameOf(text, person)}
      </Link>
      <span className="prose-sub">
        {'　'}
        {person.here
          ? (person.fields.NEEDS ?? []).map(({ value }) => valueText(text, 'NEEDS', value)).join(' ／ ')
          : person.presence.map(({ value }) => valueText(text, 'PRESENCE', value)).join(' ／ ')}
      </span>
    </li>
  )
  // Before anything was read, "nobody is here" would be a lie.
  if (!desk.isRead) return desk.failure ? <DeskNotices desk={desk} /> : <Loading />
  return (
    <>
      <DeskNotices desk={desk} />
      <Figures>
        <Figure label={text.total}>
          <Count unit={text.people}>{total?.day ?? 0}</Count>
        </Figure>
        <Figure label={text.night}>
          <Count unit={text.people}>{total?.night ?? 0}</Count>
        </Figure>
        <Figure label={text.unnamed}>
          <Count unit={text.people}>{unnamed}</Count>
        </Figure>
        <Figure label={text.open}>
          <Count unit={text.cases}>{openCount(state, alike.length)}</Count>
        </Figure>
      </Figures>
      <Section title={text.countTitle}>
        <p className="prose-sub">{text.countLead}</p>
        <HeadcountForm desk={desk} />
      </Section>
      {unnamed > 0 && (
        <Section title={text.groups}>
          <Groups desk={desk} params={params} />
        </Section>
      )}
      <Conflicts desk={desk} />
      <Duplicates desk={desk} alike={alike} />
      <Referrals openingId={openingId} desk={desk} book={book} onAsked={readAgain} />
      <Transfers
        book={book}
        onAnswered={() => {
          readAgain()
          desk.readNow()
        }}
      />
      <Section title={text.list}>
        <Buttons wide>
          <LinkButton
            size="big"
            to="/disasters/$eventId/intake/$openingId/people/$personId"
            params={{ ...params, personId: 'new' }}
          >
            {text.add}
          </LinkButton>
          <LinkButton size="big" to="/disasters/$eventId/intake/$openingId/sheets" params={params}>
            {text.sheets}
          </LinkButton>
          <LinkButton size="big" to="/disasters/$eventId/intake/$openingId/search" params={params}>
            {text.search}
          </LinkButton>
        </Buttons>
        {here.length === 0 ? <p>{text.listNone}</p> : <ul>{here.map(personLink)}</ul>}
        {gone.length > 0 && (
          <Disclosure summary={`${text.gone} ${gone.length}${text.people}`}>
            <ul>{gone.map(personLink)}</ul>
          </Disclosure>
        )}
      </Section>
      <Closing openingId={openingId} book={book} onSaved={readAgain} />
    </>
  )
}

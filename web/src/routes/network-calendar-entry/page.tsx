import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { CancelEntry } from '../../features/bulletin/CancelEntry.tsx'
import { timeOf } from '../../features/bulletin/clock.ts'
import { EntryForm } from '../../features/bulletin/EntryForm.tsx'
import { graphql } from '../../generated/gql.ts'
import type { NetworkCalendarEntryPageQuery } from '../../generated/graphql.ts'
import { announce } from '../../lib/announce.ts'
import { formatDate } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useToday } from '../../lib/today.ts'
import { useBulletinText } from '../../locales/bulletin.ts'
import { useNetworkText } from '../../locales/network.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { DefinitionList, Fact } from '../../ui/DefinitionList/DefinitionList.tsx'
import { Disclosure } from '../../ui/Disclosure/Disclosure.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { PathLink } from '../../ui/Link/PathLink.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { Notice } from '../../ui/Notice/Notice.tsx'
import { PageHead, Section } from '../../ui/Page/Page.tsx'

const Page = graphql(`
  query NetworkCalendarEntryPage($id: ID!) {
    calendarEntry(id: $id) {
      id
      kind
      title
      place
      note
      link
      source
      startsOn
      endsOn
      startMinute
      endMinute
      repeat
      repeatUntil
      skippedDays
      cancelledAt
      version
      ...EntryForm_entry
      platform {
        id
        name
        sample
      }
      viewerCan {
        change {
          allowed
          reason
        }
      }
    }
  }
`)

const Coming = graphql(`
  query CalendarEntryDays($id: ID!, $from: Date!, $until: Date!) {
    calendar(platformId: $id, from: $from, until: $until) {
      entryId
      startsOn
    }
  }
`)

const route = getRouteApi('/network/calendar/$entryId')

/** One entry of the calendar, with its whole series. */
export function NetworkCalendarEntryPage() {
  const { entryId } = route.useParams()
  const text = useBulletinText().calendar
  const networkText = useNetworkText()
  const [result, readAgain] = useQuery({
    query: Page,
    variables: { id: entryId },
    requestPolicy: 'cache-and-network',
  })
  const again = () => readAgain({ requestPolicy: 'network-only' })
  return (
    <Loaded result={result} retry={again} lines={12}>
      {({ calendarEntry }) =>
        calendarEntry ? (
          <>
            <Breadcrumbs current={calendarEntry.title}>
              <Link to="/network" search={{ id: calendarEntry.platform?.id }}>
                {networkText.title}
              </Link>
              <Link to="/network/calendar" search={{ id: calendarEntry.platform?.id }}>
                {text.link}
              </Link>
            </Breadcrumbs>
            <Shown entry={calendarEntry} again={again} />
          </>
        ) : (
          <PageHead title={text.notFound} />
        )
      }
    </Loaded>
  )
}

interface ShownProps {
  entry: NonNullable<NetworkCalendarEntryPageQuery['calendarEntry']>
  again: () => void
}

function Shown({ entry, again }: ShownProps) {
  const text = useBulletinText().calendar
  const language = useLanguage()
  const today = useToday()
  const isSeries = entry.repeat !== 'NONE'
  const { platform, viewerCan, startMinute, endMinute } = entry
  const [{ data }, readDays] = useQuery({
    query: Coming,
    variables: {
      id: platform?.id ?? '',
      from: today,
      until: `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`,
    },
    pause: !isSeries || !viewerCan.change.allowed || !platform || today.endsWith('-02-29'),
  })
  const coming = (data?.calendar ?? [])
    .filter(({ entryId }) => entryId === entry.id)
    .map(({ startsOn }) => startsOn)
  return (
    <>
      <PageHead
        title={entry.title}
        kicker={text.kinds[entry.kind]}
        sample={platform?.sample ?? false}
        lead={<p>{platform?.name}</p>}
      />
      {entry.cancelledAt && (
        <Notice kind="bad">
          <p>{text.cancelled}</p>
        </Notice>
      )}
      <Section title={text.facts}>
        <DefinitionList>
          <Fact name={text.when}>
            {formatDate(entry.startsOn, language, { weekday: true })}
            {entry.endsOn !== entry.startsOn &&
              `　${text.until(formatDate(entry.endsOn, language, { weekday: true }))}`}
            <span className="block">
              {startMinute !== null && endMinute !== null
                ? `${timeOf(startMinute)}–${timeOf(endMinute)}`
                : text.allDay}
            </span>
          </Fact>
          {isSeries && (
            <Fact name={text.repeat}>
              {text.repeats[entry.repeat]}
              {entry.repeatUntil && `　${text.until(formatDate(entry.repeatUntil, language))}`}
            </Fact>
          )}
          <Fact name={text.place}>{entry.place ?? text.noPlace}</Fact>
          {entry.note && <Fact name={text.note}>{entry.note}</Fact>}
          {entry.skippedDays.length > 0 && (
            <Fact name={text.skipped}>
              {entry.skippedDays.map((day) => (
                <span key={day} className="block">
                  {formatDate(day, language)}
                </span>
              ))}
            </Fact>
          )}
        </DefinitionList>
        {entry.source !== 'bulletin' && <p className="prose-note mt-3">{text.elsewhere}</p>}
        {entry.link && <PathLink path={entry.link}>{text.seeMore}</PathLink>}
      </Section>
      {viewerCan.change.allowed && platform && (
        <>
          <Section title={text.cancelTitle}>
            <CancelEntry
              entryId={entry.id}
              version={entry.version}
              coming={coming}
              onDone={() => {
                again()
                readDays({ requestPolicy: 'network-only' })
              }}
            />
          </Section>
          <div className="mt-8">
            <Disclosure summary={text.edit}>
              <EntryForm
                platformId={platform.id}
                entry={entry}
                onDone={() => {
                  announce(text.form.saved)
                  again()
                }}
                onConflict={again}
              />
            </Disclosure>
          </div>
        </>
      )}
    </>
  )
}

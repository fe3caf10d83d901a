import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import type { CalendarSearch } from '../../features/bulletin/bulletin-search.ts'
import { EntryForm } from '../../features/bulletin/EntryForm.tsx'
import { FeedBox } from '../../features/bulletin/FeedBox.tsx'
import { boundsOf } from '../../features/bulletin/year.ts'
import { YearCalendar } from '../../features/bulletin/YearCalendar.tsx'
import { ChosenNetwork } from '../../features/platforms/ChosenNetwork.tsx'
import { graphql } from '../../generated/gql.ts'
import { announce } from '../../lib/announce.ts'
import { eraYear, fiscalYear } from '../../lib/dates.ts'
import { useToday } from '../../lib/today.ts'
import { useViewer } from '../../lib/viewer.ts'
import { useBulletinText } from '../../locales/bulletin.ts'
import { useNetworkText } from '../../locales/network.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { Choices } from '../../ui/Choices/Choices.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead, Section } from '../../ui/Page/Page.tsx'
import { PrintButton } from '../../ui/PrintButton/PrintButton.tsx'

const Year = graphql(`
  query NetworkCalendarPage($id: ID!, $from: Date!, $until: Date!) {
    platform(id: $id) {
      id
      name
      sample
    }
    calendar(platformId: $id, from: $from, until: $until) {
      entryId
      startsOn
      ...YearCalendar_day
    }
    calendarFeeds(first: 20) {
      nodes {
        id
        createdAt
        platform {
          id
        }
      }
    }
  }
`)

const route = getRouteApi('/network/calendar')

/** 年間予定: a fiscal year of a network. */
export function NetworkCalendarPage() {
  const { id } = route.useSearch()
  return <ChosenNetwork id={id}>{(chosen) => <Calendar platformId={chosen} />}</ChosenNetwork>
}

function Calendar({ platformId }: { platformId: string }) {
  const networkText = useNetworkText()
  const text = useBulletinText().calendar
  const today = useToday()
  const acting = useViewer()?.acting
  const writes = acting?.roles.includes('PLATFORM_SECRETARIAT') ?? false
  const search: CalendarSearch = route.useSearch()
  const thisYear = fiscalYear(today)
  const year = search.year ?? thisYear
  const [result, readAgain] = useQuery({
    query: Year,
    variables: { id: platformId, ...boundsOf(year) },
    requestPolicy: 'cache-and-network',
  })
  const again = () => readAgain({ requestPolicy: 'network-only' })
  return (
    <>
      <Breadcrumbs current={text.link}>
        <Link to="/network" search={{ id: platformId }}>
          {networkText.title}
        </Link>
      </Breadcrumbs>
      <Loaded result={result} retry={again} lines={20}>
        {({ platform, calendar, calendarFeeds }) => {
          if (!platform) return <PageHead title={networkText.none} lead={<p>{networkText.noneBody}</p>} />
          return (
            <>
              <PageHead
                title={text.title(eraYear(`${year}-04-01`))}
                kicker={platform.name}
                sample={platform.sample}
                lead={<p>{text.lead}</p>}
                actions={<PrintButton />}
              />
              <Choices label={text.yearChoice}>
                {[thisYear - 1, thisYear, thisYear + 1].map((one) => (
                  <Link
                    key={one}
                    to="/network/calendar"
                    search={{ id: platformId, year: one }}
                    resetScroll={false}
                    activeOptions={{ exact: true }}
                    aria-current={one === year || undefined}
                  >
                    {text.year(one)}
                  </Link>
                ))}
              </Choices>
              <YearCalendar year={year} days={calendar} />
              <div className="yui-no-print">
                {writes && (
                  <Section title={text.add} id="add">
                    <EntryForm
                      // A new form after each entry.
                      key={calendar.length}
                      platformId={platformId}
                      onDone={() => {
                        announce(text.form.added)
                        again()
                      }}
                    />
                  </Section>
                )}
                {acting && (
                  <Section title={text.feed.title} id="feed">
                    <FeedBox
                      platformId={platformId}
                      feed={calendarFeeds.nodes.find((feed) => feed.platform?.id === platformId)}
                      onChange={again}
                    />
                  </Section>
                )}
              </div>
            </>
          )
        }}
      </Loaded>
    </>
  )
}

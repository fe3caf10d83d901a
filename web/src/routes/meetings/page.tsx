import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { MeetingTable } from '../../features/meetings/list/MeetingTable.tsx'
import { SeriesTable } from '../../features/meetings/series/SeriesTable.tsx'
import { ChosenNetwork } from '../../features/platforms/ChosenNetwork.tsx'
import { graphql } from '../../generated/gql.ts'
import { useMeetingsText } from '../../locales/meetings.ts'
import { useNetworkText } from '../../locales/network.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx'
import { Link, LinkButton } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead, Section } from '../../ui/Page/Page.tsx'
import { Pager } from '../../ui/Pager/Pager.tsx'
import { PrintButton } from '../../ui/PrintButton/PrintButton.tsx'

const MeetingsPage_query = graphql(`
  query MeetingsPage($platformId: ID!, $after: String) {
    platform(id: $platformId) {
      id
      name
      sample
      meetingSeries(first: 50) {
        nodes {
          id
          ...SeriesTable_series
        }
      }
    }
    meetingRules(platformId: $platformId) {
      viewerRuns
      rulebook
      organs {
        organ
        name
      }
    }
    ahead: meetings(platformId: $platformId, ahead: true, first: 50) {
      nodes {
        id
        ...MeetingTable_meeting
      }
    }
    past: meetings(platformId: $platformId, ahead: false, first: 30, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        fiscalYear
        ...MeetingTable_meeting
      }
    }
  }
`)

const route = getRouteApi('/network/meetings')

/** The meetings of a network: what is ahead with what is due, then what is over by fiscal year. */
export function MeetingsPage() {
  const { id } = route.useSearch()
  return <ChosenNetwork id={id}>{(chosen) => <Meetings platformId={chosen} />}</ChosenNetwork>
}

function Meetings({ platformId }: { platformId: string }) {
  const networkText = useNetworkText()
  const text = useMeetingsText()
  const { after } = route.useSearch()
  const [result, readAgain] = useQuery({ query: MeetingsPage_query, variables: { platformId, after } })
  return (
    <>
      <Breadcrumbs current={text.title}>
        <Link to="/network" search={{ id: platformId }}>
          {networkText.title}
        </Link>
      </Breadcrumbs>
      <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={16}>
        {({ platform, meetingRules, ahead, past }) => {
          if (!platform) return <PageHead title={networkText.none} lead={<p>{networkText.noneBody}</p>} />
          // The list comes latest first; what is ahead is read from the next one on.
          const coming = ahead.nodes.toReversed()
          const years = [...new Set(past.nodes.map(({ fiscalYear }) => fiscalYear))]
          return (
            <>
              <PageHead
                title={text.title}
                kicker={platform.name}
                sample={platform.sample}
                actions={
                  <>
                    {meetingRules?.viewerRuns && (
                      <LinkButton to="/network/meetings/new" search={{ id: platformId }} kind="main">
                        {text.list.prepare}
                      </LinkButton>
                    )}
                    <PrintButton />
                  </>
                }
              />
              <Section title={text.list.ahead}>
                {coming.length === 0 ? (
                  <EmptyState title={text.list.noneAhead}>
                    <p>{meetingRules?.viewerRuns ? text.list.noneAheadRun : text.list.noneAheadBody}</p>
                  </EmptyState>
                ) : (
                  <MeetingTable caption={text.list.ahead} meetings={coming} />
                )}
              </Section>
              {(platform.meetingSeries.nodes.length > 0 || meetingRules?.viewerRuns) && (
                <Section title={text.series.heading}>
                  {platform.meetingSeries.nodes.length > 0 && (
                    <SeriesTable
                      series={platform.meetingSeries.nodes}
                      nameOf={(organ) => meetingRules?.organs.find((one) => one.organ === organ)?.name ?? ''}
                    />
                  )}
                  {meetingRules?.viewerRuns && (
                    <p className="yui-no-print mt-4">
                      <LinkButton to="/network/meetings/series/new" search={{ id: platformId }}>
                        {text.series.begin}
                      </LinkButton>
                    </p>
                  )}
                </Section>
              )}
              {years.map((year) => (
                <Section key={year} title={text.list.fiscalYear(year)}>
                  <MeetingTable
                    caption={text.list.fiscalYear(year)}
                    meetings={past.nodes.filter(({ fiscalYear }) => fiscalYear === year)}
                  />
                </Section>
              ))}
              {(past.pageInfo.hasNextPage || after) && (
                <Pager
                  label={text.list.pages}
                  position={text.list.position(past.nodes.length, past.totalCount)}
                >
                  {after && (
                    <Link to="/network/meetings" search={{ id: platformId }}>
                      {text.list.newest}
                    </Link>
                  )}
                  {past.pageInfo.hasNextPage && (
                    <Link
                      to="/network/meetings"
                      search={{ id: platformId, after: past.pageInfo.endCursor ?? undefined }}
                    >
                      {text.list.older}
                    </Link>
                  )}
                </Pager>
              )}
            </>
          )
        }}
      </Loaded>
    </>
  )
}

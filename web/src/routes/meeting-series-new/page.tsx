import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { NewSeriesForm } from '../../features/meetings/series/NewSeriesForm.tsx'
import { ChosenNetwork } from '../../features/platforms/ChosenNetwork.tsx'
import { graphql } from '../../generated/gql.ts'
import { useMeetingsText } from '../../locales/meetings.ts'
import { useNetworkText } from '../../locales/network.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { Notice } from '../../ui/Notice/Notice.tsx'
import { PageHead } from '../../ui/Page/Page.tsx'

const MeetingSeriesNewPage_query = graphql(`
  query MeetingSeriesNewPage($platformId: ID!) {
    platform(id: $platformId) {
      id
      name
      sample
    }
    meetingRules(platformId: $platformId) {
      viewerRuns
      rulebook
      ...SeriesFields_rules
    }
  }
`)

const route = getRouteApi('/network/meetings/series/new')

/** 定例の会議を決める: the beginning of meetings that come again. */
export function MeetingSeriesNewPage() {
  const { id } = route.useSearch()
  return <ChosenNetwork id={id}>{(chosen) => <NewSeries platformId={chosen} />}</ChosenNetwork>
}

function NewSeries({ platformId }: { platformId: string }) {
  const networkText = useNetworkText()
  const text = useMeetingsText()
  const [result, readAgain] = useQuery({ query: MeetingSeriesNewPage_query, variables: { platformId } })
  return (
    <>
      <Breadcrumbs current={text.series.newTitle}>
        <Link to="/network" search={{ id: platformId }}>
          {networkText.title}
        </Link>
        <Link to="/network/meetings" search={{ id: platformId }}>
          {text.title}
        </Link>
      </Breadcrumbs>
      <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={16}>
        {({ platform, meetingRules }) => (
          <>
            <PageHead
              title={text.series.newTitle}
              {...(platform && { kicker: platform.name, sample: platform.sample })}
              lead={<p>{text.series.newLead}</p>}
            />
            {!meetingRules?.viewerRuns ? (
              <Notice kind="bad">
                <p>{text.plan.notYours}</p>
              </Notice>
            ) : meetingRules.rulebook === null ? (
              <Notice kind="bad">
                <p>{text.send.noRulebook}</p>
              </Notice>
            ) : (
              <NewSeriesForm platformId={platformId} rules={meetingRules} />
            )}
          </>
        )}
      </Loaded>
    </>
  )
}

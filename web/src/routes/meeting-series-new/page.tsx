import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { NewSeriesForm } from '../../features/meetings/series/NewSeriesForm.tsx'
import { BeginPage } from '../../features/meetings/plan/BeginPage.tsx'
import { ChosenNetwork } from '../../features/platforms/ChosenNetwork.tsx'
import { graphql } from '../../generated/gql.ts'
import { useMeetingsText } from '../../locales/meetings.ts'
import { Loaded } from '../../ui/Loading/Loaded.tsx'

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
  const text = useMeetingsText().series
  const [result, readAgain] = useQuery({ query: MeetingSeriesNewPage_query, variables: { platformId } })
  return (
    <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={16}>
      {({ platform, meetingRules }) => (
        <BeginPage
          title={text.newTitle}
          lead={text.newLead}
          platformId={platformId}
          platform={platform ?? null}
          rules={meetingRules ?? null}
        >
          {meetingRules && <NewSeriesForm platformId={platformId} rules={meetingRules} />}
        </BeginPage>
      )}
    </Loaded>
  )
}

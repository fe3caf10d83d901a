import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { NewMeetingForm } from '../../features/meetings/plan/NewMeetingForm.tsx'
import { BeginPage } from '../../features/meetings/plan/BeginPage.tsx'
import { ChosenNetwork } from '../../features/platforms/ChosenNetwork.tsx'
import { graphql } from '../../generated/gql.ts'
import { useMeetingsText } from '../../locales/meetings.ts'
import { Loaded } from '../../ui/Loading/Loaded.tsx'

const MeetingPlanPage_query = graphql(`
  query MeetingPlanPage($platformId: ID!) {
    platform(id: $platformId) {
      id
      name
      sample
    }
    meetingRules(platformId: $platformId) {
      viewerRuns
      rulebook
      ...NewMeetingForm_rules
    }
  }
`)

const route = getRouteApi('/network/meetings/new')

/** 会議を準備する: the beginning of a meeting or a resolution in writing. */
export function MeetingPlanPage() {
  const { id } = route.useSearch()
  return <ChosenNetwork id={id}>{(chosen) => <NewMeeting platformId={chosen} />}</ChosenNetwork>
}

function NewMeeting({ platformId }: { platformId: string }) {
  const text = useMeetingsText().plan
  const [result, readAgain] = useQuery({ query: MeetingPlanPage_query, variables: { platformId } })
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
          {meetingRules && <NewMeetingForm platformId={platformId} rules={meetingRules} />}
        </BeginPage>
      )}
    </Loaded>
  )
}

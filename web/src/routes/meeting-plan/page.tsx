import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { NewMeetingForm } from '../../features/meetings/plan/NewMeetingForm.tsx'
import { ChosenNetwork } from '../../features/platforms/ChosenNetwork.tsx'
import { graphql } from '../../generated/gql.ts'
import { useMeetingsText } from '../../locales/meetings.ts'
import { useNetworkText } from '../../locales/network.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { Notice } from '../../ui/Notice/Notice.tsx'
import { PageHead } from '../../ui/Page/Page.tsx'

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
  const networkText = useNetworkText()
  const text = useMeetingsText()
  const [result, readAgain] = useQuery({ query: MeetingPlanPage_query, variables: { platformId } })
  return (
    <>
      <Breadcrumbs current={text.plan.newTitle}>
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
              title={text.plan.newTitle}
              {...(platform && { kicker: platform.name, sample: platform.sample })}
              lead={<p>{text.plan.newLead}</p>}
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
              <NewMeetingForm platformId={platformId} rules={meetingRules} />
            )}
          </>
        )}
      </Loaded>
    </>
  )
}

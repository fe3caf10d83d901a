import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { VersionForm } from '../../features/bulletin/VersionForm.tsx'
import { AgendaPapers } from '../../features/meetings/papers/AgendaPapers.tsx'
import { AgendaForm } from '../../features/meetings/plan/AgendaForm.tsx'
import { CancelMeeting } from '../../features/meetings/plan/CancelMeeting.tsx'
import { EditPlanForm } from '../../features/meetings/plan/EditPlanForm.tsx'
import { PlanFacts } from '../../features/meetings/plan/PlanFacts.tsx'
import { SendNotice } from '../../features/meetings/plan/SendNotice.tsx'
import { graphql } from '../../generated/gql.ts'
import { useMeetingsText } from '../../locales/meetings.ts'
import { useNetworkText } from '../../locales/network.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { Disclosure } from '../../ui/Disclosure/Disclosure.tsx'
import { Link, LinkButton } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { Notice } from '../../ui/Notice/Notice.tsx'
import { PageHead, Section } from '../../ui/Page/Page.tsx'
import '../../features/meetings/Meetings.css'

const MeetingEditPage_query = graphql(`
  query MeetingEditPage($id: ID!) {
    meeting(id: $id) {
      id
      version
      title
      form
      organ
      state
      platform {
        id
        name
        sample
      }
      viewerCan {
        run {
          allowed
        }
      }
      ...PlanFacts_meeting
      ...EditPlanForm_meeting
      ...AgendaForm_meeting
      ...SendNotice_meeting
      ...AgendaPapers_meeting
    }
    meetingPapers(meetingId: $id) {
      ...PaperList_paper
    }
  }
`)

const MeetingEditPage_rules = graphql(`
  query MeetingEditPage_rules($platformId: ID!) {
    meetingRules(platformId: $platformId) {
      ...AgendaForm_rules
    }
  }
`)

const route = getRouteApi('/network/meetings/$meetingId/edit')

/** The preparation of a meeting: when and where, its agenda, then the notice. */
export function MeetingEditPage() {
  const { meetingId } = route.useParams()
  const text = useMeetingsText()
  const networkText = useNetworkText()
  const [result, readAgain] = useQuery({ query: MeetingEditPage_query, variables: { id: meetingId } })
  const platformId = result.data?.meeting?.platform?.id ?? ''
  const [rules] = useQuery({
    query: MeetingEditPage_rules,
    variables: { platformId },
    pause: platformId === '',
  })
  const readNew = () => readAgain({ requestPolicy: 'network-only' })
  return (
    <Loaded result={result} retry={readNew} lines={16}>
      {({ meeting, meetingPapers }) => {
        if (!meeting?.platform) return <PageHead title={text.noneSuch} lead={<p>{text.noneSuchBody}</p>} />
        const mayEdit =
          meeting.viewerCan.run.allowed && (meeting.state === 'DRAFT' || meeting.state === 'NOTICED')
        const papers = (
          <Section title={text.papers.title}>
            <p>{meeting.state === 'DRAFT' ? text.papers.layLead : text.papers.layLeadLater}</p>
            <AgendaPapers meeting={meeting} papers={meetingPapers} upload={VersionForm} onChanged={readNew} />
          </Section>
        )
        return (
          <>
            <Breadcrumbs current={meeting.title}>
              <Link to="/network" search={{ id: meeting.platform.id }}>
                {networkText.title}
              </Link>
              <Link to="/network/meetings" search={{ id: meeting.platform.id }}>
                {text.title}
              </Link>
            </Breadcrumbs>
            <PageHead
              title={meeting.title}
              kicker={text.kicker(text.forms[meeting.form], text.states[meeting.form][meeting.state])}
              sample={meeting.platform.sample}
              {...(meeting.state === 'DRAFT' && { lead: <p>{text.plan.draftLead}</p> })}
              actions={
                <LinkButton to="/network/meetings/$meetingId" params={{ meetingId }}>
                  {text.plan.asMembersSee}
                </LinkButton>
              }
            />
            {!mayEdit ? (
              <Notice kind="bad">
                <p>{meeting.viewerCan.run.allowed ? text.plan.hasBegun : text.plan.notYours}</p>
              </Notice>
            ) : (
              <>
                <Section title={text.plan.whenAndWhere}>
                  <PlanFacts meeting={meeting} />
                  <Disclosure summary={text.plan.editPlan}>
                    <EditPlanForm meeting={meeting} onDone={readNew} onConflict={readNew} />
                  </Disclosure>
                </Section>
                {meeting.state === 'NOTICED' && papers}
                {meeting.state === 'DRAFT' && (
                  <>
                    <Section title={text.agenda.heading}>
                      {rules.data?.meetingRules && (
                        <AgendaForm
                          meeting={meeting}
                          organ={meeting.organ}
                          rules={rules.data.meetingRules}
                          onConflict={readNew}
                        />
                      )}
                    </Section>
                    {papers}
                    <Section title={text.send.heading}>
                      <SendNotice meeting={meeting} onConflict={readNew} />
                    </Section>
                  </>
                )}
                <Section title={text.cancel.heading}>
                  <Disclosure summary={text.cancel.open}>
                    <CancelMeeting meetingId={meetingId} version={meeting.version} onConflict={readNew} />
                  </Disclosure>
                </Section>
              </>
            )}
          </>
        )
      }}
    </Loaded>
  )
}

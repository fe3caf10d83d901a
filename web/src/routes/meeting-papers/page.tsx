import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { VersionForm } from '../../features/bulletin/VersionForm.tsx'
import { AgendaPapers } from '../../features/meetings/papers/AgendaPapers.tsx'
import { graphql } from '../../generated/gql.ts'
import { useMeetingsText } from '../../locales/meetings.ts'
import { useNetworkText } from '../../locales/network.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { Link, LinkButton } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead, Section } from '../../ui/Page/Page.tsx'
import { PrintButton } from '../../ui/PrintButton/PrintButton.tsx'
import '../../features/meetings/Meetings.css'

const MeetingPapersPage_query = graphql(`
  query MeetingPapersPage($id: ID!) {
    meeting(id: $id) {
      id
      title
      state
      platform {
        id
        sample
      }
      viewerCan {
        layPapers {
          allowed
        }
      }
      ...AgendaPapers_meeting
    }
    meetingPapers(meetingId: $id) {
      ...PaperList_paper
    }
  }
`)

const route = getRouteApi('/network/meetings/$meetingId/papers')

/** 資料: the papers of a meeting by item, who has opened them, and for the secretariat the place to lay them. */
export function MeetingPapersPage() {
  const { meetingId } = route.useParams()
  const text = useMeetingsText()
  const networkText = useNetworkText()
  const [result, readAgain] = useQuery({
    query: MeetingPapersPage_query,
    variables: { id: meetingId },
    requestPolicy: 'cache-and-network',
  })
  const readNew = () => readAgain({ requestPolicy: 'network-only' })
  return (
    <Loaded result={result} retry={readNew} lines={16}>
      {({ meeting, meetingPapers }) => {
        if (!meeting) return <PageHead title={text.noneSuch} lead={<p>{text.noneSuchBody}</p>} />
        const { title, state, platform, viewerCan } = meeting
        return (
          <>
            <Breadcrumbs current={text.papers.title}>
              <Link to="/network" search={{ id: platform?.id }}>
                {networkText.title}
              </Link>
              <Link to="/network/meetings" search={{ id: platform?.id }}>
                {text.title}
              </Link>
              <Link to="/network/meetings/$meetingId" params={{ meetingId }}>
                {title}
              </Link>
            </Breadcrumbs>
            <PageHead
              title={text.papers.title}
              kicker={title}
              sample={platform?.sample ?? false}
              lead={
                <p>
                  {!viewerCan.layPapers.allowed
                    ? text.papers.pageLead
                    : state === 'DRAFT'
                      ? text.papers.layLead
                      : text.papers.layLeadLater}
                </p>
              }
              actions={
                <>
                  <LinkButton to="/network/meetings/$meetingId" params={{ meetingId }}>
                    {text.toNotice}
                  </LinkButton>
                  <PrintButton />
                </>
              }
            />
            <Section title={text.agenda.heading}>
              <AgendaPapers
                meeting={meeting}
                papers={meetingPapers}
                upload={VersionForm}
                onChanged={readNew}
              />
            </Section>
          </>
        )
      }}
    </Loaded>
  )
}

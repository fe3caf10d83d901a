import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { GuestList } from '../../features/meetings/guest/GuestList.tsx'
import { AnswerForm } from '../../features/meetings/notice/AnswerForm.tsx'
import { AnswerTable } from '../../features/meetings/notice/AnswerTable.tsx'
import { NoticeAgenda } from '../../features/meetings/notice/NoticeAgenda.tsx'
import { ObjectForm } from '../../features/meetings/notice/ObjectForm.tsx'
import { PaperForm } from '../../features/meetings/notice/PaperForm.tsx'
import { RecordAnswer } from '../../features/meetings/notice/RecordAnswer.tsx'
import { unreadIn } from '../../features/meetings/papers/PaperList.tsx'
import { PlanFacts } from '../../features/meetings/plan/PlanFacts.tsx'
import { graphql } from '../../generated/gql.ts'
import type { MeetingPageQuery } from '../../generated/graphql.ts'
import { formatMoment } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useMeetingsText } from '../../locales/meetings.ts'
import { useNetworkText } from '../../locales/network.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { Disclosure } from '../../ui/Disclosure/Disclosure.tsx'
import { Link, LinkButton } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { Notice } from '../../ui/Notice/Notice.tsx'
import { PageHead, Section } from '../../ui/Page/Page.tsx'
import { PrintButton } from '../../ui/PrintButton/PrintButton.tsx'
import '../../features/meetings/Meetings.css'

const MeetingPage_query = graphql(`
  query MeetingPage($id: ID!) {
    meeting(id: $id) {
      id
      title
      form
      state
      answerBy
      cancelReason
      auditorObjection
      platform {
        id
        name
        sample
        helpPhone
      }
      items(first: 60) {
        nodes {
          id
          kind
          title
          ...NoticeAgenda_item
        }
      }
      ownVoters(first: 10) {
        nodes {
          id
          name
          answer
          ...AnswerForm_voter
        }
      }
      viewerCan {
        run {
          allowed
        }
        layPapers {
          allowed
        }
        ask {
          allowed
        }
        object {
          allowed
        }
      }
      ...PlanFacts_meeting
      ...GuestList_meeting
    }
    meetingPapers(meetingId: $id) {
      ...PaperList_paper
    }
    meetingRoom(meetingId: $id) {
      answers
      voters {
        voterId
        position
        name
        answer
        proxyHolderId
      }
      items {
        itemId
        rule
        clause
        voted
        takingPart
      }
    }
  }
`)

const route = getRouteApi('/network/meetings/$meetingId')

/** The notice of a meeting as a member sees it. */
export function MeetingPage() {
  const { meetingId } = route.useParams()
  const text = useMeetingsText()
  const [result, readAgain] = useQuery({ query: MeetingPage_query, variables: { id: meetingId } })
  return (
    <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={20}>
      {({ meeting, meetingRoom, meetingPapers }) =>
        meeting ? (
          <NoticeOf
            meeting={meeting}
            room={meetingRoom}
            papers={meetingPapers}
            readAgain={() => readAgain({ requestPolicy: 'network-only' })}
          />
        ) : (
          <PageHead title={text.noneSuch} lead={<p>{text.noneSuchBody}</p>} />
        )
      }
    </Loaded>
  )
}

interface NoticeOfProps {
  meeting: NonNullable<MeetingPageQuery['meeting']>
  room: MeetingPageQuery['meetingRoom']
  papers: MeetingPageQuery['meetingPapers']
  readAgain: () => void
}

function NoticeOf({ meeting, room, papers, readAgain }: NoticeOfProps) {
  const text = useMeetingsText()
  const networkText = useNetworkText()
  const language = useLanguage()
  const { id: meetingId, form, state, platform, viewerCan, ownVoters, items } = meeting
  const runs = viewerCan.run.allowed
  const called = state === 'NOTICED' || state === 'OPEN'
  const answerBy = formatMoment(meeting.answerBy, language)
  const meets = form === 'ASSEMBLY'
  const writing = meets
    ? ownVoters.nodes.filter(({ answer }) => answer === 'WRITTEN' && state === 'NOTICED')
    : ownVoters.nodes.filter(() => state === 'OPEN')
  const voters = room?.voters ?? []
  const unread = unreadIn(papers)
  const answered = voters.filter(({ answer }) => answer !== null).length
  return (
    <>
      <Breadcrumbs current={meeting.title}>
        <Link to="/network" search={{ id: platform?.id }}>
          {networkText.title}
        </Link>
        <Link to="/network/meetings" search={{ id: platform?.id }}>
          {text.title}
        </Link>
      </Breadcrumbs>
      <PageHead
        title={meeting.title}
        kicker={text.kicker(text.forms[form], text.states[form][state])}
        sample={platform?.sample ?? false}
        lead={<p>{platform?.name}</p>}
        actions={
          <>
            {meets && (state === 'NOTICED' || state === 'OPEN' || state === 'CLOSED') && (
              <LinkButton
                to="/network/meetings/$meetingId/room"
                params={{ meetingId }}
                kind={state === 'OPEN' ? 'main' : 'plain'}
              >
                {text.toRoom}
              </LinkButton>
            )}
            {!meets && room && (
              <LinkButton to="/network/meetings/$meetingId/room" params={{ meetingId }}>
                {text.toCount}
              </LinkButton>
            )}
            {state === 'CLOSED' && (
              <LinkButton to="/network/meetings/$meetingId/minutes" params={{ meetingId }} kind="main">
                {text.toMinutes}
              </LinkButton>
            )}
            {runs && (state === 'DRAFT' || state === 'NOTICED') && (
              <LinkButton
                to="/network/meetings/$meetingId/edit"
                params={{ meetingId }}
                kind={state === 'DRAFT' ? 'main' : 'plain'}
              >
                {state === 'DRAFT' ? text.list.goOnPreparing : text.plan.editPlan}
              </LinkButton>
            )}
            {(papers.length > 0 || viewerCan.layPapers.allowed) && (
              <LinkButton to="/network/meetings/$meetingId/papers" params={{ meetingId }}>
                {viewerCan.layPapers.allowed
                  ? text.papers.lay
                  : unread > 0
                    ? text.papers.toPageUnread(unread)
                    : text.papers.toPage}
              </LinkButton>
            )}
            <PrintButton />
          </>
        }
      />
      {state === 'CANCELLED' && (
        <Notice kind="bad">
          <p>{text.cancelled(meeting.cancelReason ?? '')}</p>
        </Notice>
      )}
      {meeting.auditorObjection && (
        <Notice kind="bad">
          <p>{text.objected(meeting.auditorObjection)}</p>
        </Notice>
      )}
      <PlanFacts meeting={meeting} />
      {meets && state === 'NOTICED' && room && ownVoters.nodes.length > 0 && (
        <div className="yui-no-print">
          <Section title={text.answer.heading}>
            {ownVoters.nodes.map((voter) => (
              <AnswerForm
                key={voter.id}
                voter={voter}
                answers={room.answers}
                others={voters}
                answerBy={meeting.answerBy}
              />
            ))}
          </Section>
        </div>
      )}
      <Section title={meets ? text.agenda.heading : text.agenda.inWriting}>
        <NoticeAgenda
          meetingId={meetingId}
          items={items.nodes}
          rules={room?.items ?? []}
          papers={papers}
          onOpened={readAgain}
          asks={called && viewerCan.ask.allowed}
          answers={called && runs}
          writing={writing}
        />
      </Section>
      {meets && room && state !== 'CANCELLED' && (
        <Section title={text.status.heading}>
          <p>{text.status.counted(answered, voters.length)}</p>
          {runs && state === 'NOTICED' && (
            <Disclosure summary={text.record.open}>
              <RecordAnswer voters={voters} answers={room.answers} />
            </Disclosure>
          )}
          <Disclosure summary={text.status.show}>
            <AnswerTable voters={voters} />
          </Disclosure>
        </Section>
      )}
      {meets && runs && state !== 'DRAFT' && (
        <div className="yui-no-print">
          <Section title={text.guests}>
            <GuestList meeting={meeting} />
          </Section>
        </div>
      )}
      {form === 'OMISSION' && state === 'OPEN' && viewerCan.object.allowed && !meeting.auditorObjection && (
        <Section title={text.object.heading}>
          <ObjectForm meetingId={meetingId} />
        </Section>
      )}
      {meets && state === 'NOTICED' && room && (
        <PaperForm
          title={meeting.title}
          network={platform?.name ?? ''}
          answerBy={answerBy}
          phone={platform?.helpPhone ?? null}
          items={items.nodes}
          proxy={room.answers.includes('PROXY')}
          written={room.answers.includes('WRITTEN')}
        />
      )}
    </>
  )
}

import { readFragment, type FragmentType } from '../../../generated/fragment-masking.ts'
import { graphql } from '../../../generated/gql.ts'
import type { MeetingTable_MeetingFragment } from '../../../generated/graphql.ts'
import { formatMoment } from '../../../lib/dates.ts'
import { useLanguage } from '../../../lib/language.ts'
import { useMeetingsText } from '../../../locales/meetings.ts'
import { Link } from '../../../ui/Link/Link.tsx'
import { Cell, Head, Table } from '../../../ui/Table/Table.tsx'

const MeetingTable_meeting = graphql(`
  fragment MeetingTable_meeting on Meeting {
    id
    title
    form
    state
    place
    onlineUrl
    committee {
      id
      name
    }
    startsAt
    answerBy
    itemCount
    votingCount
    ownVoters(first: 5) {
      nodes {
        id
        name
        answer
      }
    }
    viewerCan {
      run {
        allowed
      }
    }
  }
`)

interface MeetingTableProps {
  caption: string
  meetings: readonly FragmentType<typeof MeetingTable_meeting>[]
}

/** Meetings with how far they are and what one has to do about each. */
export function MeetingTable({ caption, meetings: given }: MeetingTableProps) {
  const text = useMeetingsText()
  const language = useLanguage()
  const meetings = readFragment(MeetingTable_meeting, given)
  return (
    <Table caption={caption} captionHidden>
      <thead>
        <tr>
          <Head>{text.list.columns.meeting}</Head>
          <Head>{text.list.columns.when}</Head>
          <Head>{text.list.columns.state}</Head>
          <Head>{text.list.columns.next}</Head>
        </tr>
      </thead>
      <tbody>
        {meetings.map((meeting) => (
          <tr key={meeting.id}>
            <th scope="row">
              <Link to="/network/meetings/$meetingId" params={{ meetingId: meeting.id }}>
                {meeting.title}
              </Link>
              <span className="yui-row-note">
                {text.forms[meeting.form]}
                {text.between}
                {text.itemCount(meeting.itemCount)}
              </span>
              {meeting.committee && <span className="yui-row-note">{meeting.committee.name}</span>}
            </th>
            <Cell label={text.list.columns.when}>
              {meeting.form === 'ASSEMBLY'
                ? formatMoment(meeting.startsAt, language)
                : text.list.until(formatMoment(meeting.answerBy, language))}
              {meeting.form === 'ASSEMBLY' && (
                <span className="yui-row-note">{meeting.place || (meeting.onlineUrl && text.online)}</span>
              )}
            </Cell>
            <Cell label={text.list.columns.state}>{text.states[meeting.form][meeting.state]}</Cell>
            <Cell label={text.list.columns.next}>
              <Next meeting={meeting} />
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

/** What is to be done, as a link to where it is done. */
function Next({ meeting }: { meeting: MeetingTable_MeetingFragment }) {
  const text = useMeetingsText()
  const language = useLanguage()
  const { id: meetingId, state, form, answerBy, votingCount, ownVoters, viewerCan } = meeting
  const unanswered = ownVoters.nodes.filter(({ answer }) => answer === null)
  const params = { meetingId }
  if (state === 'DRAFT')
    return viewerCan.run.allowed ? (
      <Link to="/network/meetings/$meetingId/edit" params={params}>
        {text.list.goOnPreparing}
      </Link>
    ) : (
      text.list.nothing
    )
  if (state === 'OPEN' && form === 'ASSEMBLY')
    return (
      <Link to="/network/meetings/$meetingId/room" params={params}>
        {votingCount > 0 ? text.list.votingNow(votingCount) : text.list.goToRoom}
      </Link>
    )
  if (state === 'OPEN' && ownVoters.nodes.length > 0)
    return (
      <Link to="/network/meetings/$meetingId" params={params}>
        {text.list.voteBy(formatMoment(answerBy, language))}
      </Link>
    )
  if (state === 'NOTICED' && unanswered.length > 0)
    return (
      <Link to="/network/meetings/$meetingId" params={params}>
        {text.list.answerBy(formatMoment(answerBy, language))}
      </Link>
    )
  const answer = ownVoters.nodes[0]?.answer
  if (state === 'NOTICED' && answer) return text.list.answered(text.answers[answer])
  return text.list.nothing
}

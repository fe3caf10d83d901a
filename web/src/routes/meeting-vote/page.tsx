import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useQuery } from 'urql'
import { isSettled, numbersOf } from '../../features/meetings/agenda.ts'
import { BallotDone } from '../../features/meetings/ballot/BallotDone.tsx'
import { BallotForm } from '../../features/meetings/ballot/BallotForm.tsx'
import { DeclareForm } from '../../features/meetings/ballot/DeclareForm.tsx'
import { PaperList, papersOf, type PapersRead } from '../../features/meetings/papers/PaperList.tsx'
import { readFragment } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import type { Ballot_ItemFragment, MeetingVotePageQuery } from '../../generated/graphql.ts'
import { formatMoment, formatTime } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useMeetingsText } from '../../locales/meetings.ts'
import { Button, Buttons } from '../../ui/Button/Button.tsx'
import { Disclosure } from '../../ui/Disclosure/Disclosure.tsx'
import { Link, LinkButton } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { Notice } from '../../ui/Notice/Notice.tsx'
import { PageHead } from '../../ui/Page/Page.tsx'
import '../../features/meetings/Meetings.css'

const Ballot_item = graphql(`
  fragment Ballot_item on AgendaItem {
    id
    kind
    title
    text
    state
    votingUntil
    exclusions(first: 20) {
      nodes {
        id
        reason
        acceptedAt
        voter {
          id
        }
      }
    }
    ownBallots(first: 20) {
      nodes {
        id
        choice
        reason
        castAt
        channel
        castByUser {
          id
          name
        }
        voter {
          id
        }
      }
    }
  }
`)

const MeetingVotePage_query = graphql(`
  query MeetingVotePage($id: ID!) {
    meeting(id: $id) {
      id
      title
      form
      state
      answerBy
      platform {
        id
        sample
      }
      items(first: 60) {
        nodes {
          id
          ...Ballot_item
        }
      }
    }
    meetingPapers(meetingId: $id) {
      ...PaperList_paper
    }
    meetingRoom(meetingId: $id) {
      readAt
      ballotsHidden
      ballotsClause
      conflictClause
      excludesConflicts
      voters {
        voterId
        corporationId
        name
        votes
        standing
        answer
        mine
        mineByProxy
      }
      items {
        itemId
        voted
        votedIds
        missingIds
      }
    }
  }
`)

const route = getRouteApi('/network/meetings/$meetingId/vote/$itemId')

/** A ballot in two taps, for one's own corporation and for those who gave it their proxy, one after another. */
export function MeetingVotePage() {
  const { meetingId, itemId } = route.useParams()
  const text = useMeetingsText()
  const [result, readAgain] = useQuery({ query: MeetingVotePage_query, variables: { id: meetingId } })
  return (
    <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={12}>
      {({ meeting, meetingRoom, meetingPapers }) => {
        const items = meeting ? readFragment(Ballot_item, meeting.items.nodes) : []
        const item = items.find(({ id }) => id === itemId)
        return meeting && meetingRoom && item ? (
          <Ballot
            key={item.id}
            meeting={meeting}
            room={meetingRoom}
            papers={meetingPapers}
            readAgain={() => readAgain({ requestPolicy: 'network-only' })}
            items={items}
            item={item}
          />
        ) : (
          <PageHead title={text.noneSuch} lead={<p>{text.noneSuchBody}</p>} />
        )
      }}
    </Loaded>
  )
}

interface BallotProps {
  meeting: NonNullable<MeetingVotePageQuery['meeting']>
  room: NonNullable<MeetingVotePageQuery['meetingRoom']>
  papers: PapersRead
  readAgain: () => void
  items: readonly Ballot_ItemFragment[]
  item: Ballot_ItemFragment
}

type Voter = BallotProps['room']['voters'][number]

/** Whether a voter's ballot would be taken now: the vote is open, or it votes in writing before the meeting. */
const isOpenTo = (item: Ballot_ItemFragment, voter: Voter, meeting: BallotProps['meeting'], now: string) =>
  item.kind === 'RESOLUTION' &&
  (item.state === 'VOTING'
    ? voter.standing !== 'ABSENT' && voter.standing !== 'LEFT'
    : !isSettled(item.state) && voter.standing === 'WRITTEN' && now < meeting.answerBy)

function Ballot({ meeting, room, papers, readAgain, items, item }: BallotProps) {
  const text = useMeetingsText()
  const language = useLanguage()
  const name = text.numbered(item.kind, numbersOf(items).get(item.id) ?? 0)
  const params = { meetingId: meeting.id }
  const spoken = room.voters.filter(({ mine, mineByProxy, votes }) => (mine || mineByProxy) && votes > 0)
  const ballotOf = (of: Ballot_ItemFragment, voterId: string) =>
    of.ownBallots.nodes.find(({ voter }) => voter?.id === voterId)
  // A vote that the secretariat recorded for somebody whose proxy one holds is known, but not what it was.
  const hasVoted = (of: Ballot_ItemFragment, voterId: string) =>
    ballotOf(of, voterId) !== undefined ||
    (room.items.find(({ itemId }) => itemId === of.id)?.votedIds.includes(voterId) ?? false)
  const open = spoken.filter((voter) => isOpenTo(item, voter, meeting, room.readAt))
  const [askedId, ask] = useState<string>()
  const [changing, change] = useState(false)
  const voter =
    spoken.find(({ voterId }) => voterId === askedId) ??
    open.find(({ voterId }) => !hasVoted(item, voterId)) ??
    open[0] ??
    spoken[0]
  const exclusion = item.exclusions.nodes.find((one) => one.voter?.id === voter?.voterId)
  const ballot = voter && ballotOf(item, voter.voterId)
  const nextVoter = open.find(({ voterId }) => voterId !== voter?.voterId && !hasVoted(item, voterId))
  const nextItem = items.find(
    (one) =>
      one.id !== item.id &&
      spoken.some((each) => isOpenTo(one, each, meeting, room.readAt) && !hasVoted(one, each.voterId)),
  )
  const figures = room.items.find(({ itemId }) => itemId === item.id)
  const deadline = item.votingUntil ?? (item.state === 'VOTING' ? null : meeting.answerBy)
  const moment =
    deadline &&
    (meeting.form === 'ASSEMBLY' && item.votingUntil
      ? formatTime(deadline)
      : formatMoment(deadline, language))
  const until = moment ? text.ballot.until(moment) : text.ballot.untilClosed
  return (
    <div className="yui-narrow-column">
      <PageHead
        title={item.title}
        kicker={text.kicker(meeting.title, name)}
        sample={meeting.platform?.sample ?? false}
        lead={
          <p>
            {moment && text.ballot.deadline(moment)}
            <Link to="/network/meetings/$meetingId/room" params={params} search={{ item: item.id }}>
              {text.ballot.toRoom}
            </Link>
          </p>
        }
      />
      {item.text && (
        <Disclosure summary={text.ballot.readText}>
          <p className="yui-motion">{item.text}</p>
        </Disclosure>
      )}
      <PaperList papers={papersOf(papers, item.id)} of={name} onOpened={readAgain} />
      {spoken.length > 1 && (
        <ul className="yui-spoken">
          {spoken.map((each) => {
            const cast = ballotOf(item, each.voterId)
            return (
              <li key={each.voterId}>
                <Button
                  kind="text"
                  aria-current={each.voterId === voter?.voterId ? 'true' : undefined}
                  onClick={() => {
                    ask(each.voterId)
                    change(false)
                  }}
                >
                  {each.mine ? each.name : text.ballot.byProxyOf(each.name)}
                </Button>
                <span>{cast ? text.ballot.votedAs(text.choices[cast.choice]) : text.ballot.notYet}</span>
              </li>
            )
          })}
        </ul>
      )}
      {!voter ? (
        <Notice>
          <p>{text.ballot.noVoter}</p>
        </Notice>
      ) : exclusion ? (
        <Notice>
          <p>
            {exclusion.acceptedAt
              ? text.ballot.excluded(voter.name, exclusion.reason, room.conflictClause)
              : text.ballot.waitsForChair(voter.name, exclusion.reason)}
          </p>
        </Notice>
      ) : ballot && !changing ? (
        <BallotDone
          name={voter.name}
          ballot={ballot}
          until={open.includes(voter) ? until : text.ballot.closed}
        >
          <Buttons wide>
            {nextVoter && (
              <Button kind="main" size="big" onClick={() => ask(nextVoter.voterId)}>
                {nextVoter.mine ? text.ballot.nextOwn(nextVoter.name) : text.ballot.nextProxy(nextVoter.name)}
              </Button>
            )}
            {!nextVoter && nextItem && (
              <LinkButton
                to="/network/meetings/$meetingId/vote/$itemId"
                params={{ ...params, itemId: nextItem.id }}
                kind="main"
                size="big"
              >
                {text.ballot.nextItem(nextItem.title)}
              </LinkButton>
            )}
            {open.includes(voter) && (
              <Button size="big" onClick={() => change(true)}>
                {text.ballot.change}
              </Button>
            )}
            <LinkButton to="/network/meetings/$meetingId/room" params={params} size="big">
              {text.toRoom}
            </LinkButton>
          </Buttons>
          {figures && item.state === 'VOTING' && (
            <section className="mt-8">
              <h2>{text.ballot.now}</h2>
              <p>
                {text.ballot.count(figures.voted, figures.voted + figures.missingIds.length)}
                {room.ballotsHidden && text.room.hidden(room.ballotsClause)}
              </p>
            </section>
          )}
        </BallotDone>
      ) : open.includes(voter) ? (
        <>
          <BallotForm
            key={voter.voterId}
            itemId={item.id}
            voter={{
              voterId: voter.voterId,
              name: voter.name,
              byProxy: !voter.mine,
              head: !voter.corporationId,
            }}
            before={ballot?.choice}
            until={until}
            onDone={() => {
              change(false)
              // What was received is shown before the next one is asked.
              ask(voter.voterId)
            }}
          />
          {voter.mine && room.excludesConflicts && (
            <DeclareForm
              itemId={item.id}
              voterId={voter.voterId}
              name={voter.name}
              clause={room.conflictClause}
            />
          )}
        </>
      ) : (
        <>
          <Notice>
            <p>{isSettled(item.state) ? text.ballot.isSettled : text.ballot.notOpen(voter.name)}</p>
          </Notice>
          {!isSettled(item.state) && item.kind === 'RESOLUTION' && voter.mine && room.excludesConflicts && (
            <DeclareForm
              itemId={item.id}
              voterId={voter.voterId}
              name={voter.name}
              clause={room.conflictClause}
            />
          )}
        </>
      )}
    </div>
  )
}

import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { currentOf, numbersOf } from '../../features/meetings/agenda.ts'
import { ItemState } from '../../features/meetings/ItemState.tsx'
import { Exclusions } from '../../features/meetings/room/Exclusions.tsx'
import { LastChanges } from '../../features/meetings/room/LastChanges.tsx'
import { LiveState } from '../../features/meetings/room/LiveState.tsx'
import { OwnActions } from '../../features/meetings/room/OwnActions.tsx'
import { Quorum } from '../../features/meetings/room/Quorum.tsx'
import { QuorumCells } from '../../features/meetings/room/QuorumCells.tsx'
import { Roll } from '../../features/meetings/room/Roll.tsx'
import { RoomActions } from '../../features/meetings/room/RoomActions.tsx'
import { RoomAgenda } from '../../features/meetings/room/RoomAgenda.tsx'
import { PaperList, papersOf, type PapersRead } from '../../features/meetings/papers/PaperList.tsx'
import {
  areHeads,
  Room_item,
  type RoomFigures,
  type RoomMeeting,
} from '../../features/meetings/room/room-data.ts'
import { Votes } from '../../features/meetings/room/Votes.tsx'
import { readFragment } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import { formatMoment, formatTime } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useMeetingsText } from '../../locales/meetings.ts'
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead } from '../../ui/Page/Page.tsx'
import '../../features/meetings/Meetings.css'

const MeetingRoomPage_query = graphql(`
  query MeetingRoomPage($id: ID!) {
    meeting(id: $id) {
      id
      title
      organ
      form
      state
      startsAt
      endsAt
      answerBy
      voterCount
      platform {
        id
        name
        sample
      }
      series {
        id
      }
      items(first: 60) {
        nodes {
          id
          ...Room_item
        }
      }
      changes(first: 4) {
        nodes {
          id
          at
          answer
          presence
          voter {
            id
            name
          }
        }
      }
    }
    meetingPapers(meetingId: $id) {
      ...PaperList_paper
    }
    meetingRoom(meetingId: $id) {
      meetingId
      readAt
      ballotsHidden
      ballotsClause
      conflictClause
      excludesConflicts
      viewerRuns
      chairVoterId
      voters {
        voterId
        corporationId
        position
        name
        votes
        suspended
        standing
        answer
        proxyHolderId
        since
        mine
        mineByProxy
      }
      items {
        itemId
        rule
        clause
        entitled
        present
        presentIds
        quorumMet
        quorum {
          clause
          unit
          base
          reach
          numerator
          denominator
          total
          needed
          have
          met
          spare
        }
        majority {
          clause
          unit
          base
          reach
          numerator
          denominator
          total
          needed
          have
          met
          spare
        }
        takingPart
        voted
        votedIds
        missingIds
        inFavour
        against
        abstaining
        forIds
        againstIds
        abstainingIds
        outcome
      }
    }
  }
`)

const route = getRouteApi('/network/meetings/$meetingId/room')

/** The live room of a meeting: for the projector, the secretariat's desk and every member's telephone. */
export function MeetingRoomPage() {
  const { meetingId } = route.useParams()
  const text = useMeetingsText()
  const [result, readAgain] = useQuery({ query: MeetingRoomPage_query, variables: { id: meetingId } })
  return (
    <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={20}>
      {({ meeting, meetingRoom, meetingPapers }) =>
        meeting && meetingRoom ? (
          <Room
            meeting={meeting}
            room={meetingRoom}
            papers={meetingPapers}
            readAgain={() => readAgain({ requestPolicy: 'network-only' })}
          />
        ) : (
          <div className="yui-room__main">
            <PageHead title={text.noneSuch} lead={<p>{text.noneSuchBody}</p>} />
          </div>
        )
      }
    </Loaded>
  )
}

interface RoomProps {
  meeting: RoomMeeting
  room: RoomFigures
  papers: PapersRead
  readAgain: () => void
}

function Room({ meeting, room, papers, readAgain }: RoomProps) {
  const text = useMeetingsText()
  const language = useLanguage()
  const { item: asked } = route.useSearch()
  const items = readFragment(Room_item, meeting.items.nodes)
  // Before the opening the quorum is what everybody wants to see, and a report has none.
  const first = meeting.state === 'NOTICED' ? items.find(({ kind }) => kind === 'RESOLUTION') : undefined
  const item = items.find(({ id }) => id === asked) ?? first ?? currentOf(items)
  const figures = room.items.find(({ itemId }) => itemId === item?.id)
  const numbers = numbersOf(items)
  const nameOf = (id: string) => {
    const found = items.find((one) => one.id === id)
    return found ? text.numbered(found.kind, numbers.get(id) ?? 0) : ''
  }
  // A resolution in writing has no opening of its own.
  const heads = areHeads(room.voters)
  const opened = meeting.form !== 'ASSEMBLY' || meeting.state === 'OPEN' || meeting.state === 'CLOSED'
  const excludedIds = new Set(
    item?.exclusions.nodes.flatMap(({ acceptedAt, voter }) => (acceptedAt && voter ? [voter.id] : [])) ?? [],
  )
  const entitledWithAll = room.voters.filter(({ votes, suspended }) => votes > 0 && !suspended).length
  const begins = formatMoment(meeting.startsAt, language)
  const agenda = (
    <>
      <h2>{text.agenda.heading}</h2>
      <RoomAgenda
        meetingId={meeting.id}
        items={items}
        figures={room.items}
        papers={papers}
        chosenId={item?.id}
      />
    </>
  )
  return (
    <div className="yui-room">
      <nav className="yui-agenda yui-wide" aria-label={text.agenda.heading}>
        <Link to="/network/meetings/$meetingId" params={{ meetingId: meeting.id }}>
          {text.room.back}
        </Link>
        {agenda}
      </nav>
      <div className="yui-room__main">
        <div className="yui-room__head">
          <PageHead
            title={meeting.title}
            sample={meeting.platform?.sample ?? false}
            lead={
              <p>
                {text.room.when(
                  meeting.endsAt ? text.span(begins, formatTime(meeting.endsAt)) : begins,
                  meeting.voterCount,
                  text.states[meeting.form][meeting.state],
                  heads,
                )}
              </p>
            }
            actions={<LiveState readAt={room.readAt} />}
          />
        </div>
        <p className="yui-narrow">
          <Link to="/network/meetings/$meetingId" params={{ meetingId: meeting.id }}>
            {text.room.back}
          </Link>
        </p>
        {item ? (
          <>
            <section className="yui-now" aria-label={nameOf(item.id)}>
              <p className="yui-now__kicker">
                <span>{nameOf(item.id)}</span>
                <ItemState state={item.state} outcome={figures?.outcome ?? null} />
                {item.state === 'VOTING' && item.votingUntil && (
                  <span>
                    {text.room.until(
                      meeting.form === 'ASSEMBLY'
                        ? formatTime(item.votingUntil)
                        : formatMoment(item.votingUntil, language),
                    )}
                  </span>
                )}
              </p>
              <h2>{item.title}</h2>
            </section>
            {figures ? (
              <>
                <div className="yui-two-figures">
                  <Quorum figures={figures} heads={heads} />
                  <Votes
                    state={item.state}
                    figures={figures}
                    heads={heads}
                    hidden={room.ballotsHidden}
                    ballotsClause={room.ballotsClause}
                  />
                </div>
                <QuorumCells
                  voters={room.voters}
                  figures={figures}
                  excludedIds={excludedIds}
                  opened={opened}
                />
                <Exclusions
                  exclusions={item.exclusions.nodes}
                  clause={room.conflictClause}
                  base={entitledWithAll}
                  entitled={figures.entitled}
                />
              </>
            ) : (
              <p className="yui-motion">{item.text || text.nothingDecided}</p>
            )}
            <PaperList papers={papersOf(papers, item.id)} of={nameOf(item.id)} onOpened={readAgain} />
          </>
        ) : (
          <EmptyState title={text.room.noItems} />
        )}
        <OwnActions meeting={meeting} room={room} item={item} figures={figures} />
        {room.viewerRuns && (
          <RoomActions
            meeting={meeting}
            room={room}
            items={items}
            item={item}
            figures={figures}
            nameOf={nameOf}
          />
        )}
        <section aria-labelledby="roll">
          <div className="yui-room__roll-head">
            <h2 id="roll">{heads ? text.room.rollOfHeads : text.room.roll}</h2>
            <LastChanges
              changes={meeting.changes.nodes}
              present={figures?.present}
              counts={(voterId) =>
                !excludedIds.has(voterId) &&
                room.voters.some((voter) => voter.voterId === voterId && voter.votes > 0 && !voter.suspended)
              }
            />
          </div>
          <Roll
            voters={room.voters}
            chairVoterId={room.chairVoterId}
            figures={figures}
            excludedIds={excludedIds}
            opened={opened}
          />
        </section>
        <section className="yui-agenda yui-narrow" aria-label={text.agenda.heading}>
          {agenda}
        </section>
      </div>
    </div>
  )
}

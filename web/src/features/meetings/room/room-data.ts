import { graphql } from '../../../generated/gql.ts'
import type { MeetingRoomPageQuery } from '../../../generated/graphql.ts'

/** An item as the room follows it; every act in the room brings it back. */
export const Room_item = graphql(`
  fragment Room_item on AgendaItem {
    id
    kind
    title
    text
    presenter
    state
    votingUntil
    chairDecision
    exclusions(first: 50) {
      nodes {
        id
        reason
        own
        acceptedAt
        voter {
          id
          name
        }
      }
    }
    ballots(first: 100) {
      nodes {
        id
        choice
        voter {
          id
        }
      }
    }
  }
`)

export type RoomFigures = NonNullable<MeetingRoomPageQuery['meetingRoom']>
export type RoomVoter = RoomFigures['voters'][number]
export type RoomItemFigures = RoomFigures['items'][number]
export type RoomMeeting = NonNullable<MeetingRoomPageQuery['meeting']>
export type RoomChange = RoomMeeting['changes']['nodes'][number]

/** How a voter stands on the screen: before the opening it is what it has answered. */
export function standingOf(voter: RoomVoter, opened: boolean): RoomVoter['standing'] {
  if (opened || voter.since !== null) return voter.standing
  return voter.answer ?? 'ABSENT'
}

const ORDER: Record<RoomVoter['standing'], number> = {
  ON_SITE: 0,
  ONLINE: 1,
  PROXY: 2,
  WRITTEN: 3,
  ABSENT: 4,
  LEFT: 5,
}

/** Voters of an item as a row of squares: those that count first, by how they take part; the excluded apart. */
export function cellsOf(
  voters: readonly RoomVoter[],
  { presentIds }: Pick<RoomItemFigures, 'presentIds'>,
  excludedIds: ReadonlySet<string>,
  opened: boolean,
) {
  const present = new Set(presentIds)
  const inVote = voters.filter(({ votes, suspended }) => votes > 0 && !suspended)
  const cells = inVote
    .filter(({ voterId }) => !excludedIds.has(voterId))
    .map((voter) => ({
      voter,
      standing: standingOf(voter, opened),
      counts: present.has(voter.voterId),
    }))
    .toSorted(
      (one, other) =>
        Number(other.counts) - Number(one.counts) ||
        ORDER[one.standing] - ORDER[other.standing] ||
        one.voter.position - other.voter.position,
    )
  return { cells, excluded: inVote.filter(({ voterId }) => excludedIds.has(voterId)) }
}

/** How many take part in each way. */
export function tallyOf(cells: readonly { standing: RoomVoter['standing'] }[]) {
  const counts = new Map<RoomVoter['standing'], number>()
  for (const { standing } of cells) counts.set(standing, (counts.get(standing) ?? 0) + 1)
  return (Object.keys(ORDER) as RoomVoter['standing'][]).flatMap((standing) => {
    const count = counts.get(standing)
    return count === undefined ? [] : [{ standing, count }]
  })
}

export type VoteMark = 'VOTED' | 'MISSING' | 'NONE' | 'EXCLUDED' | 'FOR' | 'AGAINST' | 'ABSTAIN'

/** What the list of corporations says about a voter's vote on an item. */
export function voteMarkOf(
  voterId: string,
  figures: Pick<RoomItemFigures, 'votedIds' | 'missingIds'>,
  excludedIds: ReadonlySet<string>,
  choices: ReadonlyMap<string, 'FOR' | 'AGAINST' | 'ABSTAIN'>,
): VoteMark {
  if (excludedIds.has(voterId)) return 'EXCLUDED'
  const choice = choices.get(voterId)
  if (choice) return choice
  if (figures.votedIds.includes(voterId)) return 'VOTED'
  return figures.missingIds.includes(voterId) ? 'MISSING' : 'NONE'
}

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
    exclusions(first: 20) {
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
  }
`)

export type RoomFigures = NonNullable<MeetingRoomPageQuery['meetingRoom']>
export type RoomVoter = RoomFigures['voters'][number]
export type RoomItemFigures = RoomFigures['items'][number]
export type RoomMeeting = NonNullable<MeetingRoomPageQuery['meeting']>
export type RoomChange = RoomMeeting['changes']['nodes'][number]

/** Whether the voters are people in an office, who are counted by heads, and not corporations. */
export const areHeads = (voters: readonly { readonly corporationId?: string | null }[]): boolean =>
  voters.length > 0 && voters.every(({ corporationId }) => !corporationId)

/** A threshold in the unit in which these voters are counted. */
export const toldOf = <Measure extends { readonly unit: 'VOTERS' | 'VOTES' }>(
  measure: Measure,
  heads: boolean,
) => ({
  ...measure,
  unit: heads && measure.unit === 'VOTERS' ? ('HEADS' as const) : measure.unit,
})

/** How a voter stands on the screen: before the opening it is what it has answered. */
export function standingOf(voter: RoomVoter, opened: boolean): RoomVoter['standing'] {
  if (opened || voter.since !== null) return voter.standing
  return voter.answer ?? 'ABSENT'
}

/** How a square looks: whoever votes in writing counts once it has voted, and is waited for until then. */
export type CellSign = RoomVoter['standing'] | 'WAITING'

const ORDER: Record<CellSign, number> = {
  ON_SITE: 0,
  ONLINE: 1,
  PROXY: 2,
  WRITTEN: 3,
  WAITING: 4,
  ABSENT: 5,
  LEFT: 6,
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
    .map((voter) => {
      const counts = present.has(voter.voterId)
      const standing = standingOf(voter, opened)
      const sign: CellSign = standing === 'WRITTEN' && !counts ? 'WAITING' : standing
      return { voter, sign, counts }
    })
    .toSorted(
      (one, other) =>
        Number(other.counts) - Number(one.counts) ||
        ORDER[one.sign] - ORDER[other.sign] ||
        one.voter.position - other.voter.position,
    )
  return { cells, excluded: inVote.filter(({ voterId }) => excludedIds.has(voterId)) }
}

/** How many squares there are of each kind. */
export function tallyOf(cells: readonly { sign: CellSign }[]) {
  const counts = new Map<CellSign, number>()
  for (const { sign } of cells) counts.set(sign, (counts.get(sign) ?? 0) + 1)
  return (Object.keys(ORDER) as CellSign[]).flatMap((sign) => {
    const count = counts.get(sign)
    return count === undefined ? [] : [{ sign, count }]
  })
}

export type VoteMark = 'VOTED' | 'MISSING' | 'NONE' | 'EXCLUDED' | 'FOR' | 'AGAINST' | 'ABSTAIN'

/** What the list of corporations says about a voter's vote on an item. */
export function voteMarkOf(
  voterId: string,
  figures: Pick<RoomItemFigures, 'votedIds' | 'missingIds' | 'forIds' | 'againstIds' | 'abstainingIds'>,
  excludedIds: ReadonlySet<string>,
): VoteMark {
  if (excludedIds.has(voterId)) return 'EXCLUDED'
  if (figures.forIds?.includes(voterId)) return 'FOR'
  if (figures.againstIds?.includes(voterId)) return 'AGAINST'
  if (figures.abstainingIds?.includes(voterId)) return 'ABSTAIN'
  if (figures.votedIds.includes(voterId)) return 'VOTED'
  return figures.missingIds.includes(voterId) ? 'MISSING' : 'NONE'
}

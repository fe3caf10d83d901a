import type { ItemState } from './agenda.ts'

/** What papers are made by, so that the shelf knows whose they are. */
export const PAPER_SOURCE = 'meetings'
/** As many papers lie before one item at most. */
export const MOST_PAPERS = 20

type MeetingState = 'DRAFT' | 'NOTICED' | 'OPEN' | 'CLOSED' | 'CANCELLED'

/** Why nothing can be laid before an item any more; null = it can. */
export function refusalOfPaper(
  meeting: MeetingState,
  item: ItemState,
): 'MEETING_IS_OVER' | 'ITEM_IS_SETTLED' | null {
  if (meeting === 'CLOSED' || meeting === 'CANCELLED') return 'MEETING_IS_OVER'
  // A resolution in writing is voted on from the notice to its end, and may need another paper meanwhile.
  return item === 'UPCOMING' || item === 'OPEN' || item === 'VOTING' ? null : 'ITEM_IS_SETTLED'
}

interface Lying {
  readonly attachedAt: Date
  /** When its first file came, and the one that lies there now; null without one. */
  readonly firstAt: Date | null
  readonly arrivedAt: Date | null
}

/** What is new about a paper since the notice: it was added, or has got another version. */
export function newsOf(
  { attachedAt, firstAt, arrivedAt }: Lying,
  noticeSentAt: Date | null,
): 'ADDED' | 'RENEWED' | null {
  if (noticeSentAt === null || firstAt === null || arrivedAt === null) return null
  if (attachedAt > noticeSentAt || firstAt > noticeSentAt) return 'ADDED'
  return arrivedAt > noticeSentAt ? 'RENEWED' : null
}

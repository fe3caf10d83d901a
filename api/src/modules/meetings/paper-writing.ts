import type { AgendaItem, Meeting } from '../../generated/prisma/client.ts'
import type { Tx } from '../../kernel/db.ts'
import type { Emit } from '../../kernel/events.ts'
import { globalId } from '../../kernel/ids.ts'
import { holdRow } from '../../kernel/lock.ts'
import { RuleProblem } from '../../kernel/problems.ts'
import * as events from './events.ts'
import { announceChange, lockItem } from './meeting-writing.ts'
import { MOST_PAPERS, refusalOfPaper } from './rules/papers.ts'

/** Holds a meeting as it stands: its notice does not go out before the commit. */
export async function holdMeeting(tx: Tx, meetingId: string): Promise<Meeting> {
  await holdRow(tx, 'meeting', meetingId, 'TOGETHER')
  return tx.meeting.findUniqueOrThrow({ where: { id: meetingId } })
}

/** Refuses where nothing can be laid before an item any more. */
export function checkTakesPapers(meeting: Meeting, item: AgendaItem): void {
  switch (refusalOfPaper(meeting.state, item.state)) {
    case 'MEETING_IS_OVER':
      throw new RuleProblem('MEETING_IS_OVER', 'The meeting is over or was called off.')
    case 'ITEM_IS_SETTLED':
      throw new RuleProblem('ITEM_IS_SETTLED', 'The item is settled.')
    case null:
  }
}

interface Laid {
  readonly meeting: Meeting
  readonly itemId: string
  readonly documentId: string
  readonly attachedByUserId: string
}

/** Ties a document to an item, behind the papers that lie there. */
export async function layPaper(
  tx: Tx,
  now: Date,
  { meeting, itemId, documentId, attachedByUserId }: Laid,
): Promise<string> {
  // The lock gives two papers two places.
  checkTakesPapers(meeting, await lockItem(tx, itemId))
  const standing = await tx.agendaPaper.findMany({
    where: { itemId },
    select: { documentId: true, position: true },
  })
  if (standing.some((paper) => paper.documentId === documentId))
    throw new RuleProblem('PAPER_LIES_THERE', 'The document lies before the item already.')
  if (standing.length >= MOST_PAPERS)
    throw new RuleProblem('TOO_MANY_PAPERS', `At most ${MOST_PAPERS} papers lie before one item.`)
  const { id } = await tx.agendaPaper.create({
    data: {
      itemId,
      documentId,
      position: Math.max(0, ...standing.map(({ position }) => position)) + 1,
      attachedAt: now,
      attachedByUserId,
    },
    select: { id: true },
  })
  return id
}

/** Tells screens that the papers of an item have changed; with a document, that one more can be read since the notice. */
export function announcePapers(emit: Emit, meeting: Meeting, itemId: string, documentId?: string): void {
  const { id: meetingId, platformId, noticeSentAt } = meeting
  if (documentId === undefined || noticeSentAt === null)
    return announceChange(emit, meeting, ['AgendaItem', itemId])
  emit(
    events.PaperAttached,
    { meetingId, platformId, itemId, documentId },
    {
      audience: [`platform:${platformId}`],
      entities: [globalId('Meeting', meetingId), globalId('AgendaItem', itemId)],
    },
  )
}

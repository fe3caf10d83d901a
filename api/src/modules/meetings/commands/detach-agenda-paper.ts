import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { wasOpenedByMembers } from '../../bulletin/public.ts'
import { lockItem, refuseUnless } from '../meeting-writing.ts'
import { announcePapers, checkTakesPapers, holdMeeting } from '../paper-writing.ts'
import * as policy from '../policy/meetings.ts'

/** 「資料から外す」 */
export const detachAgendaPaper = command({
  name: 'detachAgendaPaper',
  description:
    'The secretariat takes a paper off an item; the document stays on the shelf. After the notice only as long as no member has opened it there: what members have read stays before them, and is corrected by a new version.',
  scope: 'meetings:write',
  input: z.object({ agendaPaperId: idOf('AgendaPaper').describe('The paper.') }),
  subject: async (tx, { agendaPaperId }, viewer) => {
    const paper = await tx.agendaPaper.findFirst({
      where: { AND: [{ id: agendaPaperId }, policy.papersVisibleTo(viewer)] },
      include: { item: { include: { meeting: true } } },
    })
    const meeting = paper?.item.meeting
    return paper && meeting ? { paper, meeting, platformId: meeting.platformId } : null
  },
  may: policy.layPapers,
  async run({
    tx,
    subject: {
      paper,
      meeting: { id },
    },
    emit,
  }) {
    const meeting = await holdMeeting(tx, id)
    checkTakesPapers(meeting, await lockItem(tx, paper.itemId))
    const read =
      meeting.noticeSentAt !== null && (await wasOpenedByMembers(tx, paper.documentId, paper.attachedAt))
    refuseUnless(!read, () => new RuleProblem('PAPER_WAS_READ', 'Members have opened the paper.'))
    await tx.agendaPaper.delete({ where: { id: paper.id } })
    announcePapers(emit, meeting, paper.itemId)
    return { agendaItemId: paper.itemId }
  },
})

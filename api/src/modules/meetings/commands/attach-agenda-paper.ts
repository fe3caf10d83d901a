import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { findItem } from '../meeting-writing.ts'
import { announcePapers, holdMeeting, layPaper } from '../paper-writing.ts'
import * as policy from '../policy/meetings.ts'

/** 「書類の棚から選ぶ」 */
export const attachAgendaPaper = command({
  name: 'attachAgendaPaper',
  description:
    'The secretariat lays a document of the network’s shelf before a meeting, as a paper of an item. It has a file and is for members. After the notice it is marked as added later, and members are told.',
  scope: 'meetings:write',
  input: z.object({
    agendaItemId: idOf('AgendaItem').describe('The item, not settled.'),
    documentId: idOf('Document').describe('The document, of the same network.'),
  }),
  subject: (tx, { agendaItemId }, viewer) => findItem(tx, agendaItemId, viewer),
  may: policy.layPapers,
  async run({ tx, subject: { item, platformId, ...subject }, input: { documentId }, viewer, now, emit }) {
    const meeting = await holdMeeting(tx, subject.meeting.id)
    const document = await tx.document.findFirst({
      where: { id: documentId, platformId, latestNumber: { gt: 0 }, deletedAt: null },
      select: { audience: true },
    })
    if (!document) throw new RuleProblem('PAPER_NOT_ON_SHELF', 'The shelf has no such document with a file.')
    if (document.audience !== 'MEMBERS')
      throw new RuleProblem('ATTACHMENT_NOT_FOR_MEMBERS', 'Members cannot read the document.')
    const attachedByUserId = viewer.userId ?? ''
    const agendaPaperId = await layPaper(tx, now, { meeting, itemId: item.id, documentId, attachedByUserId })
    announcePapers(emit, meeting, item.id, documentId)
    return { agendaPaperId, agendaItemId: item.id }
  },
})

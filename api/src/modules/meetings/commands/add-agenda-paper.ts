import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { idempotencyKey } from '../../../kernel/inputs.ts'
import { placeDocument } from '../../bulletin/public.ts'
import { line } from '../inputs.ts'
import { dayOf, findItem } from '../meeting-writing.ts'
import { announcePapers, holdMeeting, layPaper } from '../paper-writing.ts'
import * as policy from '../policy/meetings.ts'
import { PAPER_SOURCE } from '../rules/papers.ts'

/** 「新しい資料を加える」 */
export const addAgendaPaper = command({
  name: 'addAgendaPaper',
  description:
    'The secretariat makes a place for a new paper of an item, on the network’s shelf; its file follows as the first version of the document. Until the notice it is the officers’ alone, with the notice it is the members’ too; what is added later is marked so, and members are told when its file has come.',
  scope: 'meetings:write',
  input: z.object({
    agendaItemId: idOf('AgendaItem').describe('The item, not settled.'),
    title: line(200).describe('What the paper is called, e.g. 資料1 補正予算の内訳; 1 to 200 characters.'),
    idempotencyKey: idempotencyKey(),
  }),
  subject: (tx, { agendaItemId }, viewer) => findItem(tx, agendaItemId, viewer),
  may: policy.layPapers,
  async run({ tx, subject: { item, platformId, ...subject }, input: { title }, viewer, now, emit }) {
    const meeting = await holdMeeting(tx, subject.meeting.id)
    const documentId = await placeDocument(
      { tx, now, emit },
      {
        platformId,
        title,
        kind: 'OTHER',
        audience: meeting.noticeSentAt === null ? 'OFFICERS' : 'MEMBERS',
        retainFrom: dayOf(meeting),
        source: PAPER_SOURCE,
      },
    )
    const attachedByUserId = viewer.userId ?? ''
    const agendaPaperId = await layPaper(tx, now, { meeting, itemId: item.id, documentId, attachedByUserId })
    // There is nothing to read yet: members hear of it with its file.
    announcePapers(emit, meeting, item.id)
    return { agendaPaperId, agendaItemId: item.id, documentId }
  },
})

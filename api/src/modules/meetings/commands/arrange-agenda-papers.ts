import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { findItem, lockItem } from '../meeting-writing.ts'
import { announcePapers, checkTakesPapers, holdMeeting } from '../paper-writing.ts'
import * as policy from '../policy/meetings.ts'
import { MOST_PAPERS } from '../rules/papers.ts'

/** 「資料の順番」 */
export const arrangeAgendaPapers = command({
  name: 'arrangeAgendaPapers',
  description:
    'The secretariat puts the papers of an item into another order. It names all that lie there; if one was added or taken off meanwhile, it reads them again first.',
  scope: 'meetings:write',
  input: z.object({
    agendaItemId: idOf('AgendaItem').describe('The item, not settled.'),
    agendaPaperIds: z
      .array(idOf('AgendaPaper'))
      .min(1)
      .max(MOST_PAPERS)
      .describe('All its papers, in the order in which they are to lie.'),
  }),
  subject: (tx, { agendaItemId }, viewer) => findItem(tx, agendaItemId, viewer),
  may: policy.layPapers,
  async run({ tx, subject: { item, ...subject }, input: { agendaPaperIds }, emit }) {
    const meeting = await holdMeeting(tx, subject.meeting.id)
    checkTakesPapers(meeting, await lockItem(tx, item.id))
    const lying = await tx.agendaPaper.findMany({
      where: { itemId: item.id },
      select: { id: true, position: true },
    })
    const known = new Set(lying.map(({ id }) => id))
    const named = new Set(agendaPaperIds)
    if (
      named.size !== agendaPaperIds.length ||
      named.size !== known.size ||
      agendaPaperIds.some((id) => !known.has(id))
    )
      throw new RuleProblem('PAPERS_HAVE_CHANGED', 'Papers were added or taken off meanwhile.')
    // Two papers never share a place, not even for a moment: all go behind the last one first.
    const behind = Math.max(...lying.map(({ position }) => position), MOST_PAPERS)
    for (const offset of [behind, 0])
      for (const [n, id] of agendaPaperIds.entries())
        await tx.agendaPaper.update({ where: { id }, data: { position: offset + n + 1 } })
    announcePapers(emit, meeting, item.id)
    return { agendaItemId: item.id }
  },
})

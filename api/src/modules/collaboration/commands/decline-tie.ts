import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { save } from '../../../kernel/save.ts'
import * as events from '../events.ts'
import { decline } from '../policy/ties.ts'
import { answers, audienceOfTie, hearersOf, loadTie, noted, ownPart } from '../tie-writing.ts'

/** 「見送る」 */
export const declineTie = command({
  name: 'declineTie',
  description:
    'A party does not want a tie that was proposed to it; it comes to nothing, and what stood before goes on.',
  scope: 'collaboration:write',
  input: z.object({
    collaborationTieId: idOf('CollaborationTie').describe('The tie in question.'),
    version: version(),
    note: z.string().trim().min(1).max(300).optional().describe('What is said with it.'),
  }),
  subject: (tx, { collaborationTieId }, viewer) => loadTie(tx, collaborationTieId, viewer),
  may: (viewer, subject) => decline(viewer, subject.tie, answers(subject, viewer)),
  auditSubject: () => null,
  auditAudience: (subject) => audienceOfTie(subject),
  async run({ tx, subject, input, viewer, now, emit }) {
    const { tie, parties } = subject
    const own = ownPart(subject, viewer)
    if (!own) throw new Error('`decline` lets nobody pass who is no party.')
    await tx.collaborationTieParty.update({
      where: { id: own.id },
      data: {
        answer: 'DECLINED',
        answeredAt: now,
        answeredByUserId: viewer.userId,
        version: { increment: 1 },
      },
    })
    await save(tx.collaborationTie, tie, input.version, { status: 'DECLINED' })
    await noted(tx, tie.id, 'DECLINED', { viewer, now, note: input.note })
    emit(
      events.TieAnswered,
      { tieId: tie.id, answer: 'DECLINED', byCorporationId: own.corporationId },
      await hearersOf(tx, { ...tie, status: 'DECLINED' }, parties, now),
    )
    return { collaborationTieId: tie.id }
  },
})

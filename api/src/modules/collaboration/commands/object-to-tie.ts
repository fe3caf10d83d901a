import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { save } from '../../../kernel/save.ts'
import * as events from '../events.ts'
import { object } from '../policy/ties.ts'
import { audienceOfTie, hearersOf, loadTie, noted, ownPart } from '../tie-writing.ts'

/** 「事実と違うと伝える」 */
export const objectToTie = command({
  name: 'objectToTie',
  description:
    'A party says that what the secretariat recorded of it is not so; until that is settled only the parties and the network’s officers see it.',
  scope: 'collaboration:write',
  input: z.object({
    collaborationTieId: idOf('CollaborationTie').describe('The tie in question.'),
    version: version(),
    objection: z.string().trim().min(1).max(300).describe('What is not so, at most 300 characters.'),
  }),
  subject: (tx, { collaborationTieId }, viewer) => loadTie(tx, collaborationTieId, viewer),
  may: (viewer, subject) => object(viewer, subject.tie, ownPart(subject, viewer) !== undefined),
  auditSubject: () => null,
  auditAudience: (subject) => audienceOfTie(subject),
  async run({ tx, subject, input, viewer, now, emit }) {
    const { tie, parties } = subject
    const own = ownPart(subject, viewer)
    if (!own) throw new Error('`object` lets nobody pass who is no party.')
    await tx.collaborationTieParty.update({
      where: { id: own.id },
      data: {
        answer: 'OBJECTED',
        answeredAt: now,
        answeredByUserId: viewer.userId,
        objection: input.objection,
        version: { increment: 1 },
      },
    })
    await save(tx.collaborationTie, tie, input.version, { status: 'OBJECTED' })
    await noted(tx, tie.id, 'OBJECTED', { viewer, now, note: input.objection })
    emit(
      events.TieAnswered,
      { tieId: tie.id, answer: 'OBJECTED', byCorporationId: own.corporationId },
      await hearersOf(tx, { ...tie, status: 'OBJECTED' }, parties, now),
    )
    return { collaborationTieId: tie.id }
  },
})

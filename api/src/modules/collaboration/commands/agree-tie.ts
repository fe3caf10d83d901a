import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { idempotencyKey, version } from '../../../kernel/inputs.ts'
import { save } from '../../../kernel/save.ts'
import * as events from '../events.ts'
import { agree } from '../policy/ties.ts'
import { answers, audienceOfTie, hearersOf, loadTie, noted, ownPart, replaceAmended } from '../tie-writing.ts'

/** 「同意する」 */
export const agreeTie = command({
  name: 'agreeTie',
  description:
    'A party agrees to a tie that was proposed to it or recorded of it; with the last answer it stands, and what it amends ends.',
  scope: 'collaboration:write',
  input: z.object({
    collaborationTieId: idOf('CollaborationTie').describe('The tie in question.'),
    version: version(),
    idempotencyKey: idempotencyKey(),
  }),
  subject: (tx, { collaborationTieId }, viewer) => loadTie(tx, collaborationTieId, viewer),
  may: (viewer, subject) => agree(viewer, subject.tie, answers(subject, viewer)),
  auditSubject: () => null,
  auditAudience: (subject) => audienceOfTie(subject),
  async run({ tx, subject, input, viewer, now, emit }) {
    const { tie, parties } = subject
    const own = ownPart(subject, viewer)
    if (!own) throw new Error('`agree` lets nobody pass who is no party.')
    await tx.collaborationTieParty.update({
      where: { id: own.id },
      data: {
        answer: 'AGREED',
        answeredAt: now,
        answeredByUserId: viewer.userId,
        objection: null,
        version: { increment: 1 },
      },
    })
    const others = parties.filter(({ id, endsOn }) => id !== own.id && endsOn === null)
    const stands = others.every(({ answer }) => answer === 'AGREED' || answer === 'RECORDED')
    const status = stands ? 'STANDING' : tie.status
    await save(tx.collaborationTie, tie, input.version, {
      status,
      agreedAt: tie.agreedAt ?? (stands ? now : null),
    })
    if (stands && tie.status === 'PROPOSED') await replaceAmended(tx, tie.amendsId, tie.validFrom)
    await noted(tx, tie.id, 'AGREED', { viewer, now })
    emit(
      events.TieAnswered,
      { tieId: tie.id, answer: 'AGREED', byCorporationId: own.corporationId },
      await hearersOf(tx, { ...tie, status }, parties, now),
    )
    return { collaborationTieId: tie.id }
  },
})

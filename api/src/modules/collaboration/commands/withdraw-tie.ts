import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { save } from '../../../kernel/save.ts'
import * as events from '../events.ts'
import { withdraw } from '../policy/ties.ts'
import { audienceOfTie, hearersOf, loadTie, noted } from '../tie-writing.ts'

/** 「申込みを取り下げる」 */
export const withdrawTie = command({
  name: 'withdrawTie',
  description: 'Who proposed a tie takes it back while an answer is missing.',
  scope: 'collaboration:write',
  input: z.object({
    collaborationTieId: idOf('CollaborationTie').describe('The tie in question.'),
    version: version(),
  }),
  subject: (tx, { collaborationTieId }, viewer) => loadTie(tx, collaborationTieId, viewer),
  may: (viewer, { tie }) => withdraw(viewer, tie),
  auditSubject: () => null,
  auditAudience: (subject) => audienceOfTie(subject),
  async run({ tx, subject: { tie, parties }, input, viewer, now, emit }) {
    await save(tx.collaborationTie, tie, input.version, { status: 'WITHDRAWN' })
    await noted(tx, tie.id, 'WITHDRAWN', { viewer, now })
    const hearers = await hearersOf(tx, { ...tie, status: 'WITHDRAWN' }, parties, now)
    emit(events.TieWithdrawn, { tieId: tie.id }, hearers)
    return { collaborationTieId: tie.id }
  },
})

import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { save } from '../../../kernel/save.ts'
import * as events from '../events.ts'
import * as policy from '../policy/decisions.ts'

/** 「置きかえた議決を記録する」 */
export const supersedeDecision = command({
  name: 'supersedeDecision',
  description:
    'Secretariat or chair note that a later, carried decision of the same network has replaced a decision; both stay in the register.',
  scope: 'meetings:write',
  input: z.object({
    decisionId: idOf('Decision').describe('The decision that no longer holds.'),
    supersededById: idOf('Decision').describe('The carried decision that replaces it.'),
    version: version(),
  }),
  subject: (tx, { decisionId }, viewer) =>
    tx.decision.findFirst({
      where: { AND: [{ id: decisionId }, policy.decisionsVisibleTo(viewer)] },
      select: { id: true, platformId: true, decidedAt: true, supersededById: true },
    }),
  may: policy.supersede,
  async run({ tx, subject, input, emit }) {
    const by = await tx.decision.findUnique({
      where: { id: input.supersededById },
      select: { id: true, platformId: true, decidedAt: true, outcome: true },
    })
    if (by?.platformId !== subject.platformId || by.id === subject.id)
      throw new RuleProblem('SUPERSEDING_NOT_IN_REGISTER', 'The other decision is not in the same register.')
    if (by.outcome !== 'CARRIED')
      throw new RuleProblem('SUPERSEDING_NOT_CARRIED', 'Only a carried decision replaces another.')
    if (by.decidedAt < subject.decidedAt)
      throw new RuleProblem('SUPERSEDING_IS_EARLIER', 'An earlier decision cannot replace a later one.')
    if (subject.supersededById !== null)
      throw new RuleProblem('SUPERSEDED_ALREADY', 'It has been replaced already.')
    await save(tx.decision, subject, input.version, { supersededById: by.id })
    emit(
      events.DecisionSuperseded,
      { platformId: subject.platformId, decisionId: subject.id, supersededById: by.id },
      {
        audience: [`platform:${subject.platformId}`],
        entities: [globalId('Decision', subject.id), globalId('Decision', by.id)],
      },
    )
    return { decisionId: subject.id }
  },
})

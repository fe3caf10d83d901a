import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { day, version } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { save } from '../../../kernel/save.ts'
import { retentionBasis, retentionYears } from '../inputs.ts'
import * as policy from '../policy/retention.ts'
import { announceRetention } from '../retention.ts'
import { correctionOf } from '../rules/retention.ts'

/** 「保存年数の案を直す」 */
export const correctRetentionRule = command({
  name: 'correctRetentionRule',
  description:
    'The system operator corrects a proposal for how long papers are kept: from its first day if it was wrong, or from a later day if something else holds from then on. A corrected proposal counts as unconfirmed; what is on the shelves keeps its days.',
  input: z.object({
    retentionRuleId: idOf('RetentionRule').describe('The proposal that holds now.'),
    years: retentionYears,
    basis: retentionBasis,
    fromOn: day().describe('First day on which the corrected proposal counts.'),
    version: version(),
  }),
  subject: (tx, { retentionRuleId }) => tx.retentionRule.findUnique({ where: { id: retentionRuleId } }),
  may: policy.keepRetentionRules,
  onConstraint: {
    retention_rule_one_at_a_time: () =>
      new RuleProblem('RETENTION_RULE_TWICE', 'Another proposal of this kind holds on these days.'),
  },
  async run({ tx, subject, input, emit }) {
    const { years, basis, fromOn } = input
    const correction = correctionOf(subject, fromOn)
    if (correction.kind === 'WRONG_FROM_THE_START') {
      await save(tx.retentionRule, subject, input.version, {
        years,
        basis,
        startsOn: fromOn,
        confirmedAt: null,
        confirmedByUserId: null,
      })
      // Papers that followed the wrong number keep their days, and no longer say that they follow the proposal.
      await tx.document.updateMany({
        where: { retentionRuleId: subject.id, NOT: { retentionYears: years } },
        data: { retentionRuleId: null, version: { increment: 1 } },
      })
      announceRetention(emit, subject.id)
      return { retentionRuleId: subject.id }
    }
    if (correction.kind === 'OVER')
      throw new RuleProblem('RETENTION_RULE_IS_OVER', 'The proposal has ended before that day.')
    await save(tx.retentionRule, subject, input.version, { endsOn: correction.lastDay })
    const { id } = await tx.retentionRule.create({
      data: { kind: subject.kind, years, basis, startsOn: fromOn, endsOn: subject.endsOn },
      select: { id: true },
    })
    announceRetention(emit, subject.id)
    announceRetention(emit, id)
    return { retentionRuleId: id }
  },
})

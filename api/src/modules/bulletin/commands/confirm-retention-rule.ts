import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { save } from '../../../kernel/save.ts'
import { retentionBasis } from '../inputs.ts'
import * as policy from '../policy/retention.ts'
import { announceRetention } from '../retention.ts'

/** 「保存年数の案の出典を記録する」 */
export const confirmRetentionRule = command({
  name: 'confirmRetentionRule',
  description:
    'The system operator has checked a proposal for how long papers are kept against the source that is named.',
  input: z.object({
    retentionRuleId: idOf('RetentionRule').describe('The proposal.'),
    basis: retentionBasis,
    version: version(),
  }),
  subject: (tx, { retentionRuleId }) => tx.retentionRule.findUnique({ where: { id: retentionRuleId } }),
  may: policy.keepRetentionRules,
  async run({ tx, subject, input, viewer, now, emit }) {
    await save(tx.retentionRule, subject, input.version, {
      basis: input.basis,
      confirmedAt: now,
      confirmedByUserId: viewer.userId,
    })
    announceRetention(emit, subject.id)
    return { retentionRuleId: subject.id }
  },
})

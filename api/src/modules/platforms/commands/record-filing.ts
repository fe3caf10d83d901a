import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { day } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { findNetwork } from '../membership-writing.ts'
import { announceChange } from '../network-writing.ts'
import { runNetwork } from '../policy/membership.ts'

export const recordFiling = command({
  name: 'recordFiling',
  description:
    'The secretariat marks a yearly filing as handed in; nobody is reminded of it any more. Without a day the mark is taken away.',
  input: z.object({
    platformId: idOf('Platform').describe('The network, one’s own.'),
    ruleCode: z.string().max(40).describe('Which filing, by the code of its rule.'),
    fiscalYear: z.int().min(2022).max(2100).describe('The year it is of, by its first calendar year.'),
    doneOn: day().optional().describe('Day it was handed in; left out, it was not after all.'),
    note: z
      .string()
      .trim()
      .max(200)
      .default('')
      .describe('What there is to say of it, e.g. the receipt number.'),
  }),
  subject: (tx, { platformId }, viewer) => findNetwork(tx, platformId, viewer),
  may: runNetwork,
  async run({ tx, subject, input, emit }) {
    const { platformId, ruleCode, fiscalYear, doneOn, note } = input
    const rule = await tx.filingRule.findUnique({ where: { code: ruleCode } })
    if (rule?.kind !== subject.kind)
      throw new RuleProblem('FILING_UNKNOWN', 'Networks of this kind have no such filing.')
    await tx.platformFiling.deleteMany({ where: { platformId, ruleCode, fiscalYear } })
    if (doneOn) await tx.platformFiling.create({ data: { platformId, ruleCode, fiscalYear, doneOn, note } })
    announceChange(emit, platformId)
    return { platformId }
  },
})

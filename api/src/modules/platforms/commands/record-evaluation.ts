import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { day } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { save } from '../../../kernel/save.ts'
import { text, webAddress } from '../inputs.ts'
import { findNetwork } from '../membership-writing.ts'
import { announceChange } from '../network-writing.ts'
import { runNetwork } from '../policy/membership.ts'

export const recordEvaluation = command({
  name: 'recordEvaluation',
  description:
    'The secretariat writes down how the 社会福祉連携推進評議会 evaluated a fiscal year and where the result is published; what was written of the same year is corrected.',
  input: z.object({
    platformId: idOf('Platform').describe('The network, one’s own.'),
    fiscalYear: z.int().min(2022).max(2100).describe('The year it is of, by its first calendar year.'),
    evaluatedOn: day().describe('Day of the evaluation.'),
    summary: text(4000).describe('The result, at most 4000 characters.'),
    publishedUrl: webAddress().describe('Where it is published.'),
  }),
  subject: (tx, { platformId }, viewer) => findNetwork(tx, platformId, viewer),
  may: runNetwork,
  async run({ tx, subject, input, emit }) {
    const { platformId, fiscalYear } = input
    if (subject.kind !== 'COLLABORATION_PROMOTION_CORPORATION')
      throw new RuleProblem(
        'ONLY_FOR_PROMOTION_CORPORATIONS',
        'Only a 社会福祉連携推進法人 has such a council.',
      )
    const found = await tx.platformEvaluation.findUnique({
      where: { platformId_fiscalYear: { platformId, fiscalYear } },
    })
    if (found) await save(tx.platformEvaluation, found, found.version, input)
    else await tx.platformEvaluation.create({ data: input })
    announceChange(emit, platformId)
    return { platformId }
  },
})

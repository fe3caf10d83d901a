import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { save } from '../../../kernel/save.ts'
import { text } from '../inputs.ts'
import { findNetwork } from '../membership-writing.ts'
import { announceChange } from '../network-writing.ts'
import { runNetwork } from '../policy/membership.ts'
import { inFiscalOrder } from '../rules/months.ts'

export const planPlatformYear = command({
  name: 'planPlatformYear',
  description: 'The secretariat settles what its network usually does in which month of the fiscal year.',
  input: z.object({
    platformId: idOf('Platform').describe('The network, one’s own.'),
    entries: z
      .array(
        z.object({
          month: z.int().min(1).max(12).describe('Month, 1 to 12.'),
          title: text(100).describe('What is done.'),
        }),
      )
      .max(60)
      .describe('All entries; they are put in the order of the fiscal year.'),
    version: version(),
  }),
  subject: (tx, { platformId }, viewer) => findNetwork(tx, platformId, viewer),
  may: runNetwork,
  async run({ tx, subject, input, emit }) {
    const { platformId } = input
    await save(tx.platform, subject, input.version, {})
    await tx.platformYearPlan.deleteMany({ where: { platformId } })
    await tx.platformYearPlan.createMany({
      data: inFiscalOrder(input.entries).map((entry, n) => ({ ...entry, platformId, position: n + 1 })),
    })
    announceChange(emit, platformId)
    return { platformId }
  },
})

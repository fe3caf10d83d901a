import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { save } from '../../../kernel/save.ts'
import { text } from '../inputs.ts'
import { findNetwork } from '../membership-writing.ts'
import { announceChange } from '../network-writing.ts'
import { runNetwork } from '../policy/membership.ts'

export const settleResponsibilities = command({
  name: 'settleResponsibilities',
  description:
    'The secretariat settles the roles of its network and what each answers for; their holders are the people in the office of that name.',
  input: z.object({
    platformId: idOf('Platform').describe('The network, one’s own.'),
    roles: z
      .array(
        z.object({
          name: text(40).describe('As the rulebook calls the office, e.g. 会長.'),
          responsibilities: z
            .array(text(200))
            .max(20)
            .describe('What its holders answer for, a sentence each.'),
        }),
      )
      .max(40)
      .describe('All roles, in order.'),
    version: version(),
  }),
  subject: (tx, { platformId }, viewer) => findNetwork(tx, platformId, viewer),
  may: runNetwork,
  async run({ tx, subject, input, emit }) {
    const { platformId, roles } = input
    if (new Set(roles.map(({ name }) => name)).size < roles.length)
      throw new RuleProblem('ROLE_NAMED_TWICE', 'Two roles have the same name.')
    await save(tx.platform, subject, input.version, {})
    await tx.platformRole.deleteMany({ where: { platformId } })
    await tx.platformRole.createMany({
      data: roles.map((role, n) => ({ ...role, platformId, position: n + 1 })),
    })
    announceChange(emit, platformId)
    return { platformId }
  },
})

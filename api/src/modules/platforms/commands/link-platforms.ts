import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { day } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { linkKind } from '../inputs.ts'
import { announceChange, linkRefusals } from '../network-writing.ts'
import { link } from '../policy/networks.ts'

export const linkPlatforms = command({
  name: 'linkPlatforms',
  description:
    'The system operator writes down that a network stands below another or that two work together, from a day on; no network becomes a part of itself.',
  input: z.object({
    platformId: idOf('Platform').describe('One of the two networks.'),
    otherId: idOf('Platform').describe('The other; the upper one where one stands below.'),
    kind: linkKind().describe('How they stand to each other.'),
    note: z.string().trim().max(300).default('').describe('On what it rests, e.g. an agreement.'),
    startsOn: day().describe('First day.'),
  }),
  subject: async (tx, { platformId, otherId }) => {
    const found = await tx.platform.count({ where: { id: { in: [platformId, otherId] } } })
    return found === new Set([platformId, otherId]).size ? { platformId } : null
  },
  may: link,
  onConstraint: linkRefusals,
  async run({ tx, input, emit }) {
    const { platformId, otherId, kind, note, startsOn } = input
    if (platformId === otherId)
      throw new RuleProblem('LINKED_WITH_ITSELF', 'A network is linked with another one.')
    await tx.platformLink.create({ data: { fromId: platformId, toId: otherId, kind, note, startsOn } })
    announceChange(emit, platformId)
    announceChange(emit, otherId)
    return { platformId }
  },
})

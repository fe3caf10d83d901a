import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { save } from '../../../kernel/save.ts'
import { text } from '../inputs.ts'
import { findNetwork } from '../membership-writing.ts'
import { announceChange } from '../network-writing.ts'
import { runNetwork } from '../policy/membership.ts'

export const draftPolicy = command({
  name: 'draftPolicy',
  description:
    'The secretariat writes the next version of the 社会福祉連携推進方針, or goes on writing the draft there is; approved versions stand.',
  input: z.object({
    platformId: idOf('Platform').describe('The network, one’s own.'),
    text: text(20_000).describe('The whole text, at most 20,000 characters.'),
  }),
  isolation: 'serializable',
  subject: (tx, { platformId }, viewer) => findNetwork(tx, platformId, viewer),
  may: runNetwork,
  async run({ tx, subject, input, emit }) {
    const { platformId } = input
    if (subject.kind !== 'COLLABORATION_PROMOTION_CORPORATION')
      throw new RuleProblem(
        'ONLY_FOR_PROMOTION_CORPORATIONS',
        'Only a 社会福祉連携推進法人 has such a policy.',
      )
    const [last] = await tx.platformPolicy.findMany({
      where: { platformId },
      orderBy: { number: 'desc' },
      take: 1,
    })
    if (last?.state === 'APPLIED')
      throw new RuleProblem('POLICY_WAITS_FOR_APPROVAL', 'The last version waits for its approval.')
    let platformPolicyId: string
    if (last?.state === 'DRAFT') {
      platformPolicyId = last.id
      await save(tx.platformPolicy, last, last.version, { text: input.text })
    } else {
      const { id } = await tx.platformPolicy.create({
        data: { platformId, number: (last?.number ?? 0) + 1, text: input.text },
        select: { id: true },
      })
      platformPolicyId = id
    }
    announceChange(emit, platformId, globalId('PlatformPolicy', platformPolicyId))
    return { platformPolicyId, platformId }
  },
})

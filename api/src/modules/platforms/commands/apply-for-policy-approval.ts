import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { day, version } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { save } from '../../../kernel/save.ts'
import { announceChange } from '../network-writing.ts'
import { ofVisibleNetworks, runNetwork } from '../policy/membership.ts'

export const applyForPolicyApproval = command({
  name: 'applyForPolicyApproval',
  description:
    'The secretariat writes down that the draft of the 方針 was decided and its approval applied for; the text is no longer changed while the 認定所轄庁 looks at it.',
  input: z.object({
    platformPolicyId: idOf('PlatformPolicy').describe('The draft.'),
    adoptedOn: day().describe('Day the network decided it.'),
    appliedOn: day().describe('Day the approval was applied for.'),
    version: version(),
  }),
  subject: (tx, { platformPolicyId }, viewer) =>
    tx.platformPolicy.findFirst({ where: { AND: [{ id: platformPolicyId }, ofVisibleNetworks(viewer)] } }),
  may: runNetwork,
  async run({ tx, subject, input, emit }) {
    const { id, platformId, state } = subject
    const { adoptedOn, appliedOn } = input
    if (state !== 'DRAFT') throw new RuleProblem('POLICY_NO_DRAFT', 'The version is no draft any more.')
    await save(tx.platformPolicy, subject, input.version, { state: 'APPLIED', adoptedOn, appliedOn })
    announceChange(emit, platformId, globalId('PlatformPolicy', id))
    return { platformPolicyId: id, platformId }
  },
})

import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { day, version } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { save } from '../../../kernel/save.ts'
import { optionalText, webAddress } from '../inputs.ts'
import { announceChange } from '../network-writing.ts'
import { ofVisibleNetworks, runNetwork } from '../policy/membership.ts'

export const recordPolicyApproval = command({
  name: 'recordPolicyApproval',
  description:
    'The secretariat writes down that the 認定所轄庁 approved a version of the 方針 and where it is published; the version then stands.',
  input: z.object({
    platformPolicyId: idOf('PlatformPolicy').describe('The version whose approval was applied for.'),
    approvedOn: day().describe('Day of the approval.'),
    approvalNumber: optionalText(60).describe('Its number, as the authority wrote it.'),
    publishedUrl: webAddress().describe('Where it is published.'),
    version: version(),
  }),
  subject: (tx, { platformPolicyId }, viewer) =>
    tx.platformPolicy.findFirst({ where: { AND: [{ id: platformPolicyId }, ofVisibleNetworks(viewer)] } }),
  may: runNetwork,
  async run({ tx, subject, input, emit }) {
    const { id, platformId, state } = subject
    const { approvedOn, approvalNumber, publishedUrl } = input
    if (state !== 'APPLIED')
      throw new RuleProblem('POLICY_NOT_APPLIED_FOR', 'The approval of this version was not applied for.')
    await save(tx.platformPolicy, subject, input.version, {
      state: 'APPROVED',
      approvedOn,
      approvalNumber,
      publishedUrl,
    })
    announceChange(emit, platformId, globalId('PlatformPolicy', id))
    return { platformPolicyId: id, platformId }
  },
})

import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { day } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { save } from '../../../kernel/save.ts'
import { text } from '../inputs.ts'
import { findNetwork } from '../membership-writing.ts'
import { announceChange } from '../network-writing.ts'
import { runNetwork } from '../policy/membership.ts'

export const recordCertificate = command({
  name: 'recordCertificate',
  description:
    'The secretariat of a 社会福祉連携推進法人 writes its certificate down: number, day and 認定所轄庁; one that stands is corrected.',
  input: z.object({
    platformId: idOf('Platform').describe('The network, one’s own.'),
    number: text(60).describe('Number, as the authority wrote it.'),
    certifiedOn: day().describe('Day of the certification.'),
    authority: text(60).describe('認定所轄庁, e.g. 山形県知事.'),
    revokedOn: day().optional().describe('Day it was taken away; left out while it stands.'),
  }),
  subject: (tx, { platformId }, viewer) => findNetwork(tx, platformId, viewer),
  may: runNetwork,
  onConstraint: {
    platform_certificate_ends_after_start: () =>
      new RuleProblem('CERTIFICATE_ENDS_BEFORE_START', 'It was taken away before it was given.'),
  },
  async run({ tx, subject, input, emit }) {
    const { platformId, number, certifiedOn, authority, revokedOn = null } = input
    if (subject.kind !== 'COLLABORATION_PROMOTION_CORPORATION')
      throw new RuleProblem('ONLY_FOR_PROMOTION_CORPORATIONS', 'Only a 社会福祉連携推進法人 is certified.')
    const certificate = { number, certifiedOn, authority, revokedOn }
    const standing = await tx.platformCertificate.findFirst({ where: { platformId, revokedOn: null } })
    if (standing) await save(tx.platformCertificate, standing, standing.version, certificate)
    else await tx.platformCertificate.create({ data: { ...certificate, platformId } })
    announceChange(emit, platformId)
    return { platformId }
  },
})

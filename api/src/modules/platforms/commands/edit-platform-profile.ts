import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { save } from '../../../kernel/save.ts'
import { municipalityCode, optionalText, text } from '../inputs.ts'
import { findNetwork } from '../membership-writing.ts'
import { announceChange, checkMunicipality } from '../network-writing.ts'
import { runNetwork } from '../policy/membership.ts'
import { checkName } from '../rules/kinds.ts'

const short = (longest: number) => z.string().trim().max(longest).default('')

export const editPlatformProfile = command({
  name: 'editPlatformProfile',
  description:
    'The secretariat corrects what its network says of itself and what its kind asks for: secretariat body and liaison office, hub corporation, legal form.',
  input: z.object({
    platformId: idOf('Platform').describe('The network, one’s own.'),
    name: text(80).describe('Name, as members say it.'),
    description: short(1000).describe('What it is for, at most 1000 characters.'),
    municipalityCode: municipalityCode().optional(),
    helpPhone: optionalText(20).describe('Telephone of the secretariat.'),
    secretariatBody: short(80).describe('社協主導: the body that keeps the secretariat.'),
    liaisonOffice: short(80).describe('社協主導: the office of the municipality it talks to.'),
    hubCorporationId: idOf('Corporation')
      .optional()
      .describe('大規模法人主導: the corporation that lends the others its head office; a member.'),
    legalForm: short(80).describe('Another form: which, e.g. 協同組合.'),
    version: version(),
  }),
  subject: (tx, { platformId }, viewer) => findNetwork(tx, platformId, viewer),
  may: runNetwork,
  async run({ tx, subject, input, emit }) {
    const { platformId, version: read, hubCorporationId = null, ...profile } = input
    checkName(subject.kind, profile.name, subject.sample)
    await checkMunicipality(tx, profile.municipalityCode ?? null)
    if (hubCorporationId !== null) {
      const member = { platformId, corporationId: hubCorporationId }
      if ((await tx.platformMembership.count({ where: member })) === 0)
        throw new RuleProblem('HUB_IS_A_MEMBER', 'The hub corporation is a member of the network.')
    }
    await save(tx.platform, subject, read, {
      ...profile,
      municipalityCode: profile.municipalityCode ?? null,
      hubCorporationId,
    })
    announceChange(emit, platformId)
    return { platformId }
  },
})

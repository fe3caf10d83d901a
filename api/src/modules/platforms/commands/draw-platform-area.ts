import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { save } from '../../../kernel/save.ts'
import { municipalityCode } from '../inputs.ts'
import { findNetwork } from '../membership-writing.ts'
import { announceChange, checkMunicipality } from '../network-writing.ts'
import { runNetwork } from '../policy/membership.ts'

export const drawPlatformArea = command({
  name: 'drawPlatformArea',
  description:
    'The secretariat writes down the area (社会福祉連携推進区域) of its network by its municipalities.',
  input: z.object({
    platformId: idOf('Platform').describe('The network, one’s own.'),
    municipalityCodes: z
      .array(municipalityCode())
      .max(300)
      .describe('6-digit codes of all its municipalities.'),
    version: version(),
  }),
  subject: (tx, { platformId }, viewer) => findNetwork(tx, platformId, viewer),
  may: runNetwork,
  async run({ tx, subject, input, emit }) {
    const { platformId } = input
    const codes = [...new Set(input.municipalityCodes)]
    const known = await tx.municipality.count({ where: { code: { in: codes } } })
    if (known < codes.length) await checkMunicipality(tx, '')
    await save(tx.platform, subject, input.version, {})
    await tx.platformArea.deleteMany({ where: { platformId } })
    await tx.platformArea.createMany({
      data: codes.map((code) => ({ platformId, municipalityCode: code })),
    })
    announceChange(emit, platformId)
    return { platformId }
  },
})

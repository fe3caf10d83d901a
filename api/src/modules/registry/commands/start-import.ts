import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idempotencyKey } from '../../../kernel/inputs.ts'
import { actsAs } from '../../../kernel/viewer.ts'
import * as policy from '../policy/import.ts'

export const startImport = command({
  name: 'startImport',
  description:
    'Begins an import: the operator may bring anything, a secretariat what concerns its members or lies in its municipality, the people of a corporation what is their own.',
  input: z.object({ idempotencyKey: idempotencyKey() }),
  async subject(tx, _input, { acting }) {
    const platform = acting?.platformId
      ? await tx.platform.findUnique({
          where: { id: acting.platformId },
          select: { municipalityCode: true },
        })
      : null
    return { municipalityCode: platform?.municipalityCode ?? null }
  },
  may: policy.start,
  async run({ tx, subject, viewer, now }) {
    const { acting } = viewer
    const own = actsAs(viewer, 'SYSTEM_OPERATOR') ? null : acting
    const { id } = await tx.importRun.create({
      data: {
        bodyKey: acting?.key ?? null,
        bodyName: acting?.name ?? null,
        platformId: own?.platformId ?? null,
        corporationId: own?.corporationId ?? null,
        scopeMunicipalityCode: own?.platformId ? subject.municipalityCode : null,
        startedById: viewer.userId,
        startedAt: now,
      },
      select: { id: true },
    })
    return { importRunId: id }
  },
})

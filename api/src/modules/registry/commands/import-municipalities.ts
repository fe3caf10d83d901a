import { z } from 'zod'
import type { Tx } from '../../../kernel/db.ts'
import { command } from '../../../kernel/command.ts'
import type { PublishedMunicipality } from '../import/municipalities.ts'
import * as policy from '../policy/import.ts'
import { SERVICE_KINDS } from '../rules/service-kinds.ts'

/** Master data the registry stands on. Run by `npm run yui -- import` and when the demo is put in place. */
export const importMunicipalities = command({
  name: 'importMunicipalities',
  description:
    'Brings the municipalities to what their published outlines say, and puts the list of services in place.',
  input: z.object({
    source: z
      .object({
        key: z.string(),
        title: z.string(),
        issuer: z.string(),
        licence: z.string(),
        asOf: z.iso.date(),
        contentHash: z.hex(),
      })
      .describe('The published file.'),
    municipalities: z.custom<readonly PublishedMunicipality[]>().describe('What it says.'),
  }),
  secret: ['municipalities'],
  patience: 120,
  subject: () => ({}),
  may: policy.onlyThePortal,
  async run({ tx, input, now }) {
    const { asOf, contentHash, ...source } = input.source
    const data = {
      ...source,
      asOf: new Date(asOf),
      contentHash: new Uint8Array(Buffer.from(contentHash, 'hex')),
      rowCount: input.municipalities.length,
    }
    const before = await tx.dataSource.findUnique({ where: { key: source.key } })
    if (!before || !Buffer.from(before.contentHash).equals(Buffer.from(contentHash, 'hex')))
      await tx.dataSource.upsert({
        where: { key: source.key },
        create: { ...data, importedAt: now },
        update: { ...data, importedAt: now },
      })
    await ensureServiceKinds(tx)
    return writeMunicipalities(tx, input.municipalities)
  },
})

/** Puts the master data of services in place; what an operator has edited stays as it is. */
async function ensureServiceKinds(tx: Tx): Promise<void> {
  await tx.serviceKind.createMany({
    skipDuplicates: true,
    data: SERVICE_KINDS.map(({ validFrom, validTo, ...kind }, position) => ({
      ...kind,
      validFrom: new Date(validFrom),
      validTo: validTo === null ? null : new Date(validTo),
      position,
    })),
  })
}

async function writeMunicipalities(
  tx: Tx,
  published: readonly PublishedMunicipality[],
): Promise<{ created: number; changed: number; unchanged: number }> {
  const existing = new Map((await tx.municipality.findMany()).map((row) => [row.code, row]))
  const outcome = { created: 0, changed: 0, unchanged: 0 }
  for (const { code, bounds, ...named } of published) {
    const data = { ...named, ...bounds }
    const current = existing.get(code)
    if (!current) {
      await tx.municipality.create({ data: { code, ...data } })
      outcome.created++
    } else if (
      Object.entries(data).every(([name, value]) => current[name as keyof typeof current] === value)
    ) {
      outcome.unchanged++
    } else {
      await tx.municipality.update({ where: { code }, data })
      outcome.changed++
    }
  }
  return outcome
}

import { z } from 'zod'
import type { Prisma } from '../../../generated/prisma/client.ts'
import { command } from '../../../kernel/command.ts'
import { save } from '../../../kernel/save.ts'
import type { FileInspection } from '../import/read/inspect-file.ts'
import * as policy from '../policy/import.ts'
import { notThereYet } from '../rules/import-steps.ts'

export const receiveImportFile = command({
  name: 'receiveImportFile',
  description: 'A file of an import has arrived whole, and what it is was looked at.',
  input: z.object({
    importFileId: z.uuid().describe('The file.'),
    size: z.int().min(0).describe('Bytes received.'),
    contentHash: z.hex().describe('SHA-256 of its bytes.'),
    inspection: z.custom<FileInspection>().describe('What was found by looking at it.'),
  }),
  secret: ['inspection'],
  subject: (tx, { importFileId }, viewer) =>
    tx.importFile.findFirst({
      where: { id: importFileId, AND: policy.partsVisibleTo(viewer) },
      include: { run: true },
    }),
  may: (viewer, { run }) => policy.work(viewer, run),
  async run({ tx, subject, input }) {
    if (!policy.isReadyFor('describe', subject.run)) throw notThereYet()
    const { inspection } = input
    const kept = await mappingFor(tx, subject.run.bodyKey, inspection)
    const mapping = kept ?? (inspection.format === null ? inspection.proposedMapping : null)
    await save(tx.importFile, subject, subject.version, {
      size: input.size,
      contentHash: Buffer.from(input.contentHash, 'hex'),
      inspection: inspection as unknown as Prisma.InputJsonValue,
      format: inspection.format ?? (kept ? 'MAPPED' : null),
      target: kept?.target ?? inspection.target ?? mapping?.target ?? null,
      shelterKind: inspection.shelterKind,
      ...(mapping && { mapping: mapping.columns }),
      problem: inspection.problem?.code ?? null,
      problemDetail: inspection.problem?.detail ?? null,
    })
    return { importFileId: subject.id, importRunId: subject.runId }
  },
})

/** The mapping that the body kept for a table with the same headings; a known format needs none. */
async function mappingFor(
  tx: Prisma.TransactionClient,
  bodyKey: string | null,
  { format, headings }: FileInspection,
): Promise<{
  target: 'OFFICE' | 'FACILITY' | 'CORPORATION' | 'SHELTER'
  columns: Prisma.InputJsonObject
} | null> {
  if (format !== null || bodyKey === null) return null
  const kept = await tx.importMapping.findFirst({
    where: { bodyKey, headings: { equals: [...headings] } },
    orderBy: { updatedAt: 'desc' },
  })
  return kept && { target: kept.target, columns: kept.columns as Prisma.InputJsonObject }
}

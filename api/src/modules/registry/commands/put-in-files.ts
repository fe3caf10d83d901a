import { z } from 'zod'
import type { Prisma } from '../../../generated/prisma/client.ts'
import type { ShelterKind } from '../../../generated/prisma/enums.ts'
import { command } from '../../../kernel/command.ts'
import { newId } from '../../../kernel/ids.ts'
import { inPieces } from '../../../kernel/pieces.ts'
import type { FileInspection } from '../import/read/inspect-file.ts'
import type { OpenFile } from '../import/read/plan.ts'
import * as policy from '../policy/import.ts'

/** A file of a folder with everything that is known of it. */
export interface FileToPutIn {
  readonly name: string
  readonly size: number
  readonly contentHash: Buffer
  readonly open: OpenFile
  readonly inspection: FileInspection
  readonly sourceKey: string
  readonly title: string
  readonly issuer: string
  readonly licence: string
  readonly asOf: string
  readonly complete: boolean
  readonly shelterKind: ShelterKind | null
}

/** The command line knows all its files at once; a person puts them in one by one (`PUT /api/imports/…/files`). */
export const putInFiles = command({
  name: 'putInFiles',
  description:
    'Puts the files of a folder into an import of the portal itself, each with what its manifest says.',
  input: z.object({
    importRunId: z.uuid().describe('The import.'),
    files: z.custom<readonly FileToPutIn[]>().describe('The files.'),
  }),
  secret: ['files'],
  patience: 600,
  subject: (tx, { importRunId }) =>
    tx.importRun.findFirst({ where: { id: importRunId, state: 'UPLOADING', bodyKey: null } }),
  may: policy.onlyThePortal,
  async run({ tx, subject, input, now }) {
    for (const [n, file] of input.files.entries()) {
      const { inspection, open, asOf, contentHash, ...said } = file
      const fileId = newId(now)
      await tx.importFile.create({
        data: {
          ...said,
          id: fileId,
          runId: subject.id,
          position: n + 1,
          contentHash: new Uint8Array(contentHash),
          asOf: new Date(asOf),
          inspection: inspection as unknown as Prisma.InputJsonValue,
          format: inspection.format,
          target: inspection.target,
          problem: inspection.problem?.code ?? null,
          problemDetail: inspection.problem?.detail ?? null,
        },
      })
      let position = 0
      for await (const bytes of inPieces(open()))
        await tx.importChunk.create({ data: { fileId, position: position++, bytes: new Uint8Array(bytes) } })
    }
    return { importRunId: subject.id }
  },
})

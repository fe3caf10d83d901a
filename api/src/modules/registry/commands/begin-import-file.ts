import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { save } from '../../../kernel/save.ts'
import * as policy from '../policy/import.ts'
import { notThereYet } from '../rules/import-steps.ts'

/** Files of one import at most. */
const MOST_FILES = 200

export const beginImportFile = command({
  name: 'beginImportFile',
  description: 'A file is about to be put into an import.',
  input: z.object({
    importRunId: z.uuid().describe('The import.'),
    name: z.string().trim().min(1).max(255).describe('Name of the file.'),
    sourceKey: z.string().min(1).max(300).optional().describe('Key of its source, if it is known.'),
  }),
  subject: (tx, { importRunId }, viewer) =>
    tx.importRun.findFirst({
      where: { id: importRunId, AND: policy.visibleTo(viewer) },
      include: { files: { select: { position: true }, orderBy: { position: 'desc' }, take: 1 } },
    }),
  may: policy.work,
  async run({ tx, subject, input }) {
    if (!policy.isReadyFor('describe', subject)) throw notThereYet()
    const position = (subject.files[0]?.position ?? 0) + 1
    if (position > MOST_FILES) throw notThereYet()
    // What was checked before no longer holds.
    await save(tx.importRun, subject, subject.version, { state: 'UPLOADING' })
    const { id } = await tx.importFile.create({
      data: {
        runId: subject.id,
        position,
        name: input.name,
        sourceKey: input.sourceKey ?? `${subject.bodyKey ?? 'portal'}/${input.name}`,
      },
      select: { id: true },
    })
    return { importFileId: id }
  },
  // A file's name may name a person.
  secret: ['name', 'sourceKey'],
})

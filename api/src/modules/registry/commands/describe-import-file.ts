import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { day, version } from '../../../kernel/inputs.ts'
import { save } from '../../../kernel/save.ts'
import {
  checkColumns,
  columnList,
  formatName,
  mappingOf,
  shelterKindName,
  targetName,
} from '../import/inputs.ts'
import * as policy from '../policy/import.ts'
import { notThereYet, sourceNeeded } from '../rules/import-steps.ts'

const text = (most: number) => z.string().trim().min(1).max(most)

export const describeImportFile = command({
  name: 'describeImportFile',
  description:
    'Says of a file of an import how it is to be read, whose data it is, and whether it is the complete list of its source. What was checked before must be checked again.',
  input: z.object({
    importFileId: idOf('ImportFile').describe('The file, of an import that has not been checked.'),
    version: version(),
    format: formatName().optional().describe('How it is to be read; left out, as it is.'),
    target: targetName().optional().describe('What its rows are about; needed with MAPPED.'),
    shelterKind: shelterKindName().optional().describe('Of a list of shelters: which kind.'),
    columns: columnList()
      .optional()
      .describe(
        'What each column means; columns that are not listed are not read. Replaces what was said before.',
      ),
    keepMappingAs: text(60)
      .optional()
      .describe('Keeps the columns under this name and offers them when the same headings come again.'),
    municipalityCode: z
      .string()
      .regex(/^[0-9]{6}$/)
      .nullable()
      .optional()
      .describe('For rows that name no municipality; null for none.'),
    title: text(200)
      .nullable()
      .optional()
      .describe('Title of the data, for the credits; null for an own list.'),
    issuer: text(200).nullable().optional().describe('Who published it.'),
    licence: text(200).nullable().optional().describe('Licence as stated.'),
    asOf: day().nullable().optional().describe('Day for which it was published.'),
    complete: z
      .boolean()
      .optional()
      .describe('It lists everything of its source: what has vanished from it is proposed to be closed.'),
    sourceKey: text(300)
      .optional()
      .describe('Key of its source, when it is a new issue of a list that was imported under another name.'),
  }),
  subject: (tx, { importFileId }, viewer) =>
    tx.importFile.findFirst({
      where: { id: importFileId, AND: policy.partsVisibleTo(viewer) },
      include: { run: true },
    }),
  may: (viewer, { run }) => policy.work(viewer, run),
  async run({ tx, subject, input, now }) {
    const { run } = subject
    if (!policy.isReadyFor('describe', run)) throw notThereYet()
    const { importFileId: _id, version: read, columns, keepMappingAs, ...said } = input
    if (columns) checkColumns(columns)
    const mapping = columns && mappingOf(columns)
    const title = said.title === undefined ? subject.title : said.title
    if (said.complete && !title) throw sourceNeeded()
    await save(tx.importFile, subject, read, { ...said, ...(mapping && { mapping }) })
    await save(tx.importRun, run, run.version, { state: 'UPLOADING' })

    const target = said.target ?? subject.target
    if (keepMappingAs && mapping && columns && target && run.bodyKey) {
      const kept = { target, headings: headingsOf(subject.inspection), columns: mapping, updatedAt: now }
      await tx.importMapping.upsert({
        where: { bodyKey_name: { bodyKey: run.bodyKey, name: keepMappingAs } },
        create: { bodyKey: run.bodyKey, name: keepMappingAs, ...kept },
        update: { ...kept, version: { increment: 1 } },
      })
    }
    return { importFileId: subject.id, importRunId: run.id }
  },
})

const inspected = z.object({ headings: z.array(z.string()) })
const headingsOf = (inspection: unknown): string[] => inspected.safeParse(inspection).data?.headings ?? []

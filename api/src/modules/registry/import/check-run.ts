import { runCommand, type CommandContext } from '../../../kernel/command.ts'
import { systemViewer } from '../../../kernel/viewer.ts'
import { concludeImportCheck } from '../commands/conclude-import-check.ts'
import { openFile } from './chunks.ts'
import { knownMunicipalities } from './known-municipalities.ts'
import type { Field } from './read/fields.ts'
import type { ReadPlan } from './read/plan.ts'
import { UnreadableFile } from './read/problems.ts'
import { readFile } from './read/read-file.ts'
import type { ReadRow } from './reading.ts'
import { valuesOf } from './row-values.ts'

/** Rows written at a time. */
const BATCH = 500

interface Check {
  readonly runId: string
  readonly checkNumber: number
}

/** The import was dropped, or is checked anew: this check has nothing more to do. */
class Overtaken extends Error {}

/**
 * Reads the files of an import row by row into `import_row` and then compares them. Done again from the start after a
 * crash: what an earlier attempt left is deleted first. Nothing here touches the registry.
 */
export async function checkRun(context: Pick<CommandContext, 'db' | 'clock'>, check: Check): Promise<void> {
  const { db } = context
  const run = await db.importRun.findFirst({
    where: { id: check.runId, state: 'CHECKING', checkNumber: check.checkNumber },
    include: { files: { orderBy: { position: 'asc' } } },
  })
  if (!run) return
  await db.importChange.deleteMany({ where: { runId: run.id } })
  await db.importRow.deleteMany({ where: { runId: run.id } })
  const municipalities = await knownMunicipalities(db)
  const progress = progressOf(run.files.reduce((sum, { size }) => sum + size, 0))
  try {
    for (const file of run.files) {
      // What could not even be looked at has said so when it was put in.
      if (!file.format || !file.contentHash) continue
      const before = progress.rows
      try {
        const open = () => progress.counting(openFile(db, file.id)())
        const plan: ReadPlan = {
          format: file.format,
          municipalities,
          ...(file.mapping && file.target
            ? { mapping: { target: file.target, columns: file.mapping as Record<string, Field> } }
            : {}),
          ...(file.shelterKind && { shelterKind: file.shelterKind }),
          ...(file.municipalityCode && { municipalityCode: file.municipalityCode }),
        }
        for await (const rows of inBatches(readFile(open, file.name, plan), BATCH)) {
          await keepRows(context, check, file.id, progress.rows, rows)
          progress.rows += rows.length
          await tellProgress(context, check, progress)
        }
        await db.importFile.update({
          where: { id: file.id },
          data: { rowCount: progress.rows - before, problem: null, problemDetail: null },
        })
      } catch (error) {
        if (!(error instanceof UnreadableFile)) throw error
        // Half a file is none.
        await db.importRow.deleteMany({ where: { fileId: file.id } })
        await db.importFile.update({
          where: { id: file.id },
          data: { problem: error.code, problemDetail: error.detail, rowCount: null },
        })
      }
    }
    const told = await db.importRun.updateMany({
      where: { id: check.runId, state: 'CHECKING', checkNumber: check.checkNumber },
      data: { phase: 'COMPARING', rowsTotal: progress.rows },
    })
    if (told.count === 0) return
  } catch (error) {
    if (error instanceof Overtaken) return
    throw error
  }
  await runCommand(
    concludeImportCheck,
    { importRunId: check.runId, checkNumber: check.checkNumber },
    { ...context, viewer: systemViewer, requestId: null },
  )
}

interface Progress {
  rows: number
  bytes: number
  readonly allBytes: number
  counting(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array>
}

function progressOf(allBytes: number): Progress {
  const progress: Progress = {
    rows: 0,
    bytes: 0,
    allBytes,
    async *counting(bytes) {
      for await (const piece of bytes) {
        progress.bytes += piece.length
        yield piece
      }
    },
  }
  return progress
}

async function tellProgress(
  { db }: Pick<CommandContext, 'db'>,
  { runId, checkNumber }: Check,
  { rows, bytes, allBytes }: Progress,
): Promise<void> {
  // How many rows there will be is told by how far the bytes have come.
  const rowsTotal =
    bytes > 0 ? Math.max(rows, Math.round((rows * allBytes) / Math.min(bytes, allBytes))) : null
  const { count } = await db.importRun.updateMany({
    where: { id: runId, state: 'CHECKING', checkNumber },
    data: { phase: 'READING', rowsDone: rows, rowsTotal },
  })
  if (count === 0) throw new Overtaken()
}

async function keepRows(
  { db }: Pick<CommandContext, 'db'>,
  { runId }: Check,
  fileId: string,
  from: number,
  rows: readonly ReadRow[],
): Promise<void> {
  const kept = rows.map(({ line, cells, facts, problems }, n) => {
    const values = facts && valuesOf(facts)
    return {
      number: from + n + 1,
      line,
      outcome: facts === null ? 'REFUSED' : problems.length > 0 ? 'NOTED' : 'TAKEN',
      label: values?.label ?? labelOf(cells),
      cells,
      facts: values,
      problems,
    }
  })
  const json = withoutNul(JSON.stringify(kept))
  await db.$executeRaw`
    INSERT INTO import_row (run_id, file_id, number, line, outcome, label, cells, facts, problems)
    SELECT ${runId}::uuid, ${fileId}::uuid, r.number, r.line, r.outcome, r.label, r.cells, nullif(r.facts, 'null'), r.problems
    FROM jsonb_to_recordset(${json}::jsonb)
      AS r (number int, line int, outcome import_row_outcome, label text, cells jsonb, facts jsonb, problems jsonb)`
}

/** PostgreSQL keeps no NUL character; nobody means one. */
const withoutNul = (json: string): string =>
  json.includes('\\u0000') ? json.replaceAll('\\u0000', '') : json

/** What a refused row is called: the first cell that says anything. */
const labelOf = (cells: Readonly<Record<string, string>>): string =>
  (
    Object.entries(cells).find(([heading, cell]) => /名/.test(heading) && cell.trim() !== '')?.[1] ??
    Object.values(cells).find((cell) => cell.trim() !== '') ??
    ''
  ).slice(0, 100)

async function* inBatches<Item>(items: AsyncIterable<Item>, size: number): AsyncGenerator<Item[]> {
  let batch: Item[] = []
  for await (const item of items) {
    batch.push(item)
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

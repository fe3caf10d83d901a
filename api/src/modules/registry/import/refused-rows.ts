import type { CommandContext } from '../../../kernel/command.ts'
import { notFound } from '../../../kernel/problems.ts'
import * as policy from '../policy/import.ts'
import { csvLine, encoderFor, type CsvEncoding } from './csv.ts'
import { readInspection, readProblems } from './kept.ts'
import { problemInWords } from './problem-words.ts'

/** Rows read at a time. */
const PAGE = 500

/**
 * The refused rows of an import as a table in the files' own columns, with 「行」 and 「理由」 behind them: to be mended and
 * put in again, where the two further columns are ignored.
 */
export async function refusedRows(
  { db, viewer }: Pick<CommandContext, 'db' | 'viewer'>,
  { runId, fileId, encoding }: { runId: string; fileId: string | null; encoding: CsvEncoding },
): Promise<AsyncIterable<Uint8Array>> {
  const run = await db.importRun.findFirst({ where: { id: runId, AND: policy.visibleTo(viewer) } })
  if (!run || !policy.work(viewer, run).allowed) throw notFound()

  return (async function* lines() {
    const { start, encode } = encoderFor(encoding)
    if (start.length > 0) yield start
    let headings: string[] = []
    for (let after = 0; ;) {
      const rows = await db.importRow.findMany({
        where: { runId, outcome: 'REFUSED', number: { gt: after }, ...(fileId && { fileId }) },
        orderBy: { number: 'asc' },
        take: PAGE,
        select: {
          number: true,
          line: true,
          cells: true,
          problems: true,
          file: { select: { inspection: true } },
        },
      })
      for (const { line, cells, problems, file } of rows) {
        const given = cells as Record<string, string>
        const own = inOrderOf(readInspection(file.inspection)?.headings ?? [], Object.keys(given))
        // A file with other columns begins a table of its own below.
        if (own.join('\n') !== headings.join('\n')) {
          headings = own
          yield encode(csvLine([...headings, '行', '理由']))
        }
        const reasons = readProblems(problems)
          .filter(({ weight }) => weight === 'REFUSED')
          .map(problemInWords)
        yield encode(csvLine([...headings.map((name) => given[name] ?? ''), String(line), reasons.join(' ')]))
      }
      const last = rows.at(-1)
      if (!last || rows.length < PAGE) return
      after = last.number
    }
  })()
}

/** The columns of a row as the file has them: a JSON of the database forgets their order. */
function inOrderOf(headings: readonly string[], names: readonly string[]): string[] {
  const known = headings.filter((heading) => names.includes(heading))
  return [...known, ...names.filter((name) => !known.includes(name))]
}

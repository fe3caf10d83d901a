import type { CommandContext } from '../../../kernel/command.ts'
import { notFound } from '../../../kernel/problems.ts'
import * as policy from '../policy/import.ts'
import { csvLine, encoderFor, type CsvEncoding } from './csv.ts'
import { readProblems } from './kept.ts'
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
        select: { number: true, line: true, cells: true, problems: true },
      })
      for (const { line, cells, problems } of rows) {
        const given = cells as Record<string, string>
        // A file with other columns begins a table of its own below.
        if (Object.keys(given).join('\n') !== headings.join('\n')) {
          headings = Object.keys(given)
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

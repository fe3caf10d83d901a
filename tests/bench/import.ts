import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { migrate } from '../../scripts/migrate.ts'
import type { Cluster } from '../../scripts/postgres/cluster.ts'
import { withClient } from '../../scripts/postgres/databases.ts'
import { step } from '../../scripts/progress.ts'
import { stopRequest } from '../../scripts/stop-request.ts'
import { careFile } from './generate/care-file.ts'
import { table } from './report.ts'

/** What one import took. */
export interface Taken {
  readonly checkMs: number
  readonly writeMs: number
  /** Processor time of the database for writing, in milliseconds: what else the machine does counts less. Linux only. */
  readonly writeCpu?: number | undefined
  /** Of the whole process: Node, Prisma and the import. Its heap is limited, so that garbage is not taken for need. */
  readonly peakMb: number
  /** How long the process could at most not answer anything else while it took in, checked and wrote the file. */
  readonly longestPauseMs: number
}

interface Row extends Taken {
  readonly rows: number
  readonly copyMs: number
}

/** A row of the largest file may cost so many times what one of the smallest costs to write. */
const STEEPEST = 1.5
const COLUMNS = 21

/** How fast files of several sizes are imported, and how much memory that takes, beside a bare COPY of the same rows. */
export async function importBench(
  cluster: Cluster,
  isQuick: boolean,
): Promise<{ markdown: string; passed: boolean }> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'yui-bench-import-'))
  fs.chmodSync(folder, 0o755) // PostgreSQL may run as another user
  try {
    const measured: Row[] = []
    for (const rows of isQuick ? [2_000, 6_000] : [2_000, 20_000, 60_000]) {
      const file = path.join(folder, `${rows}.csv`)
      fs.writeFileSync(file, Buffer.concat([...careFile(rows)]))
      measured.push(await step(`${rows} 行を取り込んでいます`, () => importAnew(cluster, rows, file)))
    }
    return report(measured)
  } finally {
    fs.rmSync(folder, { recursive: true })
  }
}

async function importAnew(cluster: Cluster, rows: number, file: string): Promise<Row> {
  const name = 'bench_import'
  const copyMs = await withClient(cluster.url(), async (client) => {
    await client.query(`drop database if exists ${name} with (force)`)
    await client.query(`create database ${name}`)
    const columns = Array.from({ length: COLUMNS }, (_, n) => `c${n} text`).join()
    await client.query(`create temp table bare (${columns})`)
    const started = performance.now()
    await client.query(`copy bare from '${file}' with (format csv, header true)`)
    return performance.now() - started
  })
  await migrate(cluster.url(name))
  return { rows, copyMs, ...(await importApart(cluster, name, file)) }
}

/** In a process of its own, so that its peak is its own. */
function importApart(cluster: Cluster, name: string, file: string): Promise<Taken> {
  const program = path.join(import.meta.dirname, 'import-one.ts')
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['--max-old-space-size=192', program, cluster.url(name), file, String(cluster.pid)],
      { stdio: ['ignore', 'pipe', 'inherit'], signal: stopRequest },
    )
    let text = ''
    child.stdout.on('data', (piece: Buffer) => (text += piece.toString()))
    child.once('error', reject)
    child.once('close', (code) =>
      code === 0 ? resolve(JSON.parse(text) as Taken) : reject(new Error(`ended with ${code}`)),
    )
  })
}

function report(measured: readonly Row[]): { markdown: string; passed: boolean } {
  const perSecond = (rows: number, ms: number) => String(Math.round((rows / ms) * 1_000))
  const perRow = measured.map(({ rows, writeMs, writeCpu = writeMs }) => writeCpu / rows)
  const steep = (perRow.at(-1) ?? Number.NaN) / (perRow[0] ?? Number.NaN)
  const passed = steep <= STEEPEST
  const lines = table(
    [
      'rows',
      'bare COPY rows/s',
      'read and check rows/s',
      'write rows/s',
      'database CPU ms/row written',
      'peak memory MB',
      'longest pause of the process ms',
    ],
    measured.map(({ rows, copyMs, checkMs, writeMs, writeCpu = Number.NaN, peakMb, longestPauseMs }) => [
      String(rows),
      perSecond(rows, copyMs),
      perSecond(rows, checkMs),
      perSecond(rows, writeMs),
      (writeCpu / rows).toFixed(2),
      peakMb.toFixed(0),
      longestPauseMs.toFixed(0),
    ]),
  )
  const verdict = `Writing a row of the largest file cost ${steep.toFixed(2)} times the processor time of one in the smallest (wanted: ≤ ${STEEPEST}): ${passed ? 'PASS' : '**FAIL**'}`
  return { markdown: [...lines, '', verdict].join('\n'), passed }
}

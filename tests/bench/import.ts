// How fast a file is imported, and how much memory that takes, beside a bare COPY of the same rows.
//   node tests/bench/import.ts [rows]
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { systemClock } from '../../api/src/kernel/clock.ts'
import { createDb } from '../../api/src/kernel/db.ts'
import { systemViewer } from '../../api/src/kernel/viewer.ts'
import { runCommand } from '../../api/src/kernel/command.ts'
import { startImport } from '../../api/src/modules/registry/commands/start-import.ts'
import { receiveFile } from '../../api/src/modules/registry/import/receive-file.ts'
import { migrate } from '../../scripts/migrate.ts'
import { withClient } from '../../scripts/postgres/databases.ts'
import { check, confirm, placeMunicipalities } from '../support/imports.ts'
import { openBenchCluster } from './database.ts'
import { careFile } from './generate/care-file.ts'

interface Figures {
  readonly uploadMs: number
  readonly checkMs: number
  readonly applyMs: number
  /** Of the whole process: Node, Prisma and the import. Its heap is limited, so that garbage is not taken for need. */
  readonly peakMb: number
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const started = performance.now()
  await work()
  return Math.round(performance.now() - started)
}

/** Imports one file in this process and tells what it took. */
async function importOne(url: string, file: string): Promise<Figures> {
  const db = createDb(url, 3)
  const context = { db, clock: systemClock, viewer: systemViewer, requestId: null }
  await placeMunicipalities(context)
  const { importRunId: runId } = await runCommand(startImport, {}, context)
  const body = fs.createReadStream(file)
  const uploadMs = await timed(() => receiveFile(context, { runId, name: 'large.csv', body }))
  const checkMs = await timed(() => check(context, runId))
  const applyMs = await timed(() => confirm(context, runId))
  await db.$disconnect()
  return { uploadMs, checkMs, applyMs, peakMb: Math.round(process.resourceUsage().maxRSS / 1024) }
}

/** The same in a process of its own, so that its peak is its own. */
function importApart(url: string, file: string): Promise<Figures> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['--max-old-space-size=192', import.meta.filename, '--one', url, file],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    )
    let text = ''
    child.stdout.on('data', (piece: Buffer) => (text += piece.toString()))
    child.once('exit', (code) =>
      code === 0 ? resolve(JSON.parse(text) as Figures) : reject(new Error(`ended with ${code}`)),
    )
  })
}

async function compare(rows: number): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'yui-bench-import-'))
  const cluster = await openBenchCluster()
  try {
    console.log('| rows | bare COPY rows/s | read and check rows/s | write rows/s | peak memory MB |')
    console.log('| --- | --- | --- | --- | --- |')
    for (const count of [Math.round(rows / 10), rows]) {
      const file = path.join(folder, `${count}.csv`)
      fs.writeFileSync(file, Buffer.concat([...careFile(count)]))
      fs.chmodSync(folder, 0o755)
      const name = 'bench_import'
      const copyMs = await withClient(cluster.url(), async (client) => {
        await client.query(`drop database if exists ${name} with (force)`)
        await client.query(`create database ${name}`)
        await client.query('drop table if exists bare')
        const columns = Array.from({ length: 21 }, (_, n) => `c${n} text`).join()
        await client.query(`create table bare (${columns})`)
        return timed(() => client.query(`copy bare from '${file}' with (format csv, header true)`))
      })
      await migrate(cluster.url(name))
      const { checkMs, applyMs, peakMb } = await importApart(cluster.url(name), file)
      const rate = (ms: number) => Math.round((count / ms) * 1000)
      console.log(`| ${count} | ${rate(copyMs)} | ${rate(checkMs)} | ${rate(applyMs)} | ${peakMb} |`)
    }
  } finally {
    await cluster.stop()
    fs.rmSync(folder, { recursive: true })
  }
}

const [first, url = '', file = ''] = process.argv.slice(2)
if (first === '--one') process.stdout.write(JSON.stringify(await importOne(url, file)))
else await compare(Number(first ?? 60_000))

// Imports one file in a process of its own and prints what it took: import-one.ts <database> <file> <postmaster>
import fs from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { systemClock } from '../../api/src/kernel/clock.ts'
import { createDb } from '../../api/src/kernel/db.ts'
import { systemViewer } from '../../api/src/kernel/viewer.ts'
import { runCommand } from '../../api/src/kernel/command.ts'
import { startImport } from '../../api/src/modules/registry/commands/start-import.ts'
import { receiveFile } from '../../api/src/modules/registry/import/receive-file.ts'
import { check, confirm, placeMunicipalities } from '../support/imports.ts'
import type { Taken } from './import.ts'
import { databaseCpuOf } from './measure.ts'

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const started = performance.now()
  await work()
  return performance.now() - started
}

const [url = '', file = '', postmaster] = process.argv.slice(2)
const db = createDb(url, 3)
const context = { db, clock: systemClock, viewer: systemViewer, requestId: null }
await placeMunicipalities(context)
const pauses = monitorEventLoopDelay({ resolution: 1 })
pauses.enable()
const { importRunId: runId } = await runCommand(startImport, {}, context)
await receiveFile(context, { runId, name: 'large.csv', body: fs.createReadStream(file) })
const checkMs = await timed(() => check(context, runId))
let writeCpu: number | undefined
const writeMs = await timed(async () => {
  writeCpu = await databaseCpuOf(Number(postmaster), () => confirm(context, runId))
})
pauses.disable()
const taken: Taken = {
  checkMs,
  writeMs,
  writeCpu,
  peakMb: process.resourceUsage().maxRSS / 1024,
  longestPauseMs: pauses.max / 1_000_000,
}
await db.$disconnect()
process.stdout.write(JSON.stringify(taken))

import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import pg from 'pg'
import { careFile } from '../../../../../tests/bench/generate/care-file.ts'
import { freshDatabase } from '../../../../../tests/support/database.ts'
import { bring, check, confirm, placeMunicipalities } from '../../../../../tests/support/imports.ts'
import { memoryMailer } from '../../../kernel/adapters/mail.ts'
import { runCommand, type CommandContext } from '../../../kernel/command.ts'
import { createDb, type Db } from '../../../kernel/db.ts'
import { personOf, seat } from '../../../kernel/fixtures/viewers.ts'
import { globalId } from '../../../kernel/ids.ts'
import { tasks, type JobContext } from '../../../kernel/jobs/task.ts'
import { startWorker, type Worker } from '../../../kernel/jobs/worker.ts'
import { createLog } from '../../../kernel/log.ts'
import { systemViewer } from '../../../kernel/viewer.ts'
import { checkImport } from '../commands/check-import.ts'
import { confirmImport } from '../commands/confirm-import.ts'
import './tasks.ts'

const DAY = 86_400_000
// A run that nobody ended is as old as its last change, which is dated by the clock on the wall.
const now = new Date()
const daysLater = (days: number) => ({ now: () => new Date(now.getTime() + days * DAY) })
const file = { name: 'kept.csv', content: Buffer.concat([...careFile(9)]) }

let url: string
let db: Db
let pool: pg.Pool
let context: CommandContext
const workers: Worker[] = []

beforeAll(async () => {
  url = await freshDatabase()
  db = createDb(url, 4)
  pool = new pg.Pool({ connectionString: url, max: 2 })
  context = { db, clock: daysLater(0), viewer: systemViewer, requestId: null }
  await placeMunicipalities(context)
})
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop()))
})
afterAll(async () => {
  await pool.end()
  await db.$disconnect()
})

const jobContext = (clock = daysLater(0)): JobContext => ({
  db,
  clock,
  log: createLog('silent'),
  mailer: memoryMailer(),
})
const runOf = (id: string) => db.importRun.findUniqueOrThrow({ where: { id } })

/** What is kept of an import besides its own line. */
async function kept(runId: string) {
  const where = { runId }
  return {
    files: await db.importFile.count({ where }),
    pieces: await db.importChunk.count({ where: { file: where } }),
    rows: await db.importRow.count({ where }),
    changes: await db.importChange.count({ where }),
  }
}

/** A worker that was killed with a job in hand: the job is still marked as taken by a process that is no more. */
async function workerDiedWith(taskName: string): Promise<void> {
  const { rowCount } = await pool.query(
    `UPDATE graphile_worker._private_jobs AS j SET locked_at = now(), locked_by = 'worker-that-died', attempts = attempts + 1
     FROM graphile_worker._private_tasks AS t WHERE t.id = j.task_id AND t.identifier = $1`,
    [taskName],
  )
  expect(rowCount).toBe(1)
}

function work(): void {
  workers.push(startWorker({ url, context: jobContext(), concurrency: 2 }))
}

const becomes = (runId: string, state: string) =>
  vi.waitFor(async () => expect(await runOf(runId)).toMatchObject({ state }), {
    timeout: 60_000,
    interval: 50,
  })

it('30 days after an import its files, rows and changes are forgotten, and what was counted stays', async () => {
  const task = tasks.get('daily:forgetImports')
  const forget = (days: number) => task?.run({}, jobContext(daysLater(days)))
  expect(task).toBeDefined()
  const written = await bring(context, file)
  await check(context, written)
  await confirm(context, written)
  const leftLying = await bring(context, file)
  await check(context, leftLying)
  const before = await runOf(written)
  const facilities = await db.facility.count()

  await forget(30)
  expect(await kept(written)).toEqual({ files: 1, pieces: 1, rows: 9, changes: 13 })
  await forget(31)
  for (const runId of [written, leftLying])
    expect(await kept(runId)).toEqual({ files: 0, pieces: 0, rows: 0, changes: 0 })
  expect(await runOf(written)).toMatchObject({
    state: 'APPLIED',
    createdCount: before.createdCount,
    actId: before.actId,
    endedAt: before.endedAt,
    forgottenAt: daysLater(31).now(),
  })
  expect(await runOf(leftLying)).toMatchObject({ state: 'DROPPED', endedAt: daysLater(31).now() })
  expect(await db.facility.count()).toBe(facilities)

  await forget(32)
  expect((await runOf(written)).forgottenAt).toEqual(daysLater(31).now())
}, 120_000)

it('what a killed worker had in hand is taken up by the next one, at the check and at the writing', async () => {
  const { id } = await db.user.create({
    data: { name: '見本 花子', email: `${crypto.randomUUID()}@example.jp`, sample: true },
  })
  const acting = seat('SYSTEM', 'SYSTEM_OPERATOR')
  const operator = { ...context, viewer: personOf(id, { acting, secondFactor: true }) }
  const runId = await bring(operator, { name: 'queued.csv', content: file.content })
  const importRunId = globalId('ImportRun', runId)
  await runCommand(checkImport, { importRunId }, operator)
  await workerDiedWith('registry.checkImport')
  work()
  await becomes(runId, 'CHECKED')
  await Promise.all(workers.splice(0).map((worker) => worker.stop()))

  await runCommand(confirmImport, { importRunId, version: (await runOf(runId)).version }, operator)
  await workerDiedWith('registry.applyImport')
  expect(await runOf(runId)).toMatchObject({ state: 'APPLYING' })
  work()
  await becomes(runId, 'APPLIED')
  const { rows } = await pool.query(
    'SELECT FROM graphile_worker._private_jobs WHERE locked_by IS NOT NULL AND payload::text LIKE $1',
    [`%${runId}%`],
  )
  expect(rows).toEqual([])
}, 120_000)

import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import pg from 'pg'
import { z } from 'zod'
import { freshDatabase } from '../../../../tests/support/database.ts'
import { memoryMailer } from '../adapters/mail.ts'
import { runCommand } from '../command.ts'
import { createDb, type Db } from '../db.ts'
import { foundPlatform, PlatformFounded } from '../fixtures/platforms.ts'
import { noon, noonClock, personOf } from '../fixtures/viewers.ts'
import { createLog } from '../log.ts'
import { systemViewer, type Viewer } from '../viewer.ts'
import { dailyTask } from './daily.ts'
import { react, reaction, reactions } from './reaction.ts'
import { addJob, task, tasks, type JobContext } from './task.ts'
import { startWorker, type Worker } from './worker.ts'

const patience = { timeout: 15_000, interval: 20 }

let url: string
let db: Db
let pool: pg.Pool
let person: Viewer & { userId: string }
let context: JobContext
const lines: string[] = []
const workers: Worker[] = []

/** How often each reaction was begun, by the event's platform; and how often it is to fail first. */
const begun = new Map<string, number>()
const failures = new Map<string, number>()
const countUp = (key: string) => begun.set(key, (begun.get(key) ?? 0) + 1)

reaction(PlatformFounded, {
  name: 'kernel.noteFounding',
  description: 'Notes on the platform that its founding was heard of.',
  async run({ tx, payload: { platformId } }) {
    countUp(`note ${platformId}`)
    await tx.$executeRaw`
      update platform set help_phone = coalesce(help_phone, '') || 'x' where id = ${platformId}::uuid`
    if ((failures.get(platformId) ?? 0) > 0) {
      failures.set(platformId, (failures.get(platformId) ?? 0) - 1)
      throw new Error('cannot reach taro@example.jp at 023-641-1111')
    }
  },
})
reaction(PlatformFounded, {
  name: 'kernel.describeFounding',
  description: 'Writes into the platform’s description when it was founded.',
  async run({ tx, payload: { platformId }, at }) {
    countUp(`describe ${platformId}`)
    await tx.$executeRaw`
      update platform set description = description || ${at.toISOString()} where id = ${platformId}::uuid`
  },
})
const ranToday: string[] = []
dailyTask({ name: 'kernel.testDaily', run: async (today) => void ranToday.push(today) })

const pings: string[] = []
const ping = task({
  name: 'kernel.testPing',
  payload: z.object({ mark: z.string() }),
  run: async ({ mark }) => void pings.push(mark),
})

beforeAll(async () => {
  url = await freshDatabase()
  db = createDb(url)
  pool = new pg.Pool({ connectionString: url, max: 2 })
  const { id } = await db.user.create({
    data: { name: '見本 三郎', email: 'saburo@example.jp', sample: true },
  })
  person = { ...personOf(id), userId: id }
  const log = createLog('debug', { write: (line) => void lines.push(line) })
  context = { db, clock: noonClock, log, mailer: memoryMailer() }
})
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop()))
})
afterAll(async () => {
  await pool.end()
  await db.$disconnect()
})

function work(): Worker {
  const worker = startWorker({ url, context, concurrency: 3 })
  workers.push(worker)
  return worker
}

async function found(): Promise<string> {
  const acting = { viewer: person, clock: noonClock, db, requestId: randomUUID() }
  const { platformId } = await runCommand(foundPlatform, { name: `見本 ${randomUUID()}` }, acting)
  return platformId
}

const platform = (id: string) => db.platform.findUniqueOrThrow({ where: { id } })
const reacted = (id: string) =>
  vi.waitFor(async () => {
    expect(await platform(id)).toMatchObject({ helpPhone: 'x', description: noon.toISOString() })
  }, patience)
const queueIsEmpty = () =>
  vi.waitFor(async () => {
    const { rows } = await pool.query('select * from graphile_worker._private_jobs')
    expect(rows).toEqual([])
  }, patience)

describe('reactions', () => {
  it('follow the commit, each in a transaction of its own and audited as the portal’s act', async () => {
    work()
    const id = await found()
    await reacted(id)
    await queueIsEmpty()
    const { id: eventId } = await db.eventLog.findFirstOrThrow({
      where: { entities: { isEmpty: false } },
      orderBy: { seq: 'desc' },
    })
    const entries = await db.auditEntry.findMany({ where: { subjectType: 'EventLog', subjectId: eventId } })
    expect(entries.map(({ command }) => command).toSorted()).toEqual([
      'kernel.describeFounding',
      'kernel.noteFounding',
    ])
    expect(entries).toMatchObject([{ actorUserId: null, actingKey: null }, { actorUserId: null }])
  })

  it('that fail are tried again without doubling the others, and say in log and queue nothing personal', async () => {
    work()
    const acting = { viewer: person, clock: noonClock, db, requestId: null }
    const name = `見本 ${randomUUID()}`
    const id = await db.$transaction(async () => {
      const result = await runCommand(foundPlatform, { name, reason: 'x' }, acting)
      failures.set(result.platformId, 1)
      return result.platformId
    })
    const failed = vi.waitFor(async () => {
      const { rows } = await pool.query<{ last_error: string }>(
        'select last_error from graphile_worker._private_jobs where last_error is not null',
      )
      expect(rows[0]?.last_error).toBe('Error: cannot reach … at …')
    }, patience)
    await Promise.all([failed, reacted(id)])
    expect(begun.get(`note ${id}`)).toBe(2)
    expect(begun.get(`describe ${id}`)).toBe(1)
    const log = lines.join('')
    expect(log).toContain('job failed and will be tried again')
    expect(log).not.toMatch(/taro|641|見本/)
  })

  it('happen once, however often their job runs', async () => {
    const id = await found()
    const { id: eventId } = await db.eventLog.findFirstOrThrow({
      where: { payload: { equals: { platformId: id } } },
    })
    await Promise.all(Array.from({ length: 10 }, () => react.run({ eventId }, context)))
    await react.run({ eventId }, context)
    expect(await platform(id)).toMatchObject({ helpPhone: 'x', description: noon.toISOString() })
    expect(begun.get(`describe ${id}`)).toBe(1)
    expect(await db.auditEntry.count({ where: { subjectType: 'EventLog', subjectId: eventId } })).toBe(2)
  })

  it('cannot be called by anybody but the portal', async () => {
    const id = await found()
    const { id: eventId } = await db.eventLog.findFirstOrThrow({
      where: { payload: { equals: { platformId: id } } },
    })
    const [declared] = reactions.get(PlatformFounded.name) ?? []
    if (!declared) throw new Error('not declared')
    const stranger = {
      viewer: { ...systemViewer, userId: person.userId },
      clock: noonClock,
      db,
      requestId: null,
    }
    await expect(runCommand(declared, { eventId }, stranger)).rejects.toMatchObject({
      extensions: { code: 'FORBIDDEN' },
    })
  })

  it('and tasks have names of their own', () => {
    const again = { name: 'kernel.noteFounding', description: '', run: async () => {} }
    expect(() => reaction(PlatformFounded, again)).toThrow('There already is a reaction')
    expect(() => task({ name: ping.name, payload: ping.payload, run: async () => {} })).toThrow(
      'There already is a task',
    )
    expect(tasks.has('daily:kernel.testDaily')).toBe(true)
  })
})

describe('jobs', () => {
  it('are added with the commit of their command, and not at all with its rollback', async () => {
    work()
    await db.$transaction((tx) => addJob(tx, ping, { mark: 'committed' }))
    await db
      .$transaction(async (tx) => {
        await addJob(tx, ping, { mark: 'rolled back' })
        throw new Error('no')
      })
      .catch(() => {})
    await db.$transaction((tx) => addJob(tx, ping, { mark: 'after' }))
    await vi.waitFor(() => expect(pings).toContain('after'), patience)
    await queueIsEmpty()
    expect(pings.toSorted()).toEqual(['after', 'committed'])
  })

  it('of the day run when a worker starts', async () => {
    ranToday.length = 0
    work()
    await vi.waitFor(() => expect(ranToday).toEqual(['2026-11-23']), patience)
  })
})

describe('of several workers', () => {
  it('one is at work, and another takes over at once when it loses its place', async () => {
    const holders = async () => {
      const { rows } = await pool.query<{ pid: number; granted: boolean }>(
        `select pid, granted from pg_locks where locktype = 'advisory' and objid = 72707370 order by granted desc`,
      )
      return rows
    }
    work()
    await vi.waitFor(async () => expect(await holders()).toMatchObject([{ granted: true }]), patience)
    work()
    await vi.waitFor(
      async () => expect(await holders()).toMatchObject([{ granted: true }, { granted: false }]),
      patience,
    )
    const [first, second] = await holders()
    await pool.query('select pg_terminate_backend($1)', [first?.pid])
    await vi.waitFor(async () => {
      expect((await holders())[0]).toEqual({ pid: second?.pid, granted: true })
    }, patience)
    await reacted(await found())
  })

  it('what a dead one had begun is taken up when the next begins', async () => {
    const id = await found()
    await pool.query(
      `update graphile_worker._private_jobs set locked_at = now(), locked_by = 'worker-of-a-dead-process', attempts = 1`,
    )
    work()
    await reacted(id)
    await queueIsEmpty()
    expect(begun.get(`note ${id}`)).toBe(1)
  })

  it('a worker that waits for its turn stops when it is told to', async () => {
    work()
    await reacted(await found())
    await expect(work().stop()).resolves.toBeUndefined()
  })
})

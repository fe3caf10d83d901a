import { spawn, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { expect, it, vi } from 'vitest'
import pg from 'pg'
import { verifyAudit } from '../../api/src/kernel/audit-verify.ts'
import { freshDatabase } from '../support/database.ts'
import { promise, proveRuns, proveSeed } from '../support/prove.ts'

const program = (name: string) => path.join(import.meta.dirname, 'killed', `${name}.ts`)

interface Running {
  readonly child: ChildProcess
  readonly ready: Promise<void>
  readonly gone: Promise<void>
}

/** Starts one of the programs; each line after "ready" goes to `hear`. */
function start(name: string, args: string[], hear: (line: string) => void): Running {
  const child = spawn(process.execPath, [program(name), ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const ready = new Promise<void>((resolve) => {
    createInterface({ input: child.stdout ?? process.stdin }).on('line', (line) => {
      if (line === 'ready') resolve()
      else hear(line)
    })
  })
  return { child, ready, gone }
}

/** Numbers from 0 to 1 that are the same for the same seed. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** Kills processes at a moment of its own and waits until they are gone. */
async function killAfter(milliseconds: number, victims: readonly Running[]): Promise<void> {
  setTimeout(() => {
    for (const { child } of victims) child.kill('SIGKILL')
  }, milliseconds)
  await Promise.all(victims.map(({ gone }) => gone))
}

it('killed at any moment, API and worker leave data, audit, events and notifications in agreement', async () => {
  const kills = proveRuns(5, 200)
  const next = random(proveSeed())
  const url = await freshDatabase()
  const pool = new pg.Pool({ connectionString: url, max: 2 })
  const { rows: people } = await pool.query<{ id: string }>(`
    insert into app_user (name, email, sample, updated_at)
    select '見本 ' || n, n || '@example.jp', true, now() from generate_series(1, 3) n returning id`)
  const userIds = people.map(({ id }) => id)
  const [writerId = ''] = userIds

  const keys = Array.from({ length: kills * 8 + 20 }, () => randomUUID())
  const acknowledged = new Set<string>()
  let doubled = 0
  const acknowledge = (key: string) => {
    if (acknowledged.has(key)) doubled += 1
    acknowledged.add(key)
  }
  const write = (limit: number) => {
    const open = keys.filter((key) => !acknowledged.has(key)).slice(0, limit)
    return start('writer', [url, writerId, ...open], acknowledge)
  }
  const work = () => start('worker', [url, ...userIds], () => {})

  let worker = work()
  for (let kill = 0; kill < kills; kill++) {
    const writer = write(20)
    await Promise.all([writer.ready, worker.ready])
    const victims = [[writer], [worker], [writer, worker]][Math.floor(next() * 3)] ?? []
    await killAfter(next() * 120, victims)
    await killAfter(0, [writer])
    if (victims.includes(worker)) worker = work()
  }

  const rest = write(keys.length)
  await rest.gone
  await vi.waitFor(
    async () => {
      const { rows } = await pool.query(`select id from graphile_worker.jobs where task_identifier = 'react'`)
      expect(rows).toEqual([])
    },
    { timeout: 60_000, interval: 100 },
  )
  worker.child.kill('SIGTERM')
  await worker.gone

  const { rows } = await pool.query(`
    with founded as (select * from event_log where name = 'kernel.PlatformFounded.v1')
    select
      (select count(*)::int from platform) as platforms,
      (select count(distinct name)::int from platform) as names,
      (select count(*)::int from idempotency_key where owner like 'user:%') as answers,
      (select count(*)::int from audit_entry where command = 'foundPlatform') as acts,
      (select count(*)::int from founded) as events,
      (select count(*)::int from founded join audit_entry a on a.seq = founded.audit_seq
         join platform p on p.id::text = a.subject_id and p.id::text = founded.payload ->> 'platformId') as agreeing,
      (select count(*)::int from audit_entry where command = 'stories.tellOfFounding') as reactions,
      (select count(*)::int from notification) as notifications,
      (select count(*)::int from (select event_id from notification group by 1 having count(*) = 3) told) as told,
      (select count(*)::int from event_log where name = 'notifications.Notified.v1') as announced`)
  const total = keys.length
  expect(rows[0]).toEqual({
    platforms: total,
    names: total,
    answers: total,
    acts: total,
    events: total,
    agreeing: total,
    reactions: total,
    notifications: total * 3,
    told: total,
    announced: total,
  })
  expect(acknowledged).toEqual(new Set(keys))
  const { breaks, checked } = await verifyAudit(pool)
  expect(breaks).toEqual([])
  promise(
    'killed',
    `${kills} kills, ${total} acts, ${checked} audit entries, ${total * 3} notifications, none lost or doubled`,
  )
  await pool.end()
})

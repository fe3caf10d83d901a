import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type pg from 'pg'
import { z } from 'zod'
import { testDatabase } from '../../../../tests/support/database.ts'
import { promise, proveRuns } from '../../../../tests/support/prove.ts'
import { systemClock } from '../clock.ts'
import { command, runCommand } from '../command.ts'
import { createReadPool } from '../db.ts'
import { event, type Audience } from '../events.ts'
import { contextOf, somebody } from '../../../../tests/support/kernel.ts'
import { seat } from '../fixtures/viewers.ts'
import { sqlFor, type Sql } from '../read/sql.ts'
import { allow } from '../verdict.ts'
import { guest } from '../viewer.ts'
import { hears } from './audience.ts'
import { changesSince, eventsAfter, headOf } from './log.ts'

const Happened = event('kernel.Happened.v1', z.object({ mark: z.string() }))

/** Announces events for audiences; one of two in a transaction of the other isolation level. */
const announce = (isolation?: 'serializable') =>
  command({
    name: 'announce',
    description: 'Announces events and changes nothing.',
    isolation,
    input: z.object({ mark: z.string(), audiences: z.array(z.string()) }),
    subject: () => ({}),
    may: () => allow,
    async run({ input, emit }) {
      for (const audience of input.audiences) {
        emit(Happened, { mark: input.mark }, { audience: [audience as Audience], entities: [input.mark] })
      }
      return {}
    },
  })

let pool: pg.Pool
let sql: Sql
beforeAll(async () => {
  pool = createReadPool((await testDatabase()).url, 4)
  sql = sqlFor(pool)
})
afterAll(() => pool.end())

// What is older than seven days on the clock of the database is not told again: these things happen today.
async function happen(mark: string, ...audiences: Audience[]) {
  const context = await contextOf(await somebody(), { clock: systemClock })
  await runCommand(announce(), { mark, audiences }, context)
}

describe('the order of events', () => {
  it('follows the commits: whoever reads on never misses one, under 20 writers', async () => {
    const rounds = proveRuns(8, 250)
    const writers = 20
    const start = await headOf(sql)
    const marks = new Set<string>()
    let isWriting = true
    const seen: bigint[] = []
    const seenMarks = new Set<string>()

    const poll = async () => {
      let cursor = start
      for (;;) {
        const wasWriting = isWriting
        const events = await eventsAfter(sql, cursor, 50)
        for (const { seq, entities } of events) {
          seen.push(seq)
          cursor = seq
          if (entities[0]) seenMarks.add(entities[0])
        }
        if (!wasWriting && events.length === 0) return
      }
    }
    const write = async (writer: number) => {
      const context = await contextOf(await somebody())
      for (let round = 0; round < rounds; round++) {
        const mark = randomUUID()
        marks.add(mark)
        const isolation = writer % 10 === 0 ? 'serializable' : undefined
        await runCommand(announce(isolation), { mark, audiences: ['public', 'public'] }, context)
      }
    }

    const polling = Promise.all([poll(), poll()])
    await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)))
    isWriting = false
    await polling

    const total = writers * rounds * 2
    const inOrder = seen.length === total * 2
    promise('event-order', `${seen.length} of ${total * 2} events seen by two readers, ${writers} writers`)
    expect(inOrder).toBe(true)
    expect(seenMarks).toEqual(marks)
    const rows = await eventsAfter(sql, start, total)
    expect(rows.map(({ seq }) => seq)).toEqual(
      Array.from({ length: total }, (_, i) => start + BigInt(i) + 1n),
    )
  })
})

describe('what a reader with a cursor gets', () => {
  it('what it may hear of, in pages, to the end of the log', async () => {
    const platform = randomUUID()
    const mine = [`platform:${platform}` as const]
    const start = await headOf(sql)
    const marks = ['one', 'two', 'three']
    for (const mark of marks) await happen(mark, `platform:${platform}`, 'platform:another')

    const first = await changesSince(sql, mine, start, 2)
    expect(first).toMatchObject({ reset: false, more: true, head: start + 6n })
    expect(first.events.map(({ entities }) => entities[0])).toEqual(['one', 'two'])
    const second = await changesSince(sql, mine, first.seq, 2)
    expect(second.events.map(({ entities }) => entities[0])).toEqual(['three'])
    expect(second).toMatchObject({ reset: false, more: false, seq: start + 6n })
    expect(await changesSince(sql, mine, second.seq, 2)).toMatchObject({
      events: [],
      reset: false,
      more: false,
    })
  })

  it('a reset without a cursor, or with one the log has not reached', async () => {
    const head = await headOf(sql)
    expect(await changesSince(sql, ['public'], null, 10)).toMatchObject({
      reset: true,
      seq: head,
      events: [],
    })
    expect(await changesSince(sql, ['public'], head + 1n, 10)).toMatchObject({ reset: true, seq: head })
    expect(await changesSince(sql, ['public'], -1n, 10)).toMatchObject({ reset: true, seq: head })
  })

  it('a reset when the first event it missed is older than seven days', async () => {
    const eightDaysAgo = new Date(Date.now() - 8 * 86_400_000)
    const person = await somebody()
    const before = await headOf(sql)
    const act = async (at: Date) =>
      runCommand(
        announce(),
        { mark: 'x', audiences: ['public'] },
        await contextOf(person, { clock: { now: () => at } }),
      )
    await act(eightDaysAgo)
    await act(new Date())
    expect(await changesSince(sql, ['public'], before, 10)).toMatchObject({ reset: true })
    expect(await changesSince(sql, ['public'], before + 1n, 10)).toMatchObject({ reset: false, more: false })
  })
})

describe('who hears what', () => {
  it('a guest the public, a person also the own bodies and networks, an operator everything', async () => {
    expect(hears(guest)).toEqual(['public'])
    const [facility, platform] = [seat('FACILITY', 'FACILITY_DIRECTOR'), seat('PLATFORM', 'PLATFORM_CHAIR')]
    const both = await somebody({ acting: facility, seats: [facility, platform], platformIds: ['a-network'] })
    expect(hears(both)?.toSorted()).toEqual(
      [
        'public',
        `user:${both.userId}`,
        'platform:a-network',
        `facility:${facility.id}`,
        `platform:${platform.id}`,
      ].toSorted(),
    )
    expect(hears(await somebody({ acting: seat('SYSTEM', 'SYSTEM_OPERATOR') }))).toBeNull()
  })

  it('a liaison the own municipality; a facility that lies in it does not', async () => {
    const liaison = { ...seat('MUNICIPALITY', 'MUNICIPAL_LIAISON'), municipalityCode: '062031' }
    const director = { ...seat('FACILITY', 'FACILITY_DIRECTOR'), municipalityCode: '062031' }
    expect(hears(await somebody({ acting: liaison }))).toContain('municipality:062031')
    expect(hears(await somebody({ acting: director }))).not.toContain('municipality:062031')
  })
})

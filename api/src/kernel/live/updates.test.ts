import { describe, expect, it, vi } from 'vitest'
import { personOf } from '../fixtures/viewers.ts'
import type { Sql } from '../read/sql.ts'
import type { Feed } from './feed.ts'
import type { LoggedEvent } from './log.ts'
import { updatesSince } from './updates.ts'

/** A log and a feed in memory. */
function memory(head: bigint) {
  const state = { head, listeners: new Set<(event: LoggedEvent) => void>() }
  const sql = (async (text: string) =>
    text.includes('ledger_head') ? [{ seq: state.head.toString() }] : []) as unknown as Sql
  const feed: Feed = {
    onEvent(listener) {
      state.listeners.add(listener)
      return () => state.listeners.delete(listener)
    },
    onSessionEnd: () => () => {},
    alive: () => true,
    stop: async () => {},
  }
  const happen = (audience = 'public') => {
    state.head += 1n
    const event = { seq: state.head, name: 'test', at: new Date(0), audience: [audience], entities: [] }
    for (const listener of state.listeners) listener(event)
  }
  return { state, sql, feed, happen }
}

const viewer = personOf('somebody')

describe('a subscriber', () => {
  it('that takes nothing while a flood passes is told to read everything again, and goes on from there', async () => {
    const { state, sql, feed, happen } = memory(10n)
    const updates = updatesSince(sql, { feed, viewer: () => viewer, heartbeatMs: 60_000 }, 10n)
    expect((await updates.next()).value).toMatchObject({ seq: 10n, reset: false, name: null })
    for (let n = 0; n < 1_500; n++) happen()
    expect((await updates.next()).value).toMatchObject({ seq: 1_510n, reset: true })
    happen()
    expect((await updates.next()).value).toMatchObject({ seq: 1_511n, reset: false, name: 'test' })
    await updates.return()
    expect(state.listeners.size).toBe(0)
  })

  it('never gets an event twice that was both replayed and announced', async () => {
    const { state, feed, happen } = memory(10n)
    const slow = (async (text: string) => {
      if (text.includes('ledger_head')) {
        happen() // commits while the log is being read
        return [{ seq: state.head.toString() }]
      }
      return [
        { seq: '11', name: 'test', at: new Date(0), audience: ['public'], entities: [], too_old: false },
      ]
    }) as unknown as Sql
    const updates = updatesSince(slow, { feed, viewer: () => viewer, heartbeatMs: 60_000 }, 10n)
    expect((await updates.next()).value).toMatchObject({ seq: 11n, name: 'test' })
    expect((await updates.next()).value).toMatchObject({ seq: 11n, name: null })
    happen()
    expect((await updates.next()).value).toMatchObject({ seq: 12n, name: 'test' })
    await updates.return()
  })

  it('gets the cursor moved on by events it may not hear of', async () => {
    vi.useFakeTimers()
    const { sql, feed, happen } = memory(10n)
    const updates = updatesSince(sql, { feed, viewer: () => viewer, heartbeatMs: 1_000 }, 10n)
    await updates.next()
    const next = updates.next()
    happen('platform:another')
    await vi.advanceTimersByTimeAsync(1_000)
    expect((await next).value).toMatchObject({ seq: 11n, name: null, reset: false })
    await updates.return()
    vi.useRealTimers()
  })
})

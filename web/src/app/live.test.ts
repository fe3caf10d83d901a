// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { connection } from '../lib/connection.ts'
import { onHappening } from '../lib/happenings.ts'
import { Changes, Events, followEvents } from './live.ts'

interface Answer {
  data?: unknown
  error?: Error
  hasNext: boolean
}

/** A graph whose socket and whose answers the test holds in its hands. */
function fakeGraph() {
  const sockets: { after: unknown; open: boolean; say: (answer: Answer) => void }[] = []
  const asked: unknown[] = []
  let changes: unknown
  const graph = {
    subscription: (document: unknown, { after }: { after?: string }) => ({
      subscribe(say: (answer: Answer) => void) {
        expect(document).toBe(Events)
        const socket = { after, open: true, say }
        sockets.push(socket)
        return { unsubscribe: () => (socket.open = false) }
      },
    }),
    query: (document: unknown, variables: unknown) => ({
      toPromise() {
        if (document === Changes) asked.push(variables)
        return Promise.resolve(changes ? { data: { changesSince: changes } } : {})
      },
    }),
  }
  return {
    sockets,
    asked,
    answerChanges: (answer: unknown) => (changes = answer),
    follow: () => followEvents(graph as never, sessionOver),
    last() {
      const socket = sockets.at(-1)
      if (!socket) throw new Error('Nobody listens.')
      return socket
    },
  }
}

const event = (seq: string, name: string | null = null) => ({
  data: { events: { seq, name, entities: [], reset: false } },
  hasNext: true,
})

const sessionOver = vi.fn<() => void>()
let stop: () => void = () => undefined
let stopListening: () => void = () => undefined

beforeEach(() => {
  vi.useFakeTimers()
  connection.set({ lost: false, heardAt: new Date() })
})
afterEach(() => {
  stop()
  stopListening()
  vi.useRealTimers()
})

test('a broken socket is opened again from the last thing heard', () => {
  const graph = fakeGraph()
  stop = graph.follow()
  expect(graph.last().after).toBeUndefined()
  graph.last().say(event('7'))
  graph.last().say(event('9', 'registry.FacilityConfirmed.v1'))
  graph.last().say({ error: new Error('closed'), hasNext: false })
  expect(graph.last().open).toBe(false)
  vi.advanceTimersByTime(1_000)
  expect(graph.sockets).toHaveLength(2)
  expect(graph.last()).toMatchObject({ after: '9', open: true })
})

test('whoever reads by itself is told what has happened', () => {
  const graph = fakeGraph()
  const told: unknown[] = []
  stopListening = onHappening(({ entities, reset }) => told.push([entities, reset]))
  stop = graph.follow()
  graph.last().say({
    data: { events: { seq: '9', name: 'intake.IntakeWritten.v1', entities: ['shelter'], reset: false } },
    hasNext: true,
  })
  graph.last().say({ data: { events: { seq: '12', name: null, entities: [], reset: true } }, hasNext: true })
  stopListening()
  graph.last().say(event('13', 'intake.IntakeWritten.v1'))
  expect(told).toEqual([
    [['shelter'], false],
    [[], true],
  ])
})

test('a socket that gives no sign of life is given up', () => {
  const graph = fakeGraph()
  stop = graph.follow()
  graph.last().say(event('7'))
  vi.advanceTimersByTime(49_000)
  expect(graph.sockets).toHaveLength(1)
  vi.advanceTimersByTime(2_000)
  expect(graph.sockets[0]?.open).toBe(false)
  expect(graph.last()).toMatchObject({ after: '7', open: true })
})

test('where no socket gets through, changes are asked for with the same cursor', async () => {
  const graph = fakeGraph()
  const told: unknown[] = []
  stopListening = onHappening((happening) => told.push(happening))
  graph.answerChanges({
    seq: '12',
    more: false,
    reset: false,
    events: [{ entities: ['a'] }, { entities: ['b'] }],
  })
  stop = graph.follow()
  graph.last().say(event('7'))
  for (const _attempt of [1, 2]) {
    graph.last().say({ error: new Error('refused'), hasNext: false })
    await vi.advanceTimersByTimeAsync(4_000)
  }
  expect(graph.asked).toEqual([{ after: '7' }])
  expect(told.at(-1)).toEqual({ entities: ['a', 'b'], reset: false })
  expect(connection.get().lost).toBe(false)
  graph.last().say({ error: new Error('refused'), hasNext: false })
  await vi.advanceTimersByTimeAsync(8_000)
  expect(graph.last().after).toBe('12')
})

test('when nothing gets through, the screen says since when; when it does again, no longer', async () => {
  const graph = fakeGraph()
  stop = graph.follow()
  graph.last().say(event('7'))
  const heardAt = new Date()
  for (const _attempt of [1, 2]) {
    graph.last().say({ error: new Error('refused'), hasNext: false })
    await vi.advanceTimersByTimeAsync(4_000)
  }
  expect(connection.get()).toEqual({ lost: true, heardAt })
  graph.last().say(event('8'))
  expect(connection.get().lost).toBe(false)
})

test('a device that is online again does not wait', () => {
  const graph = fakeGraph()
  stop = graph.follow()
  graph.last().say({ error: new Error('offline'), hasNext: false })
  window.dispatchEvent(new Event('online'))
  expect(graph.sockets).toHaveLength(2)
})

test('whoever has left hears nothing more', () => {
  const graph = fakeGraph()
  graph.follow()()
  vi.advanceTimersByTime(600_000)
  expect(graph.sockets).toMatchObject([{ open: false }])
})

test('a session that was ended elsewhere is over here too', () => {
  const graph = fakeGraph()
  stop = graph.follow()
  const networkError = new CloseEvent('close', { code: 4401 })
  graph.last().say({ error: Object.assign(new Error('closed'), { networkError }), hasNext: false })
  expect(sessionOver).toHaveBeenCalledOnce()
  vi.advanceTimersByTime(600_000)
  expect(graph.sockets).toHaveLength(1)
})

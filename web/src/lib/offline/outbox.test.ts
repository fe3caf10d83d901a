import 'fake-indexeddb/auto'
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Outcome } from '../problems.ts'
import { device, wipe } from './device.ts'
import { inputOf, wholeOrRefused, type Errand, type Send } from './errand.ts'
import { createOutbox, type Outbox } from './outbox.ts'

const DONE: Outcome<unknown> = { kind: 'done', payload: {} }
const OFFLINE: Outcome<unknown> = { kind: 'failed', failure: { kind: 'OFFLINE' } }
const FAULT: Outcome<unknown> = { kind: 'failed', failure: { kind: 'FAULT', incidentId: undefined } }
const REFUSED: Outcome<unknown> = {
  kind: 'refused',
  problem: { __typename: 'RuleProblem', code: 'EVENT_CLOSED', message: '' },
}

let user = ''
let seen: string[] = []
const open: Outbox[] = []

beforeEach(() => {
  user = randomUUID()
  seen = []
})
afterEach(() => {
  vi.useRealTimers()
  for (const outbox of open.splice(0)) outbox.close()
})

/** A tab: its outbox, before a server that answers as the test says. */
function tab(answer: (title: string) => Outcome<unknown> | Promise<Outcome<unknown>>): Outbox {
  const post: Send = async (_slot, { title }) => {
    seen.push(title)
    return answer(title)
  }
  const outbox = createOutbox({ post, random: () => 1 })
  open.push(outbox)
  return outbox
}

const errand = (title: string): Errand => ({
  title,
  path: '/outbox',
  operation: 'Report',
  hash: 'abc',
  input: { text: `本文 ${title}` },
})

async function write(
  outbox: Outbox,
  title: string,
  {
    lane = 'one',
    passes = false,
    send,
    replaces,
  }: Partial<{ lane: string; passes: boolean; send: Send; replaces: string }> = {},
) {
  const id = randomUUID()
  const slot = { id, userId: user, seat: 'FACILITY:1', lane, kind: 'report', passes }
  await outbox.add(slot, errand(title), { ...(send && { send }), replaces })
  return id
}

const states = async (outbox: Outbox) =>
  Object.fromEntries((await outbox.list(user)).map(({ title, state }) => [title, state]))

test('goes in the order it was written in, and what arrived no longer holds its input', async () => {
  const outbox = tab(() => DONE)
  for (const title of ['1', '2', '3']) await write(outbox, title)
  expect(await outbox.count(user)).toEqual({ waiting: 3, refused: 0 })
  await outbox.kick(user)
  expect(seen).toEqual(['1', '2', '3'])
  expect(await outbox.count(user)).toEqual({ waiting: 0, refused: 0 })
  expect((await outbox.list(user)).map(({ state, input }) => [state, input])).toEqual([
    ['ARRIVED', {}],
    ['ARRIVED', {}],
    ['ARRIVED', {}],
  ])
})

test('without a network nothing else is tried; it goes on when the network is back', async () => {
  let up = false
  const outbox = tab(() => (up ? DONE : OFFLINE))
  await write(outbox, '1')
  await write(outbox, '2', { lane: 'two' })
  await outbox.kick(user)
  expect(seen).toEqual(['1'])
  up = true
  await outbox.kick(user)
  expect(seen, 'the pause is kept').toEqual(['1'])
  await outbox.kick(user, { atOnce: true })
  expect(seen).toEqual(['1', '1', '2'])
})

test('what is refused holds its own lane only, keeps what was written, and is corrected in its place', async () => {
  const outbox = tab((title) => (title === 'wrong' ? REFUSED : DONE))
  const wrong = await write(outbox, 'wrong')
  await write(outbox, 'after')
  await write(outbox, 'elsewhere', { lane: 'two' })
  await outbox.kick(user)
  expect(await states(outbox)).toEqual({ wrong: 'REFUSED', after: 'WAITING', elsewhere: 'ARRIVED' })
  const [entry] = await outbox.list(user)
  expect(entry).toMatchObject({ input: { text: '本文 wrong' }, outcome: REFUSED })
  await write(outbox, 'right', { replaces: wrong })
  await outbox.kick(user, { atOnce: true })
  expect(seen).toEqual(['wrong', 'elsewhere', 'right', 'after'])
})

test('reports that stand for themselves pass one that was refused', async () => {
  const outbox = tab((title) => (title === 'wrong' ? REFUSED : DONE))
  await write(outbox, 'wrong', { passes: true })
  await write(outbox, 'after')
  await outbox.kick(user)
  expect(await states(outbox)).toEqual({ wrong: 'REFUSED', after: 'ARRIVED' })
})

test('a fault of the server holds the lane for a while and loses nothing', async () => {
  const outbox = tab((title) => (title === 'bad' ? FAULT : DONE))
  await write(outbox, 'bad')
  await write(outbox, 'after')
  await write(outbox, 'elsewhere', { lane: 'two' })
  await outbox.kick(user)
  await outbox.kick(user)
  expect(seen).toEqual(['bad', 'elsewhere'])
  expect(await states(outbox)).toEqual({ bad: 'WAITING', after: 'WAITING', elsewhere: 'ARRIVED' })
})

test('an attempt that died with its tab is sent again under the same key', async () => {
  const keys: string[] = []
  const dying = createOutbox({
    post: ({ id }) => (keys.push(id), new Promise(() => {})),
    // Its lock dies with the tab.
    locks: { request: (async (_name: string, work: () => unknown) => work()) as never },
  })
  open.push(dying)
  const id = await write(dying, '1')
  void dying.kick(user)
  await vi.waitFor(async () => expect(await states(dying)).toEqual({ 1: 'SENDING' }))
  const next = createOutbox({ post: async (slot) => (keys.push(slot.id), DONE) })
  open.push(next)
  await next.kick(user)
  expect(keys).toEqual([id, id])
})

test('a tab that closes in the middle writes down the answer it gets, begins nothing more and tells nobody', async () => {
  let answer: (outcome: Outcome<unknown>) => void = () => {}
  const outbox = tab(() => new Promise((resolve) => (answer = resolve)))
  const told = vi.fn<() => void>()
  outbox.subscribe(told)
  await write(outbox, '1')
  await write(outbox, '2')
  const sending = outbox.kick(user)
  await vi.waitFor(() => expect(seen).toEqual(['1']))
  outbox.close()
  told.mockClear()
  answer(DONE)
  await sending
  expect(await states(outbox)).toEqual({ 1: 'ARRIVED', 2: 'WAITING' })
  expect(told).not.toHaveBeenCalled()
  const next = tab(() => DONE)
  await next.kick(user)
  expect(await states(next)).toEqual({ 1: 'ARRIVED', 2: 'ARRIVED' })
})

test('two tabs send each entry once, in order, and tell each other', async () => {
  const slowly = () => new Promise<Outcome<unknown>>((resolve) => setTimeout(() => resolve(DONE), 5))
  const [one, other] = [tab(slowly), tab(slowly)]
  const told = vi.fn<() => void>()
  other.subscribe(told)
  for (const title of ['1', '2', '3', '4']) await write(Number(title) % 2 ? one : other, title)
  await Promise.all([one.kick(user), other.kick(user)])
  expect(seen).toEqual(['1', '2', '3', '4'])
  expect(told).toHaveBeenCalled()
})

test('belongs to one person: another one’s is neither seen nor sent, and sign-out leaves nothing', async () => {
  const outbox = tab(() => DONE)
  await write(outbox, 'hers')
  const other = randomUUID()
  await outbox.kick(other)
  expect(await outbox.list(other)).toEqual([])
  expect(seen).toEqual([])
  await wipe(user)
  await outbox.kick(user)
  expect(seen).toEqual([])
  const database = await device()
  expect(await database.get('key', user)).toBeUndefined()
  expect(await database.getAllFromIndex('outbox', 'user', user)).toEqual([])
})

test('an ended session waits for its person', async () => {
  let signedIn = false
  const outbox = tab(() => (signedIn ? DONE : { kind: 'failed', failure: { kind: 'SIGNED_OUT' } }))
  await write(outbox, '1')
  await outbox.kick(user)
  expect(await states(outbox)).toEqual({ 1: 'WAITING' })
  signedIn = true
  await outbox.kick(user, { atOnce: true })
  expect(await states(outbox)).toEqual({ 1: 'ARRIVED' })
})

test('nothing that was typed lies on the device in the clear, and the key cannot be taken out', async () => {
  const outbox = tab(() => OFFLINE)
  await write(outbox, '見本の題名')
  const database = await device()
  const [row] = await database.getAllFromIndex('outbox', 'user', user)
  const stored = JSON.stringify(row) + new TextDecoder().decode(row?.sealed.data)
  expect(stored).not.toMatch(/見本の題名|本文/)
  const key = await database.get('key', user)
  expect(key?.extractable).toBe(false)
})

test('the writer hears the answer, or after a moment that it waits', async () => {
  const outbox = tab(() => DONE)
  const refused = await write(outbox, 'refused', { send: async () => REFUSED })
  expect(await outbox.attempt(user, refused, 1_000)).toEqual(REFUSED)
  const held = await write(outbox, 'held')
  expect(await outbox.attempt(user, held, 1_000)).toBeUndefined()
  const slow = await write(outbox, 'slow', { lane: 'two', send: () => new Promise(() => {}) })
  expect(await outbox.attempt(user, slow, 10)).toBeUndefined()
})

test('what arrived is forgotten after a day; what is older than the server’s memory asks a person', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-01T00:00:00Z') })
  let up = true
  const outbox = tab(() => (up ? DONE : OFFLINE))
  await write(outbox, 'arrived')
  await outbox.kick(user)
  up = false
  await write(outbox, 'old')
  await outbox.kick(user, { atOnce: true })
  vi.setSystemTime(new Date('2026-12-01T00:00:00Z'))
  up = true
  await outbox.forgetArrived(user)
  await outbox.kick(user)
  expect((await outbox.list(user)).map(({ title, outcome }) => [title, outcome])).toEqual([
    ['old', { kind: 'refused', problem: { __typename: 'RuleProblem', code: 'OUTBOX_TOO_OLD', message: '' } }],
  ])
})

test('an input with keys of its own goes as it is, any other under the id of its entry', () => {
  const id = randomUUID()
  expect(inputOf({ id }, errand('見本'))).toEqual({ text: '本文 見本', idempotencyKey: id })
  expect(inputOf({ id }, { ...errand('見本'), ownKeys: true })).toEqual({ text: '本文 見本' })
})

test('of several things some of which were not taken, the entry stays with the reason', async () => {
  const some: Outcome<unknown> = {
    kind: 'done',
    payload: { accepted: ['1'], refused: ['2'], refusedBecause: ['ENTRY_ALREADY_OTHERWISE'] },
  }
  const outbox = tab(() => wholeOrRefused(some))
  await write(outbox, '見本')
  await outbox.kick(user)
  expect(await outbox.list(user)).toMatchObject([
    { state: 'REFUSED', outcome: { kind: 'refused', problem: { code: 'ENTRY_ALREADY_OTHERWISE' } } },
  ])
  for (const refused of [[], null])
    expect(wholeOrRefused({ kind: 'done', payload: { refused } })).toMatchObject({ kind: 'done' })
})

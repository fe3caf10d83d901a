import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { openTestGraph, TODAY } from '../../../../../tests/support/graph.ts'
import { send } from '../../../../../tests/support/send.ts'
import { viewerActingAs } from '../../../../../tests/support/viewers.ts'
import { createLog } from '../../../kernel/log.ts'
import { tasks } from '../../../kernel/jobs/task.ts'
import { react } from '../../../kernel/jobs/reaction.ts'
import { guest, type Viewer } from '../../../kernel/viewer.ts'
import { facility } from '../fixtures.ts'
import '../reactions.ts'

const graph = await openTestGraph()
const { db } = graph

async function person(): Promise<Viewer & { userId: string }> {
  const email = `${randomUUID()}@mihon.example`
  const { id } = await db.user.create({ data: { name: '見本 花子', email, sample: true } })
  return { ...viewerActingAs(id, 'FACILITY_STAFF', { facilityId: randomUUID() }), userId: id }
}

const PAYLOAD = 'savedSearch { id name filter notify version }'
const keep = (viewer: Viewer, over: object = {}) =>
  send(
    graph,
    'saveSearch',
    {
      name: '見本の検索',
      filter: { text: '荘', conditions: { lendableRooms: 'YES' } },
      notify: false,
      ...over,
    },
    { viewer, payload: PAYLOAD },
  )
const kept = async (viewer: Viewer) =>
  (await graph.ask(`{ savedSearches(first: 10) { nodes { ${PAYLOAD.slice(14, -2)} } } }`, { viewer }))
    .savedSearches.nodes

describe('saveSearch', () => {
  it('keeps what was asked for, for its owner alone, and tells the audit nothing of it', async () => {
    const owner = await person()
    const { payload } = await keep(owner, { name: '見本の空き部屋' })
    expect(payload.savedSearch).toMatchObject({
      name: '見本の空き部屋',
      filter: { text: '荘', conditions: { lendableRooms: 'YES' } },
      version: 1,
    })
    expect(await kept(owner)).toHaveLength(1)
    expect(await kept(await person())).toEqual([])
    const entry = await db.auditEntry.findFirstOrThrow({
      where: { command: 'saveSearch', actorUserId: owner.userId },
    })
    expect(JSON.stringify(entry.input)).not.toMatch(/見本の空き部屋|荘/)
  })

  it.each([
    ['a name that is taken', { name: '見本の検索' }, 'SAVED_SEARCH_NAME_TAKEN'],
    ['no name', { name: ' ' }, 'REQUIRED'],
  ])('refuses %s', async (_what, over, code) => {
    const owner = await person()
    await keep(owner)
    expect(JSON.stringify(await keep(owner, over))).toContain(code)
  })

  it('keeps fifty, no more', async () => {
    const owner = await person()
    await db.savedSearch.createMany({
      data: Array.from({ length: 50 }, (_, n) => ({
        userId: owner.userId,
        name: `見本${n}`,
        filter: {},
        checkedUntil: TODAY,
      })),
    })
    expect(JSON.stringify(await keep(owner))).toContain('TOO_MANY_SAVED_SEARCHES')
  })

  it('is not for guests', async () => {
    expect(await keep(guest)).toMatchObject({ code: 'UNAUTHENTICATED' })
  })
})

describe('editSavedSearch and deleteSavedSearch', () => {
  it('rename, choose to be told, and give up', async () => {
    const owner = await person()
    const { id, version } = (await keep(owner)).payload.savedSearch
    const edited = await send(
      graph,
      'editSavedSearch',
      { savedSearchId: id, version, name: '見本の新しい名前', notify: true },
      { viewer: owner, payload: PAYLOAD },
    )
    expect(edited.payload.savedSearch).toMatchObject({ name: '見本の新しい名前', notify: true, version: 2 })
    const gone = await send(
      graph,
      'deleteSavedSearch',
      { savedSearchId: id },
      { viewer: owner, payload: PAYLOAD },
    )
    expect(gone.payload.savedSearch).toBeNull()
    expect(await kept(owner)).toEqual([])
  })

  it('are not there for anybody else', async () => {
    const { id } = (await keep(await person())).payload.savedSearch
    expect(
      await send(
        graph,
        'deleteSavedSearch',
        { savedSearchId: id },
        { viewer: await person(), payload: PAYLOAD },
      ),
    ).toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('once a day', () => {
  const log = createLog('silent')
  const lookOn = (now: Date) =>
    tasks
      .get('daily:registry.lookForNewMatches')
      ?.run({}, { db, clock: { now: () => now }, log, mailer: null })
  const tellAll = async (userId: string, now: Date) => {
    const events = await db.eventLog.findMany({
      where: { name: 'registry.SavedSearchMatched.v1', audience: { has: `user:${userId}` } },
    })
    for (const { id } of events)
      await react.run({ eventId: id }, { db, clock: { now: () => now }, log, mailer: null })
    return db.notification.findMany({ where: { userId }, orderBy: { createdAt: 'asc' } })
  }
  const later = (days: number) => new Date(TODAY.getTime() + days * 86_400_000)

  it('the owner is told once of new facilities that match, and not of others', async () => {
    const owner = await person()
    const word = `見本${randomUUID().slice(0, 6)}`
    const at = { latitude: 38.2554, longitude: 140.3396 }
    await facility(db, { name: `${word}前からの荘`, createdAt: later(-1), ...at })
    const filter = { text: word, conditions: { near: { ...at, km: 5 } } }
    await keep(owner, { filter, notify: true })
    await facility(db, { name: `${word}近い荘`, createdAt: later(1), ...at })
    await facility(db, { name: `${word}遠い荘`, createdAt: later(1), latitude: 38.9, longitude: 139.84 })
    await lookOn(later(2))
    await lookOn(later(3))
    const told = await tellAll(owner.userId, later(3))
    expect(told.map(({ kind, params }) => [kind, params])).toEqual([
      ['registry.newMatches', { search: '見本の検索', count: 1 }],
    ])
  })

  it('nobody is told who did not ask for it', async () => {
    const owner = await person()
    const word = `見本${randomUUID().slice(0, 6)}`
    await keep(owner, { filter: { text: word } })
    await facility(db, { name: `${word}荘`, createdAt: later(1) })
    await lookOn(later(2))
    expect(await tellAll(owner.userId, later(2))).toEqual([])
  })
})

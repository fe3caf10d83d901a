import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { command, runCommand } from '../../api/src/kernel/command.ts'
import { globalId } from '../../api/src/kernel/ids.ts'
import { allow } from '../../api/src/kernel/verdict.ts'
import { systemViewer, type Viewer } from '../../api/src/kernel/viewer.ts'
import { markAllNotificationsRead } from '../../api/src/modules/notifications/commands/mark-all-notifications-read.ts'
import { membership, platform } from '../../api/src/modules/platforms/fixtures.ts'
import { corporation, facility } from '../../api/src/modules/registry/fixtures.ts'
import { openTestGraph, type TestGraph } from '../support/graph.ts'
import { viewerActingAs } from '../support/viewers.ts'

// What changed in the registry of a network, as its secretariat looks for it.

let graph: TestGraph
beforeAll(async () => {
  graph = await openTestGraph()
})

const CHANGES = `query ($platformId: ID, $corporationId: ID, $since: Date!, $until: Date!, $kinds: [ChangeKind!]) {
  changedFacilities(platformId: $platformId, corporationId: $corporationId, since: $since, until: $until, kinds: $kinds, first: 20) {
    totalCount
    nodes { name changesIn(since: $since, until: $until, first: 20) { nodes { record kind changes { field before { value } after { value } } } } }
  }
  changedCorporations(platformId: $platformId, corporationId: $corporationId, since: $since, until: $until, kinds: $kinds, first: 20) {
    nodes { name changesIn(since: $since, until: $until, first: 20) { nodes { record } } }
  }
}`

// History keeps the moments of the database itself.
const day = (days: number) =>
  new Date(Date.now() + 9 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)

/** A network with two members and three facilities, as it stood when the history began. */
async function world() {
  const { db } = graph
  const { id: platformId } = await platform(db)
  const [one, other] = [await corporation(db), await corporation(db)]
  for (const { id: corporationId } of [one, other]) await membership(db, { platformId, corporationId })
  const moved = await facility(db, { corporationId: one.id, kana: 'あ' })
  const called = await facility(db, { corporationId: one.id, kana: 'い' })
  const still = await facility(db, { corporationId: other.id, kana: 'う' })
  const secretariat = viewerActingAs(randomUUID(), 'PLATFORM_SECRETARIAT', {
    platformId,
    platformIds: [platformId],
  })
  return { platformId, one, other, moved, called, still, secretariat }
}

async function changes({ platformId }: { platformId: string }, viewer: Viewer, more: object = {}) {
  const variables = { platformId: globalId('Platform', platformId), since: day(-30), until: day(0), ...more }
  const { changedFacilities, changedCorporations } = await graph.ask(CHANGES, { viewer, variables })
  const names = (nodes: readonly { name: string }[]) => nodes.map(({ name }) => name)
  expect(changedFacilities.nodes).toHaveLength(changedFacilities.totalCount)
  return {
    facilities: names(changedFacilities.nodes),
    corporations: names(changedCorporations.nodes),
    details: changedFacilities.nodes,
  }
}

describe('what changed since last month', () => {
  it('is grouped by facility with what stood before; what stood when the history began is no change', async () => {
    const there = await world()
    expect(await changes(there, there.secretariat)).toEqual({ facilities: [], corporations: [], details: [] })
    await graph.db.facility.update({ where: { id: there.called.id }, data: { phone: '000-000-0001' } })
    await graph.db.corporation.update({ where: { id: there.other.id }, data: { phone: '000-000-0002' } })
    const { facilities, corporations, details } = await changes(there, there.secretariat)
    expect(facilities).toEqual([there.called.name])
    expect(corporations).toEqual([there.other.name])
    expect(details[0].changesIn.nodes).toEqual([
      {
        record: 'FACILITY',
        kind: 'CHANGED',
        changes: [{ field: 'phone', before: { value: null }, after: { value: '000-000-0001' } }],
      },
    ])
  })

  it('tells what opened, closed, moved and merged by itself, and the rest without it', async () => {
    const there = await world()
    const { db } = graph
    await db.facility.update({
      where: { id: there.moved.id },
      data: { address: '山形市見本町2-2', phone: '1' },
    })
    await db.facility.update({ where: { id: there.called.id }, data: { phone: '000-000-0001' } })
    await db.facility.update({
      where: { id: there.still.id },
      data: { status: 'MERGED', endedOn: new Date('2026-03-31'), successorId: there.moved.id },
    })
    const register = command({
      name: 'changesTestRegister',
      description: 'Registers a facility.',
      input: markAllNotificationsRead.input,
      subject: () => ({}),
      may: () => allow,
      async run({ tx }) {
        const { municipalityCode } = there.moved
        const data = { name: `見本${randomUUID()}`, address: '見本町', municipalityCode, sample: true }
        const { id } = await tx.facility.create({
          data: { ...data, corporationId: there.one.id, kana: 'え' },
        })
        return { facilityId: id }
      },
    })
    const context = { db, viewer: systemViewer, clock: { now: () => new Date() }, requestId: null }
    const { facilityId } = await runCommand(register, {}, context)
    const { name } = await db.facility.findUniqueOrThrow({ where: { id: facilityId } })

    const of = async (...kinds: string[]) => (await changes(there, there.secretariat, { kinds })).facilities
    expect(await of('CREATED')).toEqual([name])
    expect(await of('ENDED')).toEqual([there.still.name])
    expect(await of('MERGED')).toEqual([there.still.name])
    expect(await of('MOVED')).toEqual([there.moved.name])
    expect(await of('OTHER')).toEqual([there.called.name])
    expect(await of('CREATED', 'ENDED', 'MOVED', 'MERGED')).toEqual([
      there.moved.name,
      there.still.name,
      name,
    ])
    expect((await changes(there, there.secretariat)).facilities).toHaveLength(4)
    const corporationId = globalId('Corporation', there.other.id)
    expect((await changes(there, there.secretariat, { corporationId })).facilities).toEqual([
      there.still.name,
    ])
  })

  it('keeps to the days that are asked for', async () => {
    const there = await world()
    await graph.db.facility.update({ where: { id: there.called.id }, data: { phone: '1' } })
    const found = async (since: number, until: number) =>
      (await changes(there, there.secretariat, { since: day(since), until: day(until) })).facilities.length
    expect(await found(0, 0)).toBe(1)
    expect(await found(-30, -1)).toBe(0)
    expect(await found(1, 30)).toBe(0)
  })

  it('names no facility for a change that the asker may not see', async () => {
    const there = await world()
    await graph.db.facilityContact.create({
      data: { facilityId: there.called.id, position: 1, roleTitle: '夜間', audience: 'SECRETARIAT' },
    })
    await graph.db.facilityContact.updateMany({
      where: { facilityId: there.called.id },
      data: { nightPhone: '000-000-0009' },
    })
    const member = viewerActingAs(randomUUID(), 'FACILITY_DIRECTOR', {
      facilityId: there.still.id,
      corporationId: there.other.id,
      platformIds: [there.platformId],
    })
    expect((await changes(there, there.secretariat)).facilities).toEqual([there.called.name])
    expect((await changes(there, member)).facilities).toEqual([])
  })

  it('is read in one statement for each list, and by nobody outside the network', async () => {
    const there = await world()
    await graph.db.facility.update({ where: { id: there.called.id }, data: { phone: '1' } })
    const statements = graph.countStatements()
    await changes(there, there.secretariat)
    expect(statements.end()).toBe(2)
    expect((await changes(there, (await world()).secretariat)).facilities).toEqual([])
    const platformId = undefined
    const corporationId = globalId('Corporation', there.one.id)
    const own = viewerActingAs(randomUUID(), 'CORPORATION_ADMIN', { corporationId: there.one.id })
    const variables = { platformId, corporationId, since: day(-1), until: day(0) }
    const { changedFacilities } = await graph.ask(CHANGES, { viewer: own, variables })
    expect(changedFacilities.totalCount).toBe(1)
  })
})

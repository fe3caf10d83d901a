import { randomUUID } from 'node:crypto'
import { globalId } from '../../api/src/kernel/ids.ts'
import type { Viewer } from '../../api/src/kernel/viewer.ts'
import { membership, platform } from '../../api/src/modules/platforms/fixtures.ts'
import { corporation, facility } from '../../api/src/modules/registry/fixtures.ts'
import type { TestGraph } from './graph.ts'
import { somebody } from './network-world.ts'
import { send, type Sent } from './send.ts'
import { viewerActingAs } from './viewers.ts'

/** The shaking, in the tests' year. */
export const STARTED = new Date('2026-11-23T01:00:00Z')
/** The same as the graph says it. */
export const saidAt = (minutes: number) => minutesIn(minutes).toISOString()
export const minutesIn = (minutes: number) => new Date(STARTED.getTime() + minutes * 60_000)

/** A network with facilities in a row, each of its own corporation, 2 km apart, and everybody who has a say in a disaster. */
export async function disasterWorld(graph: TestGraph, count = 3) {
  const { db } = graph
  const { id: platformId, name: network } = await platform(db, { helpPhone: '000-000-0000' })
  const inside = { platformIds: [platformId] }
  const startsOn = new Date('2020-04-01')
  const places = []
  for (let place = 0; place < count; place += 1) {
    const { id: corporationId } = await corporation(db)
    await membership(db, { platformId, corporationId, position: place + 1 })
    const made = await facility(db, {
      corporationId,
      kana: String(place).padStart(4, '0'),
      latitude: 38 + place * 0.02,
      longitude: 140.3,
    })
    const director = place < 3 ? await somebody(graph) : null
    if (director)
      await db.roleAssignment.create({
        data: { role: 'FACILITY_DIRECTOR', facilityId: made.id, userId: director.id, startsOn },
      })
    places.push({
      id: made.id,
      name: made.name,
      gid: globalId('Facility', made.id),
      corporationId,
      directorId: director?.id ?? '',
      director: viewerActingAs(director?.id ?? randomUUID(), 'FACILITY_DIRECTOR', {
        facilityId: made.id,
        corporationId,
        name: made.name,
        ...inside,
      }),
      staff: viewerActingAs(director?.id ?? randomUUID(), 'FACILITY_STAFF', {
        facilityId: made.id,
        corporationId,
        ...inside,
      }),
    })
  }
  const secretary = await somebody(graph, '見本 さちこ')
  await db.roleAssignment.create({
    data: { role: 'PLATFORM_SECRETARIAT', platformId, userId: secretary.id, startsOn },
  })
  const official = await somebody(graph, '見本 三郎')
  const outsider = await platform(db)
  return {
    platformId,
    network,
    places,
    secretary,
    secretariat: viewerActingAs(secretary.id, 'PLATFORM_SECRETARIAT', {
      platformId,
      name: network,
      ...inside,
    }),
    liaison: viewerActingAs(official.id, 'MUNICIPAL_LIAISON', {
      municipalityCode: '062014',
      name: '山形市',
      ...inside,
    }),
    auditor: viewerActingAs(official.id, 'PLATFORM_AUDITOR', { platformId, ...inside }),
    outsider: viewerActingAs(official.id, 'PLATFORM_SECRETARIAT', {
      platformId: outsider.id,
      platformIds: [outsider.id],
    }),
    operator: viewerActingAs(official.id, 'SYSTEM_OPERATOR'),
  }
}
export type DisasterWorld = Awaited<ReturnType<typeof disasterWorld>>

export const SIX = {
  users: 'ALL_SAFE',
  building: 'PARTLY',
  power: 'EMERGENCY',
  water: 'ON',
  staff: 'UNKNOWN',
  acceptance: 'CONDITIONAL',
}

/** What tests of disasters do again and again on one graph. */
export function disasterActs(graph: TestGraph) {
  const { db } = graph
  /** Opens an event at its start; answers its key. */
  const open = async (there: DisasterWorld, over: object = {}, viewer: Viewer = there.secretariat) => {
    const sent = await send(
      graph,
      'openEvent',
      {
        platformId: globalId('Platform', there.platformId),
        name: '地震想定訓練',
        hazard: 'EARTHQUAKE',
        drill: true,
        startedAt: STARTED.toISOString(),
        areas: [],
        firstReportMinutes: 30,
        reportEveryMinutes: 120,
        presumedSeriousMinutes: 60,
        buddyMinutes: 15,
        councilMinutes: 30,
        reason: '',
        ...over,
      },
      { viewer, now: STARTED, payload: 'disasterEvent { id name drill calledCount version }' },
    )
    return sent
  }
  const calledOf = async (eventId: string, facilityId: string) =>
    globalId(
      'CalledFacility',
      (await db.calledFacility.findUniqueOrThrow({ where: { eventId_facilityId: { eventId, facilityId } } }))
        .id,
    )
  const report = (viewer: Viewer, calledFacilityId: string, now: Date, over: object = {}): Promise<Sent> =>
    send(
      graph,
      'sendStatusReport',
      { reportKey: randomUUID(), calledFacilityId, ...SIX, note: '', reportedAt: now.toISOString(), ...over },
      { viewer, now, payload: 'calledFacility { id } statusReport { id channel reportedByName }' },
    )
  const board = async (viewer: Viewer, eventId: string, now: Date) =>
    (await graph.ask(BOARD, { viewer, now, variables: { id: globalId('DisasterEvent', eventId) } }))
      .disasterBoard
  return { open, calledOf, report, board }
}

const BOARD = `query ($id: ID!) { disasterBoard(eventId: $id) {
  eventId platformId network helpPhone sample name hazard drill clockRate startedAt closedAt version readAt viewerConducts needs
  totals { open full late presumedSerious notDue day dayPlaces night nightPlaces free nightFree }
  rows { calledFacilityId version facilityId name municipality phone silence lateMinutes reportedAt asked askedName
    askedPhone askedUntil confirmedBy openingId openingVersion state deFacto cannotReason stateAt opensAt acceptance
    day { count places trend at } night { count places trend at } free freeAt can } } }`

/** The nth of what a world has. */
export function nth<Item>(items: readonly Item[], place: number): Item {
  const item = items[place]
  if (item === undefined) throw new Error(`there is no ${place}`)
  return item
}

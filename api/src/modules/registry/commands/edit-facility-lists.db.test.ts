import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { basicsOf, facilityWorld } from '../../../../../tests/support/facility-world.ts'
import { openTestGraph, type TestGraph } from '../../../../../tests/support/graph.ts'
import { send } from '../../../../../tests/support/send.ts'
import { globalId } from '../../../kernel/ids.ts'
import { serviceKind } from '../fixtures.ts'

let graph: TestGraph
beforeAll(async () => {
  graph = await openTestGraph()
})

const world = () => facilityWorld(graph.db)

const latest = (facilityId: string) =>
  graph.db.facilityConfirmation.findMany({ where: { facilityId }, select: { block: true } })

describe('the lists of a facility', () => {
  it('equipment: yes, no or unknown; the same thing only once', async () => {
    const { id, facilityId, director } = await world()
    const item = (name: string, state: string) => ({ id: null, item: name, state, note: null })
    const write = (version: number, equipment: object[]) =>
      send(graph, 'editFacilityEquipment', { facilityId: id, version, equipment }, { viewer: director })
    expect((await write(1, [item('自家発電機', 'YES'), item('自家 発電機', 'NO')])).issues).toEqual([
      { path: ['equipment', '1', 'item'], code: 'ALREADY_THERE' },
    ])
    await write(1, [item('自家発電機', 'YES'), item('簡易ベッド', 'UNKNOWN')])
    expect(
      await graph.db.facilityEquipment.findMany({
        where: { facilityId },
        orderBy: { position: 'asc' },
        select: { item: true, state: true },
      }),
    ).toEqual([
      { item: '自家発電機', state: 'YES' },
      { item: '簡易ベッド', state: 'UNKNOWN' },
    ])
  })

  it('rooms and vehicles, and qualifications where blank is not none', async () => {
    const { id, facilityId, director } = await world()
    const resources = [
      {
        id: null,
        kind: 'ROOM',
        name: '地域交流室',
        persons: 30,
        wheelchairs: null,
        lendable: 'YES',
        lendingRules: '平日のみ',
        note: null,
      },
      {
        id: null,
        kind: 'VEHICLE',
        name: 'リフト車',
        persons: 8,
        wheelchairs: 2,
        lendable: 'UNKNOWN',
        lendingRules: null,
        note: null,
      },
    ]
    const qualifications = [
      { id: null, qualification: '介護福祉士', count: 12 },
      { id: null, qualification: '手話通訳士', count: 0 },
      { id: null, qualification: '看護師', count: null },
    ]
    await send(
      graph,
      'editFacilityResources',
      { facilityId: id, version: 1, resources },
      { viewer: director },
    )
    await send(
      graph,
      'editFacilityStaff',
      { facilityId: id, version: 2, qualifications },
      { viewer: director },
    )
    const document = `query ($id: ID!) { facility(id: $id) {
      resources(first: 10) { nodes { kind name persons wheelchairs lendable lendingRules } }
      qualifications(first: 10) { nodes { qualification count } } } }`
    const { facility: found } = await graph.ask(document, { variables: { id } })
    expect(found.resources.nodes).toEqual([
      {
        kind: 'ROOM',
        name: '地域交流室',
        persons: 30,
        wheelchairs: null,
        lendable: 'YES',
        lendingRules: '平日のみ',
      },
      {
        kind: 'VEHICLE',
        name: 'リフト車',
        persons: 8,
        wheelchairs: 2,
        lendable: 'UNKNOWN',
        lendingRules: null,
      },
    ])
    expect(found.qualifications.nodes.map(({ count }: { count: number | null }) => count)).toEqual([
      12,
      0,
      null,
    ])
    expect((await latest(facilityId)).map(({ block }) => block).toSorted()).toEqual(['RESOURCES', 'STAFF'])
  })

  it('offices: added, corrected and closed; the first service at work names the facility', async () => {
    const { id, facilityId, name, director } = await world()
    const [kind, other] = [await serviceKind(graph.db), await serviceKind(graph.db, 'KAIGO-150')]
    const office = (serviceKindId: string, more: object = {}) => ({
      id: null,
      serviceKindId: globalId('ServiceKind', serviceKindId),
      officeNumber: null,
      name,
      capacity: null,
      designatedTo: null,
      endedOn: null,
      ...more,
    })
    const write = (version: number, offices: object[]) =>
      send(graph, 'editFacilityServices', { facilityId: id, version, offices }, { viewer: director })
    await write(1, [office(kind.id, { capacity: 80, designatedTo: '2030-03-31' })])
    const [first] = await graph.db.serviceOffice.findMany({ where: { facilityId } })
    expect(first).toMatchObject({ capacity: 80, status: 'ACTIVE', sample: true })
    expect(await graph.db.facility.findUniqueOrThrow({ where: { id: facilityId } })).toMatchObject({
      mainServiceKindId: kind.id,
    })

    await write(2, [
      office(kind.id, { id: globalId('ServiceOffice', first?.id ?? ''), endedOn: '2026-11-01' }),
      office(other.id),
    ])
    expect(await graph.db.serviceOffice.findUniqueOrThrow({ where: { id: first?.id ?? '' } })).toMatchObject({
      status: 'CLOSED',
      handSet: [
        'capacity',
        'designatedTo',
        'endedOn',
        'id',
        'name',
        'officeNumber',
        'serviceKindId',
        'status',
      ].filter((column) => column !== 'id'),
    })
    expect(await graph.db.facility.findUniqueOrThrow({ where: { id: facilityId } })).toMatchObject({
      mainServiceKindId: other.id,
    })

    expect((await write(3, [office(kind.id, { officeNumber: '0670100735' })])).issues).toEqual([
      { path: ['offices', '0', 'officeNumber'], code: 'OFFICE_NUMBER_CHECK_DIGIT' },
    ])
    expect((await write(3, [office(kind.id, { officeNumber: '0670100734' })])).issues).toEqual([
      { path: ['offices', '0', 'officeNumber'], code: 'SAMPLE_HAS_NO_NUMBER' },
    ])
  })
})

describe('registering, closing and reopening', () => {
  it('registers a facility in one go, and the same not twice', async () => {
    const { corporationId, admin, director } = await world()
    const { level1Area: _1, level2Area: _2, schoolDistrict: _3, ...facts } = basicsOf(`見本${randomUUID()}苑`)
    const input = { corporationId: globalId('Corporation', corporationId), facility: facts }
    const { payload } = await send(graph, 'registerFacility', input, {
      viewer: admin,
      payload: 'facility { name sample status capacity }',
    })
    expect(payload.facility).toEqual({ name: facts.name, sample: true, status: 'ACTIVE', capacity: null })
    expect((await send(graph, 'registerFacility', input, { viewer: admin })).code).toBe(
      'FACILITY_ALREADY_REGISTERED',
    )
    const wrong = { ...input, facility: { ...facts, name: '苑', latitude: 1, longitude: 2 } }
    expect(
      (await send(graph, 'registerFacility', wrong, { viewer: admin })).issues?.map(({ path }) =>
        path.join('.'),
      ),
    ).toEqual(['facility.name', 'facility.latitude', 'facility.longitude'])
    expect(await send(graph, 'registerFacility', input, { viewer: director })).toMatchObject({
      reason: 'ONLY_THE_CORPORATION_REGISTERS',
    })
  })

  it('closes with its offices, refuses further edits, and opens again with a reason', async () => {
    const { id, facilityId, name, admin, director } = await world()
    const { id: serviceKindId } = await serviceKind(graph.db)
    await graph.db.serviceOffice.create({ data: { facilityId, serviceKindId, name, sample: true } })
    const closing = {
      facilityId: id,
      version: 1,
      endedOn: '2026-11-20',
      reason: '建て替えのため',
      successorId: null,
    }
    expect(await send(graph, 'closeFacility', closing, { viewer: director })).toMatchObject({
      reason: 'ONLY_THE_CORPORATION_CLOSES',
    })
    expect(
      (await send(graph, 'closeFacility', { ...closing, endedOn: '2026-12-01' }, { viewer: admin })).issues,
    ).toEqual([{ path: ['endedOn'], code: 'DAY_IN_FUTURE' }])
    expect((await send(graph, 'closeFacility', closing, { viewer: admin })).typename).toBe(
      'CloseFacilityPayload',
    )
    expect(await graph.db.facility.findUniqueOrThrow({ where: { id: facilityId } })).toMatchObject({
      status: 'CLOSED',
      version: 2,
    })
    expect(await graph.db.serviceOffice.findMany({ where: { facilityId } })).toMatchObject([
      { status: 'CLOSED', endedOn: new Date('2026-11-20') },
    ])
    expect(
      (
        await send(
          graph,
          'editFacilityEquipment',
          { facilityId: id, version: 2, equipment: [] },
          { viewer: director },
        )
      ).code,
    ).toBe('FACILITY_HAS_ENDED')
    const entry = await graph.db.auditEntry.findFirst({
      where: { command: 'closeFacility', subjectId: facilityId },
    })
    expect(entry?.reason).toBe('建て替えのため')

    expect(
      (
        await send(
          graph,
          'reopenFacility',
          { facilityId: id, version: 2, reason: '取り違え' },
          { viewer: admin },
        )
      ).typename,
    ).toBe('ReopenFacilityPayload')
    expect(
      (
        await send(
          graph,
          'reopenFacility',
          { facilityId: id, version: 3, reason: '取り違え' },
          { viewer: admin },
        )
      ).code,
    ).toBe('FACILITY_IS_OPEN')
  })
})

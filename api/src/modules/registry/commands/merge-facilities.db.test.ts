import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { openTestGraph, TODAY, type TestGraph } from '../../../../../tests/support/graph.ts'
import { mergeRecords, previewMerge, standOf, undoMerge } from '../../../../../tests/support/merging.ts'
import { viewerActingAs } from '../../../../../tests/support/viewers.ts'
import type { Viewer } from '../../../kernel/viewer.ts'
import { corporation, facility, serviceKind } from '../fixtures.ts'

let graph: TestGraph
let operator: Viewer
beforeAll(async () => {
  graph = await openTestGraph()
  operator = await person('SYSTEM_OPERATOR')
})

const somebody = () =>
  graph.db.user.create({ data: { name: '見本 花子', email: `${randomUUID()}@mihon.example`, sample: true } })

async function person(role: Parameters<typeof viewerActingAs>[1], body = {}): Promise<Viewer> {
  return viewerActingAs((await somebody()).id, role, body)
}

type Model = 'Facility' | 'Corporation'
const preview = (model: Model, kept: string, absorbed: string) =>
  previewMerge(graph, model, kept, absorbed, operator)
const merge = (model: Model, kept: string, absorbed: string, viewer = operator, more: object = {}) =>
  mergeRecords(graph, model, kept, absorbed, { operator, viewer, more })
const undo = (id: string, version = 1, viewer = operator) => undoMerge(graph, id, viewer, version)

const day = (text: string) => new Date(`${text}T00:00:00Z`)

/** Two facilities of one corporation, each with something of every kind, some of it twice. */
async function twoFacilities() {
  const { db } = graph
  const { id: corporationId } = await corporation(db)
  const kind = await serviceKind(db)
  const kept = await facility(db, { corporationId, phone: '000-000-0001' })
  const absorbed = await facility(db, { corporationId, fax: '000-000-0009', capacity: 20 })
  const [director, staff] = [await somebody(), await somebody()]
  for (const { id: facilityId } of [kept, absorbed]) {
    await db.serviceOffice.create({
      data: { facilityId, corporationId, serviceKindId: kind.id, name: '見本事業所', sample: true },
    })
    await db.facilityContact.create({
      data: { facilityId, position: 1, roleTitle: '施設長', dayPhone: '000-1' },
    })
    await db.facilityConfirmation.create({
      data: {
        facilityId,
        block: 'BASIC',
        confirmedAt: TODAY,
        confirmedByUserId: director.id,
        confirmedByRole: 'FACILITY_DIRECTOR',
      },
    })
    await db.roleAssignment.create({
      data: { userId: director.id, role: 'FACILITY_DIRECTOR', facilityId, startsOn: day('2020-04-01') },
    })
  }
  await db.facilityContact.create({
    data: { facilityId: absorbed.id, position: 2, roleTitle: '夜間の代表', nightPhone: '000-2' },
  })
  await db.facilityEquipment.createMany({
    data: [
      { facilityId: kept.id, position: 1, item: '自家発電機', state: 'UNKNOWN' },
      { facilityId: kept.id, position: 2, item: '飲料水', state: 'YES' },
      { facilityId: absorbed.id, position: 1, item: '自家発電機', state: 'YES', note: '3日分' },
      { facilityId: absorbed.id, position: 2, item: '飲料水', state: 'NO' },
      { facilityId: absorbed.id, position: 3, item: '毛布', state: 'YES' },
    ],
  })
  await db.facilityResource.create({
    data: { facilityId: absorbed.id, position: 1, kind: 'ROOM', name: '会議室' },
  })
  await db.facilityQualification.create({
    data: { facilityId: absorbed.id, position: 1, qualification: '介護福祉士', count: 5 },
  })
  await db.roleAssignment.create({
    data: { userId: staff.id, role: 'FACILITY_STAFF', facilityId: absorbed.id, startsOn: day('2024-04-01') },
  })
  await db.invitation.create({
    data: {
      email: `${randomUUID()}@mihon.example`,
      name: '見本 次郎',
      role: 'FACILITY_STAFF',
      facilityId: absorbed.id,
      startsOn: day('2026-12-01'),
      tokenHash: Buffer.from(randomUUID()),
      expiresAt: new Date('2026-12-24T00:00:00Z'),
      invitedByUserId: director.id,
    },
  })
  const shelter = await db.shelter.create({
    data: {
      kind: 'DESIGNATED_SHELTER',
      sourceKey: randomUUID(),
      name: '見本避難所',
      address: '山形市見本町1-1',
      municipalityCode: '062014',
      hazards: [],
      facilityId: absorbed.id,
      matchReason: 'SEVERAL_SIGNS',
      sample: true,
    },
  })
  return { corporationId, kept, absorbed, director, staff, shelter }
}

describe('two facilities that are one place', () => {
  it('are shown with all that would move, stay and be filled in, before anything happens', async () => {
    const { kept, absorbed, corporationId } = await twoFacilities()
    const before = await standOf(graph, [kept.id, absorbed.id, corporationId])
    const { data } = await preview('Facility', kept.id, absorbed.id)
    expect(data.mergePreview).toMatchObject({
      keptName: kept.name,
      absorbedName: absorbed.name,
      obstacle: null,
      filled: ['fax', 'capacity'],
    })
    const moves = Object.fromEntries(
      data.mergePreview.moves.map(({ relation, count }: { relation: string; count: number }) => [
        relation,
        count,
      ]),
    )
    expect(moves).toEqual({
      service_office: 1,
      shelter: 1,
      facility_contact: 1,
      facility_equipment: 1,
      facility_resource: 1,
      facility_qualification: 1,
      facility_confirmation: 1,
      role_assignment: 1,
      invitation: 1,
    })
    expect(data.mergePreview.stays).toEqual(
      expect.arrayContaining([
        { code: 'CONTACT_TWICE', what: '施設長' },
        { code: 'EQUIPMENT_ANSWER_TAKEN', what: '自家発電機' },
        { code: 'EQUIPMENT_TWICE', what: '飲料水' },
        { code: 'ROLE_TWICE', what: 'FACILITY_DIRECTOR' },
      ]),
    )
    expect(await standOf(graph, [kept.id, absorbed.id, corporationId])).toEqual(before)
  })

  it('become one, and the absorbed record ends and points to it', async () => {
    const { kept, absorbed, director, staff, shelter } = await twoFacilities()
    expect(await merge('Facility', kept.id, absorbed.id)).toMatchObject({
      typename: 'MergeFacilitiesPayload',
    })
    const { db } = graph
    expect(await db.facility.findUnique({ where: { id: absorbed.id } })).toMatchObject({
      status: 'CLOSED',
      successorId: kept.id,
      endedOn: day('2026-11-23'),
    })
    expect(await db.facility.findUnique({ where: { id: kept.id } })).toMatchObject({
      phone: '000-000-0001',
      fax: '000-000-0009',
      capacity: 20,
      handSet: ['fax', 'capacity'],
    })
    expect(await db.serviceOffice.count({ where: { facilityId: kept.id } })).toBe(2)
    expect(
      await db.serviceOffice.count({ where: { facilityId: kept.id, handSet: { has: 'facilityId' } } }),
    ).toBe(1)
    expect(await db.shelter.findUnique({ where: { id: shelter.id } })).toMatchObject({ facilityId: kept.id })
    expect(
      await db.facilityContact.findMany({
        where: { facilityId: kept.id },
        orderBy: { position: 'asc' },
        select: { roleTitle: true, position: true },
      }),
    ).toEqual([
      { roleTitle: '施設長', position: 1 },
      { roleTitle: '夜間の代表', position: 2 },
    ])
    expect(
      await db.facilityEquipment.findMany({
        where: { facilityId: kept.id },
        orderBy: { position: 'asc' },
        select: { item: true, state: true, note: true },
      }),
    ).toEqual([
      { item: '自家発電機', state: 'YES', note: '3日分' },
      { item: '飲料水', state: 'YES', note: null },
      { item: '毛布', state: 'YES', note: null },
    ])
    expect(await db.roleAssignment.count({ where: { facilityId: kept.id, userId: staff.id } })).toBe(1)
    const ended = await db.roleAssignment.findFirst({
      where: { facilityId: absorbed.id, userId: director.id },
    })
    expect(ended?.endsOn).toEqual(day('2026-11-22'))
    const history = await db.registryRevision.findMany({
      where: { recordId: absorbed.id, validTo: null },
      include: { act: true },
    })
    expect(history).toMatchObject([
      { changed: expect.arrayContaining(['status']), act: { command: 'mergeFacilities' } },
    ])
  })

  it('are two again, to the last row, when the merge is undone', async () => {
    const { kept, absorbed, corporationId } = await twoFacilities()
    const ids = [kept.id, absorbed.id, corporationId]
    const before = await standOf(graph, ids)
    const { payload } = await merge('Facility', kept.id, absorbed.id)
    expect(await standOf(graph, ids)).not.toEqual(before)
    expect(await undo(payload.registryMerge.id)).toMatchObject({ typename: 'UndoMergePayload' })
    expect(await standOf(graph, ids)).toEqual(before)
    expect(await undo(payload.registryMerge.id, 2)).toMatchObject({ code: 'MERGE_ALREADY_UNDONE' })
    // And can be merged again.
    expect(await merge('Facility', kept.id, absorbed.id)).toMatchObject({
      typename: 'MergeFacilitiesPayload',
    })
  })

  it('stay one when somebody has built on it, and it is said on what', async () => {
    const { kept, absorbed, corporationId } = await twoFacilities()
    const { payload } = await merge('Facility', kept.id, absorbed.id)
    const elsewhere = await facility(graph.db, { corporationId })
    await graph.db.facilityResource.updateMany({
      where: { facilityId: kept.id },
      data: { facilityId: elsewhere.id },
    })
    await graph.db.facilityContact.deleteMany({ where: { facilityId: kept.id, position: 2 } })
    const { mergeObstacles } = await graph.ask(
      'query Obstacles($id: ID!) { mergeObstacles(id: $id) { relation count } }',
      { viewer: operator, variables: { id: payload.registryMerge.id } },
    )
    expect(mergeObstacles).toEqual(
      expect.arrayContaining([
        { relation: 'facility_contact', count: 1 },
        { relation: 'facility_resource', count: 1 },
      ]),
    )
    expect(await undo(payload.registryMerge.id)).toMatchObject({ code: 'MERGE_BUILT_ON' })
    expect((await graph.db.facility.findUniqueOrThrow({ where: { id: absorbed.id } })).status).toBe('CLOSED')
  })

  it('are not merged on a preview that no longer holds', async () => {
    const { kept, absorbed } = await twoFacilities()
    const { data } = await preview('Facility', kept.id, absorbed.id)
    await graph.db.facilityResource.deleteMany({ where: { facilityId: absorbed.id } })
    const more = { previewKey: data.mergePreview.key }
    expect(await merge('Facility', kept.id, absorbed.id, operator, more)).toMatchObject({
      code: 'MERGE_PREVIEW_OUTDATED',
    })
  })
})

describe('what is never merged', () => {
  it('a record with itself, or one that has ended', async () => {
    const { kept, absorbed } = await twoFacilities()
    expect(await merge('Facility', kept.id, kept.id)).toMatchObject({ code: 'MERGE_SAME_RECORD' })
    await merge('Facility', kept.id, absorbed.id)
    expect(await merge('Facility', kept.id, absorbed.id)).toMatchObject({ code: 'MERGE_NOT_ACTIVE' })
  })
})

describe('who merges', () => {
  it('is the operator, a secretariat for two members, and a corporation for two facilities of its own', async () => {
    const { kept, absorbed, corporationId } = await twoFacilities()
    const { id: platformId } = await graph.db.platform.create({
      data: {
        name: `見本${randomUUID()}連絡会`,
        kind: 'OTHER',
        sample: true,
        memberships: { create: { corporationId, startsOn: day('2020-04-01') } },
      },
    })
    const stranger = await corporation(graph.db)
    const answers = []
    for (const [role, body] of [
      ['CORPORATION_ADMIN', { corporationId: stranger.id }],
      ['FACILITY_DIRECTOR', { facilityId: kept.id, corporationId }],
      ['MUNICIPAL_LIAISON', { municipalityCode: '062014' }],
      ['PLATFORM_SECRETARIAT', { platformId: randomUUID() }],
      ['CORPORATION_ADMIN', { corporationId }],
      ['PLATFORM_SECRETARIAT', { platformId, platformIds: [platformId] }],
    ] as const) {
      const viewer = await person(role, body)
      const { code, typename, payload } = await merge('Facility', kept.id, absorbed.id, viewer)
      answers.push(code ?? typename)
      if (!code) await undo(payload.registryMerge.id, 1, viewer)
    }
    expect(answers).toEqual([
      'FORBIDDEN',
      'FORBIDDEN',
      'FORBIDDEN',
      'FORBIDDEN',
      'MergeFacilitiesPayload',
      'MergeFacilitiesPayload',
    ])
  })
})

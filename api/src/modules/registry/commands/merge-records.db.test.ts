import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { openTestGraph, TODAY, type TestGraph } from '../../../../../tests/support/graph.ts'
import { send } from '../../../../../tests/support/send.ts'
import { viewerActingAs } from '../../../../../tests/support/viewers.ts'
import { globalId } from '../../../kernel/ids.ts'
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

const PREVIEW = `query Preview($keptId: ID!, $absorbedId: ID!) {
  mergePreview(keptId: $keptId, absorbedId: $absorbedId) {
    key keptName absorbedName obstacle filled moves { relation count } stays { code what }
  }
}`

type Model = 'Facility' | 'Corporation'
const preview = (model: Model, kept: string, absorbed: string, viewer = operator) =>
  graph.request(PREVIEW, {
    viewer,
    variables: { keptId: globalId(model, kept), absorbedId: globalId(model, absorbed) },
  })

async function merge(model: Model, kept: string, absorbed: string, viewer = operator, more: object = {}) {
  const shown = await preview(model, kept, absorbed)
  return send(
    graph,
    model === 'Facility' ? 'mergeFacilities' : 'mergeCorporations',
    {
      [`kept${model}Id`]: globalId(model, kept),
      [`absorbed${model}Id`]: globalId(model, absorbed),
      previewKey: shown.data?.mergePreview.key ?? '',
      ...more,
    },
    { viewer, payload: 'registryMerge { id version moveCount }' },
  )
}

const undo = (id: string, version = 1, viewer = operator) =>
  send(graph, 'undoMerge', { registryMergeId: id, version }, { viewer })

/** Everything that is said about the bodies named, without what only counts changes. */
async function standOf(ids: readonly string[]): Promise<unknown> {
  const tables = await graph.db.$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name NOT IN
      ('audit_entry', 'event_log', 'ledger_head', 'change_act', 'registry_revision', 'registry_merge', 'registry_merge_move',
       'idempotency_key', 'notification') ORDER BY 1`
  const stand: Record<string, unknown> = {}
  for (const { name } of tables)
    stand[name] = await graph.db.$queryRawUnsafe(
      `SELECT to_jsonb(t) - '{version,updated_at}'::text[] AS row FROM "${name}" AS t
       WHERE to_jsonb(t)::text ~ $1 ORDER BY to_jsonb(t) ->> 'id'`,
      ids.join('|'),
    )
  return stand
}

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
    await db.facilityContact.create({ data: { facilityId, position: 1, roleTitle: '施設長', dayPhone: '000-1' } })
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
    const before = await standOf([kept.id, absorbed.id, corporationId])
    const { data } = await preview('Facility', kept.id, absorbed.id)
    expect(data.mergePreview).toMatchObject({
      keptName: kept.name,
      absorbedName: absorbed.name,
      obstacle: null,
      filled: ['fax', 'capacity'],
    })
    const moves = Object.fromEntries(
      data.mergePreview.moves.map(({ relation, count }: { relation: string; count: number }) => [relation, count]),
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
    expect(await standOf([kept.id, absorbed.id, corporationId])).toEqual(before)
  })

  it('become one, and the absorbed record ends and points to it', async () => {
    const { kept, absorbed, director, staff, shelter } = await twoFacilities()
    expect(await merge('Facility', kept.id, absorbed.id)).toMatchObject({ typename: 'MergeFacilitiesPayload' })
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
    expect(await db.serviceOffice.count({ where: { facilityId: kept.id, handSet: { has: 'facilityId' } } })).toBe(1)
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
    const ended = await db.roleAssignment.findFirst({ where: { facilityId: absorbed.id, userId: director.id } })
    expect(ended?.endsOn).toEqual(day('2026-11-22'))
    const history = await db.registryRevision.findMany({
      where: { recordId: absorbed.id, validTo: null },
      include: { act: true },
    })
    expect(history).toMatchObject([{ changed: expect.arrayContaining(['status']), act: { command: 'mergeFacilities' } }])
  })

  it('are two again, to the last row, when the merge is undone', async () => {
    const { kept, absorbed, corporationId } = await twoFacilities()
    const ids = [kept.id, absorbed.id, corporationId]
    const before = await standOf(ids)
    const { payload } = await merge('Facility', kept.id, absorbed.id)
    expect(await standOf(ids)).not.toEqual(before)
    expect(await undo(payload.registryMerge.id)).toMatchObject({ typename: 'UndoMergePayload' })
    expect(await standOf(ids)).toEqual(before)
    expect(await undo(payload.registryMerge.id, 2)).toMatchObject({ code: 'MERGE_ALREADY_UNDONE' })
    // And can be merged again.
    expect(await merge('Facility', kept.id, absorbed.id)).toMatchObject({ typename: 'MergeFacilitiesPayload' })
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
  it.each([
    [
      'two 法人番号',
      'MERGE_TWO_NUMBERS',
      { corporateNumber: '3010405001696', name: '社会福祉法人甲', sample: false },
      { corporateNumber: '2390005001102', name: '社会福祉法人乙', sample: false },
    ],
    [
      'a numbered corporation into one without',
      'MERGE_KEEP_THE_NUMBERED',
      { name: '社会福祉法人丙', sample: false },
      { corporateNumber: '6390005000546', name: '社会福祉法人丁', sample: false },
    ],
    ['an invented and a real one', 'MERGE_SAMPLE_AND_REAL', { name: '社会福祉法人戊', sample: false }, {}],
  ])('%s', async (_what, code, one, other) => {
    const kept = await corporation(graph.db, one)
    const absorbed = await corporation(graph.db, other)
    const { data } = await preview('Corporation', kept.id, absorbed.id)
    expect(data.mergePreview).toMatchObject({ obstacle: code, moves: [] })
    expect(await merge('Corporation', kept.id, absorbed.id)).toMatchObject({ code })
    const stand = await graph.db.corporation.findMany({ where: { id: { in: [kept.id, absorbed.id] } } })
    expect(stand.map(({ status }) => status)).toEqual(['ACTIVE', 'ACTIVE'])
  })

  it('a record with itself, or one that has ended', async () => {
    const { kept, absorbed } = await twoFacilities()
    expect(await merge('Facility', kept.id, kept.id)).toMatchObject({ code: 'MERGE_SAME_RECORD' })
    await merge('Facility', kept.id, absorbed.id)
    expect(await merge('Facility', kept.id, absorbed.id)).toMatchObject({ code: 'MERGE_NOT_ACTIVE' })
  })
})

describe('two records of one corporation', () => {
  async function twoCorporations() {
    const { db } = graph
    const kept = await corporation(db, { name: `社会福祉法人 見本${randomUUID()}会` })
    const absorbed = await corporation(db, { name: `（福）見本${randomUUID()}会`, phone: '000-000-0002' })
    const place = await facility(db, { corporationId: absorbed.id })
    const admin = await somebody()
    for (const { id: corporationId } of [kept, absorbed]) {
      await db.procurementLimit.create({
        data: { corporationId, position: 1, upToYen: 1_000_000n, method: 'DIRECT', approver: '施設長' },
      })
      await db.corporationContact.create({ data: { corporationId, position: 1, roleTitle: `本部${corporationId}` } })
    }
    await db.roleAssignment.create({
      data: { userId: admin.id, role: 'CORPORATION_ADMIN', corporationId: absorbed.id, startsOn: day('2024-04-01') },
    })
    const platforms = await Promise.all(
      [1, 2].map(() =>
        db.platform.create({ data: { name: `見本${randomUUID()}連絡会`, kind: 'OTHER', sample: true } }),
      ),
    )
    const [both, only] = platforms.map(({ id }) => id) as [string, string]
    await db.platformMembership.createMany({
      data: [
        { platformId: both, corporationId: kept.id, startsOn: day('2022-04-01'), endsOn: day('2026-12-31') },
        { platformId: both, corporationId: absorbed.id, startsOn: day('2020-04-01') },
        { platformId: only, corporationId: absorbed.id, startsOn: day('2021-04-01') },
      ],
    })
    return { kept, absorbed, place, admin, both, only }
  }

  it('become one with facilities, people and memberships, and nothing stands twice', async () => {
    const { kept, absorbed, place, both, only } = await twoCorporations()
    const { data } = await preview('Corporation', kept.id, absorbed.id)
    expect(data.mergePreview.stays.map(({ code }: { code: string }) => code).toSorted()).toEqual([
      'MEMBERSHIP_TWICE',
      'PROCUREMENT_LIMITS_OF_KEPT_COUNT',
    ])
    expect(await merge('Corporation', kept.id, absorbed.id)).toMatchObject({ typename: 'MergeCorporationsPayload' })
    const { db } = graph
    expect(await db.corporation.findUnique({ where: { id: absorbed.id } })).toMatchObject({
      status: 'MERGED',
      successorId: kept.id,
    })
    expect(await db.corporation.findUnique({ where: { id: kept.id } })).toMatchObject({
      phone: '000-000-0002',
      otherSpellings: [absorbed.name],
    })
    expect(await db.facility.findUnique({ where: { id: place.id } })).toMatchObject({
      corporationId: kept.id,
      handSet: ['corporationId'],
    })
    const memberships = await db.platformMembership.findMany({
      where: { platformId: { in: [both, only] } },
      orderBy: { startsOn: 'asc' },
    })
    expect(memberships.map(({ corporationId, endsOn }) => [corporationId, endsOn])).toEqual([
      [absorbed.id, day('2026-11-22')],
      [kept.id, null],
      [kept.id, null],
    ])
  })

  it('are two again, to the last row, when the merge is undone', async () => {
    const { kept, absorbed, place } = await twoCorporations()
    const ids = [kept.id, absorbed.id, place.id]
    const before = await standOf(ids)
    const { payload } = await merge('Corporation', kept.id, absorbed.id)
    expect(await undo(payload.registryMerge.id)).toMatchObject({ typename: 'UndoMergePayload' })
    expect(await standOf(ids)).toEqual(before)
  })

  it('cannot be parted by an undoing while the kept one has been merged further', async () => {
    const { kept, absorbed } = await twoCorporations()
    const { payload: first } = await merge('Corporation', kept.id, absorbed.id)
    const last = await corporation(graph.db)
    const { payload: second } = await merge('Corporation', last.id, kept.id)
    expect(await undo(first.registryMerge.id)).toMatchObject({ code: 'MERGE_BUILT_ON' })
    expect(await undo(second.registryMerge.id)).toMatchObject({ typename: 'UndoMergePayload' })
    expect(await undo(first.registryMerge.id)).toMatchObject({ typename: 'UndoMergePayload' })
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

import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { openTestGraph, type TestGraph } from '../../../../../tests/support/graph.ts'
import { send } from '../../../../../tests/support/send.ts'
import { viewerActingAs } from '../../../../../tests/support/viewers.ts'
import { globalId } from '../../../kernel/ids.ts'
import type { Viewer } from '../../../kernel/viewer.ts'
import { corporation, facility, serviceKind } from '../fixtures.ts'

let graph: TestGraph
beforeAll(async () => {
  graph = await openTestGraph()
})

/** A facility of a member of a network, with the people around it. */
async function world() {
  const { db } = graph
  const { id: corporationId } = await corporation(db)
  const { id: facilityId, name } = await facility(db, { corporationId })
  const memberships = { create: { corporationId, startsOn: new Date('2020-04-01') } }
  const { id: platformId } = await db.platform.create({
    data: { name: `見本${randomUUID()}`, kind: 'OTHER', sample: true, memberships },
  })
  const { id: userId } = await db.user.create({
    data: { name: '見本 花子', email: `${randomUUID()}@mihon.example`, sample: true },
  })
  const platformIds = [platformId]
  return {
    corporationId,
    facilityId,
    name,
    id: globalId('Facility', facilityId),
    director: viewerActingAs(userId, 'FACILITY_DIRECTOR', { corporationId, facilityId, platformIds }),
    admin: viewerActingAs(userId, 'CORPORATION_ADMIN', { corporationId, platformIds }),
    secretariat: viewerActingAs(userId, 'PLATFORM_SECRETARIAT', { platformId, platformIds }),
    stranger: viewerActingAs(userId, 'CORPORATION_ADMIN', { corporationId: randomUUID() }),
  }
}

const contact = {
  id: null,
  roleTitle: '施設長',
  personName: '見本 花子',
  personKana: null,
  dayPhone: '0000000001',
  nightPhone: null,
  email: null,
  backupName: null,
  backupPhone: null,
  sinceOn: null,
  audience: 'NETWORK',
}

const noArea = { id: null, name: null }
const basics = (name: string) => ({
  name,
  kana: 'ミホンソウ',
  postalCode: '990-0041',
  municipalityCode: '062014',
  address: '山形市見本町1-1',
  building: null,
  latitude: null,
  longitude: null,
  phone: '0000000001',
  fax: null,
  url: 'mihon.example',
  capacity: null,
  openedOn: null,
  level1Area: noArea,
  level2Area: noArea,
  schoolDistrict: noArea,
})

const latest = (facilityId: string) =>
  graph.db.facilityConfirmation.findMany({ where: { facilityId }, select: { block: true } })

const edited = (facilityId: string) =>
  graph.db.eventLog.findMany({
    where: { name: 'registry.FacilityEdited.v1', payload: { path: ['facilityId'], equals: facilityId } },
  })

describe('editFacilityBasics', () => {
  it('writes what was typed in its proper form, confirms it, and notes what a person set', async () => {
    const { id, facilityId, name, director } = await world()
    const input = {
      facilityId: id,
      version: 1,
      ...basics(name),
      capacity: 54,
      level2Area: { id: null, name: '見本第一地区' },
    }
    const { typename, payload } = await send(graph, 'editFacilityBasics', input, {
      viewer: director,
      payload:
        'facility { version kana postalCode url capacity level2Area { name confirmed source } lastBasic: confirmations(block: BASIC, first: 1) { totalCount } }',
    })
    expect(typename).toBe('EditFacilityBasicsPayload')
    expect(payload.facility).toEqual({
      version: 2,
      kana: 'みほんそう',
      postalCode: '9900041',
      url: 'http://mihon.example',
      capacity: 54,
      level2Area: { name: '見本第一地区', confirmed: false, source: `「${name}」の届け出` },
      lastBasic: { totalCount: 1 },
    })
    const after = await graph.db.facility.findUniqueOrThrow({ where: { id: facilityId } })
    expect(after.handSet).toEqual(['capacity', 'kana', 'level2AreaId', 'phone', 'postalCode', 'url'])
    const [event] = await edited(facilityId)
    expect(event).toMatchObject({ payload: { block: 'BASIC', confirmed: true }, audience: ['public'] })
    const entry = await graph.db.auditEntry.findFirst({
      where: { command: 'editFacilityBasics', subjectId: facilityId },
    })
    expect(entry).toMatchObject({ subjectType: 'Facility', input: { capacity: 54 } })
  })

  it('is no confirmation when the secretariat writes', async () => {
    const { id, facilityId, name, secretariat } = await world()
    const input = { facilityId: id, version: 1, ...basics(name) }
    expect((await send(graph, 'editFacilityBasics', input, { viewer: secretariat })).typename).toBe(
      'EditFacilityBasicsPayload',
    )
    expect(await latest(facilityId)).toEqual([])
    expect((await edited(facilityId))[0]).toMatchObject({ payload: { confirmed: false } })
  })

  it.each([
    [{ phone: '12-345' }, ['phone PHONE_UNREADABLE']],
    [{ postalCode: '990-004' }, ['postalCode POSTAL_CODE_UNREADABLE']],
    [{ url: 'mail@mihon.example' }, ['url URL_UNREADABLE']],
    [{ capacity: 0 }, ['capacity TOO_SMALL']],
    [{ name: '荘' }, ['name SAMPLE_MARK_MISSING']],
    [{ municipalityCode: '999999' }, ['municipalityCode WRONG_VALUE']],
    [{ latitude: 38.2 }, ['longitude REQUIRED']],
    [{ openedOn: '2027-01-01' }, ['openedOn DAY_IN_FUTURE']],
    [{ name: '' }, ['name REQUIRED']],
  ])('refuses %o at the field', async (given, expected) => {
    const { id, name, director } = await world()
    const input = { facilityId: id, version: 1, ...basics(name), ...given }
    const { issues } = await send(graph, 'editFacilityBasics', input, { viewer: director })
    expect(issues?.map(({ path, code }) => `${path.join('.')} ${code}`)).toEqual(expected)
  })

  it('refuses an area of another municipality or kind', async () => {
    const { id, name, director } = await world()
    const { id: areaId } = await graph.db.communityArea.create({
      data: {
        municipalityCode: '062014',
        kind: 'LEVEL1',
        name: `見本${randomUUID()}`,
        source: '見本',
        validFrom: new Date('2026-04-01'),
      },
    })
    const level2Area = { id: globalId('CommunityArea', areaId), name: null }
    const input = { facilityId: id, version: 1, ...basics(name), level2Area }
    const { issues } = await send(graph, 'editFacilityBasics', input, { viewer: director })
    expect(issues).toEqual([{ path: ['level2Area', 'id'], code: 'AREA_ELSEWHERE' }])
  })

  it('tells the second of two editors that it was changed, and writes nothing of theirs', async () => {
    const { id, facilityId, name, director, admin } = await world()
    const input = { facilityId: id, version: 1, ...basics(name) }
    const answers = await Promise.all([
      send(graph, 'editFacilityBasics', { ...input, building: '本館' }, { viewer: director }),
      send(
        graph,
        'editFacilityContacts',
        { facilityId: id, version: 1, contacts: [contact] },
        { viewer: admin },
      ),
    ])
    expect(answers.map(({ typename }) => typename).toSorted()).toContain('ConflictProblem')
    const { version } = await graph.db.facility.findUniqueOrThrow({ where: { id: facilityId } })
    expect(version).toBe(2)
    expect(await edited(facilityId)).toHaveLength(1)
  })

  it('is closed to strangers, with the reason that viewerCan gives', async () => {
    const { id, name, stranger, secretariat, director } = await world()
    const input = { facilityId: id, version: 1, ...basics(name) }
    expect(await send(graph, 'editFacilityBasics', input, { viewer: stranger })).toMatchObject({
      code: 'FORBIDDEN',
      reason: 'NOT_YOUR_CORPORATION',
    })
    const can = async (viewer: Viewer) => {
      const document = `query ($id: ID!) { facility(id: $id) { viewerCan {
        edit { allowed reason } editContacts { allowed } close { allowed reason } } } }`
      const { facility: found } = await graph.ask(document, { viewer, variables: { id } })
      return found.viewerCan
    }
    expect(await can(stranger)).toMatchObject({ edit: { allowed: false, reason: 'NOT_YOUR_CORPORATION' } })
    expect(await can(secretariat)).toMatchObject({ edit: { allowed: true }, close: { allowed: true } })
    expect(await can(director)).toMatchObject({
      edit: { allowed: true },
      close: { allowed: false, reason: 'ONLY_THE_CORPORATION_CLOSES' },
    })
    const elsewhere = viewerActingAs(randomUUID(), 'PLATFORM_SECRETARIAT', {
      platformId: randomUUID(),
      platformIds: [],
    })
    expect(await can(elsewhere)).toMatchObject({ edit: { allowed: false, reason: 'NOT_A_MEMBER' } })
  })
})

describe('editFacilityContacts', () => {
  const contactsOf = (facilityId: string) =>
    graph.db.facilityContact.findMany({ where: { facilityId }, orderBy: { position: 'asc' } })

  it('adds, changes, reorders and removes on one page; rows keep their history', async () => {
    const { id, facilityId, director } = await world()
    const write = (version: number, contacts: object[]) =>
      send(graph, 'editFacilityContacts', { facilityId: id, version, contacts }, { viewer: director })
    await write(1, [
      contact,
      { ...contact, roleTitle: '防災の担当' },
      { ...contact, roleTitle: '夜間の代表' },
    ])
    const [first, second, third] = await contactsOf(facilityId)
    const idOf = (row?: { id: string }) => globalId('FacilityContact', row?.id ?? '')
    await write(2, [
      { ...contact, id: idOf(third), roleTitle: '夜間の代表', nightPhone: '000-0000-0003' },
      { ...contact, id: idOf(first) },
      { ...contact, roleTitle: '相談員' },
    ])
    expect(
      (await contactsOf(facilityId)).map(({ id: key, roleTitle, position }) => [
        key === third?.id || key === first?.id,
        roleTitle,
        position,
      ]),
    ).toEqual([
      [true, '夜間の代表', 1],
      [true, '施設長', 2],
      [false, '相談員', 3],
    ])
    const history = await graph.db.registryRevision.findMany({
      where: { recordId: { in: [second?.id ?? '', third?.id ?? ''] } },
      orderBy: [{ validFrom: 'asc' }, { id: 'asc' }],
      select: { kind: true, changed: true, recordId: true },
    })
    expect(history.filter(({ recordId }) => recordId === second?.id).map(({ kind }) => kind)).toEqual([
      'CREATED',
      'REMOVED',
    ])
    expect(history.filter(({ recordId }) => recordId === third?.id)[1]).toMatchObject({
      kind: 'CHANGED',
      changed: ['night_phone', 'position'],
    })
    expect((await latest(facilityId)).map(({ block }) => block)).toEqual(['CONTACTS', 'CONTACTS'])
  })

  it('leaves names and numbers out of the audit and of what is kept for a resend', async () => {
    const { id, facilityId, director } = await world()
    const idempotencyKey = randomUUID()
    const input = { facilityId: id, version: 1, idempotencyKey, contacts: [contact] }
    for (const _ of [1, 2])
      expect((await send(graph, 'editFacilityContacts', input, { viewer: director })).typename).toBe(
        'EditFacilityContactsPayload',
      )
    expect(await contactsOf(facilityId)).toHaveLength(1)
    const entries = await graph.db.auditEntry.findMany({ where: { subjectId: facilityId } })
    expect(entries).toHaveLength(1)
    expect(JSON.stringify(entries[0]?.input)).not.toMatch(/花子|0000000001/)
    const [event] = await edited(facilityId)
    expect(event?.audience).not.toContain('public')
    expect(JSON.stringify(event?.payload)).not.toContain('花子')
  })

  it('tells three errors at their fields at once', async () => {
    const { id, director } = await world()
    const wrong = { ...contact, email: 'bousai.mihon.example', nightPhone: '12', roleTitle: '' }
    const input = { facilityId: id, version: 1, contacts: [contact, wrong] }
    const { issues } = await send(graph, 'editFacilityContacts', input, { viewer: director })
    expect(issues?.map(({ path, code }) => `${path.join('.')} ${code}`).toSorted()).toEqual([
      'contacts.1.email EMAIL_WITHOUT_AT',
      'contacts.1.nightPhone PHONE_UNREADABLE',
      'contacts.1.roleTitle REQUIRED',
    ])
  })

  it('touches no contact of another facility', async () => {
    const mine = await world()
    const other = await world()
    const theirs = await graph.db.facilityContact.create({
      data: { facilityId: other.facilityId, roleTitle: '施設長', position: 1 },
    })
    const contacts = [{ ...contact, id: globalId('FacilityContact', theirs.id) }]
    const { issues } = await send(
      graph,
      'editFacilityContacts',
      { facilityId: mine.id, version: 1, contacts },
      { viewer: mine.director },
    )
    expect(issues).toEqual([{ path: ['contacts', '0', 'id'], code: 'WRONG_ID' }])
    expect(await contactsOf(other.facilityId)).toMatchObject([{ id: theirs.id, personName: null }])
  })

  it('is not for the operator, who sees none', async () => {
    const { id } = await world()
    const operator = viewerActingAs(randomUUID(), 'SYSTEM_OPERATOR')
    const answer = await send(
      graph,
      'editFacilityContacts',
      { facilityId: id, version: 1, contacts: [] },
      { viewer: operator },
    )
    expect(answer).toMatchObject({ code: 'FORBIDDEN', reason: 'CONTACTS_NOT_FOR_THE_OPERATOR' })
  })
})

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
    const { level1Area: _1, level2Area: _2, schoolDistrict: _3, ...facts } = basics(`見本${randomUUID()}苑`)
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

describe('the history of edits', () => {
  interface Piece {
    readonly item: string
    readonly state: string
  }
  const STATES = ['YES', 'NO', 'UNKNOWN']

  it('says for every moment exactly what stood then, whatever the edits', async () => {
    const steps = fc.array(
      fc.uniqueArray(
        fc.record({ item: fc.constantFrom('ア', 'イ', 'ウ', 'エ'), state: fc.constantFrom(...STATES) }),
        {
          selector: ({ item }) => item,
          maxLength: 4,
        },
      ),
      { minLength: 1, maxLength: 6 },
    )
    await fc.assert(
      fc.asyncProperty(steps, async (lists) => {
        const { id, facilityId, director } = await world()
        const stood: { at: Date; pieces: Piece[] }[] = []
        for (const [n, pieces] of lists.entries()) {
          const standing = await graph.db.facilityEquipment.findMany({ where: { facilityId } })
          const equipment = pieces.map((piece) => {
            const row = standing.find(({ item }) => item === piece.item)
            return { ...piece, id: row ? globalId('FacilityEquipment', row.id) : null, note: null }
          })
          const sent = await send(
            graph,
            'editFacilityEquipment',
            { facilityId: id, version: n + 1, equipment },
            { viewer: director },
          )
          expect(sent.typename).toBe('EditFacilityEquipmentPayload')
          const [clock] = await graph.db.$queryRaw<
            [{ now: Date }]
          >`select clock_timestamp() + interval '1 ms' as now`
          stood.push({ at: clock.now, pieces })
        }
        for (const { at, pieces } of stood) {
          const revisions = await graph.db.registryRevision.findMany({
            where: {
              facilityId,
              record: 'FACILITY_EQUIPMENT',
              validFrom: { lte: at },
              OR: [{ validTo: null }, { validTo: { gt: at } }],
              kind: { not: 'REMOVED' },
            },
          })
          const read = revisions
            .map(({ content }) => content as unknown as Piece & { position: number })
            .toSorted((a, b) => a.position - b.position)
            .map(({ item, state }) => ({ item, state }))
          expect(read).toEqual(pieces)
        }
        // Each change leads from what stood before to what stood after it.
        const all = await graph.db.registryRevision.findMany({
          where: { facilityId, record: 'FACILITY_EQUIPMENT' },
          orderBy: [{ recordId: 'asc' }, { validFrom: 'asc' }, { id: 'asc' }],
        })
        for (const [n, revision] of all.entries()) {
          const previous = all[n - 1]
          if (revision.kind !== 'CHANGED') continue
          expect(previous?.recordId).toBe(revision.recordId)
          const [before, content] = [revision.before, previous?.content] as Record<string, unknown>[]
          for (const column of revision.changed) expect(before?.[column]).toEqual(content?.[column])
        }
      }),
      { numRuns: 12 },
    )
  })
})

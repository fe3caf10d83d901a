import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { basicsOf, contact, facilityWorld } from '../../../../../tests/support/facility-world.ts'
import { openTestGraph, type TestGraph } from '../../../../../tests/support/graph.ts'
import { send } from '../../../../../tests/support/send.ts'
import { viewerActingAs } from '../../../../../tests/support/viewers.ts'
import { globalId } from '../../../kernel/ids.ts'
import type { Viewer } from '../../../kernel/viewer.ts'

let graph: TestGraph
beforeAll(async () => {
  graph = await openTestGraph()
})

const world = () => facilityWorld(graph.db)

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
      ...basicsOf(name),
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
    const input = { facilityId: id, version: 1, ...basicsOf(name) }
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
    const input = { facilityId: id, version: 1, ...basicsOf(name), ...given }
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
    const input = { facilityId: id, version: 1, ...basicsOf(name), level2Area }
    const { issues } = await send(graph, 'editFacilityBasics', input, { viewer: director })
    expect(issues).toEqual([{ path: ['level2Area', 'id'], code: 'AREA_ELSEWHERE' }])
  })

  it('tells the second of two editors that it was changed, and writes nothing of theirs', async () => {
    const { id, facilityId, name, director, admin } = await world()
    const input = { facilityId: id, version: 1, ...basicsOf(name) }
    const answers = await Promise.all([
      send(graph, 'editFacilityBasics', { ...input, building: '本館' }, { viewer: director }),
      send(
        graph,
        'editFacilityContacts',
        { facilityId: id, version: 1, contacts: [contact] },
        { viewer: admin },
      ),
    ])
    expect(answers.map(({ typename }) => typename)).toContain('ConflictProblem')
    const { version } = await graph.db.facility.findUniqueOrThrow({ where: { id: facilityId } })
    expect(version).toBe(2)
    expect(await edited(facilityId)).toHaveLength(1)
  })

  it('is closed to strangers, with the reason that viewerCan gives', async () => {
    const { id, name, stranger, secretariat, director } = await world()
    const input = { facilityId: id, version: 1, ...basicsOf(name) }
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

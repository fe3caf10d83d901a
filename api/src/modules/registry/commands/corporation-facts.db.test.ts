import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { corporationBench } from '../../../../../tests/support/corporations.ts'
import { openTestGraph, TODAY, type TestGraph } from '../../../../../tests/support/graph.ts'
import { viewerActingAs } from '../../../../../tests/support/viewers.ts'
import { globalId } from '../../../kernel/ids.ts'
import { guest, type Viewer } from '../../../kernel/viewer.ts'
import { corporation, facility } from '../fixtures.ts'

let graph: TestGraph
beforeAll(async () => {
  graph = await openTestGraph()
  await facility(graph.db) // 山形市 is known then
})

const { world, done, refusal, actOf, eventsOf } = corporationBench(() => graph)

describe('confirmCorporationUnchanged', () => {
  it('confirms one block; the corporation is fresh once every block is', async () => {
    const { id, corporationId, admin } = await world()
    await done('confirmCorporationUnchanged', admin, { corporationId: id, block: 'BASIC' })
    const at = () => graph.db.corporation.findUniqueOrThrow({ where: { id: corporationId } })
    expect((await at()).confirmedAt).toBeNull()
    await done('confirmCorporationUnchanged', admin, { corporationId: id })
    expect((await at()).confirmedAt).toEqual(TODAY)
    expect(await graph.db.corporationConfirmation.count({ where: { corporationId } })).toBe(4)
  })

  it('is audited and announced to the corporation and its networks', async () => {
    const { id, corporationId, platformId, userId, admin } = await world()
    await done('confirmCorporationUnchanged', admin, { corporationId: id })
    const entry = await actOf(corporationId, 'confirmCorporationUnchanged')
    expect(entry).toMatchObject({ actorUserId: userId, actingRoles: ['CORPORATION_ADMIN'] })
    expect(await graph.db.eventLog.findFirstOrThrow({ where: { auditSeq: entry.seq } })).toMatchObject({
      name: 'registry.CorporationConfirmed.v1',
      audience: [`corporation:${corporationId}`, `platform:${platformId}`],
      payload: { becameFresh: true, blocks: ['BASIC', 'CONTACTS', 'PROCUREMENT'], platformIds: [platformId] },
    })
  })

  it('counts all blocks when they are confirmed at the same moment', async () => {
    const { id, corporationId, admin } = await world()
    await Promise.all(
      ['BASIC', 'CONTACTS', 'PROCUREMENT'].map((block) =>
        done('confirmCorporationUnchanged', admin, { corporationId: id, block }),
      ),
    )
    const { confirmedAt } = await graph.db.corporation.findUniqueOrThrow({ where: { id: corporationId } })
    expect(confirmedAt).toEqual(TODAY)
  })

  it('is for its own administrator only', async () => {
    const { id, corporationId, secretariat, stranger } = await world()
    const refused = (viewer: Viewer) => refusal('confirmCorporationUnchanged', viewer, { corporationId: id })
    expect(await refused(stranger)).toMatchObject({ reason: 'NOT_YOUR_CORPORATION' })
    expect(await refused(secretariat)).toMatchObject({ reason: 'ONLY_THE_CORPORATION_CONFIRMS' })
    expect(await refused(guest)).toMatchObject({ code: 'UNAUTHENTICATED' })
    expect(await graph.db.corporationConfirmation.count({ where: { corporationId } })).toBe(0)
  })

  it('is asked for on its administrator’s home page, block by block', async () => {
    const { id, admin, secretariat } = await world()
    const todos = async (viewer: Viewer) => {
      const { todos: found } = await graph.ask('{ todos { code link } }', { viewer })
      return (found as { code: string; link: string }[]).filter(({ code }) => code.startsWith('CORPORATION'))
    }
    expect(await todos(admin)).toEqual(
      ['basic', 'contacts', 'procurement'].map((block) => ({
        code: 'CORPORATION_BLOCK_TO_CONFIRM',
        link: `/corporations/${id}#${block}`,
      })),
    )
    expect(await todos(secretariat)).toEqual([])
    await done('confirmCorporationUnchanged', admin, { corporationId: id })
    expect(await todos(admin)).toEqual([])
  })
})

describe('editCorporationFacts', () => {
  const facts = (name: string) => ({ name, kind: 'GENERAL', seatMunicipalityCode: '062014', version: 1 })

  it('writes tidied numbers, keeps what people set from files, and counts as confirmed by its administrator', async () => {
    const { id, corporationId, name, admin } = await world()
    await done('editCorporationFacts', admin, {
      corporationId: id,
      ...facts(name),
      seatPostalCode: '〒９９０-００００',
      phone: '０２３ー６４１ー１２１２',
      url: 'www.mihon.example',
    })
    expect(await graph.db.corporation.findUniqueOrThrow({ where: { id: corporationId } })).toMatchObject({
      seatPostalCode: '9900000',
      phone: '023-641-1212',
      url: 'http://www.mihon.example',
      handSet: ['seat_postal_code', 'phone', 'url'],
      authorityName: '山形市',
    })
    expect(await graph.db.corporationConfirmation.findMany({ where: { corporationId } })).toMatchObject([
      { block: 'BASIC', confirmedByRole: 'CORPORATION_ADMIN' },
    ])
    const entry = await actOf(corporationId, 'editCorporationFacts')
    expect(await eventsOf(entry.seq)).toEqual([
      'registry.CorporationEdited.v1',
      'registry.CorporationConfirmed.v1',
    ])
  })

  it('by the secretariat or the operator is no confirmation', async () => {
    const { id, corporationId, name, secretariat, operator } = await world()
    await done('editCorporationFacts', secretariat, { corporationId: id, ...facts(`${name}（改）`) })
    await done('editCorporationFacts', operator, { corporationId: id, ...facts(name), version: 2 })
    expect(await graph.db.corporationConfirmation.count({ where: { corporationId } })).toBe(0)
  })

  it('refuses what others changed first', async () => {
    const { id, name, admin } = await world()
    await done('editCorporationFacts', admin, { corporationId: id, ...facts(name) })
    expect(await done('editCorporationFacts', admin, { corporationId: id, ...facts(name) })).toMatchObject({
      __typename: 'ConflictProblem',
    })
  })

  it.each<[string, object, string]>([
    [
      'a 法人番号 with a wrong check digit',
      { corporateNumber: '1700110005901' },
      'corporateNumber CORPORATE_NUMBER_WRONG',
    ],
    ['a telephone that is none', { phone: '事務所へ' }, 'phone PHONE_UNREADABLE'],
    ['a postal code that is none', { seatPostalCode: '990' }, 'seatPostalCode POSTAL_CODE_WRONG'],
    ['an e-mail address as web address', { url: 'a@mihon.example' }, 'url URL_UNREADABLE'],
    [
      'a code without its check digit',
      { seatMunicipalityCode: '062015' },
      'seatMunicipalityCode MUNICIPALITY_CODE_WRONG',
    ],
    ['no name', { name: ' ' }, 'name REQUIRED'],
  ])('refuses %s', async (_what, wrong, expected) => {
    const { id, name, admin } = await world()
    const answer = await done('editCorporationFacts', admin, { corporationId: id, ...facts(name), ...wrong })
    expect(
      answer.issues.map((one: { path: string[]; code: string }) => `${one.path.join('.')} ${one.code}`),
    ).toEqual([expected])
  })

  it.each<[string, object, string]>([
    ['an invented one without its mark', { name: '社会福祉法人 さくら会' }, 'SAMPLE_CORPORATION_MARKED'],
    ['an invented one with a 法人番号', { corporateNumber: '8700110005901' }, 'SAMPLE_CORPORATION_MARKED'],
    ['a municipality that is not registered', { seatMunicipalityCode: '011002' }, 'MUNICIPALITY_UNKNOWN'],
  ])('refuses %s', async (_what, wrong, code) => {
    const { id, name, admin } = await world()
    const answer = await done('editCorporationFacts', admin, { corporationId: id, ...facts(name), ...wrong })
    expect(answer).toEqual({ __typename: 'RuleProblem', code })
  })

  it('refuses a 法人番号 that another has, and taking a known one away', async () => {
    const { operator } = await world()
    const real = { sample: false, name: `社会福祉法人 ${randomUUID()}` }
    const numbered = async (corporateNumber: string | null) => {
      const { id, name } = await corporation(graph.db, { ...real, corporateNumber })
      return { corporationId: globalId('Corporation', id), ...facts(name) }
    }
    await numbered('8700110005901')
    const other = await numbered('7390005000000')
    const edit = (corporateNumber: string | null) =>
      done('editCorporationFacts', operator, { ...other, corporateNumber })
    expect(await edit('8700110005901')).toMatchObject({ code: 'CORPORATE_NUMBER_TAKEN' })
    expect(await edit(null)).toMatchObject({ code: 'CORPORATE_NUMBER_NEEDED' })
  })

  it('is refused to others, and changes nothing', async () => {
    const { id, corporationId, name, stranger } = await world()
    const input = { corporationId: id, ...facts(`${name}（改）`) }
    expect(await refusal('editCorporationFacts', stranger, input)).toMatchObject({
      reason: 'NOT_YOUR_CORPORATION',
    })
    expect(await graph.db.corporation.findUniqueOrThrow({ where: { id: corporationId } })).toMatchObject({
      name,
      version: 1,
    })
  })

  it('is refused for one that has ended', async () => {
    const { id, corporationId, name, operator } = await world()
    await graph.db.corporation.update({
      where: { id: corporationId },
      data: { status: 'DISSOLVED', endedOn: new Date('2026-03-31') },
    })
    expect(await done('editCorporationFacts', operator, { corporationId: id, ...facts(name) })).toMatchObject(
      {
        code: 'CORPORATION_HAS_ENDED',
      },
    )
  })
})

describe('editCorporationContacts', () => {
  const chair = {
    roleTitle: '理事長',
    personName: '見本 一郎',
    dayPhone: '023-641-1212',
    audience: 'NETWORK',
  }
  const night = { roleTitle: '夜間の当番', nightPhone: '090-0000-0000', audience: 'SECRETARIAT' }

  it('writes the list in its order, line by line, so that the history says who became what', async () => {
    const { id, corporationId, admin } = await world()
    const write = (version: number, contacts: object[]) =>
      done('editCorporationContacts', admin, { corporationId: id, version, contacts })
    const { corporation: first } = await write(1, [chair, night])
    const [before] = await graph.db.corporationContact.findMany({
      where: { corporationId },
      orderBy: { position: 'asc' },
    })
    await write(first.version, [{ ...chair, personName: '見本 直美' }])
    expect(await graph.db.corporationContact.findMany({ where: { corporationId } })).toMatchObject([
      { id: before?.id, personName: '見本 直美', version: 2, position: 1 },
    ])
    const history = await graph.db.registryRevision.findMany({
      where: { corporationId, record: 'CORPORATION_CONTACT' },
      orderBy: { validFrom: 'asc' },
    })
    expect(history.map(({ kind }) => kind).toSorted()).toEqual(['CHANGED', 'CREATED', 'CREATED', 'REMOVED'])
  })

  it('keeps names and numbers out of the audit', async () => {
    const { id, corporationId, admin } = await world()
    await done('editCorporationContacts', admin, { corporationId: id, version: 1, contacts: [chair] })
    const entry = await actOf(corporationId, 'editCorporationContacts')
    expect(JSON.stringify(entry.input)).not.toContain('見本')
  })

  it.each<[string, object, string]>([
    ['no number at all', { dayPhone: null }, 'contacts.0.dayPhone PHONE_MISSING'],
    ['a backup without a number', { backupName: '見本 三郎' }, 'contacts.0.backupPhone REQUIRED'],
    ['an e-mail address without @', { email: 'mihon.example' }, 'contacts.0.email EMAIL_WRONG'],
    ['a day to come', { sinceOn: '2027-01-01' }, 'contacts.0.sinceOn DAY_TO_COME'],
  ])('refuses %s', async (_what, wrong, expected) => {
    const { id, admin } = await world()
    const contacts = [{ ...chair, ...wrong }]
    const answer = await done('editCorporationContacts', admin, { corporationId: id, version: 1, contacts })
    expect(
      answer.issues.map((one: { path: string[]; code: string }) => `${one.path.join('.')} ${one.code}`),
    ).toEqual([expected])
  })

  it('are seen as their audience says, and by nobody else', async () => {
    const { id, corporationId, platformId, admin, secretariat, stranger, operator } = await world()
    await done('editCorporationContacts', admin, { corporationId: id, version: 1, contacts: [chair, night] })
    const other = await corporation(graph.db)
    await graph.db.platformMembership.create({
      data: { platformId, corporationId: other.id, startsOn: new Date('2020-04-01') },
    })
    const inNetwork = { platformIds: [platformId] }
    const seen = async (viewer: Viewer) => {
      const { corporation: found } = await graph.ask(
        'query Contacts($id: ID!) { corporation(id: $id) { contacts(first: 10) { totalCount nodes { roleTitle } } } }',
        { viewer, variables: { id } },
      )
      expect(found.contacts.totalCount).toBe(found.contacts.nodes.length)
      return found.contacts.nodes.map(({ roleTitle }: { roleTitle: string }) => roleTitle).join('、')
    }
    const both = '理事長、夜間の当番'
    const expected: [string, Viewer, string][] = [
      ['administrator', admin, both],
      [
        'own director',
        viewerActingAs('u', 'FACILITY_DIRECTOR', { facilityId: randomUUID(), corporationId }),
        both,
      ],
      ['secretariat', secretariat, both],
      [
        'member',
        viewerActingAs('u', 'CORPORATION_ADMIN', { corporationId: other.id, ...inNetwork }),
        '理事長',
      ],
      ['chair', viewerActingAs('u', 'PLATFORM_CHAIR', { platformId, ...inNetwork }), '理事長'],
      [
        'liaison',
        viewerActingAs('u', 'MUNICIPAL_LIAISON', { municipalityCode: '062014', ...inNetwork }),
        '理事長',
      ],
      ['stranger', stranger, ''],
      ['operator', operator, ''],
      ['guest', guest, ''],
    ]
    for (const [who, viewer, contacts] of expected) expect([who, await seen(viewer)]).toEqual([who, contacts])
  })
})

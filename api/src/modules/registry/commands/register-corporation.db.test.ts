import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { openTestGraph, type TestGraph } from '../../../../../tests/support/graph.ts'
import { viewerActingAs } from '../../../../../tests/support/viewers.ts'
import { globalId } from '../../../kernel/ids.ts'
import { guest, type Viewer } from '../../../kernel/viewer.ts'
import { corporation, facility, serviceKind } from '../fixtures.ts'
import { corporateNumberCheckDigit } from '../rules/corporate-number.ts'

let graph: TestGraph
let secretariat: Viewer
let serviceKindId: string
beforeAll(async () => {
  graph = await openTestGraph()
  await facility(graph.db)
  const user = await graph.db.user.create({
    data: { name: '見本 花子', email: `${randomUUID()}@mihon.example`, sample: true },
  })
  secretariat = viewerActingAs(user.id, 'PLATFORM_SECRETARIAT', { platformId: randomUUID() })
  serviceKindId = globalId('ServiceKind', (await serviceKind(graph.db)).id)
})

const register = (viewer: Viewer, input: object) =>
  graph.request(
    /* GraphQL */ `
      mutation Register($input: RegisterCorporationInput!) {
        registerCorporation(input: $input) {
          __typename
          ... on RegisterCorporationPayload {
            corporation {
              id
              name
              kind
              sample
              authority {
                name
              }
            }
            facility {
              name
              capacity
              mainServiceKind {
                id
              }
              corporation {
                name
              }
            }
          }
          ... on Problem {
            code
            ... on ValidationProblem {
              issues {
                path
                code
              }
            }
          }
        }
      }
    `,
    { viewer, variables: { input } },
  )
const done = async (input: object, viewer = secretariat) => {
  const { data, errors } = await register(viewer, input)
  expect(errors).toBeUndefined()
  return data.registerCorporation
}
const named = () => `社会福祉法人 見本${randomUUID().slice(0, 8)}会`

describe('registerCorporation', () => {
  it('puts one corporation and its one facility into the registry at once', async () => {
    const name = named()
    const answer = await done({
      name,
      sample: true,
      seatMunicipalityCode: '062014',
      facility: {
        name: '見本の荘',
        serviceKindId,
        municipalityCode: '062014',
        address: '山形市見本町1-1',
        phone: '0236411212',
      },
    })
    expect(answer).toMatchObject({
      corporation: { name, kind: 'GENERAL', authority: { name: '山形市' } },
      facility: {
        name: '見本の荘',
        capacity: null,
        mainServiceKind: { id: serviceKindId },
        corporation: { name },
      },
    })
    const entry = await graph.db.auditEntry.findFirstOrThrow({
      where: { command: 'registerCorporation' },
      orderBy: { seq: 'desc' },
    })
    const event = await graph.db.eventLog.findFirstOrThrow({ where: { auditSeq: entry.seq } })
    expect(event).toMatchObject({ name: 'registry.CorporationRegistered.v1', audience: ['public'] })
  })

  it('puts a corporation alone, its kind told by its name unless said', async () => {
    const council = `社会福祉法人 見本${randomUUID().slice(0, 8)}社会福祉協議会`
    expect(await done({ name: council, sample: true })).toMatchObject({
      corporation: { kind: 'COUNCIL' },
      facility: null,
    })
    expect(await done({ name: named(), sample: true, kind: 'OTHER_WELFARE' })).toMatchObject({
      corporation: { kind: 'OTHER_WELFARE' },
    })
  })

  it('refuses a 法人番号 that is registered', async () => {
    const corporateNumber = `${corporateNumberCheckDigit('246801357924')}246801357924`
    await corporation(graph.db, { sample: false, name: randomUUID(), corporateNumber })
    expect(await done({ name: '社会福祉法人 新しい会', corporateNumber })).toEqual({
      __typename: 'RuleProblem',
      code: 'CORPORATE_NUMBER_TAKEN',
    })
  })

  it.each<[string, object, string]>([
    [
      'an invented one without its mark',
      { name: '社会福祉法人 さくら会', sample: true },
      'SAMPLE_CORPORATION_MARKED',
    ],
    [
      'an invented facility without its mark',
      {
        name: '社会福祉法人 見本会',
        sample: true,
        facility: { name: 'さくら荘', serviceKindId: '', municipalityCode: '062014', address: 'x' },
      },
      'SAMPLE_CORPORATION_MARKED',
    ],
    [
      'a municipality that is not registered',
      { name: '社会福祉法人 新会', seatMunicipalityCode: '011002' },
      'MUNICIPALITY_UNKNOWN',
    ],
  ])('refuses %s, and writes nothing', async (_what, input, code) => {
    const before = await graph.db.corporation.count()
    const place = 'facility' in input ? { facility: { ...(input.facility as object), serviceKindId } } : {}
    expect(await done({ ...input, ...place })).toEqual({ __typename: 'RuleProblem', code })
    expect(await graph.db.corporation.count()).toBe(before)
  })

  it('says what is missing of the facility', async () => {
    const answer = await done({
      name: named(),
      sample: true,
      facility: {
        name: '',
        serviceKindId: globalId('ServiceKind', randomUUID()),
        municipalityCode: '',
        address: ' ',
      },
    })
    expect(
      answer.issues.map((one: { path: string[]; code: string }) => `${one.path.join('.')} ${one.code}`),
    ).toEqual(['facility.name REQUIRED', 'facility.address REQUIRED'])
  })

  it('is refused to others', async () => {
    const admin = viewerActingAs('u', 'CORPORATION_ADMIN', { corporationId: randomUUID() })
    expect((await register(admin, { name: named(), sample: true })).errors?.[0]?.extensions).toMatchObject({
      reason: 'ONLY_THE_SECRETARIAT_RECORDS',
    })
    expect((await register(guest, { name: named(), sample: true })).errors?.[0]?.extensions?.code).toBe(
      'UNAUTHENTICATED',
    )
  })
})

describe('corporationsAlike', () => {
  const ask = async (variables: Record<string, unknown>) =>
    (
      await graph.ask(
        'query Alike($name: String, $corporateNumber: String) { corporationsAlike(name: $name, corporateNumber: $corporateNumber) { numberProblem expectedCheckDigit swapped sameNumber { name } similar { name } } }',
        { viewer: secretariat, variables },
      )
    ).corporationsAlike

  it('finds nearly the same name, whatever its legal form, width and spaces', async () => {
    const { name } = await corporation(graph.db, { name: '社会福祉法人 見本わかくさ福祉会' })
    for (const typed of [
      '見本わかくさ福祉会',
      '（福）見本　わかくさ福祉会',
      '社会福祉法人見本ワカクサ福祉会',
    ])
      expect((await ask({ name: typed })).similar).toContainEqual({ name })
    expect((await ask({ name: '見本ひまわり会' })).similar).not.toContainEqual({ name })
  })

  it('says what a 法人番号 ought to be, and who has it', async () => {
    const twelve = '135790246813'
    const corporateNumber = corporateNumberCheckDigit(twelve) + twelve
    const { name } = await corporation(graph.db, { sample: false, name: randomUUID(), corporateNumber })
    const swapped = corporateNumber.replace('79', '97')
    expect(await ask({ corporateNumber: swapped.replace(/^(.{5})/, '$1-') })).toMatchObject({
      numberProblem: 'CHECK_DIGIT_WRONG',
      swapped: expect.arrayContaining([corporateNumber]) as string[],
      sameNumber: null,
    })
    expect(await ask({ corporateNumber })).toMatchObject({ numberProblem: null, sameNumber: { name } })
    expect(await ask({})).toMatchObject({ numberProblem: null, similar: [] })
  })
})

describe('editMasterFact and confirmMasterFact', () => {
  const operator = () => viewerActingAs('00000000-0000-7000-8000-000000000001', 'SYSTEM_OPERATOR')
  const list = () => graph.db.masterFact.findFirstOrThrow({ where: { key: 'REGIONAL_BUREAUS' } })
  const send = (name: string, viewer: Viewer, input: object) => {
    const Name = name.charAt(0).toUpperCase() + name.slice(1)
    return graph.request(
      `mutation Send($input: ${Name}Input!) { ${name}(input: $input) { __typename
         ... on ${Name}Payload { masterFact { lines confirmed source version } }
         ... on Problem { code ... on ValidationProblem { issues { path code } } } } }`,
      { viewer, variables: { input } },
    )
  }
  beforeAll(async () => {
    await graph.db.user.create({
      data: {
        id: '00000000-0000-7000-8000-000000000001',
        name: '見本 運用',
        email: `${randomUUID()}@mihon.example`,
        sample: true,
      },
    })
  })

  it('is corrected, counts as unconfirmed then, and is confirmed with its source', async () => {
    const { id, version } = await list()
    const input = {
      masterFactId: globalId('MasterFact', id),
      version,
      title: '地方厚生局の管轄',
      validFrom: '2001-01-06',
      validTo: null,
    }
    const lines = ['北海道厚生局 01', '東北厚生局 02・03・04・05・06・07']
    const edited = await send('editMasterFact', operator(), { ...input, lines: ['', ...lines] })
    expect(edited.data.editMasterFact).toMatchObject({ masterFact: { lines, confirmed: false } })
    const confirmed = await send('confirmMasterFact', operator(), {
      masterFactId: input.masterFactId,
      version: version + 1,
      source: '厚生労働省組織規則 第710条',
    })
    expect(confirmed.data.confirmMasterFact).toMatchObject({
      masterFact: { confirmed: true, source: '厚生労働省組織規則 第710条' },
    })
    const again = await send('editMasterFact', operator(), { ...input, lines })
    expect(again.data.editMasterFact).toMatchObject({ __typename: 'ConflictProblem' })
  })

  it.each<[string, object, object]>([
    [
      'a line that is no entry',
      { lines: ['東北 99'] },
      { issues: [{ path: ['lines'], code: 'LINE_UNREADABLE' }] },
    ],
    ['an empty list', { lines: [] }, { issues: [{ path: ['lines'], code: 'LINE_UNREADABLE' }] }],
    ['an end before its start', { validTo: '2000-01-01' }, { code: 'MASTER_FACT_ENDS_BEFORE_START' }],
  ])('refuses %s', async (_what, wrong, expected) => {
    const { id, version } = await list()
    const input = {
      masterFactId: globalId('MasterFact', id),
      version,
      title: 'x',
      validFrom: '2001-01-06',
      validTo: null,
      lines: ['東北厚生局 06'],
      ...wrong,
    }
    expect((await send('editMasterFact', operator(), input)).data.editMasterFact).toMatchObject(expected)
  })

  it('is for the operator', async () => {
    const { id, version } = await list()
    const input = {
      masterFactId: globalId('MasterFact', id),
      version,
      title: 'x',
      validFrom: '2001-01-06',
      validTo: null,
      lines: ['x'],
    }
    const { errors } = await send('editMasterFact', secretariat, input)
    expect(errors?.[0]?.extensions).toMatchObject({ reason: 'ONLY_THE_OPERATOR' })
  })
})

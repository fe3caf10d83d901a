import { beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase } from '../../../../../tests/support/database.ts'
import { openTestGraph, type TestGraph } from '../../../../../tests/support/graph.ts'
import { corporation, facility, serviceKind } from '../fixtures.ts'
import { distance } from '../rules/place.ts'

// Ranking, further conditions, distances and maps, on invented places.

const YAMAGATA = { latitude: 38.2554, longitude: 140.3396 }

let graph: TestGraph
let council: string
let area: string

/** Places that all have さくら見本 in what they are found by, in the order in which they answer it. */
const RANKED = [
  { name: 'さくら見本', kana: 'さくらみほん' },
  { name: 'さくら見本園', kana: 'あ' },
  { name: '特別養護老人ホームさくら見本', kana: 'い' },
  { name: '北さくら見本通り荘', kana: 'う' },
  { name: '見本もみじ荘', kana: 'え', building: 'さくら見本ビル2階' },
] as const

/** The same by their readings. */
const READ = [
  { name: '見本公孫樹荘', kana: 'みほんいちょうそう' },
  { name: '見本山公孫樹荘', kana: 'おかのみほんいちょう' },
  { name: '見本けやき荘', kana: 'か', building: 'みほんいちょう棟' },
] as const

beforeAll(async () => {
  graph = await openTestGraph(await freshDatabase())
  const { db } = graph
  for (const given of [...RANKED, ...READ]) await facility(db, given)
  council = (await corporation(db, { kind: 'COUNCIL' })).id
  const found = await facility(db, {
    name: '見本設備園',
    corporationId: council,
    capacity: 29,
    latitude: 38.26,
    longitude: 140.34,
  })
  await facility(db, { name: '見本未確認園', latitude: 38.3, longitude: 140.34 })
  const without = await facility(db, { name: '見本なし園', capacity: 100, latitude: 38.9, longitude: 139.84 })
  await facility(db, { name: '見本閉鎖園', status: 'CLOSED', endedOn: new Date('2026-03-31') })
  const { id } = await db.communityArea.create({
    data: {
      municipalityCode: '062014',
      kind: 'SCHOOL_DISTRICT',
      name: '見本小学校区',
      source: '見本',
      validFrom: new Date('2000-04-01'),
    },
  })
  area = id
  await db.facility.update({ where: { id: found.id }, data: { schoolDistrictId: id } })
  const item = '自家発電機'
  await db.facilityEquipment.createMany({
    data: [
      { facilityId: found.id, item, state: 'YES', position: 0 },
      { facilityId: without.id, item, state: 'NO', position: 0 },
    ],
  })
  await db.facilityResource.createMany({
    data: [
      { facilityId: found.id, kind: 'ROOM', name: '見本ホール', lendable: 'YES', position: 0 },
      { facilityId: without.id, kind: 'ROOM', name: '見本会議室', lendable: 'NO', position: 0 },
    ],
  })
  await db.facilityQualification.createMany({
    data: [
      { facilityId: found.id, qualification: '介護福祉士', count: 8, position: 0 },
      { facilityId: without.id, qualification: '介護福祉士', count: 0, position: 0 },
    ],
  })
  await db.shelter.create({
    data: {
      kind: 'DESIGNATED_SHELTER',
      sourceKey: 'mihon',
      name: '見本設備園',
      address: '山形市見本町1-1',
      municipalityCode: '062014',
      welfare: true,
      facilityId: found.id,
      matchReason: 'NAME_AND_ADDRESS',
      latitude: 38.26,
      longitude: 140.34,
      hazards: [],
      sample: true,
    },
  })
  const kind = await serviceKind(db)
  await db.serviceOffice.create({
    data: {
      facilityId: found.id,
      officeNumber: '0670100718',
      serviceKindId: kind.id,
      name: '設備園',
    },
  })
})

const QUERY = /* GraphQL */ `
  query Search(
    $text: String
    $conditions: FacilityConditionsInput
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    facilities(
      text: $text
      conditions: $conditions
      first: $first
      after: $after
      last: $last
      before: $before
    ) {
      totalCount
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      nodes {
        name
        latitude
        longitude
        kilometresFrom(latitude: 38.2554, longitude: 140.3396)
      }
    }
  }
`

interface Found {
  totalCount: number
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string }
  nodes: { name: string; latitude: number; longitude: number; kilometresFrom: number | null }[]
}

const search = async (variables: object): Promise<Found> =>
  (await graph.ask(QUERY, { variables: { first: 'last' in variables ? undefined : 100, ...variables } }))
    .facilities
const names = async (variables: object) => (await search(variables)).nodes.map(({ name }) => name)

describe('what answers best comes first', () => {
  it('exact, then at an end of the name, inside it, in the reading, elsewhere', async () => {
    expect(await names({ text: 'さくら見本' })).toEqual(RANKED.map(({ name }) => name))
    expect(await names({ text: 'みほんいちょう' })).toEqual(READ.map(({ name }) => name))
  })

  it.each([
    ['katakana', 'サクラ見本'],
    ['half width', 'ｻｸﾗ 見本'],
  ])('also in %s', async (_how, text) => expect((await names({ text }))[0]).toBe('さくら見本'))

  it('the office of a number before everything else', async () => {
    expect(await names({ text: '0670100718' })).toEqual(['見本設備園'])
  })

  it('of several words the better one counts, in any order; all as one is the whole name', async () => {
    expect((await names({ text: '荘 さくら見本' }))[0]).toBe('北さくら見本通り荘')
    expect((await names({ text: 'さくら 見本 園' }))[0]).toBe('さくら見本園')
  })

  it.each([1, 2, 3])(
    'and pages of %i read forward and backward name each once, in the same order',
    async (size) => {
      const whole = RANKED.map(({ name }) => name)
      const forward: string[] = []
      let after: string | undefined
      for (let more = true; more;) {
        const { nodes, pageInfo } = await search({ text: 'さくら見本', first: size, after })
        forward.push(...nodes.map(({ name }) => name))
        after = pageInfo.endCursor
        more = pageInfo.hasNextPage
      }
      expect(forward).toEqual(whole)
      const backward: string[] = []
      let before: string | undefined
      for (let more = true; more;) {
        const { nodes, pageInfo } = await search({ text: 'さくら見本', last: size, before })
        backward.unshift(...nodes.map(({ name }) => name))
        before = pageInfo.startCursor
        more = pageInfo.hasPreviousPage
      }
      expect(backward).toEqual(whole)
    },
  )

  it('the place in one answer is none in another', async () => {
    const { pageInfo } = await search({ text: 'さくら見本', first: 2 })
    const { errors } = await graph.request(QUERY, {
      variables: { text: '荘', first: 2, after: pageInfo.endCursor },
    })
    expect(errors?.[0]?.message).toContain('another order')
  })

  it('a cursor with an impossible place is refused', async () => {
    const { pageInfo } = await search({ text: 'さくら見本', first: 2 })
    const place = JSON.parse(Buffer.from(pageInfo.endCursor, 'base64url').toString()) as unknown[]
    for (const rank of [null, 'x', 2 ** 40, 0.5]) {
      const after = Buffer.from(JSON.stringify([...place.slice(0, 2), rank, ...place.slice(3)])).toString(
        'base64url',
      )
      const { errors } = await graph.request(QUERY, { variables: { text: 'さくら見本', first: 2, after } })
      expect(errors?.[0]?.message).toContain('altered')
    }
  })

  it('by reading when that is asked for', async () => {
    const { facilities } = await graph.ask(
      '{ facilities(text: "さくら見本", order: READING, first: 2) { nodes { kana } } }',
    )
    expect(facilities.nodes).toEqual([{ kana: 'あ' }, { kana: 'い' }])
  })

  it('is one statement', async () => {
    const statements = graph.countStatements()
    await search({ text: 'さくら見本' })
    expect(statements.end()).toBe(1)
  })

  it('also for shelters and corporations', async () => {
    const { shelters, corporations } = await graph.ask(
      '{ shelters(text: "見本設備園", first: 5) { nodes { name } } corporations(text: "見本", kinds: [COUNCIL], first: 5) { nodes { kind } } }',
    )
    expect(shelters.nodes).toEqual([{ name: '見本設備園' }])
    expect(corporations.nodes).toEqual([{ kind: 'COUNCIL' }])
  })
})

describe('further conditions', () => {
  const others = [...[...RANKED, ...READ].map(({ name }) => name), '見本未確認園']
  it.each([
    ['equipment that is there', { equipment: [{ item: '自家発電機', possession: 'YES' }] }, ['見本設備園']],
    [
      'or may be there: unknown is not no',
      { equipment: [{ item: '自家発電機', possession: 'YES_OR_UNKNOWN' }] },
      ['見本設備園', ...others],
    ],
    ['a room to borrow', { lendableRooms: 'YES' }, ['見本設備園']],
    ['or perhaps', { lendableRooms: 'YES_OR_UNKNOWN' }, ['見本設備園', ...others]],
    ['no vehicle that anybody told of', { lendableVehicles: 'YES' }, []],
    ['a qualification that somebody holds', { qualifications: ['介護福祉士'] }, ['見本設備園']],
    ['a kind of corporation', { corporationKinds: ['COUNCIL'] }, ['見本設備園']],
    ['a designation', { shelterRoles: ['WELFARE'] }, ['見本設備園']],
    ['a range of capacity leaves out what is unknown', { capacityFrom: 30 }, ['見本なし園']],
    ['unless that is wanted', { capacityTo: 29, capacityOrUnknown: true }, ['見本設備園', ...others]],
    ['closed ones, which are left out otherwise', { statuses: ['CLOSED'] }, ['見本閉鎖園']],
  ])('%s', async (_what, conditions, expected) =>
    expect(new Set(await names({ conditions }))).toEqual(new Set(expected)),
  )

  it('an area', async () => expect(await names({ conditions: { areas: [area] } })).toEqual(['見本設備園']))

  it.each([[{ near: { ...YAMAGATA, km: 5_000 } }], [{ areas: ['x'] }], [{ capacityFrom: 0 }]])(
    'what cannot be asked is refused: %j',
    async (conditions) => {
      const { errors } = await graph.request(QUERY, { variables: { first: 1, conditions } })
      expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT')
    },
  )

  it('have counts that tell what each would leave', async () => {
    const { facilityConditionCounts: counts } = await graph.ask(`{ facilityConditionCounts {
      corporationKinds { key count } shelterRoles { key count } equipment { name yes yesOrUnknown }
      rooms { yes yesOrUnknown } vehicles { yes yesOrUnknown } qualifications { key count } areas { name count }
      statuses { key count } capacityGiven capacityUnknown } }`)
    expect(counts).toEqual({
      corporationKinds: [{ key: 'COUNCIL', count: 1 }],
      shelterRoles: [
        { key: 'NONE', count: 10 },
        { key: 'DESIGNATED', count: 1 },
        { key: 'WELFARE', count: 1 },
      ],
      equipment: [{ name: '自家発電機', yes: 1, yesOrUnknown: 10 }],
      rooms: { yes: 1, yesOrUnknown: 10 },
      vehicles: { yes: 0, yesOrUnknown: 11 },
      qualifications: [{ key: '介護福祉士', count: 1 }],
      areas: [{ name: '見本小学校区', count: 1 }],
      statuses: [
        { key: 'ACTIVE', count: 11 },
        { key: 'CLOSED', count: 1 },
      ],
      capacityGiven: 2,
      capacityUnknown: 9,
    })
  })

  it('narrow the counts beside the list as they narrow the list', async () => {
    const { registryFacets } = await graph.ask(
      '{ registryFacets(conditions: { equipment: [{ item: "自家発電機", possession: YES }] }) { total } }',
    )
    expect(registryFacets).toEqual({ total: 1 })
  })
})

describe('around a point', () => {
  const near = { ...YAMAGATA, km: 10 }

  it('the nearest come first, with their kilometres, and those beyond are left out', async () => {
    const { nodes, totalCount } = await search({ conditions: { near } })
    expect(nodes.map(({ name, kilometresFrom }) => [name, kilometresFrom])).toEqual([
      ['見本設備園', 0.5],
      ['見本未確認園', 5],
    ])
    expect(totalCount).toBe(2)
    for (const node of nodes) expect(distance(YAMAGATA, node)).toBeLessThan(10_000)
  })

  it('a corner of the rectangle is no part of the circle', async () => {
    expect(await names({ conditions: { near: { ...near, km: 4.9 } } })).toEqual(['見本設備園'])
  })

  it('is read by pages', async () => {
    const first = await search({ conditions: { near }, first: 1 })
    const second = await search({ conditions: { near }, first: 1, after: first.pageInfo.endCursor })
    expect(second.nodes[0]?.name).toBe('見本未確認園')
    expect(second.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true })
  })

  it('is found by name, address or municipality', async () => {
    const { placesNamed } = await graph.ask('{ placesNamed(text: "見本設備") { name latitude } }')
    expect(placesNamed[0]).toEqual({ name: '見本設備園', latitude: 38.26 })
    const of = await graph.ask('{ placesNamed(text: "山形") { name address } }')
    expect(of.placesNamed[0]).toEqual({ name: '山形市', address: '山形県山形市' })
  })
})

describe('a map', () => {
  const map = (bounds: string) =>
    graph.ask(`{ facilityMap(${bounds}) { clusters { count names municipality } unplaced outside } }`)

  it('shows the same places as the list, near ones as one', async () => {
    const { facilityMap } = await map('south: 37.7, west: 139.5, north: 39.3, east: 140.7, cells: 4')
    expect(facilityMap).toEqual({
      clusters: [
        { count: 2, names: expect.arrayContaining(['見本未確認園', '見本設備園']), municipality: '山形市' },
        { count: 1, names: ['見本なし園'], municipality: '山形市' },
      ],
      unplaced: RANKED.length + READ.length,
      outside: 0,
    })
  })

  it('tells what lies outside of it', async () => {
    const { facilityMap } = await map('south: 38.2, west: 140.2, north: 38.4, east: 140.5, cells: 40')
    expect(facilityMap.clusters).toHaveLength(2)
    expect(facilityMap.outside).toBe(1)
  })

  it('of shelters', async () => {
    const { shelterMap } = await graph.ask(
      '{ shelterMap(welfare: true, south: 37.7, west: 139.5, north: 39.3, east: 140.7, cells: 20) { clusters { count } unplaced } }',
    )
    expect(shelterMap).toEqual({ clusters: [{ count: 1 }], unplaced: 0 })
  })
})

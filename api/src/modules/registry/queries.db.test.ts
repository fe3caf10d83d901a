import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { projectRoot } from '../../../../scripts/project.ts'
import { freshDatabase } from '../../../../tests/support/database.ts'
import { openTestGraph, TODAY, type TestGraph } from '../../../../tests/support/graph.ts'
import { runCommand } from '../../kernel/command.ts'
import { systemViewer } from '../../kernel/viewer.ts'
import { matchRegistry } from './commands/match-registry.ts'
import { facility } from './fixtures.ts'
import { importFolder } from './import/import-folder.ts'

// Searching the real registry of Yamagata.

const SEARCH = /* GraphQL */ `
  query Search(
    $text: String
    $municipalityCodes: [String!]
    $serviceKinds: [String!]
    $freshness: [Freshness!]
    $welfareShelter: Boolean
    $sample: Boolean
    $first: Int = 100
    $after: String
  ) {
    facilities(
      text: $text
      municipalityCodes: $municipalityCodes
      serviceKinds: $serviceKinds
      freshness: $freshness
      welfareShelter: $welfareShelter
      sample: $sample
      first: $first
      after: $after
    ) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        name
        shortName
        kana
        sample
        freshness
        municipality {
          code
          name
        }
        offices(first: 20) {
          nodes {
            serviceKind {
              key
              shortName
            }
          }
        }
      }
    }
    registryFacets(
      text: $text
      municipalityCodes: $municipalityCodes
      serviceKinds: $serviceKinds
      freshness: $freshness
      welfareShelter: $welfareShelter
      sample: $sample
    ) {
      total
      samples
      municipalities {
        code
        name
        count
      }
      services {
        key
        shortName
        count
      }
      freshness {
        freshness
        count
      }
    }
  }
`

let graph: TestGraph
beforeAll(async () => {
  graph = await openTestGraph(await freshDatabase())
  const context = { db: graph.db, clock: { now: () => TODAY } }
  await importFolder(path.join(projectRoot, 'data'), context)
  await runCommand(matchRegistry, {}, { ...context, viewer: systemViewer, requestId: null })
  // Beside the real ones a few of each state of confirmation.
  for (const [name, confirmedAt] of [
    ['見本あおば荘', new Date('2026-08-03T06:20:00Z')],
    ['見本いずみ園', new Date('2025-09-12T06:20:00Z')],
    ['見本かえで園', null],
  ] as const)
    await facility(graph.db, { name, kana: 'みほん', confirmedAt })
})

const search = (variables: object) => graph.ask(SEARCH, { variables: { ...variables } })
const names = async (text: string): Promise<string[]> =>
  (await search({ text })).facilities.nodes.map((node: { shortName: string }) => node.shortName)

describe('a facility is found', () => {
  it.each([
    ['by its name', 'ながまち荘', ['ながまち荘']],
    ['by two characters of it', '愛日', ['愛日荘']],
    ['by hiragana', 'あいにちそう', ['愛日荘']],
    ['by katakana', 'アイニチソウ', ['愛日荘']],
    ['by half-width katakana', 'ｱｲﾆﾁｿｳ', ['愛日荘']],
    ['by 事業所番号', '0670100718', ['愛日荘']],
    ['by full-width digits', '０６７０１００７１８', ['愛日荘']],
    ['by telephone with dashes', '023-632-2791', ['愛日荘']],
    ['by telephone without dashes', '0236322791', ['愛日荘']],
    ['by the end of the telephone', '632-2791', ['愛日荘']],
    ['by its address', '妙見寺4番地', ['愛日荘']],
    ['by another spelling of its corporation', '恩賜財団済生会 長町', ['ながまち荘']],
    ['by two words in any order', '荘 ながまち', ['ながまち荘']],
    ['by the small ヶ written large', 'あかねケ丘ケアセンター', ['あかねヶ丘ケアセンター']],
    ['by the old form of a character', '齋藤商会', ['株式会社齋藤商会']],
    ['by the new form of a character', '斎藤商会', ['株式会社齋藤商会']],
    ['not by what nobody is called', '見当たらない名前', []],
  ])('%s', async (_how, text, expected) => expect(await names(text)).toEqual(expected))

  it('by 法人番号, with all facilities of the corporation', async () => {
    const { facilities } = await search({ text: '3010405001696' })
    expect(facilities.totalCount).toBe(6)
  })

  it('by one character', async () => {
    const { facilities } = await search({ text: '苑' })
    expect(facilities.totalCount).toBe(8)
    expect(await graph.db.facility.count({ where: { searchText: { contains: '苑' } } })).toBe(8)
  })

  it('by nothing but signs that nobody means: then nothing is narrowed', async () => {
    expect((await search({ text: '「」・%' })).facilities.totalCount).toBe(425)
  })

  it('by municipality and service', async () => {
    const { facilities } = await search({ municipalityCodes: ['062014'], serviceKinds: ['KAIGO-510'] })
    expect(facilities.totalCount).toBe(15)
  })

  it('by being a welfare shelter', async () => {
    const { facilities } = await search({ municipalityCodes: ['062014'], welfareShelter: true })
    expect(facilities.totalCount).toBe(48)
  })

  it.each([
    ['CONFIRMED', ['見本あおば荘']],
    ['STALE', ['見本いずみ園']],
  ])('by its freshness: %s', async (freshness, expected) => {
    const { facilities } = await search({ freshness: [freshness] })
    expect(facilities.nodes.map(({ name }: { name: string }) => name)).toEqual(expected)
  })

  it('by a service nobody knows: never', async () => {
    expect((await search({ serviceKinds: ['KAIGO-999', 'x'] })).facilities.totalCount).toBe(0)
  })
})

describe('the list', () => {
  it('is ordered by reading and read to its end by its cursors, each facility once', async () => {
    const seen: string[] = []
    let after: string | null = null
    do {
      const { facilities } = await search({ first: 60, after })
      seen.push(...facilities.nodes.map(({ id }: { id: string }) => id))
      after = facilities.pageInfo.hasNextPage ? facilities.pageInfo.endCursor : null
    } while (after)
    const expected = await graph.db.$queryRaw<{ id: string }[]>`select id from facility order by kana, id`
    expect(seen.map((id) => Buffer.from(id, 'base64url').toString().split(':')[1])).toEqual(
      expected.map(({ id }) => id),
    )
  })

  it('and its counts are two statements, whatever is selected', async () => {
    const statements = graph.countStatements()
    await search({ text: '荘' })
    expect(statements.end()).toBe(2)
  })
})

interface Node {
  readonly sample: boolean
  readonly freshness: string
  readonly municipality: { readonly code: string }
  readonly offices: { readonly nodes: readonly { readonly serviceKind: { readonly key: string } }[] }
}

/** All facilities of a filter, however many pages. */
async function everything(filter: object): Promise<Node[]> {
  const { facilities } = await search(filter)
  const nodes: Node[] = [...facilities.nodes]
  let { pageInfo } = facilities
  while (pageInfo.hasNextPage) {
    const next = await search({ ...filter, after: pageInfo.endCursor })
    nodes.push(...next.facilities.nodes)
    pageInfo = next.facilities.pageInfo
  }
  return nodes
}

const tally = (keys: readonly string[]): Record<string, number> =>
  Object.fromEntries([...Map.groupBy(keys, (key) => key)].map(([key, { length }]) => [key, length]))

describe('the counts beside the list', () => {
  const filters = [
    {},
    { text: '荘' },
    { text: 'さくら 山形' },
    { municipalityCodes: ['062014', '062049'] },
    { serviceKinds: ['KAIGO-510', 'KAIGO-730'] },
    { municipalityCodes: ['062014'], serviceKinds: ['KAIGO-510'], freshness: ['CONFIRMED', 'UNCONFIRMED'] },
    { freshness: ['STALE'] },
    { sample: true },
    { sample: false, welfareShelter: true },
    { welfareShelter: false, text: 'ケア' },
    { municipalityCodes: [] },
    { serviceKinds: ['x'] },
  ]

  it.each(filters)('are what counting by hand gives: %j', async (filter) => {
    const { registryFacets: facets } = await search(filter)
    const without = (dimension: string) =>
      everything(Object.fromEntries(Object.entries(filter).filter(([name]) => name !== dimension)))

    const matching = await everything(filter)
    expect({ total: facets.total, samples: facets.samples }).toEqual({
      total: matching.length,
      samples: matching.filter(({ sample }) => sample).length,
    })
    const counted = (entries: { key?: string; code?: string; freshness?: string; count: number }[]) =>
      Object.fromEntries(
        entries
          .filter(({ count }) => count > 0)
          .map((entry) => [entry.key ?? entry.code ?? entry.freshness, entry.count]),
      )
    expect(counted(facets.municipalities)).toEqual(
      tally((await without('municipalityCodes')).map(({ municipality }) => municipality.code)),
    )
    expect(counted(facets.services)).toEqual(
      tally(
        (await without('serviceKinds')).flatMap(({ offices }) => [
          ...new Set(offices.nodes.map(({ serviceKind }) => serviceKind.key)),
        ]),
      ),
    )
    expect(counted(facets.freshness)).toEqual(
      tally((await without('freshness')).map(({ freshness }) => freshness)),
    )
  })

  it('name the largest first', async () => {
    const { registryFacets } = await search({ sample: false })
    expect(registryFacets.municipalities.slice(0, 3)).toEqual([
      { code: '062014', name: '山形市', count: 116 },
      { code: '062031', name: '鶴岡市', count: 49 },
      { code: '062049', name: '酒田市', count: 48 },
    ])
  })
})

describe('corporations and shelters', () => {
  it('are found by other spellings and by kana in their names', async () => {
    const { corporations } = await graph.ask(
      '{ corporations(text: "ﾆﾁｲ学館", first: 5) { nodes { name corporateNumber kind facilityCount } } }',
    )
    expect(corporations.nodes).toEqual([
      {
        name: '株式会社ニチイ学館',
        corporateNumber: '3010001025868',
        kind: 'NOT_WELFARE',
        facilityCount: 3,
      },
    ])
  })

  it('are found by welfare, municipality and whether they are known', async () => {
    const { shelters } = await graph.ask(
      '{ shelters(municipalityCodes: ["062014"], welfare: true, matched: false, first: 20) { totalCount nodes { name facility { id } matchReason } } }',
    )
    expect(shelters.totalCount).toBe(11)
    expect(shelters.nodes[0]).toMatchObject({ facility: null, matchReason: null })
  })

  it('say how many they hold where that was published: the number, and the words where they say more', async () => {
    const text = '屋内480人／屋外3,350人(面積の1/2)'
    const source = await graph.db.dataSource.findFirstOrThrow({ select: { id: true, issuer: true } })
    const place = { kind: 'EMERGENCY_SITE' as const, address: '見本町1', municipalityCode: '062014' }
    await graph.db.shelter.createMany({
      data: [
        {
          ...place,
          sourceKey: 'mihon-1',
          name: '見本収容公園',
          capacityText: text,
          capacitySourceId: source.id,
        },
        { ...place, sourceKey: 'mihon-2', name: '見本収容小学校', capacity: 480, capacityText: '480' },
        { ...place, sourceKey: 'mihon-3', name: '見本収容分校' },
      ],
    })
    const { shelters } = await graph.ask(
      '{ shelters(text: "見本収容", first: 5) { nodes { name capacity capacityText capacitySource { issuer } } } }',
    )
    expect(shelters.nodes).toEqual([
      { name: '見本収容公園', capacity: null, capacityText: text, capacitySource: { issuer: source.issuer } },
      { name: '見本収容分校', capacity: null, capacityText: null, capacitySource: null },
      { name: '見本収容小学校', capacity: 480, capacityText: '480', capacitySource: null },
    ])
  })
})

import { beforeAll, describe, expect, it } from 'vitest'
import { globalId } from '../../api/src/kernel/ids.ts'
import { facility } from '../../api/src/modules/registry/fixtures.ts'
import { confirmIn, networkWorld } from '../support/network-world.ts'
import { openTestGraph, TODAY, type TestGraph } from '../support/graph.ts'

let graph: TestGraph
beforeAll(async () => {
  graph = await openTestGraph()
})

const ALL = ['BASIC', 'CONTACTS', 'EQUIPMENT', 'SERVICES', 'RESOURCES', 'STAFF']

describe('the freshness of a network', () => {
  const NETWORK = `query ($platformId: ID!, $corporationId: ID, $block: FacilityBlock, $ages: [ConfirmationAge!]) {
    networkFreshness(platformId: $platformId) {
      facilities { total quarter year older never }
      blocks { block counts { total quarter year older never } }
      members { name startsOn counts { total never } }
    }
    networkFacilities(platformId: $platformId, corporationId: $corporationId, block: $block, ages: $ages, first: 10) {
      totalCount
      nodes { name }
    }
  }`

  it('is counted whole, by block and by member, and every number opens', async () => {
    const there = await networkWorld(graph)
    await confirmIn(graph, there, there.one, undefined, new Date('2026-05-01T00:00:00Z'))
    await confirmIn(graph, there, there.one, 'BASIC', TODAY)
    await confirmIn(graph, there, there.other, 'BASIC', new Date('2025-05-01T00:00:00Z'))
    await facility(graph.db, {
      corporationId: there.corporationId,
      status: 'CLOSED',
      endedOn: new Date('2026-01-01'),
    })
    const platformId = globalId('Platform', there.platformId)
    const viewer = there.secretariat
    const statements = graph.countStatements()
    const { networkFreshness, networkFacilities } = await graph.ask(NETWORK, {
      viewer,
      variables: { platformId },
    })
    expect(statements.end()).toBe(2)
    expect(networkFreshness.facilities).toEqual({ total: 2, quarter: 0, year: 1, older: 0, never: 1 })
    const { counts } = networkFreshness.blocks.find(({ block }: { block: string }) => block === 'BASIC')
    expect(counts).toEqual({ total: 2, quarter: 1, year: 0, older: 1, never: 0 })
    expect(networkFreshness.blocks.map(({ block }: { block: string }) => block)).toEqual(ALL)
    expect(networkFreshness.members).toMatchObject([
      { startsOn: '2020-04-01', counts: { total: 2, never: 1 } },
    ])
    expect(networkFacilities.nodes).toEqual([{ name: there.other.name }, { name: there.one.name }])

    const opened = async (more: object) => {
      const answer = await graph.ask(NETWORK, { viewer, variables: { platformId, ...more } })
      return answer.networkFacilities.totalCount
    }
    for (const { block, counts: all } of networkFreshness.blocks)
      for (const [age, count] of Object.entries(all).filter(([name]) => name !== 'total'))
        expect({ block, age, count: await opened({ block, ages: [age.toUpperCase()] }) }).toEqual({
          block,
          age,
          count,
        })
    expect(await opened({ ages: ['OLDER', 'NEVER'] })).toBe(1)
    expect(await opened({ ages: ['YEAR', 'QUARTER'] })).toBe(1)
    expect(await opened({ corporationId: globalId('Corporation', there.corporationId) })).toBe(2)
  })

  it('is nobody’s who does not see the network', async () => {
    const there = await networkWorld(graph)
    const { secretariat: viewer } = await networkWorld(graph)
    const variables = { platformId: globalId('Platform', there.platformId) }
    const { networkFreshness, networkFacilities } = await graph.ask(NETWORK, { viewer, variables })
    expect(networkFreshness).toBeNull()
    expect(networkFacilities).toEqual({ totalCount: 0, nodes: [] })
  })
})

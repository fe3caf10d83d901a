import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fill, generateWorld } from '../../../../tests/bench/generate.ts'
import { freshDatabase } from '../../../../tests/support/database.ts'
import { asker } from '../../../../tests/support/read/ask.ts'
import { findSequentialScans } from '../../../../tests/support/read/explain.ts'
import { sampleSchema } from '../../../../tests/support/read/sample-graph.ts'

let graph: ReturnType<typeof asker>

beforeAll(async () => {
  graph = asker(sampleSchema, await freshDatabase())
  const client = await graph.readPool.connect()
  await fill(client, generateWorld({ corporations: 150, facilities: 1_500, platforms: 5 }))
  await client.query('ANALYZE')
  client.release()
}, 120_000)

afterAll(() => graph.close())

const scansOf = async (document: string, variables: Record<string, unknown> = {}) => {
  const { errors, statements } = await graph.ask(document, { variables })
  expect(errors).toEqual([])
  expect(statements.length).toBeGreaterThan(0)
  const scans = await findSequentialScans(graph.readPool, statements, { over: 500 })
  return scans.map(({ table }) => table)
}

const firstPage = `query ($order: String, $word: String, $after: String, $before: String, $first: Int, $last: Int) {
  facilities(order: $order, word: $word, after: $after, before: $before, first: $first, last: $last) {
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    nodes { id name municipality { name } corporation { name facilities(first: 3) { totalCount nodes { name offices(first: 2) { nodes { name } } } } } }
  }
}`

describe('a list with an index in its order', () => {
  it('is read along the index, with what lies below it, on every page and both ways', async () => {
    const { data } = await graph.ask(firstPage, { variables: { first: 20 } })
    const { endCursor, startCursor } = data.facilities.pageInfo
    expect(await scansOf(firstPage, { first: 20 })).toEqual([])
    expect(await scansOf(firstPage, { first: 20, after: endCursor })).toEqual([])
    expect(await scansOf(firstPage, { last: 20 })).toEqual([])
    expect(await scansOf(firstPage, { last: 20, before: endCursor })).toEqual([])
    expect(await scansOf(firstPage, { first: 20, after: startCursor, before: endCursor })).toEqual([])
  })

  it('finds words of one character and of several by the index of pieces, and counts what it finds', async () => {
    const counted =
      '{ one: facilities(first: 20, word: "園") { totalCount } many: facilities(first: 20, word: "山形市") { totalCount nodes { name } } }'
    expect(await scansOf(counted)).toEqual([])
  })

  it('finds one record by its key', async () => {
    const { data } = await graph.ask('{ facilities(first: 1) { nodes { id corporation { id } } } }')
    const [{ id, corporation }] = data.facilities.nodes
    expect(
      await scansOf(
        `query ($id: ID!, $ids: [ID!]!) {
          facility(id: $id) { contacts(first: 10) { totalCount nodes { roleTitle } } }
          nodes(ids: $ids) { ... on Corporation { facilityCount } ... on Facility { name } }
        }`,
        { id, ids: [id, corporation?.id ?? id] },
      ),
    ).toEqual([])
  })
})

describe('the search for whole tables', () => {
  it('finds the list that has no index in its order', async () => {
    expect(await scansOf(firstPage, { order: 'CAPACITY_BACK', first: 20 })).toEqual(['facility'])
  })

  it('refuses to judge plans of empty tables', async () => {
    await expect(findSequentialScans(graph.readPool, [], { over: 1_000_000 })).rejects.toThrow('ANALYZE')
  })
})

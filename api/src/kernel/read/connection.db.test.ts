import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase } from '../../../../tests/support/database.ts'
import { asker } from '../../../../tests/support/read/ask.ts'
import { facilityOrders, sampleSchema } from '../../../../tests/support/read/sample-graph.ts'
import { insertSampleRows } from '../../../../tests/support/read/sample-rows.ts'
import { globalId } from '../ids.ts'

// The words of the specification: https://relay.dev/graphql/connections.htm

let graph: ReturnType<typeof asker>

beforeAll(async () => {
  graph = asker(sampleSchema, await freshDatabase())
  await insertSampleRows(graph.readPool)
})

afterAll(() => graph.close())

interface Connection {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[]
  readonly nodes: readonly { readonly id: string }[]
  readonly totalCount: number
  readonly pageInfo: {
    readonly hasNextPage: boolean
    readonly hasPreviousPage: boolean
    readonly startCursor: string | null
    readonly endCursor: string | null
  }
}

interface Asked {
  readonly first?: number
  readonly last?: number
  readonly after?: string | null
  readonly before?: string | null
}

const document = `query ($order: String, $first: Int, $last: Int, $after: String, $before: String) {
  facilities(order: $order, first: $first, last: $last, after: $after, before: $before) {
    edges { cursor node { id } }
    nodes { id }
    totalCount
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`

async function page(order: string, asked: Asked): Promise<Connection> {
  const { data, errors, statements } = await graph.ask(document, { variables: { order, ...asked } })
  expect(errors).toEqual([])
  expect(statements).toHaveLength(1)
  return data.facilities
}

const idsOf = ({ edges }: Connection) => edges.map(({ node }) => node.id)

/** The whole list, read in pages of a size. */
async function readForward(order: string, size: number): Promise<{ id: string; cursor: string }[]> {
  const items: { id: string; cursor: string }[] = []
  let after: string | null = null
  for (;;) {
    const { edges, pageInfo }: Connection = await page(order, { first: size, after })
    expect(pageInfo.hasPreviousPage).toBe(after !== null)
    expect([pageInfo.startCursor, pageInfo.endCursor]).toEqual([edges[0]?.cursor, edges.at(-1)?.cursor])
    items.push(...edges.map(({ cursor, node }) => ({ cursor, id: node.id })))
    if (!pageInfo.hasNextPage) return items
    after = pageInfo.endCursor
  }
}

async function readBackward(order: string, size: number): Promise<string[]> {
  const ids: string[] = []
  let before: string | null = null
  for (;;) {
    const found: Connection = await page(order, { last: size, before })
    expect(found.pageInfo.hasNextPage).toBe(before !== null)
    ids.unshift(...idsOf(found))
    if (!found.pageInfo.hasPreviousPage) return ids
    before = found.pageInfo.startCursor
  }
}

/** The order in PostgreSQL's own words. */
const asSql: Record<keyof typeof facilityOrders, string> = {
  KANA: 'kana, id',
  KANA_BACK: 'kana DESC, id DESC',
  MIXED: 'kana, name DESC, id',
  CAPACITY: 'capacity, id',
  CAPACITY_BACK: 'capacity DESC, kana, id DESC',
  UNKNOWN_FIRST: 'capacity NULLS FIRST, id',
  UNKNOWN_LAST: 'capacity DESC NULLS LAST, opened_on DESC, id',
  CONFIRMED: 'confirmed_at DESC, opened_on NULLS FIRST, id',
  PLACE: 'latitude, status DESC, id',
  CORPORATION: '(SELECT c.name FROM corporation c WHERE c.id = corporation_id), id',
  SIZE: '(SELECT count(*) FROM service_office o WHERE o.facility_id = facility.id) DESC, id',
}

async function idsInOrder(order: keyof typeof facilityOrders): Promise<string[]> {
  const { rows } = await graph.readPool.query<{ id: string }>(
    `SELECT id FROM facility ORDER BY ${asSql[order]}`,
  )
  return rows.map(({ id }) => globalId('Facility', id))
}

describe.each(Object.keys(facilityOrders) as (keyof typeof facilityOrders)[])('in the order %s', (order) => {
  it('reads forward every row once, in order, in pages of any size', async () => {
    const expected = await idsInOrder(order)
    for (const size of [4, 25, 100]) {
      const items = await readForward(order, size)
      expect(items.map(({ id }) => id)).toEqual(expected)
    }
  })

  it('reads backward the same list', async () => {
    const expected = await idsInOrder(order)
    for (const size of [5, 60]) expect(await readBackward(order, size)).toEqual(expected)
  })

  it('shows what lies between two cursors, and says truly what lies beyond', async () => {
    const items = await readForward(order, 100)
    const between = items.slice(11, 20)
    const [after, before] = [items[10]?.cursor ?? '', items[20]?.cursor ?? '']
    const ids = between.map(({ id }) => id)
    for (const size of [4, 9, 30]) {
      const forward = await page(order, { first: size, after, before })
      expect(idsOf(forward)).toEqual(ids.slice(0, size))
      expect(forward.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true })
      const backward = await page(order, { last: size, after, before })
      expect(idsOf(backward)).toEqual(ids.slice(-size))
      expect(backward.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true })
    }
    const [start, end] = [items[0]?.cursor ?? '', items.at(-1)?.cursor ?? '']
    expect((await page(order, { first: 3, before: start })).edges).toEqual([])
    expect((await page(order, { first: 3, after: end })).pageInfo).toEqual({
      hasNextPage: false,
      hasPreviousPage: true,
      startCursor: null,
      endCursor: null,
    })
    expect((await page(order, { last: 3, before: end })).pageInfo.hasNextPage).toBe(true)
    expect((await page(order, { last: 3 })).pageInfo.hasNextPage).toBe(false)
    expect((await page(order, { first: 3 })).pageInfo.hasPreviousPage).toBe(false)
  })
})

it('shows the same items as edges and as nodes', async () => {
  const { edges, nodes, totalCount } = await page('KANA', { first: 5 })
  expect(edges.map(({ node }) => node)).toEqual(nodes)
  expect(totalCount).toBe((await idsInOrder('KANA')).length)
})

it('reads on from a row that has changed its place or is gone', async () => {
  const { rows } = await graph.readPool.query<{ id: string }>(
    `INSERT INTO facility (name, kana, address, municipality_code, sample, updated_at)
     SELECT '見本' || n, 'かすま' || n, '見本市', (SELECT min(code) FROM municipality), true, now()
     FROM generate_series(1, 4) n ORDER BY n RETURNING id`,
  )
  const keys = rows.map(({ id }) => id)
  const ids = keys.map((key) => globalId('Facility', key))
  const items = await readForward('KANA', 100)
  const cursors = ids.map((id) => items.find((item) => item.id === id)?.cursor)

  await graph.readPool.query(`UPDATE facility SET kana = 'んん' WHERE id = $1`, [keys[0]])
  expect(idsOf(await page('KANA', { first: 2, after: cursors[0] }))).toEqual([ids[1], ids[2]])
  await graph.readPool.query(`DELETE FROM facility WHERE id = $1`, [keys[1]])
  expect(idsOf(await page('KANA', { first: 2, after: cursors[1] }))).toEqual([ids[2], ids[3]])
  expect(idsOf(await page('KANA', { last: 1, before: cursors[3] }))).toEqual([ids[2]])
  await graph.readPool.query(`DELETE FROM facility WHERE id = ANY ($1)`, [keys])
})

it('pages within a related list', async () => {
  const related = `query ($after: String) {
    corporations(first: 100) {
      nodes { id facilityCount facilities(first: 2, after: $after) { totalCount edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage } } }
    }
  }`
  const { data } = await graph.ask(related)
  const large = data.corporations.nodes.find(
    ({ facilityCount }: { facilityCount: number }) => facilityCount > 4,
  )
  const after = large.facilities.edges[1].cursor
  const { data: next, statements } = await graph.ask(related, { variables: { after } })
  const same = next.corporations.nodes.find(({ id }: { id: string }) => id === large.id)
  expect(statements).toHaveLength(1)
  expect(same.facilities.totalCount).toBe(large.facilityCount)
  expect(same.facilities.pageInfo).toEqual({ hasNextPage: true, hasPreviousPage: true })
  expect(same.facilities.edges[0].node.id).not.toBe(large.facilities.edges[0].node.id)
})

describe('arguments', () => {
  it.each([
    ['neither first nor last', {}, 'facilities: give either first or last, a number from 1 to 100.'],
    ['both', { first: 1, last: 1 }, 'facilities: give either first or last, a number from 1 to 100.'],
    ['nothing of it', { first: 0 }, 'facilities: first must be from 1 to 100; it was 0.'],
    ['less than nothing', { last: -5 }, 'facilities: last must be from 1 to 100; it was -5.'],
    ['too many', { first: 101 }, 'facilities: first must be from 1 to 100; it was 101.'],
    [
      'a made-up cursor',
      { first: 1, after: 'first' },
      'This is not a cursor; use one that a connection returned.',
    ],
  ])('refuses %s', async (_what, variables, message) => {
    const { data, errors, statements } = await graph.ask(document, { variables })
    expect(data).toBeNull()
    expect(errors).toEqual([{ code: 'BAD_USER_INPUT', message }])
    expect(statements).toEqual([])
  })

  it('refuses a cursor of another order', async () => {
    const [item] = await readForward('KANA', 100)
    const { errors } = await graph.ask(document, {
      variables: { order: 'MIXED', first: 1, after: item?.cursor },
    })
    expect(errors).toEqual([
      {
        code: 'BAD_USER_INPUT',
        message: 'This cursor belongs to a list with another order; start again without one.',
      },
    ])
  })

  it('refuses a nested list without a size, whatever lies above it', async () => {
    const { errors } = await graph.ask('{ corporations(first: 1) { nodes { facilities { nodes { id } } } } }')
    expect(errors).toMatchObject([{ code: 'BAD_USER_INPUT' }])
  })
})

import { isObjectType, parse } from 'graphql'
import { compileQuery, isCompiledQuery } from 'graphql-jit'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase } from '../../../../tests/support/database.ts'
import { asker, someone } from '../../../../tests/support/read/ask.ts'
import { sampleSchema } from '../../../../tests/support/read/sample-graph.ts'
import { insertSampleRows } from '../../../../tests/support/read/sample-rows.ts'
import { globalId } from '../ids.ts'

let graph: ReturnType<typeof asker>
/** What the tables hold, asked by hand. */
let held: { facility: Record<string, unknown>; facilities: number }

beforeAll(async () => {
  graph = asker(sampleSchema, await freshDatabase())
  await insertSampleRows(graph.readPool)
  const { rows } = await graph.readPool.query(
    `SELECT f.*, c.name AS corporation_name, m.name AS municipality_name,
            (SELECT count(*)::int FROM facility o WHERE o.corporation_id = c.id) AS siblings
     FROM facility f JOIN corporation c ON c.id = f.corporation_id JOIN municipality m ON m.code = f.municipality_code
     WHERE c.status <> 'CLOSED' AND f.opened_on IS NOT NULL AND f.confirmed_at IS NOT NULL
     ORDER BY siblings DESC, f.id LIMIT 1`,
  )
  const [count] = (await graph.readPool.query(`SELECT count(*)::int AS n FROM facility`)).rows
  held = { facility: rows[0], facilities: count.n }
})

afterAll(() => graph.close())

const id = () => globalId('Facility', String(held.facility.id))

it('reads columns, groups, computed fields and verdicts of one row', async () => {
  const { data, errors, statements } = await graph.ask(
    `query ($id: ID!) {
      facility(id: $id) {
        __typename id name title status openedOn confirmedAt openedYear ageInDays(plus: 1000)
        address { text postalCode municipality { name } }
        corporation { name facilityCount otherSpellings }
        municipality { name }
        viewerCan { confirm { allowed reason } }
      }
    }`,
    { variables: { id: id() }, viewer: someone() },
  )
  const { facility } = held
  const opened = facility.opened_on as Date
  expect(errors).toEqual([])
  expect(statements).toHaveLength(1)
  expect(data.facility).toMatchObject({
    __typename: 'Facility',
    id: id(),
    name: facility.name,
    title: facility.name,
    status: facility.status,
    openedOn: opened.toLocaleDateString('sv-SE'),
    openedYear: opened.getFullYear(),
    address: { text: facility.address, postalCode: facility.postal_code },
    corporation: { name: facility.corporation_name, facilityCount: facility.siblings, otherSpellings: [] },
    municipality: { name: facility.municipality_name },
    viewerCan: { confirm: { allowed: true, reason: null } },
  })
  expect(data.facility.address.municipality).toEqual(data.facility.municipality)
  expect(new Date(data.facility.confirmedAt)).toEqual(facility.confirmed_at)
  expect(data.facility.ageInDays).toBeGreaterThan(0)
})

it('keeps what aliases ask for apart, and reads equal wishes once', async () => {
  const { data, errors, statements } = await graph.ask(
    `query ($id: ID!, $two: Int = 2) {
      facility(id: $id) {
        corporation {
          one: facilities(first: 1) { nodes { name } }
          two: facilities(first: $two) { nodes { ...Words } }
          again: facilities(first: 2) { totalCount edges { a: node { alias: kana } b: node { corporation { name } } } }
          last: facilities(last: 1) { nodes { name: kana } }
        }
        same: corporation { two: facilities(first: 3) { nodes { id } } }
      }
    }
    fragment Words on Facility { name kana }`,
    { variables: { id: id() } },
  )
  expect(errors).toEqual([])
  const { corporation, same } = data.facility
  expect(corporation.one.nodes).toHaveLength(1)
  expect(corporation.two.nodes).toHaveLength(2)
  expect(corporation.two.nodes[0].name).toBe(corporation.one.nodes[0].name)
  expect(corporation.again.totalCount).toBe(held.facility.siblings)
  expect(corporation.again.edges.map((edge: { a: { alias: string } }) => edge.a.alias)).toEqual(
    corporation.two.nodes.map((node: { kana: string }) => node.kana),
  )
  expect(corporation.again.edges[0].b).toEqual({ corporation: { name: held.facility.corporation_name } })
  expect(same.two.nodes).toHaveLength(3)
  expect(statements).toHaveLength(1)
  // Windows of 1, 2, 3 and the last one, although five selections asked.
  expect(statements[0]?.text.match(/FROM "facility"/g)).toHaveLength(1 + 4 + 1)
})

it('leaves out what @skip and @include leave out', async () => {
  const document = `query ($yes: Boolean!, $no: Boolean!) {
    facilities(first: 2) {
      nodes {
        name
        corporation @include(if: $no) { name }
        municipality @skip(if: $yes) { name }
        ... @include(if: $yes) { kana }
        ... on Facility @skip(if: $yes) { offices(first: 1) { totalCount } }
      }
      totalCount @include(if: $no)
    }
  }`
  const { data, statements } = await graph.ask(document, { variables: { yes: true, no: false } })
  expect(Object.keys(data.facilities.nodes[0])).toEqual(['name', 'kana'])
  expect(statements[0]?.text).not.toMatch(/JOIN|count|service_office/)
})

it('counts only when it is asked to', async () => {
  const { data, statements } = await graph.ask('{ facilities(first: 3) { totalCount nodes { id } } }')
  expect(data.facilities.totalCount).toBe(held.facilities)
  expect(statements).toHaveLength(1)
  const without = await graph.ask('{ facilities(first: 3) { nodes { id } pageInfo { hasNextPage } } }')
  expect(without.statements[0]?.text).not.toContain('count(')
})

it('takes arguments of every kind to the same place, whoever built them', async () => {
  const inline = await graph.ask(
    '{ facilities(word: "ひまわり", openedFrom: "2024-04-01", first: 100) { totalCount nodes { name kana openedOn } } }',
  )
  const variables = { word: 'ひまわり', from: '2024-04-01', first: 100 }
  const byVariables = await graph.ask(
    `query ($word: String, $from: Date, $first: Int, $nothing: String) {
      facilities(first: $first, openedFrom: $from, word: $word, after: $nothing) { totalCount nodes { name kana openedOn } }
    }`,
    { variables },
  )
  expect(byVariables.data).toEqual(inline.data)
  const { totalCount, nodes } = inline.data.facilities
  expect(totalCount).toBeGreaterThan(0)
  expect(nodes).toHaveLength(totalCount)
  const wrong = nodes.filter(
    ({ name, kana, openedOn }: { name: string; kana: string; openedOn: string }) =>
      !`${name} ${kana}`.includes('ひまわり') || openedOn < '2024-04-01',
  )
  expect(wrong).toEqual([])
})

it('hands on numbers beyond 53 bits, JSON and lists whole', async () => {
  const { data } = await graph.ask('{ auditEntries(first: 100) { nodes { seq input audience } } }', {
    viewer: someone(),
  })
  const { rows } = await graph.readPool.query(
    `SELECT seq::text, input, audience FROM audit_entry WHERE audience && '{public}' ORDER BY seq DESC`,
  )
  expect(rows.length).toBeGreaterThan(10)
  expect(data.auditEntries.nodes).toEqual(rows)
})

it('finds any record by its id, each with what its own type was asked for', async () => {
  const corporation = globalId('Corporation', String(held.facility.corporation_id))
  const municipality = globalId('Municipality', String(held.facility.municipality_code))
  const document = `query ($ids: [ID!]!, $id: ID!) {
    node(id: $id) { __typename id ...Named }
    nodes(ids: $ids) {
      __typename
      id
      ...Named
      ... on Corporation { facilityCount }
      ... on Municipality { code facilities(first: 1) { nodes { id } } }
    }
  }
  fragment Named on Node { ... on Facility { name corporation { id } } ... on Corporation { name } }`
  const ids = [municipality, id(), 'none', corporation, id(), globalId('Facility', crypto.randomUUID())]
  const { data, errors, statements } = await graph.ask(document, { variables: { ids, id: id() } })
  expect(errors).toEqual([])
  expect(statements).toHaveLength(2)
  const facility = {
    __typename: 'Facility',
    id: id(),
    name: held.facility.name,
    corporation: { id: corporation },
  }
  expect(data.node).toEqual(facility)
  expect(data.nodes).toEqual([
    {
      __typename: 'Municipality',
      id: municipality,
      code: held.facility.municipality_code,
      facilities: { nodes: [{ id: expect.any(String) }] },
    },
    facility,
    null,
    {
      __typename: 'Corporation',
      id: corporation,
      name: held.facility.corporation_name,
      facilityCount: held.facility.siblings,
    },
    facility,
    null,
  ])
})

it('reads nothing at all for ids that cannot be', async () => {
  const forged = [
    globalId('Facility', "' OR true --"),
    globalId('RateLimit', crypto.randomUUID()),
    Buffer.from('Nothing:1').toString('base64url'),
    '',
    '\0',
  ]
  const { data, statements } = await graph.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
    variables: { ids: forged },
  })
  expect(data.nodes).toEqual(forged.map(() => null))
  expect(statements).toEqual([])
  const { errors } = await graph.ask('query ($id: ID!) { facility(id: $id) { id } }', {
    variables: { id: globalId('Corporation', crypto.randomUUID()) },
  })
  expect(errors).toMatchObject([{ code: 'BAD_USER_INPUT' }])
})

it('finds one record by another unique key, and none without asking when there can be none', async () => {
  const { data, statements } = await graph.ask(
    'query ($code: String!) { municipality(code: $code) { code name } ownNotification { id } }',
    { variables: { code: held.facility.municipality_code } },
  )
  expect(data).toEqual({
    municipality: { code: held.facility.municipality_code, name: held.facility.municipality_name },
    ownNotification: null,
  })
  expect(statements).toHaveLength(1)
})

it('runs own statements of custom roots where they are counted too', async () => {
  const { data, statements } = await graph.ask('{ facilityTotal }')
  expect(data).toEqual({ facilityTotal: held.facilities })
  expect(statements).toHaveLength(1)
})

it('refuses a filter value the database could not take', async () => {
  const { errors } = await graph.ask(
    'query ($word: String) { facilities(first: 1, word: $word) { nodes { id } } }',
    {
      variables: { word: 'a\0b' },
    },
  )
  expect(errors).toMatchObject([{ code: 'BAD_USER_INPUT' }])
})

it('gives fields that hand on a column to the executor without a resolver', () => {
  const facility = sampleSchema.getType('Facility')
  if (!isObjectType(facility)) throw new Error('Facility is no object type')
  const { name, corporation, title } = facility.getFields()
  expect(name?.resolve).toBeUndefined()
  expect(corporation?.resolve).toBeUndefined()
  expect(title?.resolve).toBeTypeOf('function')
})

it('can be compiled', () => {
  const query = compileQuery(
    sampleSchema,
    parse('{ facilities(first: 1) { edges { node { id corporation { name } } } } }'),
  )
  expect(isCompiledQuery(query)).toBe(true)
})

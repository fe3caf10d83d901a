import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase } from '../../../../tests/support/database.ts'
import { asker, someone } from '../../../../tests/support/read/ask.ts'
import { sampleSchema } from '../../../../tests/support/read/sample-graph.ts'
import { insertSampleRows } from '../../../../tests/support/read/sample-rows.ts'
import { globalId } from '../ids.ts'
import { guest, type Seat, type Viewer } from '../viewer.ts'

// In the sample graph closed corporations are hidden from guests, and contacts from everybody but their corporation.

let graph: ReturnType<typeof asker>
let hidden: { corporation: string; facility: string; office: string; contact: string; open: string }

beforeAll(async () => {
  graph = asker(sampleSchema, await freshDatabase())
  await insertSampleRows(graph.readPool)
  const { corporation, facility } = await row<{ corporation: string; facility: string }>(
    `UPDATE corporation SET status = 'CLOSED', ended_on = '2026-03-31' WHERE id =
       (SELECT corporation_id FROM facility JOIN facility_contact ON facility_id = facility.id
        GROUP BY corporation_id HAVING corporation_id IS NOT NULL ORDER BY count(*) DESC LIMIT 1)
     RETURNING id AS corporation,
       (SELECT facility_id FROM facility_contact JOIN facility f ON f.id = facility_id WHERE f.corporation_id = corporation.id LIMIT 1) AS facility`,
  )
  const { office, contact, open } = await row<{ office: string; contact: string; open: string }>(
    `SELECT (SELECT id FROM facility_contact WHERE facility_id = $1 LIMIT 1) AS contact,
            (SELECT id FROM corporation WHERE status <> 'CLOSED' LIMIT 1) AS open,
            (SELECT id FROM service_office LIMIT 1) AS office`,
    [facility],
  )
  await graph.readPool.query(
    `UPDATE service_office SET corporation_id = $1, facility_id = $2 WHERE id = $3`,
    [corporation, facility, office],
  )
  hidden = { corporation, facility, office, contact, open }
})

afterAll(() => graph.close())

async function row<T extends object>(text: string, values: unknown[] = []): Promise<T> {
  const { rows } = await graph.readPool.query<T>(text, values)
  const [first] = rows
  if (!first) throw new Error(`no row: ${text}`)
  return first
}

const actingFor = (corporationId: string): Viewer => {
  const seat: Seat = {
    key: `CORPORATION:${corporationId}`,
    kind: 'CORPORATION',
    id: corporationId,
    name: '見本',
    corporationId,
    facilityId: null,
    platformId: null,
    municipalityCode: null,
    roles: ['CORPORATION_ADMIN'],
  }
  return someone({ seats: [seat], acting: seat })
}

const everyWay = `query ($corporation: ID!, $facility: ID!, $office: ID!, $contact: ID!, $ids: [ID!]!) {
  corporation(id: $corporation) { id }
  node(id: $corporation) { id ... on Corporation { name facilities(first: 1) { totalCount } } }
  contact: node(id: $contact) { id }
  nodes(ids: $ids) { __typename id }
  corporations(first: 100) { totalCount nodes { id } }
  facility(id: $facility) {
    corporation { id facilityCount }
    contactCount
    contacts(first: 10) { totalCount nodes { id nightPhone } edges { node { facility { id } } } }
    offices(first: 100) { nodes { id corporation { id } facility { corporation { id } } } }
  }
  office: node(id: $office) { ... on ServiceOffice { corporation { id } facility { contacts(last: 1) { totalCount } } } }
}`

async function lookEveryWay(viewer: Viewer) {
  const ids = {
    corporation: globalId('Corporation', hidden.corporation),
    facility: globalId('Facility', hidden.facility),
    office: globalId('ServiceOffice', hidden.office),
    contact: globalId('FacilityContact', hidden.contact),
  }
  const { data, errors } = await graph.ask(everyWay, {
    viewer,
    variables: { ...ids, ids: [ids.corporation, ids.contact, ids.facility] },
  })
  expect(errors).toEqual([])
  const counts = await row<{ all: number; open: number }>(
    `SELECT count(*)::int AS all, count(*) FILTER (WHERE status <> 'CLOSED')::int AS open FROM corporation`,
  )
  return { data, ids, ...counts }
}

describe('a hidden row', () => {
  it('is found by no way by whom it is hidden from', async () => {
    const { data, ids, open } = await lookEveryWay(guest)
    expect(data).toMatchObject({
      corporation: null,
      node: null,
      contact: null,
      nodes: [null, null, { __typename: 'Facility', id: ids.facility }],
      corporations: { totalCount: open },
      facility: {
        corporation: null,
        contactCount: 0,
        contacts: { totalCount: 0, nodes: [], edges: [] },
      },
      office: { corporation: null, facility: { contacts: { totalCount: 0 } } },
    })
    expect(JSON.stringify(data)).not.toContain(ids.corporation)
    expect(JSON.stringify(data)).not.toContain(ids.contact)
  })

  it('is found by every way by whom it is shown to', async () => {
    const { data, ids, all } = await lookEveryWay(actingFor(hidden.corporation))
    expect(data).toMatchObject({
      corporation: { id: ids.corporation },
      node: { id: ids.corporation },
      contact: { id: ids.contact },
      nodes: [{ id: ids.corporation }, { id: ids.contact }, { id: ids.facility }],
      corporations: { totalCount: all },
      facility: { corporation: { id: ids.corporation } },
      office: { corporation: { id: ids.corporation } },
    })
    expect(data.facility.contactCount).toBeGreaterThan(0)
    expect(data.facility.contacts.totalCount).toBe(data.facility.contactCount)
    expect(data.facility.contacts.nodes.length).toBe(data.facility.contactCount)
    expect(data.facility.contacts.edges[0].node.facility.id).toBe(ids.facility)
  })

  it('is hidden from a stranger of another corporation', async () => {
    const { data } = await lookEveryWay(actingFor(hidden.open))
    expect(data.contact).toBeNull()
    expect(data.facility).toMatchObject({ contactCount: 0, contacts: { totalCount: 0, nodes: [] } })
  })
})

describe('access to a root', () => {
  const contacts = '{ contacts(first: 1) { totalCount } }'

  it('tells a guest to sign in and others why not, and reads nothing', async () => {
    const asGuest = await graph.ask(contacts)
    expect(asGuest).toMatchObject({ errors: [{ code: 'UNAUTHENTICATED' }], statements: [] })
    const idle = await graph.ask(contacts, { viewer: someone() })
    expect(idle).toMatchObject({
      errors: [{ code: 'FORBIDDEN', message: 'Not allowed: CHOOSE_ACTING.' }],
      statements: [],
    })
    const notifications = await graph.ask('{ notifications(first: 1) { totalCount } }')
    expect(notifications).toMatchObject({ errors: [{ code: 'UNAUTHENTICATED' }], statements: [] })
  })

  it('lets in whom it is for', async () => {
    const { data, errors } = await graph.ask(contacts, { viewer: actingFor(hidden.corporation) })
    expect(errors).toEqual([])
    expect(data.contacts.totalCount).toBeGreaterThan(0)
  })

  it('stands on every root field, for tests that list them', () => {
    const roots = sampleSchema.getQueryType()?.getFields() ?? {}
    expect(Object.values(roots).filter(({ extensions }) => !extensions.access)).toEqual([])
    expect(roots.contacts?.extensions.access).toEqual({ access: 'policy', scope: 'contacts:read' })
    expect(roots.node?.extensions.access).toEqual({ access: 'public', scope: null })
  })
})

describe('a token', () => {
  const token = (...scopes: string[]): Viewer => ({
    ...actingFor(hidden.corporation),
    tokenId: 'token',
    scopes,
  })
  const facility = () => globalId('Facility', hidden.facility)

  it.each([
    ['a root', '{ corporations(first: 1) { totalCount } }', 'places:read'],
    ['a root of its own SQL', '{ facilityTotal }', 'places:read'],
    [
      'a list below',
      'query ($id: ID!) { facility(id: $id) { contacts(first: 1) { totalCount } } }',
      'registry:read',
    ],
    ['a count below', 'query ($id: ID!) { facility(id: $id) { contactCount } }', 'registry:read'],
    [
      'a to-one relation',
      'query ($id: ID!) { facility(id: $id) { municipality { name } } }',
      'registry:read',
    ],
    ['a node', 'query ($id: ID!) { node(id: $id) { id } }', 'places:read'],
    ['nodes', 'query ($id: ID!) { nodes(ids: [$id]) { id } }', 'places:read'],
  ])('reads %s only within its scopes', async (_what, document, scope) => {
    const variables = { id: facility() }
    const outside = await graph.ask(document, { viewer: token(scope), variables })
    expect(outside).toMatchObject({
      errors: [{ code: 'FORBIDDEN', message: 'Not allowed: SCOPE_MISSING.' }],
      statements: [],
    })
    const inside = await graph.ask(document, {
      viewer: token('registry:read', 'places:read', 'contacts:read'),
      variables,
    })
    expect(inside.errors).toEqual([])
    expect(inside.statements).toHaveLength(1)
  })
})

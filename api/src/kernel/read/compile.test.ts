import { describe, expect, it } from 'vitest'
import { modelFacts } from '../../generated/read-models.ts'
import { compile } from './compile.ts'
import { columnOf, keyColumn, modelOf, relationOf } from './models.ts'
import { noNeeds, noPageNeeds, type Filter, type Ordering, type PageNeeds } from './tree.ts'
import { Unsupported } from './unsupported.ts'
import type { Visibility } from './writer.ts'

const everything: Visibility = () => ({})
const window = { size: 10, backward: false, after: null, before: null }
const byId: Ordering = [{ id: 'asc' }]

const pageOf = (filter: Filter, ordering: Ordering = byId, columns: string[] = ['id']): PageNeeds => ({
  ...noPageNeeds(filter, ordering, window),
  nodes: true,
  rows: { ...noNeeds(), columns: new Set(columns) },
})

const textOf = (model: string, page: PageNeeds, visible = everything) =>
  compile([{ model, page }], visible).text

describe('a statement', () => {
  it('limits raw columns inside and makes JSON of what is left outside', () => {
    const statement = compile(
      [{ model: 'Facility', page: pageOf({ name: 'x' }, [{ kana: 'asc' }, { id: 'desc' }]) }],
      everything,
    )
    expect(statement.text).toBe(
      `SELECT (SELECT coalesce(json_agg(json_build_array(t0.c0)), '[]') FROM (SELECT t1."id" c0 FROM "facility" t1 ` +
        `WHERE t1."name" = $1 ORDER BY t1."kana", t1."id" DESC LIMIT 10) t0)`,
    )
    expect(statement.values).toEqual(['x'])
  })

  it('never carries a value in its text', () => {
    const values = ["'; DROP TABLE facility; --", '"', '$1', '\\']
    for (const value of values) {
      const page = pageOf({ name: value, kana: { contains: value }, postalCode: { in: [value] } })
      const { text, values: sent } = compile([{ model: 'Facility', page }], everything)
      expect(text).not.toContain('DROP')
      expect(text).toBe(
        textOf('Facility', pageOf({ name: 'a', kana: { contains: 'a' }, postalCode: { in: ['a'] } })),
      )
      expect(sent).toEqual([value, `%${value}%`, [value]])
    }
  })

  it('asks the index of pieces for a word in a column that has one, and for no other', () => {
    expect(textOf('Facility', pageOf({ searchText: { contains: '山形' } }))).toContain(
      `grams(t1."search_text") @> query_grams($2) AND t1."search_text"::text LIKE $1`,
    )
    const wild = compile(
      [{ model: 'Facility', page: pageOf({ searchText: { contains: '山%形_' } }) }],
      everything,
    )
    expect(wild.values).toEqual(['%山%形_%', '山', '形'])
    expect(textOf('Facility', pageOf({ searchText: { contains: '%' } }))).not.toContain('grams')
    expect(textOf('Facility', pageOf({ name: { contains: '山形' } }))).not.toContain('grams')
  })

  it('joins by the columns the relation names, not by ids', () => {
    const { join } = relationOf(modelOf('Facility'), 'municipality')
    expect(join).toEqual([['municipalityCode', 'code']])
    expect(textOf('Facility', pageOf({ municipality: { name: 'x' } }))).toContain(
      `EXISTS (SELECT FROM "municipality" t2 WHERE t2."code" = t1."municipality_code" AND t2."name" = $1)`,
    )
  })

  it('skips the table between when the key already says who belongs', () => {
    const filter = { facility: { roles: { some: { userId: 'x' } } } }
    const text = textOf('ServiceOffice', pageOf(filter))
    expect(text).toContain(
      `EXISTS (SELECT FROM "role_assignment" t2 WHERE t2."facility_id" = t1."facility_id" AND`,
    )
    expect(text).not.toContain('"facility" ')
  })

  it('adds what is visible of every model it touches', () => {
    const touched: string[] = []
    const rows = noNeeds()
    const inner = (relation: string) => ({ ...pageOf({}), relation })
    rows.ones.set('corporation', { ...noNeeds(), ones: new Map([['seatMunicipality', noNeeds()]]) })
    rows.counts.set('c', { relation: 'contacts', filter: {} })
    rows.pages.set('p', { ...inner('offices'), total: true })
    const page = { ...pageOf({}), rows, total: true }
    compile([{ model: 'Facility', page }], (model) => {
      touched.push(model)
      return {}
    })
    expect(touched.toSorted()).toEqual([
      'Corporation',
      'Facility',
      'Facility',
      'FacilityContact',
      'Municipality',
      'ServiceOffice',
      'ServiceOffice',
    ])
  })
})

describe('what is refused, loudly', () => {
  const filters: [what: string, model: string, filter: Filter][] = [
    ['undefined, which Prisma would drop', 'Facility', { name: undefined }],
    ['undefined inside', 'Facility', { name: { contains: undefined } }],
    ['an empty OR', 'Facility', { OR: [] }],
    ['a field that is none', 'Facility', { nome: 'x' }],
    ['an operator that is none', 'Facility', { name: { like: 'x' } }],
    ['null among values', 'Facility', { capacity: { in: [1, null] } }],
    ['values that are no list', 'Facility', { capacity: { in: 1 } }],
    ['equality without regard to case', 'Facility', { name: { equals: 'x', mode: 'insensitive' } }],
    ['a filter on JSON', 'Notification', { params: { equals: 1 } }],
    ['a filter on bytes', 'AuditEntry', { hash: 'x' }],
    ['a list compared as a whole', 'AuditEntry', { audience: { equals: ['x'] } }],
    ['a list compared with a value', 'AuditEntry', { audience: 'x' }],
    ['a reference to another field', 'Facility', { name: { equals: { field: 'kana' } } }],
    ['an enum value that is none', 'Facility', { status: 'OPEN' }],
    ['a quantifier that is none', 'Facility', { offices: { any: {} } }],
    ['a relator that is none', 'Facility', { corporation: { is: {}, was: {} } }],
    ['a value of a strange kind', 'Facility', { name: { equals: Symbol('x') } }],
    ['a class instance as a filter', 'Facility', { corporation: new Map() }],
  ]
  it.each(filters)('%s', (_what, model, filter) => {
    expect(() => textOf(model, pageOf(filter, [{ [keyColumn(modelOf(model))]: 'asc' }], []))).toThrow(
      Unsupported,
    )
  })

  const orderings: [what: string, ordering: Ordering][] = [
    ['an order that is none', [{ id: 'up' }]],
    ['nulls that are nowhere', [{ id: { sort: 'asc', nulls: 'middle' } }]],
    ['an order by a list', [{ offices: { name: 'asc' } }]],
    ['an order by a field that is none', [{ nome: 'asc' }]],
  ]
  it.each(orderings)('%s', (_what, ordering) => {
    expect(() => textOf('Facility', pageOf({}, ordering))).toThrow(Unsupported)
  })

  it('columns that are none', () => {
    expect(() => textOf('Facility', pageOf({}, byId, ['nome']))).toThrow(Unsupported)
    expect(() => textOf('Facility', pageOf({}, byId, ['corporation']))).toThrow(Unsupported)
  })

  it('a model that is none', () => {
    expect(() => textOf('Building', pageOf({}))).toThrow(Unsupported)
  })

  it('a text that PostgreSQL cannot take is the caller’s mistake, not ours', () => {
    for (const filter of [
      { name: 'a\0b' },
      { name: { contains: '\0' } },
      { name: { in: ['a', '\0'] } },
      { name: { endsWith: 'a\\' } },
    ])
      expect(() => textOf('Facility', pageOf(filter))).toThrow(
        expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT' } }),
      )
  })
})

describe('the facts of the tables', () => {
  it('know every relation from both sides', () => {
    const relations = Object.entries(modelFacts).flatMap(([model, { fields }]) =>
      Object.values(fields).flatMap((field) => (field.kind === 'relation' ? [{ model, field }] : [])),
    )
    expect(relations.length).toBeGreaterThan(60)
    for (const { model, field } of relations) {
      expect(field.join.length).toBeGreaterThan(0)
      for (const [own, other] of field.join) {
        expect(columnOf(modelOf(model), own).type).toBe(columnOf(modelOf(field.model), other).type)
      }
    }
  })

  it('know what a column is called, typed and indexed in the database', () => {
    expect(columnOf(modelOf('Facility'), 'openedOn')).toMatchObject({
      column: 'opened_on',
      type: 'Date',
      native: 'Date',
      required: false,
    })
    expect(columnOf(modelOf('Facility'), 'confirmedAt')).toMatchObject({
      type: 'DateTime',
      native: 'Timestamptz',
    })
    expect(columnOf(modelOf('Facility'), 'searchText').grams).toBe(true)
    expect(columnOf(modelOf('Facility'), 'name').grams).toBe(false)
    expect(modelOf('FacilityContact').uniques).toEqual({ facilityId_position: ['facilityId', 'position'] })
  })

  it('name the key that global ids are made of', () => {
    expect(keyColumn(modelOf('Municipality'))).toBe('code')
    expect(keyColumn(modelOf('AuditEntry'))).toBe('id')
    expect(() => keyColumn(modelOf('IdempotencyKey'))).toThrow(Unsupported)
  })
})

import { isNonNullType, isObjectType } from 'graphql'
import { describe, expect, it } from 'vitest'
import { builder } from '../graphql/builder.ts'
import { allow, deny } from '../verdict.ts'
import { enumeration } from './enumeration.ts'
import { rowFields } from './fields.ts'
import { extend, model } from './model.ts'
import './node.ts'
import { query } from './query.ts'
import { Unsupported } from './unsupported.ts'

const description = 'For this test.'
const described = { description }
const open = { description, scope: 'x', visibleTo: () => ({}) }

enumeration('PlatformKind', {
  description,
  values: {
    COUNCIL_LED: description,
    CORPORATION_LED: description,
    COLLABORATION_PROMOTION_CORPORATION: description,
    OTHER: description,
  },
})
model('Municipality', { ...open, fields: (t) => ({ id: t.id(), name: t.column('name', described) }) })
model('Platform', {
  ...open,
  visibleTo: ({ platformIds }) => ({ id: { in: [...platformIds] } }),
  fields: (t) => ({ id: t.id(), kind: t.column('kind', described) }),
})
model('PlatformMembership', {
  ...open,
  fields: (t) => ({ platform: t.one('platform', described), endsOn: t.column('endsOn', described) }),
})
model('Facility', {
  ...open,
  fields: (t) => ({
    municipality: t.one('municipality', described),
    // Their place within one facility is unique, although it is not in the table.
    contacts: t.many('contacts', { description, orderBy: [{ position: 'asc' }] }),
  }),
})
model('FacilityContact', { ...open, fields: (t) => ({ position: t.column('position', described) }) })
extend('Platform', (t) => ({ municipality: t.one('municipality', described) }))
query.one('platform', { ...described, model: 'Platform', access: 'public' })
query.one('membership', { ...described, model: 'PlatformMembership', access: 'signedIn' })
query.one('place', { ...described, model: 'Facility', access: 'public' })
builder.mutationField('nothing', (t) => t.boolean({ description, resolve: () => true }))

describe('the schema that declarations make', () => {
  const schema = builder.toSchema()
  const field = (type: string, name: string) => {
    const found = schema.getType(type)
    const made = isObjectType(found) ? found.getFields()[name] : undefined
    if (!made) throw new Error(`${type}.${name} is not there`)
    return made
  }

  it('follows the table, and lets nothing be promised that visibility could take away', () => {
    expect(String(field('Platform', 'kind').type)).toBe('PlatformKind!')
    expect(String(field('PlatformMembership', 'endsOn').type)).toBe('Date')
    expect(isNonNullType(field('Facility', 'municipality').type)).toBe(true)
    expect(String(field('Platform', 'municipality').type)).toBe('Municipality')
    // The column is compulsory, but not every viewer sees every network.
    expect(String(field('PlatformMembership', 'platform').type)).toBe('Platform')
  })

  it('makes a Node of what has an id, and of nothing else', () => {
    const interfacesOf = (name: string) => {
      const type = schema.getType(name)
      return isObjectType(type) ? type.getInterfaces().map((one) => one.name) : null
    }
    expect(interfacesOf('Platform')).toEqual(['Node'])
    expect(interfacesOf('PlatformMembership')).toEqual([])
  })

  it('notes who may ask each root', () => {
    const roots = schema.getQueryType()?.getFields() ?? {}
    expect(roots.platform?.extensions.access).toEqual({ access: 'public', scope: 'x' })
    expect(roots.membership?.extensions.access).toEqual({ access: 'signedIn', scope: 'x' })
  })
})

describe('a declaration is refused at once', () => {
  const facility = rowFields('Facility')
  it.each<[what: string, declare: () => unknown]>([
    ['a model twice', () => model('Facility', { ...open, fields: () => ({}) })],
    [
      'a visibility that cannot be compiled',
      () => model('Session', { ...open, visibleTo: () => ({ OR: [] }), fields: () => ({}) }),
    ],
    [
      'a visibility that may be undefined',
      () =>
        model('Session', {
          ...open,
          visibleTo: ({ userId }) => ({ userId: userId ?? undefined }),
          fields: () => ({}),
        }),
    ],
    [
      'a model without a key of one column',
      () => model('IdempotencyKey', { ...open, fields: (t) => ({ id: t.id() }) }),
    ],
    [
      'an order that leaves two rows in one place',
      () =>
        query.list('facilities', {
          ...described,
          model: 'Facility',
          access: 'public',
          orderBy: [{ kana: 'asc' }],
        }),
    ],
    [
      'such an order of related rows',
      () => facility.many('offices', { description, orderBy: [{ name: 'asc' }] }),
    ],
    [
      'an order by a unique column that may be missing',
      () =>
        rowFields('Municipality').many('corporations', {
          description,
          orderBy: [{ corporateNumber: 'asc' }],
        }),
    ],
    ['an enum twice', () => enumeration('PlatformKind', { description, values: {} as never })],
    ['a column that is never shown', () => rowFields('AuditEntry').column('hash' as never, described)],
    [
      'a list of a model that nobody declares',
      () => query.list('users', { ...described, model: 'User', access: 'public', orderBy: [{ id: 'asc' }] }),
    ],
  ])('%s', (_what, declare) => {
    expect(declare).toThrow(Unsupported)
  })
})

it('is checked by the compiler', () => {
  const facility = rowFields('Facility')
  const refusedByTypes = () => {
    // @ts-expect-error visibility is compulsory
    model('User', { description, scope: 'x', fields: () => ({}) })
    // @ts-expect-error a scope is compulsory
    model('User', { description, visibleTo: () => ({}), fields: () => ({}) })
    // @ts-expect-error so is a description
    model('User', { scope: 'x', visibleTo: () => ({}), fields: () => ({}) })
    // @ts-expect-error a visibility speaks of the model's own columns
    model('User', { ...open, visibleTo: () => ({ corporationId: 'x' }), fields: () => ({}) })
    // @ts-expect-error no such column
    facility.column('nome', described)
    // @ts-expect-error every field is described
    facility.column('name', {})
    // @ts-expect-error bytes are never shown
    rowFields('AuditEntry').column('hash', described)
    // @ts-expect-error a list is no to-one relation
    facility.one('offices', described)
    // @ts-expect-error a to-one relation is no list
    facility.many('corporation', { description, orderBy: [{ id: 'asc' }] })
    // @ts-expect-error an order by a column of another model
    facility.many('offices', { description, orderBy: [{ address: 'asc' }] })
    // @ts-expect-error a filter on a column of another model
    facility.many('offices', { description, where: () => ({ address: 'x' }), orderBy: [{ id: 'asc' }] })
    // @ts-expect-error a computed field sees what it needs and no more
    facility.computed({ description, needs: ['name'], type: 'String', resolve: ({ kana }) => kana })
    // @ts-expect-error and gives what it says
    facility.computed({ description, needs: ['name'], type: 'Int', resolve: ({ name }) => name })
    // @ts-expect-error without waiting for anything
    facility.computed({ description, needs: ['name'], type: 'String', resolve: async ({ name }) => name })
    facility.can({
      close: {
        description,
        needs: ['id'],
        // @ts-expect-error a policy gets the columns it needs and no others
        policy: (_viewer, { status }) => (status ? allow : deny('X')),
      },
    })
    // @ts-expect-error every root says who may ask
    query.one('x', { description, model: 'Facility' })
    // @ts-expect-error a record is found by a unique key
    query.one('x', { description, model: 'Facility', access: 'public', where: () => ({ name: 'x' }) })
    // @ts-expect-error an own statement says which scope it takes
    query.custom('x', { description, access: 'public', type: 'Int', resolve: () => 1 })
    // @ts-expect-error every value of an enum is described
    enumeration('EquipmentState', { description, values: { YES: 'x', NO: 'x' } })
  }
  expect(refusedByTypes).toBeTypeOf('function')
})

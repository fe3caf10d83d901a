import { builder } from '../../../api/src/kernel/graphql/builder.ts'
import { enumeration } from '../../../api/src/kernel/read/enumeration.ts'
import { keyOf } from '../../../api/src/kernel/read/key.ts'
import { extend, model } from '../../../api/src/kernel/read/model.ts'
import '../../../api/src/kernel/read/node.ts'
import { query } from '../../../api/src/kernel/read/query.ts'
import type { OrderBy } from '../../../api/src/kernel/read/types.ts'
import { allow, deny } from '../../../api/src/kernel/verdict.ts'

// A graph over real tables with rules of its own, for tests of the read path: every kind of field and root, public and
// hidden rows, orders that are hard to page through.

const description = 'For tests of the read path.'
const described = { description }

enumeration('RegistryStatus', {
  description,
  values: { ACTIVE: description, MERGED: description, DISSOLVED: description, CLOSED: description },
})

model('Municipality', {
  description,
  scope: 'places:read',
  visibleTo: () => ({}),
  fields: (t) => ({
    id: t.id(),
    code: t.column('code', described),
    name: t.column('name', described),
    facilities: t.many('facilities', { description, orderBy: [{ kana: 'asc' }, { id: 'asc' }] }),
  }),
})

/** Corporations that were closed are hidden from everybody but people who are signed in. */
model('Corporation', {
  description,
  scope: 'registry:read',
  visibleTo: ({ userId }) => (userId ? {} : { status: { not: 'CLOSED' } }),
  fields: (t) => ({
    id: t.id(),
    name: t.column('name', described),
    status: t.column('status', described),
    otherSpellings: t.column('otherSpellings', described),
    seatMunicipality: t.one('seatMunicipality', described),
    facilities: t.many('facilities', {
      description,
      args: (arg) => ({ capacityFrom: arg.int(described) }),
      where: ({ capacityFrom }) => (capacityFrom == null ? {} : { capacity: { gte: capacityFrom } }),
      orderBy: [{ kana: 'asc' }, { id: 'asc' }],
    }),
    facilityCount: t.count('facilities', described),
    largeFacilityCount: t.count('facilities', {
      description,
      args: (arg) => ({ from: arg.int({ required: true, description }) }),
      where: ({ from }) => ({ capacity: { gte: from } }),
    }),
  }),
})

model('Facility', {
  description,
  scope: 'registry:read',
  visibleTo: () => ({}),
  fields: (t) => ({
    id: t.id(),
    name: t.column('name', described),
    title: t.column('name', described),
    kana: t.column('kana', described),
    capacity: t.column('capacity', described),
    openedOn: t.column('openedOn', described),
    confirmedAt: t.column('confirmedAt', described),
    status: t.column('status', described),
    latitude: t.column('latitude', described),
    corporation: t.one('corporation', described),
    municipality: t.one('municipality', described),
    offices: t.many('offices', { description, orderBy: [{ name: 'asc' }, { id: 'asc' }] }),
    contacts: t.many('contacts', { description, orderBy: [{ position: 'asc' }] }),
    contactCount: t.count('contacts', described),
    address: t.group({
      description,
      type: 'FacilityAddress',
      fields: (inner) => ({
        text: inner.column('address', described),
        postalCode: inner.column('postalCode', described),
        municipality: inner.one('municipality', described),
      }),
    }),
    openedYear: t.computed({
      description,
      needs: ['openedOn'],
      type: 'Int',
      nullable: true,
      resolve: ({ openedOn }) => openedOn?.getUTCFullYear() ?? null,
    }),
    ageInDays: t.computed({
      description,
      needs: ['createdAt'],
      type: 'Int',
      args: (arg) => ({ plus: arg.int({ required: true, description }) }),
      resolve: ({ createdAt }, { args, now }) =>
        Math.floor((now.getTime() - createdAt.getTime()) / 86_400_000) + args.plus,
    }),
    viewerCan: t.can({
      confirm: {
        description,
        needs: ['corporationId'],
        policy: ({ userId }, { corporationId }) =>
          userId ? (corporationId ? allow : deny('NO_CORPORATION')) : deny('SIGN_IN_FIRST'),
      },
    }),
  }),
})

extend('Facility', (t) => ({
  shelters: t.many('shelters', { description, orderBy: [{ name: 'asc' }, { id: 'asc' }] }),
}))

model('Shelter', {
  description,
  scope: 'places:read',
  visibleTo: () => ({}),
  fields: (t) => ({
    id: t.id(),
    name: t.column('name', described),
    hazards: t.column('hazards', described),
    facility: t.one('facility', described),
  }),
})

model('ServiceOffice', {
  description,
  scope: 'registry:read',
  visibleTo: () => ({}),
  fields: (t) => ({
    id: t.id(),
    name: t.column('name', described),
    corporation: t.one('corporation', described),
    facility: t.one('facility', described),
  }),
})

/** Contacts are for people who act for a corporation, and only its own. */
model('FacilityContact', {
  description,
  scope: 'contacts:read',
  visibleTo: ({ acting }) => ({
    facility: { corporationId: { in: acting?.corporationId ? [acting.corporationId] : [] } },
  }),
  fields: (t) => ({
    id: t.id(),
    roleTitle: t.column('roleTitle', described),
    nightPhone: t.column('nightPhone', described),
    facility: t.one('facility', described),
  }),
})

model('Notification', {
  description,
  scope: 'notifications:read',
  visibleTo: ({ userId }) => ({ userId: { in: userId ? [userId] : [] } }),
  fields: (t) => ({
    id: t.id(),
    params: t.column('params', described),
    createdAt: t.column('createdAt', described),
  }),
})

model('AuditEntry', {
  description,
  scope: 'audit:read',
  visibleTo: ({ userId }) => ({ audience: { hasSome: userId ? ['public', `user:${userId}`] : [] } }),
  fields: (t) => ({
    id: t.id(),
    seq: t.column('seq', described),
    input: t.column('input', described),
    audience: t.column('audience', described),
  }),
})

/** Orders of the list `facilities`, by name. */
export const facilityOrders = {
  KANA: [{ kana: 'asc' }, { id: 'asc' }],
  KANA_BACK: [{ kana: 'desc' }, { id: 'desc' }],
  MIXED: [{ kana: 'asc' }, { name: 'desc' }, { id: 'asc' }],
  CAPACITY: [{ capacity: 'asc' }, { id: 'asc' }],
  CAPACITY_BACK: [{ capacity: 'desc' }, { kana: 'asc' }, { id: 'desc' }],
  UNKNOWN_FIRST: [{ capacity: { sort: 'asc', nulls: 'first' } }, { id: 'asc' }],
  UNKNOWN_LAST: [{ capacity: { sort: 'desc', nulls: 'last' } }, { openedOn: 'desc' }, { id: 'asc' }],
  CONFIRMED: [{ confirmedAt: 'desc' }, { openedOn: { sort: 'asc', nulls: 'first' } }, { id: 'asc' }],
  PLACE: [{ latitude: 'asc' }, { status: 'desc' }, { id: 'asc' }],
  CORPORATION: [{ corporation: { name: 'asc' } }, { id: 'asc' }],
  SIZE: [{ offices: { _count: 'desc' } }, { id: 'asc' }],
} satisfies Record<string, OrderBy<'Facility'>>

export type FacilityOrder = keyof typeof facilityOrders

query.list('facilities', {
  model: 'Facility',
  access: 'public',
  description,
  args: (arg) => ({
    order: arg.string(described),
    word: arg.string(described),
    openedFrom: arg({ type: 'Date', description }),
  }),
  where: ({ word, openedFrom }) => ({
    ...(word == null ? {} : { searchText: { contains: word } }),
    ...(openedFrom == null ? {} : { openedOn: { gte: openedFrom } }),
  }),
  orderBy: ({ order }) => facilityOrders[(order ?? 'KANA') as FacilityOrder],
})

query.list('corporations', {
  model: 'Corporation',
  access: 'public',
  description,
  orderBy: [{ name: 'asc' }, { id: 'asc' }],
})

query.list('contacts', {
  model: 'FacilityContact',
  access: ({ acting }) => (acting ? allow : deny('CHOOSE_ACTING')),
  description,
  orderBy: [{ id: 'asc' }],
})

query.list('notifications', {
  model: 'Notification',
  access: 'signedIn',
  description,
  orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
})

query.list('auditEntries', {
  model: 'AuditEntry',
  access: 'signedIn',
  description,
  orderBy: [{ seq: 'desc' }],
})

query.one('facility', { model: 'Facility', access: 'public', description })
query.one('corporation', { model: 'Corporation', access: 'public', description })
query.one('municipality', {
  model: 'Municipality',
  access: 'public',
  description,
  args: (arg) => ({ code: arg.string({ required: true, description }) }),
  where: ({ code }) => ({ code }),
})
query.one('ownNotification', {
  model: 'Notification',
  access: 'public',
  description,
  where: (_args, { userId }) => (userId ? { id: '00000000-0000-7000-8000-000000000000' } : null),
})
query.list('facilitiesOf', {
  model: 'Facility',
  access: 'public',
  description,
  args: (arg) => ({ corporationId: arg.id({ required: true, description }) }),
  where: ({ corporationId }) => ({ corporationId: keyOf('Corporation', corporationId) }),
  orderBy: [{ kana: 'asc' }, { id: 'asc' }],
})
query.custom('facilityTotal', {
  access: 'public',
  scope: 'registry:read',
  description,
  type: 'Int',
  resolve: async (_args, { sql }) => {
    const [row] = await sql<{ total: number }>('SELECT count(*)::int AS total FROM facility')
    return row?.total ?? 0
  },
})

builder.mutationField('nothing', (t) => t.boolean({ description, resolve: () => true }))

export const sampleSchema = builder.toSchema()

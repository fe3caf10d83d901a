import { builder } from '../../../kernel/graphql/builder.ts'
import { globalId, type ModelName } from '../../../kernel/ids.ts'
import { modelOf } from '../../../kernel/read/models.ts'
import { enumeration } from '../../../kernel/read/enumeration.ts'
import { extend, model } from '../../../kernel/read/model.ts'
import { value } from '../../../kernel/read/value.ts'
import type { Prisma } from '../../../generated/prisma/client.ts'
import type { RegistryRecord as RecordKind } from '../../../generated/prisma/enums.ts'
import { registryAsOf, type FacilityAsOf, type RegistryAsOf } from '../as-of.ts'
import { RegistryStatus } from './corporation.ts'
import { query } from '../../../kernel/read/query.ts'
import { beginningOfNextDay } from '../rules/as-of.ts'
import * as policy from '../policy.ts'
import {
  changesOf,
  titleOf,
  valuesOf,
  type RevisionChange as Change,
  type RevisionField,
  type RevisionValue as Value,
  type RevisionValueKind as ValueKind,
} from '../rules/revisions.ts'

const RegistryRecord = enumeration('RegistryRecord', {
  description: 'The kinds of record whose history the registry keeps.',
  values: {
    CORPORATION: 'A corporation.',
    FACILITY: 'A facility.',
    SERVICE_OFFICE: 'A service office of a facility.',
    SHELTER: 'A shelter that a municipality designated.',
    FACILITY_CONTACT: 'Whom to call at a facility.',
    CORPORATION_CONTACT: 'Whom to call at a corporation’s head office.',
    PROCUREMENT_LIMIT: 'Up to which amount a corporation buys how.',
    FACILITY_EQUIPMENT: 'Something a facility has for an emergency.',
    FACILITY_RESOURCE: 'A room or vehicle.',
    FACILITY_QUALIFICATION: 'How many of the staff hold a qualification.',
  },
})

enumeration('RevisionKind', {
  description: 'What happened to a record.',
  values: {
    CREATED: 'It was registered.',
    CHANGED: 'Some of its facts changed.',
    REMOVED: 'It was taken out of the registry.',
  },
})

const RevisionValueKind = builder.enumType('RevisionValueKind', {
  description: 'How a value of the history is to be read.',
  values: {
    TEXT: { description: 'Plain text.' },
    NUMBER: { description: 'A number without a unit of its own.' },
    YEN: { description: 'Yen, tax included.' },
    DAY: { description: 'A calendar day, YYYY-MM-DD.' },
    YES_NO: { description: '`true` or `false`.' },
    CODE: { description: 'A value of an enum of the graph.' },
    REFERENCE: { description: 'The key of another record; `name` is what it was called then.' },
    LIST: { description: 'Several texts, joined by 、.' },
  } satisfies Record<ValueKind, { description: string }>,
})

/** The graph's name of each record with a history. */
const MODEL_OF: Readonly<Record<RecordKind, ModelName>> = {
  CORPORATION: 'Corporation',
  FACILITY: 'Facility',
  SERVICE_OFFICE: 'ServiceOffice',
  SHELTER: 'Shelter',
  FACILITY_CONTACT: 'FacilityContact',
  CORPORATION_CONTACT: 'CorporationContact',
  PROCUREMENT_LIMIT: 'ProcurementLimit',
  FACILITY_EQUIPMENT: 'FacilityEquipment',
  FACILITY_RESOURCE: 'FacilityResource',
  FACILITY_QUALIFICATION: 'FacilityQualification',
}

/** Columns that say nothing of the thing itself: keys, computed ones, marks for the import. */
const NO_FACT = new Set([
  'id',
  'handSet',
  'sample',
  'searchText',
  'version',
  'createdAt',
  'updatedAt',
  'confirmedAt',
])
/** What a part belongs to is known where it is shown. */
const PARENT: Partial<Record<RecordKind, string>> = {
  FACILITY_CONTACT: 'facilityId',
  CORPORATION_CONTACT: 'corporationId',
  PROCUREMENT_LIMIT: 'corporationId',
  FACILITY_EQUIPMENT: 'facilityId',
  FACILITY_RESOURCE: 'facilityId',
  FACILITY_QUALIFICATION: 'facilityId',
}

function kindOf(
  name: string,
  type: string,
  list: boolean,
  native: string | null,
  isEnum: boolean,
): ValueKind {
  if (list) return 'LIST'
  if (isEnum || name === 'matchReason') return 'CODE'
  if (native === 'Uuid' || /(?:municipality|authority)Code$/i.test(name)) return 'REFERENCE'
  if (name.endsWith('Yen')) return 'YEN'
  if (type === 'Date') return 'DAY'
  if (type === 'Boolean') return 'YES_NO'
  return ['Int', 'Float', 'BigInt'].includes(type) ? 'NUMBER' : 'TEXT'
}

function fieldsOf(record: RecordKind): RevisionField[] {
  return Object.entries(modelOf(MODEL_OF[record]).fields).flatMap(([field, facts]) => {
    if (facts.kind === 'relation' || NO_FACT.has(field) || PARENT[record] === field) return []
    const kind = kindOf(field, facts.type, facts.list, facts.native, facts.kind === 'enum')
    return [{ column: facts.column, field, kind }]
  })
}

/** What the history of each kind of record is told in; the portal has words for every one of them. */
export const REVISION_FIELDS: Readonly<Record<RecordKind, readonly RevisionField[]>> = {
  CORPORATION: fieldsOf('CORPORATION'),
  FACILITY: fieldsOf('FACILITY'),
  SERVICE_OFFICE: fieldsOf('SERVICE_OFFICE'),
  SHELTER: fieldsOf('SHELTER'),
  FACILITY_CONTACT: fieldsOf('FACILITY_CONTACT'),
  CORPORATION_CONTACT: fieldsOf('CORPORATION_CONTACT'),
  PROCUREMENT_LIMIT: fieldsOf('PROCUREMENT_LIMIT'),
  FACILITY_EQUIPMENT: fieldsOf('FACILITY_EQUIPMENT'),
  FACILITY_RESOURCE: fieldsOf('FACILITY_RESOURCE'),
  FACILITY_QUALIFICATION: fieldsOf('FACILITY_QUALIFICATION'),
}

const RevisionValue = value<Value>('RevisionValue', {
  description: 'What one field of a record held from one moment to another.',
  fields: {
    field: { type: 'String', description: 'Field of the record’s table, e.g. `capacity`.' },
    kind: { type: RevisionValueKind, description: 'How the value is to be read.' },
    value: { type: 'String', nullable: true, description: 'The value as text; null = nothing was given.' },
    name: {
      type: 'String',
      nullable: true,
      description: 'For a REFERENCE: what the record referred to was called then; null if it was not known.',
    },
    erased: {
      type: 'Boolean',
      description:
        'Personal data of a revision that ended more than twelve months ago; its value is gone for good.',
    },
  },
})

const RevisionChange = value<Change>('RevisionChange', {
  description: 'One field that an act changed, with what stood before and after it.',
  fields: {
    field: { type: 'String', description: 'Field of the record’s table, e.g. `capacity`.' },
    kind: { type: RevisionValueKind, description: 'How the values are to be read.' },
    before: { type: RevisionValue, nullable: true, description: 'What stood before; null for a new record.' },
    after: {
      type: RevisionValue,
      nullable: true,
      description: 'What stands after it; null for one that went.',
    },
  },
})

model('ChangeAct', {
  description:
    'One act that changed records whose history is kept. Public, but neither who it was nor, for networks, whose act.',
  visibleTo: policy.visibleToAll,
  scope: 'registry:read',
  fields: (t) => ({
    id: t.id(),
    at: t.column('at', { description: 'When it was done.' }),
    command: t.column('command', {
      description:
        'What was done: the name of the mutation or reaction; null for what was written before or by hand.',
    }),
    actor: t.one('actor', {
      description: 'Who it was; null for the portal itself and unless the asker may know the person.',
    }),
    actingName: t.computed({
      needs: ['actingKey', 'actingName'],
      type: 'String',
      nullable: true,
      description:
        'Body the person acted for, as it was called then. A network is named to its own people only.',
      resolve: ({ actingKey, actingName }, { viewer }) =>
        policy.mayKnowBody(viewer, actingKey) ? actingName : null,
    }),
    behalfName: t.column('behalfName', {
      description:
        'Corporation on whose behalf it was done, as it was called then; null if the own right was enough.',
    }),
  }),
})

model('RegistryRevision', {
  description:
    'How a record of the registry stood from one moment to another, and by which act it came. Public like the record: ' +
    'contacts are seen by those who see the contact, procurement limits by the corporation’s people and its networks’ secretariats.',
  visibleTo: policy.revisionsVisibleTo,
  scope: 'registry:read',
  fields: (t) => ({
    id: t.id(),
    record: t.column('record', { description: 'Kind of the record.' }),
    recordId: t.computed({
      needs: ['record', 'recordId'],
      type: 'ID',
      description: 'Relay id of the record; the record itself may be gone.',
      resolve: ({ record, recordId }) => globalId(MODEL_OF[record], recordId),
    }),
    kind: t.column('kind', { description: 'What happened to it.' }),
    title: t.computed({
      needs: ['content'],
      type: 'String',
      nullable: true,
      description: 'What the record is called: its name, role, item or qualification.',
      resolve: titleOf,
    }),
    validFrom: t.column('validFrom', { description: 'From when on it stood like this.' }),
    validTo: t.column('validTo', { description: 'Until when; null while it stands.' }),
    changes: t.computed({
      needs: ['record', 'kind', 'changed', 'content', 'before', 'names'],
      type: [RevisionChange],
      description: 'The fields that changed, each with what stood before and after.',
      resolve: (row) => changesOf(REVISION_FIELDS[row.record], row),
    }),
    values: t.computed({
      needs: ['record', 'kind', 'changed', 'content', 'before', 'names'],
      type: [RevisionValue],
      description: 'All facts of the record as they stood.',
      resolve: (row) => valuesOf(REVISION_FIELDS[row.record], row),
    }),
    act: t.one('act', { description: 'The act by which it came.' }),
    facility: t.one('facility', { description: 'Facility it belongs to; null if none or gone.' }),
    corporation: t.one('corporation', { description: 'Corporation it belongs to; null if none or gone.' }),
  }),
})

const ofRecords = (records: readonly RecordKind[] | null | undefined): Prisma.RegistryRevisionWhereInput =>
  records ? { record: { in: [...records] } } : {}

/** What stood at the end of a day in Japan. */
const standingOn = (day: Date): Prisma.RegistryRevisionWhereInput => {
  const moment = beginningOfNextDay(day)
  return {
    validFrom: { lt: moment },
    OR: [{ validTo: null }, { validTo: { gte: moment } }],
    kind: { not: 'REMOVED' },
  }
}

const HISTORY =
  'What was registered, changed and removed here, newest first. Seen as far as the records themselves are seen.'
const STANDING =
  'How everything here stood at the end of a day in Japan, each record once. Before the history began there is nothing.'

extend('Facility', (t) => ({
  history: t.many('revisions', {
    description: HISTORY,
    args: (arg) => ({
      records: arg({ type: [RegistryRecord], description: 'Only these kinds of record.' }),
      since: arg({ type: 'DateTime', description: 'Only what changed at or after this moment.' }),
    }),
    where: ({ records, since }) => ({
      ...ofRecords(records),
      ...(since ? { validFrom: { gte: since } } : {}),
    }),
    orderBy: [{ validFrom: 'desc' }, { id: 'desc' }],
  }),
  standing: t.many('revisions', {
    description: STANDING,
    args: (arg) => ({
      asOf: arg({ type: 'Date', required: true, description: 'The day in Japan whose end counts.' }),
      records: arg({ type: [RegistryRecord], description: 'Only these kinds of record.' }),
    }),
    where: ({ asOf, records }) => ({ ...ofRecords(records), ...standingOn(asOf) }),
    orderBy: [{ validFrom: 'desc' }, { id: 'desc' }],
  }),
}))

extend('Corporation', (t) => ({
  history: t.many('revisions', {
    description: `${HISTORY} Its facilities and their offices are part of it unless only some kinds are asked for.`,
    args: (arg) => ({
      records: arg({ type: [RegistryRecord], description: 'Only these kinds of record.' }),
      since: arg({ type: 'DateTime', description: 'Only what changed at or after this moment.' }),
    }),
    where: ({ records, since }) => ({
      ...ofRecords(records),
      ...(since ? { validFrom: { gte: since } } : {}),
    }),
    orderBy: [{ validFrom: 'desc' }, { id: 'desc' }],
  }),
  standing: t.many('revisions', {
    description: STANDING,
    args: (arg) => ({
      asOf: arg({ type: 'Date', required: true, description: 'The day in Japan whose end counts.' }),
      records: arg({ type: [RegistryRecord], description: 'Only these kinds of record.' }),
    }),
    where: ({ asOf, records }) => ({ ...ofRecords(records), ...standingOn(asOf) }),
    orderBy: [{ validFrom: 'desc' }, { id: 'desc' }],
  }),
}))

const FacilityAsOfRef = value<FacilityAsOf>('FacilityAsOf', {
  description: 'A facility as it was registered at the end of a day.',
  fields: {
    facilityId: { type: 'ID', description: 'Relay id of the facility.' },
    name: { type: 'String', description: 'Its name then.' },
    corporationId: { type: 'ID', nullable: true, description: 'Relay id of its corporation then.' },
    corporationName: { type: 'String', nullable: true, description: 'What the corporation was called then.' },
    municipalityName: { type: 'String', nullable: true, description: 'Municipality it lay in.' },
    capacity: { type: 'Int', nullable: true, description: 'Persons; null = not given, never 0.' },
    status: { type: RegistryStatus, description: 'Whether it stood.' },
    sample: { type: 'Boolean', description: 'Invented for demonstration.' },
  },
})

const RegistryAsOfRef = value<RegistryAsOf>('RegistryAsOf', {
  description: 'A page of the registry as of a day.',
  fields: {
    facilities: { type: [FacilityAsOfRef], description: 'Facilities in the order of their readings then.' },
    endCursor: {
      type: 'String',
      nullable: true,
      description: 'Where the next page begins; null at the end.',
    },
  },
})

query.custom('registryAsOf', {
  access: 'public',
  scope: 'registry:read',
  description:
    'The facilities that were registered at the end of a day in Japan, closed ones included, by their readings. Public facts.',
  type: RegistryAsOfRef,
  args: (arg) => ({
    asOf: arg({ type: 'Date', required: true, description: 'The day in Japan whose end counts.' }),
    municipalityCode: arg.string({ description: 'Only in this municipality (6-digit code).' }),
    first: arg.int({ required: true, description: 'Number of facilities, 1 to 100.' }),
    after: arg.string({ description: 'Only facilities after this cursor.' }),
  }),
  complexity: 100,
  resolve: ({ first, ...args }, { sql }) =>
    registryAsOf(sql, { ...args, first: Math.min(Math.max(first, 1), 100) }),
})

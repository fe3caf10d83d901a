import { enumeration } from '../../../kernel/read/enumeration.ts'
import { extend, model } from '../../../kernel/read/model.ts'
import { query } from '../../../kernel/read/query.ts'
import * as policy from '../policy.ts'
import { freshnessOf } from '../rules/freshness.ts'
import { shortFacilityName } from '../rules/names.ts'
import { kilometresTo } from '../rules/nearby.ts'
import { Freshness } from './search.ts'

export const FacilityBlock = enumeration('FacilityBlock', {
  description: 'A part of a facility’s facts that is confirmed on its own.',
  values: {
    BASIC: 'Name, address, opening, capacity.',
    CONTACTS: 'Whom to call, by day and by night.',
    EQUIPMENT: 'What there is for an emergency.',
    SERVICES: 'The services given and their offices.',
    RESOURCES: 'Rooms and vehicles, and on what terms others may borrow them.',
    STAFF: 'How many of the staff hold which qualification.',
  },
})

enumeration('ContactAudience', {
  description: 'Who besides the own people may see a contact.',
  values: {
    NETWORK: 'Members, secretariat and municipal liaison of the corporation’s networks.',
    SECRETARIAT: 'The secretariat of these networks only.',
  },
})

enumeration('ResourceKind', {
  description: 'What a facility can share.',
  values: { ROOM: 'A room or hall.', VEHICLE: 'A vehicle.' },
})

/** Memberships that make the viewer the secretariat of the facility's corporation. */
const inOwnNetwork = {
  name: 'inOwnNetwork',
  through: 'corporation',
  relation: 'memberships',
  where: policy.lookedAfterBy,
}

enumeration('EquipmentState', {
  description: 'Whether a facility has something. Unknown is never taken for no.',
  values: { YES: 'It is there.', NO: 'It is not there.', UNKNOWN: 'Nobody has answered yet (未確認).' },
})

model('Facility', {
  description:
    'A facility (施設): what one corporation runs at one address, with its service offices. Public facts; contacts are for members.',
  visibleTo: policy.visibleToAll,
  scope: 'registry:read',
  fields: (t) => ({
    id: t.id(),
    name: t.column('name', { description: 'Official name, as published or given by the corporation.' }),
    shortName: t.computed({
      needs: ['name'],
      type: 'String',
      description: 'What people call it: the name without the kind of service in front.',
      resolve: ({ name }) => shortFacilityName(name),
    }),
    kana: t.column('kana', {
      description: 'Reading in hiragana without the kind of service; lists are ordered by it.',
    }),
    postalCode: t.column('postalCode', { description: 'Seven digits; null if not given.' }),
    address: t.column('address', { description: 'Address from the municipality on.' }),
    building: t.column('building', { description: 'Building and floor (方書); null if none.' }),
    municipality: t.one('municipality', { description: 'Municipality it lies in.' }),
    latitude: t.column('latitude', {
      description: 'Degrees north (JGD2011); null if not given or not near the municipality.',
    }),
    longitude: t.column('longitude', { description: 'Degrees east; null together with latitude.' }),
    kilometresFrom: t.computed({
      needs: ['latitude', 'longitude'],
      type: 'Float',
      nullable: true,
      description:
        'Kilometres from a point as the crow flies, to one decimal; null if its own point is not known.',
      args: (arg) => ({
        latitude: arg.float({ required: true, description: 'Degrees north of the point.' }),
        longitude: arg.float({ required: true, description: 'Degrees east of the point.' }),
      }),
      resolve: (row, { args }) => kilometresTo(args, row),
    }),
    phone: t.column('phone', { description: 'Telephone by day; null if not given.' }),
    fax: t.column('fax', { description: 'Fax; null if not given.' }),
    url: t.column('url', { description: 'Web address; null if not given or not one a browser can open.' }),
    capacity: t.column('capacity', {
      description: 'Capacity in persons of the main service; null = not given, never 0.',
    }),
    openedOn: t.column('openedOn', { description: 'Day it was opened; null if not known.' }),
    level1Area: t.one('level1Area', { description: '第1層 of 生活支援体制整備事業; null if not known.' }),
    level2Area: t.one('level2Area', { description: '第2層 of 生活支援体制整備事業; null if not known.' }),
    schoolDistrict: t.one('schoolDistrict', { description: 'School district; null if not known.' }),
    status: t.column('status', { description: 'Whether it stands.' }),
    endedOn: t.column('endedOn', { description: 'Its last day; null while it is at work.' }),
    successor: t.one('successor', { description: 'Facility that went on with its work; null if none.' }),
    sample: t.column('sample', { description: 'Invented for demonstration; shown with a 見本 mark.' }),
    confirmedAt: t.column('confirmedAt', {
      description:
        'When its stalest block was last confirmed by its own people; null while a block never was, then only published data is known.',
    }),
    freshness: t.computed({
      needs: ['confirmedAt'],
      type: Freshness,
      description: 'Confirmed within twelve months, longer ago, or never.',
      resolve: ({ confirmedAt }, { now }) => freshnessOf(confirmedAt, now),
    }),
    version: t.column('version', { description: 'Moves on with every change.' }),
    corporation: t.one('corporation', {
      description: 'Corporation that runs it; null if none was published.',
    }),
    mainServiceKind: t.one('mainServiceKind', { description: 'The service that names the facility.' }),
    dataSource: t.one('dataSource', { description: 'The published file it came from; null for samples.' }),
    offices: t.many('offices', {
      description: 'Its service offices, by name.',
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
    }),
    officeCount: t.count('offices', { description: 'Number of its service offices.' }),
    shelters: t.many('shelters', {
      description: 'Shelters that were recognized as this facility, each with the reason.',
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
    }),
    welfareShelterCount: t.count('shelters', {
      description: 'Number of 指定福祉避難所 that were recognized as this facility.',
      where: () => ({ welfare: true }),
    }),
    contacts: t.many('contacts', {
      description:
        'Whom to call, by role. Seen by its own people and by the networks its corporation belongs to; empty for others.',
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
    }),
    equipment: t.many('equipment', {
      description: 'What there is for an emergency: yes, no or unknown.',
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
    }),
    resources: t.many('resources', {
      description: 'Its rooms and vehicles, and on what terms others may borrow them.',
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
    }),
    qualifications: t.many('qualifications', {
      description: 'How many of its staff hold which qualification.',
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
    }),
    confirmations: t.many('confirmations', {
      description: 'Who said that the facts are right, latest first.',
      args: (arg) => ({ block: arg({ type: FacilityBlock, description: 'Only this block.' }) }),
      where: ({ block }) => (block ? { block } : {}),
      orderBy: [{ confirmedAt: 'desc' }, { id: 'desc' }],
    }),
    viewerCan: t.can({
      confirm: {
        description: 'Say that its facts are right.',
        needs: ['id', 'corporationId'],
        policy: policy.confirm,
      },
      confirmContacts: {
        description: 'Say that its contacts are right: only who sees all of them may.',
        needs: ['id', 'corporationId'],
        policy: policy.confirmContacts,
      },
      edit: {
        description:
          'Correct its facts: the blocks BASIC, EQUIPMENT, SERVICES, RESOURCES and STAFF, each by its command.',
        needs: ['id', 'corporationId'],
        related: inOwnNetwork,
        policy: policy.editFacility,
      },
      editContacts: {
        description: 'Write down whom to call.',
        needs: ['id', 'corporationId'],
        related: inOwnNetwork,
        policy: policy.editFacilityContacts,
      },
      close: {
        description: 'Say that it is closed, or at work again.',
        needs: ['id', 'corporationId'],
        related: inOwnNetwork,
        policy: policy.closeFacility,
      },
      transfer: {
        description: 'Say that another corporation runs it.',
        needs: ['id', 'corporationId'],
        related: inOwnNetwork,
        policy: (viewer, _facility, inNetwork) => policy.transferFacility(viewer, inNetwork),
      },
    }),
  }),
})

query.list('serviceOffices', {
  model: 'ServiceOffice',
  access: 'public',
  description: 'Service offices of one 事業所番号: one number may carry several services.',
  args: (arg) => ({
    officeNumber: arg.string({ required: true, description: 'The whole 事業所番号, 10 characters.' }),
  }),
  where: ({ officeNumber }) => ({ officeNumber }),
  orderBy: [{ name: 'asc' }, { id: 'asc' }],
})
extend('Corporation', (t) => ({
  facilitiesViewerCan: t.can({
    register: {
      description: 'Register a new facility of this corporation.',
      needs: ['id'],
      related: {
        name: 'inOwnNetwork',
        relation: 'memberships',
        where: policy.lookedAfterBy,
      },
      policy: policy.registerFacility,
    },
  }),
}))

query.one('facility', { model: 'Facility', access: 'public', description: 'One facility by its id.' })

model('ServiceOffice', {
  description: 'A service office (事業所): one designated service at a facility. Public facts.',
  visibleTo: policy.visibleToAll,
  scope: 'registry:read',
  fields: (t) => ({
    id: t.id(),
    officeNumber: t.column('officeNumber', {
      description:
        '事業所番号: 10 characters with check digit; one number may carry several services. Null for samples.',
    }),
    serviceKind: t.one('serviceKind', { description: 'The service it gives.' }),
    name: t.column('name', { description: 'Name as published.' }),
    kana: t.column('kana', { description: 'Reading in hiragana, as published.' }),
    capacity: t.column('capacity', { description: 'Capacity in persons; null = not given, never 0.' }),
    phone: t.column('phone', { description: 'Telephone; null if not given.' }),
    fax: t.column('fax', { description: 'Fax; null if not given.' }),
    openDays: t.column('openDays', { description: 'Days on which it is open, as published.' }),
    openDaysNote: t.column('openDaysNote', { description: 'What is said about these days, as published.' }),
    designatedTo: t.column('designatedTo', {
      description: 'Last day of the designation (指定の有効期間); null if not given.',
    }),
    status: t.column('status', { description: 'Whether it stands.' }),
    endedOn: t.column('endedOn', { description: 'Its last day; null while it is at work.' }),
    sample: t.column('sample', { description: 'Invented for demonstration.' }),
    facility: t.one('facility', { description: 'Facility it is part of.' }),
    corporation: t.one('corporation', { description: 'Corporation that holds the designation.' }),
    dataSource: t.one('dataSource', { description: 'The published file it came from; null for samples.' }),
  }),
})

model('FacilityContact', {
  description:
    'Whom to call at a facility. Seen by its own people, its corporation, and members, officers and municipal liaisons of networks its corporation belongs to; what is for the secretariat only by the own people, the corporation’s administrator and the secretariat.',
  visibleTo: policy.contactsVisibleTo,
  scope: 'registry:read',
  fields: (t) => ({
    id: t.id(),
    roleTitle: t.column('roleTitle', { description: 'Role, e.g. 施設長, 防災の担当.' }),
    personName: t.column('personName', { description: 'Name of the person; null when the role is a desk.' }),
    dayPhone: t.column('dayPhone', { description: 'Telephone by day; null if none.' }),
    nightPhone: t.column('nightPhone', { description: 'Telephone at night and on holidays; null if none.' }),
    personKana: t.column('personKana', { description: 'Reading of the name; null if not given.' }),
    email: t.column('email', { description: 'E-mail address; null if none.' }),
    backupName: t.column('backupName', {
      description: 'Whom to call when the first cannot be reached; null if nobody is named.',
    }),
    backupPhone: t.column('backupPhone', { description: 'Telephone of that person; null if none.' }),
    sinceOn: t.column('sinceOn', { description: 'Since when the person is in charge; null if not given.' }),
    audience: t.column('audience', { description: 'Who besides the own people may see it.' }),
    updatedAt: t.column('updatedAt', { description: 'When the entry was last changed.' }),
    position: t.column('position', { description: 'Order in the list.' }),
  }),
})

model('FacilityEquipment', {
  description: 'Something a facility may have for an emergency. Public.',
  visibleTo: policy.visibleToAll,
  scope: 'registry:read',
  fields: (t) => ({
    id: t.id(),
    item: t.column('item', { description: 'What it is, e.g. 自家発電機.' }),
    state: t.column('state', { description: 'Yes, no, or unknown.' }),
    note: t.column('note', { description: 'How much of it and of what kind; null if nothing was said.' }),
    position: t.column('position', { description: 'Order in the list.' }),
  }),
})

model('FacilityResource', {
  description: 'A room or vehicle of a facility, and on what terms others may borrow it. Public.',
  visibleTo: policy.visibleToAll,
  scope: 'registry:read',
  fields: (t) => ({
    id: t.id(),
    kind: t.column('kind', { description: 'Room or vehicle.' }),
    name: t.column('name', { description: 'What people call it.' }),
    persons: t.column('persons', { description: 'Persons it holds, driver included; null = not given.' }),
    wheelchairs: t.column('wheelchairs', {
      description: 'Wheelchairs it takes with their users; null = not given, 0 = none.',
    }),
    lendable: t.column('lendable', { description: 'Whether others may borrow it: yes, no, or unknown.' }),
    lendingRules: t.column('lendingRules', { description: 'On what terms; null if nothing was said.' }),
    note: t.column('note', { description: 'Anything else; null if nothing was said.' }),
    position: t.column('position', { description: 'Order in the list.' }),
  }),
})

model('FacilityQualification', {
  description:
    'How many of a facility’s staff hold a qualification or licence. Public: a count, never a name.',
  visibleTo: policy.visibleToAll,
  scope: 'registry:read',
  fields: (t) => ({
    id: t.id(),
    qualification: t.column('qualification', { description: 'Qualification or licence, e.g. 介護福祉士.' }),
    count: t.column('count', { description: 'Persons; null = nobody has answered, 0 = none.' }),
    position: t.column('position', { description: 'Order in the list.' }),
  }),
})

model('FacilityConfirmation', {
  description:
    'Somebody of a facility has checked a block of its facts and found it right (変わりありません). Public, but not who it was.',
  visibleTo: policy.visibleToAll,
  scope: 'registry:read',
  fields: (t) => ({
    id: t.id(),
    block: t.column('block', { description: 'What was checked.' }),
    confirmedAt: t.column('confirmedAt', { description: 'When it was confirmed.' }),
    confirmedByRole: t.computed({
      needs: ['confirmedByRole'],
      type: 'String',
      description: 'Role that counted, as it was then, e.g. FACILITY_DIRECTOR.',
      resolve: ({ confirmedByRole }) => confirmedByRole,
    }),
    confirmedBy: t.one('confirmedBy', {
      description: 'Who it was; null unless the asker may know the person.',
    }),
    onBehalf: t.computed({
      needs: ['mandateId'],
      type: 'Boolean',
      description: 'Whether a body did it that the corporation had entrusted with it.',
      resolve: ({ mandateId }) => mandateId !== null,
    }),
    mandate: t.one('mandate', {
      description: 'What allowed it, if it was done on behalf; null for who does not see the mandate.',
    }),
  }),
})

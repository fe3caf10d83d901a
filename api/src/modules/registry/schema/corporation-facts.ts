import { enumeration } from '../../../kernel/read/enumeration.ts'
import { extend, model } from '../../../kernel/read/model.ts'
import * as policy from '../policy/corporation.ts'
import { visibleToAll } from '../policy.ts'
import { freshnessOf } from '../rules/freshness.ts'
import { Freshness } from './search.ts'

const CorporationBlock = enumeration('CorporationBlock', {
  description: 'A part of a corporation’s facts that is confirmed on its own.',
  values: {
    BASIC: 'Name, number, seat, telephone.',
    CONTACTS: 'Whom to call, by day and by night.',
    PROCUREMENT: 'Up to which amount it buys how, and who decides.',
  },
})

enumeration('ProcurementMethod', {
  description: 'How a corporation buys up to an amount.',
  values: {
    DIRECT: '随意契約 with one quote.',
    QUOTES: '随意契約 after several quotes were compared.',
    TENDER: '競争入札: bids are invited.',
  },
})

enumeration('AuthorityKind', {
  description: 'Who supervises a 社会福祉法人 (社会福祉法30条).',
  values: {
    PREFECTURE: '都道府県知事: the governor of a prefecture.',
    CITY: '市長, 特別区の区長 included.',
    MINISTER: '厚生労働大臣: the minister of the state.',
  },
})

enumeration('AuthorityBecause', {
  description: 'Why the derivation of 所轄庁 says what it says.',
  values: {
    SEAT_UNKNOWN: 'The municipality of the seat is not known, so nothing can be derived.',
    WITHIN_CITY: 'The seat is in a city and every facility at work lies in it.',
    SEAT_IN_CITY_WITHOUT_FACILITIES: 'The seat is in a city and no facility is registered.',
    DESIGNATED_CITY: 'The seat is in a 指定都市 and every facility at work lies in the same prefecture.',
    BEYOND_CITY: 'The seat is in a city, but facilities lie outside it.',
    SEAT_OUTSIDE_CITIES: 'The seat is in a 町 or 村.',
    ACROSS_BUREAUS: 'Seat and facilities lie under two 地方厚生局 or more.',
  },
})

extend('Corporation', (t) => ({
  seatPostalCode: t.column('seatPostalCode', {
    description: 'Postal code of the seat: seven digits; null if not known.',
  }),
  seatMunicipalityCode: t.column('seatMunicipalityCode', {
    description: 'Municipality of the seat, six digits; null if not known.',
  }),
  endedOn: t.column('endedOn', {
    description: 'Last day on which it stood; null while it stands.',
  }),
  successor: t.one('successor', {
    description: 'Where it went when it ended; null while it stands, or if nobody followed.',
  }),
  takeovers: t.many('takeovers', {
    description: 'Corporations that went into this one, latest first: planned ones for those concerned only.',
    where: () => ({ status: { in: ['PLANNED', 'DONE'] } }),
    orderBy: [{ onDate: 'desc' }, { id: 'desc' }],
  }),
  confirmedAt: t.column('confirmedAt', {
    description:
      'When its stalest block was last confirmed by its administrator; null while a block never was.',
  }),
  freshness: t.computed({
    needs: ['confirmedAt'],
    type: Freshness,
    description: 'Confirmed within twelve months, longer ago, or never.',
    resolve: ({ confirmedAt }, { now }) => freshnessOf(confirmedAt, now),
  }),
  confirmations: t.many('confirmations', {
    description: 'Who said that the facts are right, latest first.',
    args: (arg) => ({ block: arg({ type: CorporationBlock, description: 'Only this block.' }) }),
    where: ({ block }) => (block ? { block } : {}),
    orderBy: [{ confirmedAt: 'desc' }, { id: 'desc' }],
  }),
  contacts: t.many('contacts', {
    description:
      'Whom to call at its head office, by role. Seen by its own people and by the networks it belongs to; empty for others.',
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  }),
  procurementLimits: t.many('procurementLimits', {
    description:
      'Its own 経理規程, the smallest amounts first. Seen by its own people and its networks’ secretariats; empty for others.',
    args: (arg) => ({
      forYen: arg({
        type: 'BigInt',
        description: 'Only the lines whose limit is not below this amount: the first of them counts for it.',
      }),
    }),
    // `procurementRuleFor` says the same of lines at hand; a test holds the two together.
    where: ({ forYen }) => (forYen == null ? {} : { OR: [{ upToYen: null }, { upToYen: { gte: forYen } }] }),
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  }),
  successions: t.many('successions', {
    description:
      'Mergers or dissolutions written down for it, latest first: planned ones for those concerned only.',
    orderBy: [{ onDate: 'desc' }, { id: 'desc' }],
  }),
  authority: t.group({
    description:
      '所轄庁: who supervises it. Derived from seat and area of work until a person corrects it. Public.',
    type: 'CorporationAuthority',
    fields: (g) => ({
      kind: g.column('authorityKind', {
        description: 'Null for other legal forms, and while nothing can be derived.',
      }),
      code: g.column('authorityCode', {
        description: 'Six digits of the prefecture or city; null for the minister.',
      }),
      name: g.column('authorityName', {
        description: 'Name of the prefecture or city; null for the minister.',
      }),
      corrected: g.column('authorityCorrected', {
        description: 'A person has said so; the derivation leaves it alone.',
      }),
      reason: g.column('authorityReason', { description: 'Why it was corrected; null if it was not.' }),
      derivedKind: g.column('derivedAuthorityKind', {
        description: 'What the derivation says, corrected or not.',
      }),
      derivedName: g.column('derivedAuthorityName', {
        description: 'The same by name; null for the minister.',
      }),
      because: g.column('authorityBecause', {
        description: 'Why the derivation says so; null for other legal forms.',
      }),
    }),
  }),
}))

model('CorporationConfirmation', {
  description:
    'A corporation’s administrator has checked a block of its facts and found it right (変わりありません). Public, but not who it was.',
  visibleTo: visibleToAll,
  scope: 'registry:read',
  fields: (t) => ({
    id: t.id(),
    block: t.column('block', { description: 'What was checked.' }),
    confirmedAt: t.column('confirmedAt', { description: 'When it was confirmed.' }),
    confirmedByRole: t.computed({
      needs: ['confirmedByRole'],
      type: 'String',
      description: 'Role that counted, as it was then, e.g. CORPORATION_ADMIN.',
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

model('CorporationContact', {
  description:
    'Whom to call at a corporation’s head office. Seen by its own people and, as its audience says, by its networks or their secretariats.',
  visibleTo: policy.corporationContactsVisibleTo,
  scope: 'registry:read',
  fields: (t) => ({
    id: t.id(),
    roleTitle: t.column('roleTitle', { description: 'Role, e.g. 理事長, 本部事務局長.' }),
    personName: t.column('personName', { description: 'Name of the person; null when the role is a desk.' }),
    personKana: t.column('personKana', { description: 'Reading of the name; null if not given.' }),
    dayPhone: t.column('dayPhone', { description: 'Telephone by day; null if none.' }),
    nightPhone: t.column('nightPhone', { description: 'Telephone at night and on holidays; null if none.' }),
    email: t.column('email', { description: 'E-mail address; null if none.' }),
    backupName: t.column('backupName', {
      description: 'Whom to call when the first cannot be reached; null if nobody.',
    }),
    backupPhone: t.column('backupPhone', { description: 'Telephone of the backup; null if none.' }),
    sinceOn: t.column('sinceOn', { description: 'Since when the person has the role; null if not given.' }),
    audience: t.column('audience', { description: 'Who besides the own people sees it.' }),
    position: t.column('position', { description: 'Order in the list.' }),
  }),
})

model('ProcurementLimit', {
  description:
    'A line of a corporation’s own 経理規程. Seen by its own people and by the secretariats of its networks.',
  visibleTo: policy.procurementVisibleTo,
  scope: 'registry:read',
  fields: (t) => ({
    id: t.id(),
    upToYen: t.column('upToYen', {
      description: 'Yen including tax up to which it counts; null = no upper limit.',
    }),
    method: t.column('method', { description: 'How it buys.' }),
    quotes: t.column('quotes', { description: 'Quotes to be gathered; null where the method needs none.' }),
    approver: t.column('approver', { description: 'Who decides, by title.' }),
    clause: t.column('clause', { description: 'Clause of the corporation’s own rule; null if not given.' }),
    position: t.column('position', { description: 'Order: the smallest amounts first.' }),
  }),
})

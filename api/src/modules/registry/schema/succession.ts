import { builder } from '../../../kernel/graphql/builder.ts'
import { Permission } from '../../../kernel/read/can.ts'
import { enumeration } from '../../../kernel/read/enumeration.ts'
import { model } from '../../../kernel/read/model.ts'
import { query } from '../../../kernel/read/query.ts'
import { value } from '../../../kernel/read/value.ts'
import {
  findAlike,
  findPermissions,
  previewSuccession,
  type AlikeCorporation,
  type CorporationPermissions,
  type CorporationsAlike,
  type SuccessionPreview,
} from '../corporation-queries.ts'
import * as policy from '../policy/corporation.ts'
import type { PreviewLine } from '../rules/succession-preview.ts'

enumeration('SuccessionKind', {
  description: 'How a corporation ends.',
  values: { MERGER: '合併: it goes into another one.', DISSOLUTION: '解散: it is dissolved.' },
})

enumeration('SuccessionStatus', {
  description: 'How far a merger or dissolution is.',
  values: {
    PLANNED: 'Written down for a day to come; it takes effect by itself.',
    DONE: 'It has taken effect.',
    CANCELLED: 'It was called off before its day.',
    REVERTED: 'It had taken effect and was taken back.',
  },
})

model('CorporationSuccession', {
  description:
    'A merger or dissolution of a corporation. What has happened is public; what is planned is for both corporations, their secretariats and the operator.',
  visibleTo: policy.successionVisibleTo,
  scope: 'registry:read',
  fields: (t) => ({
    id: t.id(),
    kind: t.column('kind', { description: 'Merger or dissolution.' }),
    corporation: t.one('corporation', { description: 'The corporation that ends.' }),
    successor: t.one('successor', { description: 'The one that follows; null if nobody does.' }),
    onDate: t.column('onDate', { description: 'First day without the old corporation.' }),
    status: t.column('status', { description: 'How far it is.' }),
  }),
})

query.custom('corporationPermissions', {
  access: 'public',
  scope: 'registry:read',
  description: 'What the asker may do with a corporation, and why not; null if there is no such corporation.',
  type: value<CorporationPermissions>('CorporationPermissions', {
    description:
      'What the asker may do with one corporation, by the policies that are enforced when it is tried.',
    fields: {
      confirm: { type: Permission, description: 'Say that its facts (BASIC) are right.' },
      confirmContacts: { type: Permission, description: 'Say that its contacts are right.' },
      confirmLimits: { type: Permission, description: 'Say that its own 経理規程 is right.' },
      edit: { type: Permission, description: 'Correct its facts.' },
      editContacts: { type: Permission, description: 'Write down whom to call.' },
      correctAuthority: { type: Permission, description: 'Correct its 所轄庁.' },
      editLimits: { type: Permission, description: 'Write down its own 経理規程.' },
      entrust: { type: Permission, description: 'Entrust other bodies with something in its name.' },
      recordSuccession: { type: Permission, description: 'Write down that it merges or is dissolved.' },
      undoSuccession: { type: Permission, description: 'Call that off or take it back.' },
    },
  }),
  nullable: true,
  args: (arg) => ({ corporationId: arg.id({ required: true, description: 'Relay id of the corporation.' }) }),
  resolve: ({ corporationId }, { viewer, now, sql }) => findPermissions(sql, viewer, corporationId, now),
})

const NumberProblem = builder.enumType('CorporateNumberProblem', {
  description: 'What is wrong with a 法人番号 as it was typed.',
  values: {
    NOT_13_DIGITS: { description: 'It has not 13 digits.' },
    CHECK_DIGIT_WRONG: { description: 'Its first digit does not check the other twelve.' },
  },
})

const AlikeRef = value<AlikeCorporation>('AlikeCorporation', {
  description: 'A corporation of the registry that may be the one somebody is about to write down. Public.',
  fields: {
    id: { type: 'ID', description: 'Relay id of the corporation.' },
    name: { type: 'String', description: 'Its name with legal form.' },
    seat: {
      type: 'String',
      nullable: true,
      description: 'Address or municipality of its seat; null if not known.',
    },
    corporateNumber: { type: 'String', nullable: true, description: 'Its 法人番号; null if none is known.' },
  },
})

query.custom('corporationsAlike', {
  access: 'signedIn',
  scope: 'registry:read',
  description:
    'What a form asks before it saves a corporation: whether the 法人番号 can be right and what it might be instead, who has it already, and who has nearly the same name.',
  type: value<CorporationsAlike>('CorporationsAlike', {
    description: 'What the registry knows of a name and a 法人番号.',
    fields: {
      numberProblem: {
        type: NumberProblem,
        nullable: true,
        description: 'What is wrong with the number; null if nothing.',
      },
      expectedCheckDigit: {
        type: 'String',
        nullable: true,
        description: 'The first digit that the other twelve ask for; null unless there are 13.',
      },
      swapped: {
        type: ['String'],
        description: 'Numbers that would be right if two neighbouring digits had changed places.',
      },
      sameNumber: { type: AlikeRef, nullable: true, description: 'The corporation that has this number.' },
      similar: { type: [AlikeRef], description: 'Corporations with nearly the same name, at most 10.' },
    },
  }),
  args: (arg) => ({
    name: arg.string({ description: 'Name as typed.' }),
    corporateNumber: arg.string({ description: '法人番号 as typed, in any writing.' }),
  }),
  complexity: 20,
  resolve: ({ name, corporateNumber }, { sql }) =>
    findAlike(sql, { name: name ?? '', corporateNumber: corporateNumber ?? '' }),
})

const What = builder.enumType('SuccessionWhat', {
  description: 'What a succession moves or ends.',
  values: {
    FACILITIES: { description: 'Facilities, closed ones too.' },
    OFFICES: { description: 'Service offices.' },
    CONTACTS: { description: 'Contacts of the head office.' },
    ROLES: { description: 'Roles of people on the corporation.' },
    MEMBERSHIPS: { description: 'Memberships in networks.' },
    INVITATIONS: { description: 'Invitations that are open.' },
    HANDOVERS: { description: 'Roles in planned hand-overs.' },
    LIMITS: { description: 'Lines of its own 経理規程.' },
    MANDATES: { description: 'What it has entrusted others with, or others it.' },
    TOKENS: { description: 'Tokens of programs that act for it.' },
  },
})

const LineRef = value<PreviewLine>('SuccessionLine', {
  description: 'What would become of one kind of thing.',
  fields: {
    what: { type: What, description: 'The kind of thing.' },
    goes: { type: 'Int', description: 'How many go to the successor.' },
    there: { type: 'Int', description: 'How many the successor has already, so that nothing is added.' },
    ends: { type: 'Int', description: 'How many end.' },
    names: { type: ['String'], description: 'Names of facilities or networks; never of people.' },
  },
})

query.custom('successionPreview', {
  access: 'signedIn',
  scope: 'registry:read',
  description:
    'What a merger or dissolution would do, before it is written down: for who may do it. Null if a corporation is not there.',
  type: value<SuccessionPreview>('SuccessionPreview', {
    description: 'What goes where and what ends.',
    fields: {
      problem: {
        type: 'String',
        nullable: true,
        description: 'Code of the rule that forbids it; null if none does.',
      },
      lines: { type: [LineRef], description: 'Line by line; what there is none of has no line.' },
    },
  }),
  nullable: true,
  args: (arg) => ({
    corporationId: arg.id({ required: true, description: 'The corporation that ends.' }),
    successorId: arg.id({ description: 'The one that follows; left out if nobody does.' }),
    onDate: arg({ type: 'Date', required: true, description: 'First day without it.' }),
  }),
  complexity: 30,
  resolve: ({ corporationId, successorId, onDate }, { viewer, now, sql }) =>
    previewSuccession(
      sql,
      viewer,
      {
        corporationId: corporationId,
        successorId: successorId ?? null,
        onDate,
      },
      now,
    ),
})

import { enumeration } from '../../../kernel/read/enumeration.ts'
import { model } from '../../../kernel/read/model.ts'
import { query } from '../../../kernel/read/query.ts'
import { value } from '../../../kernel/read/value.ts'
import * as policy from '../policy.ts'
import { placesOfPostalCode, type PostalPlace } from '../postal-codes.ts'

const CommunityAreaKind = enumeration('CommunityAreaKind', {
  description: 'What an area is for.',
  values: {
    LEVEL1: '第1層 of 生活支援体制整備事業: usually the municipality.',
    LEVEL2: '第2層: usually the sphere of daily life.',
    SCHOOL_DISTRICT: 'A school district.',
  },
})

model('CommunityArea', {
  description:
    'An area in which a municipality organizes mutual help, or a school district: master data that the system operator confirms. Public, with its source.',
  visibleTo: policy.visibleToAll,
  scope: 'registry:read',
  fields: (t) => ({
    id: t.id(),
    municipality: t.one('municipality', { description: 'Municipality it is part of.' }),
    kind: t.column('kind', { description: 'What it is for.' }),
    name: t.column('name', { description: 'What people call it.' }),
    source: t.column('source', { description: 'Where the fact comes from, in words.' }),
    confirmed: t.column('confirmed', {
      description: 'False = 未確認: nobody has checked it against its source yet.',
    }),
    validFrom: t.column('validFrom', { description: 'First day on which it is known to exist.' }),
    validTo: t.column('validTo', { description: 'Last day; null while it exists.' }),
    version: t.column('version', { description: 'To be sent back when it is confirmed.' }),
    viewerCan: t.can({
      confirm: {
        description: 'Confirm it against its source.',
        needs: [],
        policy: policy.confirmCommunityArea,
      },
    }),
  }),
})

query.list('communityAreas', {
  model: 'CommunityArea',
  access: 'public',
  description: 'Areas and school districts of municipalities, by municipality, kind and name.',
  args: (arg) => ({
    municipalityCode: arg.string({ description: 'Only of this municipality (6-digit code).' }),
    kind: arg({ type: CommunityAreaKind, description: 'Only of this kind.' }),
    confirmed: arg.boolean({ description: 'Only checked ones, or only 未確認.' }),
  }),
  where: ({ municipalityCode, kind, confirmed }) => ({
    ...(municipalityCode == null ? {} : { municipalityCode }),
    ...(kind == null ? {} : { kind }),
    ...(confirmed == null ? {} : { confirmed }),
  }),
  orderBy: [{ municipalityCode: 'asc' }, { kind: 'asc' }, { name: 'asc' }],
})

const PostalPlaceRef = value<PostalPlace>('PostalPlace', {
  description: 'What a postal code stands for. Source: 日本郵便.',
  fields: {
    prefecture: { type: 'String', description: 'Prefecture, e.g. 山形県.' },
    municipalityCode: {
      type: 'String',
      nullable: true,
      description: '6-digit code of the municipality; null if the registry does not know it.',
    },
    address: { type: 'String', description: 'Address from the municipality on, without house number.' },
  },
})

query.custom('placesOfPostalCode', {
  access: 'public',
  scope: 'registry:read',
  description:
    'The places of a postal code of 山形県, for filling in an address; empty when it is not known.',
  type: [PostalPlaceRef],
  args: (arg) => ({
    postalCode: arg.string({ required: true, description: 'Seven digits, with or without a hyphen.' }),
  }),
  resolve: ({ postalCode }, { sql }) => placesOfPostalCode(sql, postalCode),
})

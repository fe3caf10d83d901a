import { enumeration } from '../../../kernel/read/enumeration.ts'
import { model } from '../../../kernel/read/model.ts'
import { query } from '../../../kernel/read/query.ts'
import * as policy from '../policy.ts'
import { serviceKey } from '../rules/service-kinds.ts'

enumeration('ServiceScheme', {
  description: 'The law a service belongs to; codes are unique within one only.',
  values: {
    KAIGO: '介護保険法: long-term care insurance.',
    SHOGAI: '障害者総合支援法 and services for disabled children.',
    CHILD: 'Child welfare; codes are Yui’s own.',
    OTHER: 'Other welfare; codes are Yui’s own.',
  },
})

model('DataSource', {
  description:
    'A published file that facts of the registry came from. Public; its licence asks that issuer and title are named beside the facts.',
  visibleTo: policy.visibleToAll,
  scope: 'registry:read',
  fields: (t) => ({
    id: t.id(),
    key: t.column('key', { description: 'Path of the file or folder that was read.' }),
    title: t.column('title', { description: 'Title as the issuer gives it, in Japanese.' }),
    issuer: t.column('issuer', { description: 'Who published it.' }),
    licence: t.column('licence', { description: 'Licence as stated by the issuer.' }),
    asOf: t.column('asOf', { description: 'Day for which the facts were published.' }),
    rowCount: t.column('rowCount', { description: 'Rows in the file, refused ones included.' }),
    importedAt: t.column('importedAt', { description: 'When Yui last read a changed version of it.' }),
  }),
})

query.list('dataSources', {
  model: 'DataSource',
  access: 'public',
  description: 'The published files the registry was made from, for the credits.',
  orderBy: [{ key: 'asc' }],
})

model('Municipality', {
  description: 'A municipality (市区町村). Public. Source: 国土数値情報 (国土交通省).',
  visibleTo: policy.visibleToAll,
  scope: 'registry:read',
  fields: (t) => ({
    id: t.id(),
    code: t.column('code', { description: '全国地方公共団体コード: six digits, the last is a check digit.' }),
    name: t.column('name', { description: 'Name, e.g. 山形市.' }),
    prefecture: t.column('prefecture', { description: 'Prefecture, e.g. 山形県.' }),
    facilityCount: t.count('facilities', { description: 'Number of registered facilities.' }),
  }),
})

query.list('municipalities', {
  model: 'Municipality',
  access: 'public',
  description: 'Municipalities in the order of their codes.',
  args: (arg) => ({ codes: arg.stringList({ description: 'Only those with these 6-digit codes.' }) }),
  where: ({ codes }) => (codes ? { code: { in: codes } } : {}),
  orderBy: [{ code: 'asc' }],
})

model('ServiceKind', {
  description:
    'What a service code means: master data that the system operator corrects and confirms. Public, with its source.',
  visibleTo: policy.visibleToAll,
  scope: 'registry:read',
  fields: (t) => ({
    id: t.id(),
    scheme: t.column('scheme', { description: 'The law it belongs to.' }),
    code: t.column('code', {
      description: 'Code within the scheme; two schemes use some codes for different services.',
    }),
    key: t.computed({
      needs: ['scheme', 'code'],
      type: 'String',
      description: 'Scheme and code in one, e.g. `KAIGO-510`; what filters take.',
      resolve: serviceKey,
    }),
    name: t.column('name', { description: 'Full name.' }),
    shortName: t.column('shortName', { description: 'Name in lists, as people say it.' }),
    source: t.column('source', { description: 'Where the fact comes from, in words.' }),
    confirmed: t.column('confirmed', {
      description: 'False = 未確認: nobody has checked it against its source yet.',
    }),
    validFrom: t.column('validFrom', {
      description: 'First day on which the service exists under this code.',
    }),
    validTo: t.column('validTo', { description: 'Last day; null while it exists.' }),
    position: t.column('position', {
      description: 'Order in lists; of a facility’s services the first names the facility.',
    }),
    version: t.column('version', { description: 'To be sent back when it is edited.' }),
    officeCount: t.count('offices', { description: 'Number of registered offices that give it.' }),
    viewerCan: t.can({
      edit: {
        description: 'Correct it or confirm it against its source.',
        needs: [],
        policy: policy.editServiceKind,
      },
    }),
  }),
})

query.list('serviceKinds', {
  model: 'ServiceKind',
  access: 'public',
  description: 'The services Yui knows, in the order of lists.',
  args: (arg) => ({
    confirmed: arg.boolean({ description: 'Only checked ones, or only 未確認.' }),
  }),
  where: ({ confirmed }) => (confirmed == null ? {} : { confirmed }),
  orderBy: [{ position: 'asc' }, { id: 'asc' }],
})

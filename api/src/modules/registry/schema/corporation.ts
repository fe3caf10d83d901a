import { enumeration } from '../../../kernel/read/enumeration.ts'
import { model } from '../../../kernel/read/model.ts'
import { query } from '../../../kernel/read/query.ts'
import * as policy from '../policy.ts'
import { textMatches } from '../queries.ts'

enumeration('CorporationKind', {
  description: 'Kind of a corporation, told by the legal form in its name until somebody corrects it.',
  values: {
    GENERAL: '社会福祉法人 that runs facilities.',
    COUNCIL: '社会福祉協議会: a council of social welfare.',
    AGENCY: '社会福祉事業団: an agency that a government founded.',
    COMMUNITY_CHEST: '共同募金会: a community chest.',
    OTHER_WELFARE: 'Another 社会福祉法人.',
    NOT_WELFARE: 'Of another legal form: company, medical corporation, municipality.',
  },
})

export const RegistryStatus = enumeration('RegistryStatus', {
  description: 'Whether a record of the registry stands.',
  values: {
    ACTIVE: 'Exists and is at work.',
    MERGED: 'Went into another one.',
    DISSOLVED: 'The corporation was dissolved.',
    CLOSED: 'The place or service was closed.',
  },
})

model('Corporation', {
  description:
    'A corporation (法人) of the registry. Public facts. Real ones come from published files; sample ones are invented and marked.',
  visibleTo: policy.visibleToAll,
  scope: 'registry:read',
  fields: (t) => ({
    id: t.id(),
    corporateNumber: t.column('corporateNumber', {
      description: '法人番号: 13 digits with check digit; null if none was published, and for samples.',
    }),
    name: t.column('name', {
      description: 'Name with its legal form, in the most frequent published spelling.',
    }),
    otherSpellings: t.column('otherSpellings', {
      description: 'Other names under which published files list the same 法人番号.',
    }),
    kana: t.column('kana', { description: 'Reading; null if none is known.' }),
    kind: t.column('kind', { description: 'Kind of corporation.' }),
    seatMunicipality: t.one('seatMunicipality', {
      description: 'Municipality of the seat; null if not published.',
    }),
    seatAddress: t.column('seatAddress', { description: 'Address of the seat; null if not published.' }),
    phone: t.column('phone', { description: 'Telephone; null if not published.' }),
    url: t.column('url', { description: 'Web address; null if not published.' }),
    status: t.column('status', { description: 'Whether it stands.' }),
    sample: t.column('sample', { description: 'Invented for demonstration; shown with a 見本 mark.' }),
    version: t.column('version', { description: 'Moves on with every change.' }),
    dataSource: t.one('dataSource', { description: 'The published file it came from; null for samples.' }),
    facilities: t.many('facilities', {
      description: 'Its facilities, in the order of their readings.',
      orderBy: [{ kana: 'asc' }, { id: 'asc' }],
    }),
    facilityCount: t.count('facilities', { description: 'Number of its facilities.' }),
    officeCount: t.count('offices', { description: 'Number of its service offices.' }),
  }),
})

query.one('corporation', {
  model: 'Corporation',
  access: 'public',
  description: 'One corporation by its id.',
})

query.list('corporations', {
  model: 'Corporation',
  access: 'public',
  description: 'Corporations that match, by name.',
  args: (arg) => ({
    text: arg.string({
      description:
        'Words that must all occur in name, other spelling, 法人番号, address or telephone; width, kana and spaces do not matter.',
    }),
    sample: arg.boolean({ description: 'Only invented ones, or only real ones.' }),
  }),
  where: ({ text, sample }) => ({ AND: textMatches(text), ...(sample == null ? {} : { sample }) }),
  orderBy: [{ name: 'asc' }, { id: 'asc' }],
})

import { model } from '../../../kernel/read/model.ts'
import { query } from '../../../kernel/read/query.ts'
import { visibleToAll } from '../policy.ts'
import { editMasterFact } from '../policy/corporation.ts'
import { linesOf } from '../rules/master-facts.ts'

model('MasterFact', {
  description:
    'A list of the state’s that the registry computes with, such as the 指定都市. Dated; the system operator corrects and confirms it. Public, with its source.',
  visibleTo: visibleToAll,
  scope: 'registry:read',
  fields: (t) => ({
    id: t.id(),
    key: t.column('key', { description: 'What it is, for programs, e.g. `DESIGNATED_CITIES`.' }),
    title: t.column('title', { description: 'What it is, in Japanese.' }),
    lines: t.computed({
      needs: ['key', 'value'],
      type: ['String'],
      description: 'Its entries, one a line, as they are edited.',
      resolve: ({ key, value }) => linesOf(key, value),
    }),
    source: t.column('source', { description: 'Where the fact comes from, in words.' }),
    confirmed: t.column('confirmed', {
      description: 'False = 未確認: nobody has checked it against its source yet.',
    }),
    validFrom: t.column('validFrom', { description: 'First day on which it counts.' }),
    validTo: t.column('validTo', { description: 'Last day; null while it counts.' }),
    version: t.column('version', { description: 'To be sent back when it is edited.' }),
    viewerCan: t.can({
      edit: {
        description: 'Correct it or confirm it against its source.',
        needs: [],
        policy: editMasterFact,
      },
    }),
  }),
})

query.list('masterFacts', {
  model: 'MasterFact',
  access: 'public',
  description: 'The lists of the state’s that the registry computes with, the latest of each first.',
  orderBy: [{ key: 'asc' }, { validFrom: 'desc' }, { id: 'asc' }],
})

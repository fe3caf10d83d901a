import { extend, model } from '../../../kernel/read/model.ts'
import { keepAgreements } from '../policy/viewers.ts'

const SCOPE = 'mutualaid:read'

model('MutualAidAgreement', {
  description: 'A mutual-aid agreement (相互応援協定). Seen by whoever belongs to the network.',
  visibleTo: (viewer) => ({ platformId: { in: [...viewer.platformIds] } }),
  scope: SCOPE,
  fields: (t) => ({
    id: t.id(),
    name: t.column('name', { description: 'What it is called.' }),
    block: t.column('block', { description: 'The block of the network; empty = the whole network.' }),
    what: t.column('what', { description: 'What is helped with.' }),
    validFrom: t.column('validFrom', { description: 'First day of it.' }),
    validTo: t.column('validTo', { description: 'Last day; null = until further notice.' }),
    endedBecause: t.column('endedBecause', { description: 'Why it was ended; null if it was not.' }),
    document: t.one('document', {
      description: 'The paper on the shelf; null if there is none, or none that the viewer may open.',
    }),
    parties: t.many('parties', {
      description: 'Who agreed: members first, then others.',
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
    }),
    version: t.column('version', { description: 'Moves on with every change.' }),
    viewerCan: t.can({
      end: {
        description: 'Write down that it ends.',
        needs: ['platformId'],
        policy: keepAgreements,
      },
    }),
  }),
})

model('MutualAidParty', {
  description: 'A party of a mutual-aid agreement. Seen by whoever belongs to the network.',
  visibleTo: (viewer) => ({ agreement: { is: { platformId: { in: [...viewer.platformIds] } } } }),
  scope: SCOPE,
  fields: (t) => ({
    id: t.id(),
    corporation: t.one('corporation', { description: 'The corporation; null for another body.' }),
    name: t.column('name', { description: 'Name of another body; null for a corporation.' }),
  }),
})

extend('Platform', (t) => ({
  mutualAidAgreements: t.many('mutualAidAgreements', {
    description: 'Mutual-aid agreements, the latest first; those that have ended stay in the list.',
    orderBy: [{ validFrom: 'desc' }, { id: 'desc' }],
  }),
  mayKeepAgreements: t.computed({
    needs: ['id'],
    type: 'Boolean',
    description: 'Whether the viewer writes down mutual-aid agreements of this network.',
    resolve: ({ id }, { viewer }) => keepAgreements(viewer, { platformId: id }).allowed,
  }),
}))

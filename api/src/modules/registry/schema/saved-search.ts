import { mutation } from '../../../kernel/graphql/mutation.ts'
import { model } from '../../../kernel/read/model.ts'
import { query } from '../../../kernel/read/query.ts'
import { deleteSavedSearch } from '../commands/delete-saved-search.ts'
import { editSavedSearch } from '../commands/edit-saved-search.ts'
import { saveSearch } from '../commands/save-search.ts'
import * as policy from '../policy.ts'

model('SavedSearch', {
  description: 'A search for facilities that a person keeps. Seen by that person and by nobody else.',
  visibleTo: policy.searchesVisibleTo,
  scope: 'registry:read',
  fields: (t) => ({
    id: t.id(),
    name: t.column('name', { description: 'The name its owner gave it.' }),
    filter: t.column('filter', {
      description: 'What is searched for, in the shape of FacilityFilterInput.',
    }),
    notify: t.column('notify', { description: 'Whether its owner is told of new facilities that match.' }),
    createdAt: t.column('createdAt', { description: 'When it was first kept.' }),
    version: t.column('version', { description: 'Moves on with every change by its owner.' }),
  }),
})

query.list('savedSearches', {
  model: 'SavedSearch',
  access: 'signedIn',
  description: 'The searches the viewer keeps, the oldest first.',
  orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
})

mutation(saveSearch, { payload: { savedSearch: 'SavedSearch' } })
mutation(editSavedSearch, { payload: { savedSearch: 'SavedSearch' } })
mutation(deleteSavedSearch, { payload: { savedSearch: 'SavedSearch' } })

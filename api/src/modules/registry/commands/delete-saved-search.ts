import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { SavedSearchesChanged } from '../events.ts'
import * as policy from '../policy.ts'

export const deleteSavedSearch = command({
  name: 'deleteSavedSearch',
  description: 'A person gives up a kept search; it is gone at once.',
  personal: true,
  input: z.object({ savedSearchId: idOf('SavedSearch').describe('The kept search.') }),
  subject: (tx, { savedSearchId }, viewer) =>
    tx.savedSearch.findFirst({ where: { id: savedSearchId, ...policy.searchesVisibleTo(viewer) } }),
  may: policy.keepSearch,
  async run({ tx, subject: { id, userId }, emit }) {
    await tx.savedSearch.delete({ where: { id } })
    emit(
      SavedSearchesChanged,
      { savedSearchId: id },
      { audience: [`user:${userId}`], entities: [globalId('SavedSearch', id)] },
    )
    return { savedSearchId: id }
  },
})

import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { save } from '../../../kernel/save.ts'
import { SavedSearchesChanged } from '../events.ts'
import * as policy from '../policy.ts'
import { nameTaken, searchName } from '../search/saved.ts'

export const editSavedSearch = command({
  name: 'editSavedSearch',
  description: 'A person renames a kept search, or chooses whether to be told of new facilities.',
  personal: true,
  secret: ['name'],
  input: z.object({
    savedSearchId: idOf('SavedSearch').describe('The kept search.'),
    version: version(),
    name: searchName(),
    notify: z.boolean().describe('Whether to be told of facilities that newly come to match.'),
  }),
  subject: (tx, { savedSearchId }, viewer) =>
    tx.savedSearch.findFirst({ where: { id: savedSearchId, ...policy.searchesVisibleTo(viewer) } }),
  may: policy.keepSearch,
  onConstraint: { saved_search_user_id_name_key: nameTaken },
  async run({ tx, subject, input: { version: read, name, notify }, now, emit }) {
    await save(tx.savedSearch, subject, read, {
      name,
      notify,
      // Who asks to be told from today on is not told of last year.
      ...(notify && !subject.notify ? { checkedUntil: now } : {}),
    })
    emit(
      SavedSearchesChanged,
      { savedSearchId: subject.id },
      { audience: [`user:${subject.userId}`], entities: [globalId('SavedSearch', subject.id)] },
    )
    return { savedSearchId: subject.id }
  },
})

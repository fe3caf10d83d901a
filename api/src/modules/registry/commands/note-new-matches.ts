import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { SavedSearchMatched } from '../events.ts'
import * as policy from '../policy.ts'
import { countNewMatches } from '../search/saved.ts'

export const noteNewMatches = command({
  name: 'noteNewMatches',
  description: 'Once a day the portal looks for new facilities that match a kept search.',
  input: z.object({
    savedSearchId: idOf('SavedSearch').describe('The kept search.'),
  }),
  subject: (tx, { savedSearchId }) => tx.savedSearch.findUnique({ where: { id: savedSearchId } }),
  may: policy.noteMatches,
  async run({ tx, subject: { id, userId, filter, checkedUntil }, now, emit }) {
    const count = await countNewMatches(tx, filter, { from: checkedUntil, to: now })
    // The person's own version stays: nothing that they wrote has changed.
    await tx.savedSearch.update({ where: { id }, data: { checkedUntil: now } })
    if (count > 0)
      emit(
        SavedSearchMatched,
        { savedSearchId: id, userId, count },
        { audience: [`user:${userId}`], entities: [globalId('SavedSearch', id)] },
      )
    return { savedSearchId: id, count }
  },
})

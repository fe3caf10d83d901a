import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId } from '../../../kernel/ids.ts'
import { idempotencyKey } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { SavedSearchesChanged } from '../events.ts'
import * as policy from '../policy.ts'
import { facilityFilter } from '../search/filter.ts'
import { nameTaken, searchName } from '../search/saved.ts'

/** More would no longer be found again. */
const MOST_SEARCHES = 50

export const saveSearch = command({
  name: 'saveSearch',
  description: 'A person keeps a search for facilities under a name of their own; nobody else sees it.',
  personal: true,
  // What somebody looks for is nobody else's business, not even the auditor's.
  secret: ['name', 'filter'],
  input: z.object({
    name: searchName(),
    filter: facilityFilter.meta({ graphql: 'FacilityFilterInput' }).describe('What is searched for.'),
    notify: z.boolean().describe('Whether to be told of facilities that newly come to match.'),
    idempotencyKey: idempotencyKey(),
  }),
  subject: (_tx, _input, { userId }) => (userId ? { userId } : null),
  may: policy.keepSearch,
  onConstraint: { saved_search_user_id_name_key: nameTaken },
  async run({ tx, subject: { userId }, input: { name, filter, notify }, now, emit }) {
    if ((await tx.savedSearch.count({ where: { userId } })) >= MOST_SEARCHES)
      throw new RuleProblem('TOO_MANY_SAVED_SEARCHES', `A person keeps at most ${MOST_SEARCHES} searches.`)
    const { id } = await tx.savedSearch.create({
      data: { userId, name, filter, notify, checkedUntil: now },
      select: { id: true },
    })
    emit(
      SavedSearchesChanged,
      { savedSearchId: id },
      { audience: [`user:${userId}`], entities: [globalId('SavedSearch', id)] },
    )
    return { savedSearchId: id }
  },
})

import { Computed } from '../../../kernel/read/computed.ts'
import { searchWords } from '../rules/text.ts'
import type { Point } from '../rules/place.ts'

/**
 * How well a record answers a search, best first: see search_class() in the database. All words as one come first, so
 * that a name typed with spaces still counts as the whole name. Null when nothing is searched for.
 */
export function rankOf(query: string | null | undefined): Computed | null {
  const words = searchWords(query ?? '')
  if (words.length === 0) return null
  return new Computed('Int', words, ({ column, asked }) => {
    const text = column('searchText')
    const sum = words.map((word) => `search_class(${text}, ${asked(word, 'text')})`).join(' + ')
    return words.length === 1
      ? sum
      : `CASE WHEN search_class(${text}, ${asked(words.join(''), 'text')}) = 0 THEN 0 ELSE ${sum} END`
  })
}

/** Metres from a point. Only for rows that have a point themselves. */
export const metresFrom = ({ latitude, longitude }: Point): Computed =>
  new Computed(
    'Float',
    [latitude, longitude],
    ({ column, asked }) =>
      `metres_between(${asked(latitude, 'float8')}, ${asked(longitude, 'float8')}, ${column('latitude')}, ${column('longitude')})`,
  )

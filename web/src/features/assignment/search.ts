/** Lists of the page that are read page by page; each has its place in the address. */
export const LISTS = ['waiting', 'left', 'placed'] as const
export type ListName = (typeof LISTS)[number]

export type AssignmentSearch = Partial<Record<`${ListName}After` | `${ListName}Before`, string>>

const PAGE_SIZE = 50

export function readAssignmentSearch(given: Record<string, unknown>): AssignmentSearch {
  const search: AssignmentSearch = {}
  for (const name of LISTS) {
    const [after, before] = [given[`${name}After`], given[`${name}Before`]]
    if (typeof after === 'string') search[`${name}After`] = after
    else if (typeof before === 'string') search[`${name}Before`] = before
  }
  return search
}

/** The page of a list as arguments of a connection. */
export function pageIn(
  search: AssignmentSearch,
  name: ListName,
): { first?: number; after?: string | undefined; last?: number; before?: string } {
  const before = search[`${name}Before`]
  return before === undefined
    ? { first: PAGE_SIZE, after: search[`${name}After`] }
    : { last: PAGE_SIZE, before }
}

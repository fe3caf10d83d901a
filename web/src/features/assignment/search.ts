/** Lists of the page that are read page by page; each has its place in the address. */
export const LISTS = ['waiting', 'left', 'placed', 'moved'] as const
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

/** The pages of all lists as the variables of the page's query. */
export function pagesIn(search: AssignmentSearch) {
  const pageOf = <Name extends ListName>(name: Name) => {
    const before = search[`${name}Before`]
    const [first, last] = before === undefined ? [PAGE_SIZE, undefined] : [undefined, PAGE_SIZE]
    const page = { First: first, After: search[`${name}After`], Last: last, Before: before }
    return Object.fromEntries(
      Object.entries(page).map(([key, value]) => [`${name}${key}`, value]),
    ) as Partial<
      Record<`${Name}First` | `${Name}Last`, number> & Record<`${Name}After` | `${Name}Before`, string>
    >
  }
  return { ...pageOf('waiting'), ...pageOf('left'), ...pageOf('placed'), ...pageOf('moved') }
}

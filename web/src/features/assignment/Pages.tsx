import { getRouteApi, Link } from '@tanstack/react-router'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import { useAssignmentText } from '../../locales/assignment.ts'
import { Pager } from '../../ui/Pager/Pager.tsx'
import type { AssignmentSearch, ListName } from './search.ts'

const Pages_pageInfo = graphql(`
  fragment Pages_pageInfo on PageInfo {
    hasNextPage
    hasPreviousPage
    startCursor
    endCursor
  }
`)

/** One page of a list, as a connection answers it. */
export interface Page<Node = unknown> {
  readonly totalCount: number
  readonly pageInfo: FragmentType<typeof Pages_pageInfo>
  readonly nodes: readonly Node[]
}

interface PagesProps {
  name: ListName
  list: Page
}

const route = getRouteApi('/disasters/$eventId/assignment')

/** From one page of a list to the next, the other lists staying where they are. Nothing where all is shown. */
export function Pages({ name, list: { totalCount, nodes, pageInfo: given } }: PagesProps) {
  const text = useAssignmentText().pages
  const pageInfo = readFragment(Pages_pageInfo, given)
  const { eventId } = route.useParams()
  const search: AssignmentSearch = route.useSearch()
  if (!pageInfo.hasNextPage && !pageInfo.hasPreviousPage) return null
  const others = { ...search, [`${name}After`]: undefined, [`${name}Before`]: undefined }
  const to = (cursors: AssignmentSearch, words: string) => (
    <Link
      to="/disasters/$eventId/assignment"
      params={{ eventId }}
      search={{ ...others, ...cursors }}
      resetScroll={false}
    >
      {words}
    </Link>
  )
  return (
    <Pager label={text[name]} position={text.position(nodes.length, totalCount)}>
      {pageInfo.hasPreviousPage &&
        to({ [`${name}Before`]: pageInfo.startCursor ?? undefined }, text.previous)}
      {pageInfo.hasNextPage && to({ [`${name}After`]: pageInfo.endCursor ?? undefined }, text.next)}
    </Pager>
  )
}

import { getRouteApi, Link } from '@tanstack/react-router'
import { useAssignmentText } from '../../locales/assignment.ts'
import { Pager } from '../../ui/Pager/Pager.tsx'
import type { AssignmentSearch, ListName } from './search.ts'

export interface PageInfo {
  readonly hasNextPage: boolean
  readonly hasPreviousPage: boolean
  readonly startCursor?: string | null
  readonly endCursor?: string | null
}

interface PagesProps {
  name: ListName
  label: string
  shown: number
  totalCount: number
  pageInfo: PageInfo
}

const route = getRouteApi('/disasters/$eventId/assignment')

/** From one page of a list to the next, the other lists staying where they are. Nothing where all is shown. */
export function Pages({ name, label, shown, totalCount, pageInfo }: PagesProps) {
  const text = useAssignmentText().pages
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
    <Pager label={label} position={text.position(shown, totalCount)}>
      {pageInfo.hasPreviousPage &&
        to({ [`${name}Before`]: pageInfo.startCursor ?? undefined }, text.previous)}
      {pageInfo.hasNextPage && to({ [`${name}After`]: pageInfo.endCursor ?? undefined }, text.next)}
    </Pager>
  )
}

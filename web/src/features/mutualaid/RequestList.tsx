import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import { Paged } from '../../ui/Paged/Paged.tsx'
import { RequestCard } from './RequestCard.tsx'

const RequestList_page = graphql(`
  fragment RequestList_page on AidRequestConnection {
    nodes {
      id
      ...RequestCard_request
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
`)

const Later = graphql(`
  query RequestListLater($eventId: ID!, $open: Boolean!, $after: String) {
    aidRequests(eventId: $eventId, open: $open, first: 20, after: $after) {
      ...RequestList_page
    }
  }
`)

interface RequestListProps {
  eventId: string
  /** Those that are open, or those that are closed. */
  open: boolean
  /** What they are called together, for screen readers. */
  title: string
  requests: FragmentType<typeof RequestList_page>
  /** Said where there are none. */
  none: string
  /** Facilities whose things the viewer may offer. */
  own: readonly { facilityId: string; name: string }[]
  onConflict: () => void
}

/** Requests page by page: those of which something is still wanted first, of them the next to be needed. */
export function RequestList({ eventId, open, title, requests, none, own, onConflict }: RequestListProps) {
  const page = readFragment(RequestList_page, requests)
  if (page.nodes.length === 0) return <p>{none}</p>
  return (
    <Paged
      page={page}
      query={Later}
      variables={{ eventId, open }}
      pageOf={({ aidRequests }) => readFragment(RequestList_page, aidRequests)}
      of={title}
      lines={8}
    >
      {({ nodes }) =>
        nodes.map((request) => (
          <RequestCard key={request.id} request={request} own={own} onConflict={onConflict} />
        ))
      }
    </Paged>
  )
}

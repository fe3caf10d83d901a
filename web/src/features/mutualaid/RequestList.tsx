import { useQuery } from 'urql'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { Further } from './Further.tsx'
import { RequestCard } from './RequestCard.tsx'

const RequestList_page = graphql(`
  fragment RequestList_page on AidRequestConnection {
    nodes {
      id
      stillWanted
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

interface CardProps {
  eventId: string
  /** Those that are open, or those that are closed. */
  open: boolean
  /** What they are called together, for screen readers. */
  title: string
  /** Facilities whose things the viewer may offer. */
  own: readonly { facilityId: string; name: string }[]
  onConflict: () => void
}

interface RequestListProps extends CardProps {
  requests: FragmentType<typeof RequestList_page>
  /** Said where there are none. */
  none?: string
}

/** Requests, the next to be needed first, of each page those of which something is still wanted before the others. */
export function RequestList({ requests, none, ...card }: RequestListProps) {
  const { title, own, onConflict } = card
  const { nodes, pageInfo } = readFragment(RequestList_page, requests)
  const cards = nodes.toSorted(
    (one, other) => Number(one.stillWanted === 0) - Number(other.stillWanted === 0),
  )
  if (cards.length === 0) return none && <p>{none}</p>
  return (
    <>
      {cards.map((request) => (
        <RequestCard key={request.id} request={request} own={own} onConflict={onConflict} />
      ))}
      <Further pageInfo={pageInfo} of={title}>
        {(after) => <LaterRequests {...card} after={after} />}
      </Further>
    </>
  )
}

function LaterRequests({ after, ...card }: CardProps & { after: string }) {
  const { eventId, open } = card
  const [result, readAgain] = useQuery({ query: Later, variables: { eventId, open, after } })
  return (
    <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={8}>
      {({ aidRequests }) => <RequestList requests={aidRequests} {...card} />}
    </Loaded>
  )
}

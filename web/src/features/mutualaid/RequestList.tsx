import { useQuery } from 'urql'
import type { FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { Further } from './Further.tsx'
import { RequestCard, type RequestCard_request } from './RequestCard.tsx'

const Later = graphql(`
  query RequestListLater($eventId: ID!, $open: Boolean!, $after: String!) {
    aidRequests(eventId: $eventId, open: $open, first: 20, after: $after) {
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
  requests: {
    readonly nodes: readonly (FragmentType<typeof RequestCard_request> & {
      readonly id: string
      readonly stillWanted: number
    })[]
    readonly pageInfo: { hasNextPage: boolean; endCursor: string | null }
  }
}

/** Requests, the next to be needed first, of each page those of which something is still wanted before the others. */
export function RequestList({ requests, ...card }: RequestListProps) {
  const { title, own, onConflict } = card
  const cards = requests.nodes.toSorted(
    (one, other) => Number(one.stillWanted === 0) - Number(other.stillWanted === 0),
  )
  return (
    <>
      {cards.map((request) => (
        <RequestCard key={request.id} request={request} own={own} onConflict={onConflict} />
      ))}
      <Further pageInfo={requests.pageInfo} of={title}>
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

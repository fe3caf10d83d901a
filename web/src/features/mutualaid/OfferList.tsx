import { useQuery } from 'urql'
import { graphql } from '../../generated/gql.ts'
import { useMutualaidText } from '../../locales/mutualaid.ts'
import type { FragmentType } from '../../generated/fragment-masking.ts'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { Further } from './Further.tsx'
import { OfferLine, type OfferLine_offer } from './OfferLine.tsx'

const Later = graphql(`
  query OfferListLater($requestId: ID!, $after: String) {
    aidRequest(id: $requestId) {
      id
      offers(first: 20, after: $after) {
        nodes {
          id
          ...OfferLine_offer
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`)

interface LineProps {
  requestId: string
  unit: string
  /** How much is still wanted. */
  wanted: number
  onConflict: () => void
}

interface OfferListProps extends LineProps {
  offers: {
    readonly nodes: readonly (FragmentType<typeof OfferLine_offer> & { readonly id: string })[]
    readonly pageInfo: { hasNextPage: boolean; endCursor: string | null }
  }
}

/** What was offered to a request, the first first, page by page. */
export function OfferList({ offers, ...line }: OfferListProps) {
  const text = useMutualaidText().aid
  const { unit, wanted, onConflict } = line
  return (
    <>
      <ul className="mt-4" aria-label={text.offers}>
        {offers.nodes.map((offer) => (
          <OfferLine key={offer.id} offer={offer} unit={unit} wanted={wanted} onConflict={onConflict} />
        ))}
      </ul>
      <Further pageInfo={offers.pageInfo} of={text.offers}>
        {(after) => <LaterOffers {...line} after={after} />}
      </Further>
    </>
  )
}

function LaterOffers({ after, ...line }: LineProps & { after: string }) {
  const [result, readAgain] = useQuery({
    query: Later,
    variables: { requestId: line.requestId, after },
  })
  return (
    <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={4}>
      {({ aidRequest }) => aidRequest && <OfferList offers={aidRequest.offers} {...line} />}
    </Loaded>
  )
}

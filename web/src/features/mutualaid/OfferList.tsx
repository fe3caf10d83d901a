import { graphql } from '../../generated/gql.ts'
import { useMutualaidText } from '../../locales/mutualaid.ts'
import type { FragmentType } from '../../generated/fragment-masking.ts'
import { Paged } from '../../ui/Paged/Paged.tsx'
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

interface OfferListProps {
  requestId: string
  unit: string
  /** How much is still wanted. */
  wanted: number
  offers: {
    readonly nodes: readonly (FragmentType<typeof OfferLine_offer> & { readonly id: string })[]
    readonly pageInfo: { hasNextPage: boolean; endCursor: string | null }
  }
  onConflict: () => void
}

/** What was offered to a request, the first first, page by page. */
export function OfferList({ requestId, offers, ...line }: OfferListProps) {
  const text = useMutualaidText().aid
  return (
    <Paged
      page={offers}
      query={Later}
      variables={{ requestId }}
      pageOf={({ aidRequest }) => aidRequest?.offers}
      of={text.offers}
    >
      {({ nodes }) => (
        <ul className="mt-4" aria-label={text.offers}>
          {nodes.map((offer) => (
            <OfferLine key={offer.id} offer={offer} {...line} />
          ))}
        </ul>
      )}
    </Paged>
  )
}

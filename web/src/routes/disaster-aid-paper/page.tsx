import { getRouteApi } from '@tanstack/react-router'
import { AidCostPaper } from '../../features/mutualaid/AidCostPaper.tsx'
import { AidOfferPaper } from '../../features/mutualaid/AidOfferPaper.tsx'
import { AidRequestPaper } from '../../features/mutualaid/AidRequestPaper.tsx'
import { graphql } from '../../generated/gql.ts'
import { together, useEveryPage } from '../../lib/every-page.ts'
import { useMutualaidText } from '../../locales/mutualaid.ts'
import { usePapersText } from '../../locales/papers.ts'
import { LinkButton } from '../../ui/Link/Link.tsx'
import { Paper } from '../../ui/Paper/Paper.tsx'

const AidPaper_requests = graphql(`
  query AidPaper($eventId: ID!, $open: Boolean!, $first: Int, $after: String) {
    aidSituation(eventId: $eventId) {
      network
      name
      drill
      sample
    }
    aidRequests(eventId: $eventId, open: $open, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        ...AidRequestPaper_request
      }
    }
  }
`)

const AidPaper_offers = graphql(`
  query AidPaperOffers($eventId: ID!, $first: Int, $after: String) {
    aidOffers(eventId: $eventId, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        ...AidOfferPaper_offer
      }
    }
  }
`)

const AidPaper_costs = graphql(`
  query AidPaperCosts($eventId: ID!, $first: Int, $after: String) {
    aidCosts(eventId: $eventId, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        ...AidCostPaper_cost
      }
    }
  }
`)

const route = getRouteApi('/disasters/$eventId/aid/print')

/** 支援の要請と申し出 on A4: every request, offer, dispatch and cost of an event. No names of who comes. */
export function AidPaperPage() {
  const { eventId } = route.useParams()
  const texts = useMutualaidText()
  const words = usePapersText()
  const text = words.aid
  const result = together({
    open: useEveryPage({
      query: AidPaper_requests,
      variables: { eventId, open: true },
      connectionOf: ({ aidRequests }) => aidRequests,
    }),
    closed: useEveryPage({
      query: AidPaper_requests,
      variables: { eventId, open: false },
      connectionOf: ({ aidRequests }) => aidRequests,
    }),
    offers: useEveryPage({
      query: AidPaper_offers,
      variables: { eventId },
      connectionOf: ({ aidOffers }) => aidOffers,
    }),
    costs: useEveryPage({
      query: AidPaper_costs,
      variables: { eventId },
      connectionOf: ({ aidCosts }) => aidCosts,
    }),
  })
  return (
    <Paper
      result={result}
      title={text.title}
      back={
        <LinkButton to="/disasters/$eventId/aid" params={{ eventId }}>
          {words.back}
        </LinkButton>
      }
      nameOf={({ open: { first } }) =>
        first.aidSituation && {
          title: text.title,
          of: `${first.aidSituation.network}　${first.aidSituation.name}`,
          drill: first.aidSituation.drill,
          sample: first.aidSituation.sample,
        }
      }
      none={texts.missing}
    >
      {({ open, closed, offers, costs }) => {
        // A request has one number on the whole paper, so that its offers and costs can name it.
        const numbers = new Map([...open.nodes, ...closed.nodes].map(({ id }, n) => [id, n + 1]))
        return (
          <>
            <AidRequestPaper title={text.open} requests={open.nodes} from={1} />
            <AidRequestPaper title={text.closed} requests={closed.nodes} from={open.nodes.length + 1} />
            <AidOfferPaper offers={offers.nodes} numbers={numbers} />
            <AidCostPaper costs={costs.nodes} numbers={numbers} />
          </>
        )
      }}
    </Paper>
  )
}

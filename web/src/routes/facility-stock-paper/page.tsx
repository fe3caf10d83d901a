import { getRouteApi } from '@tanstack/react-router'
import { FacilityPaper } from '../../features/mutualaid/FacilityPaper.tsx'
import { USUAL_GUESTS } from '../../features/mutualaid/guests.ts'
import { LoanTable } from '../../features/mutualaid/LoanTable.tsx'
import { LotTable } from '../../features/mutualaid/LotTable.tsx'
import { StockPictureTable } from '../../features/mutualaid/StockPictureTable.tsx'
import { graphql } from '../../generated/gql.ts'
import { together, useEveryPage } from '../../lib/every-page.ts'
import { useMutualaidText } from '../../locales/mutualaid.ts'
import { usePapersText } from '../../locales/papers.ts'
import { LinkButton } from '../../ui/Link/Link.tsx'
import { Section } from '../../ui/Page/Page.tsx'

const StockPaper_lots = graphql(`
  query StockPaperLots($facilityId: ID!, $guests: Int!, $first: Int, $after: String) {
    facility(id: $facilityId) {
      id
      ...FacilityPaper_facility
      stockLots(first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          id
          ...LotTable_lot
        }
      }
    }
    stockPicture(facilityId: $facilityId, guests: $guests) {
      ...StockPictureTable_picture
    }
  }
`)

const StockPaper_lent = graphql(`
  query StockPaperLent($facilityId: ID!, $first: Int, $after: String) {
    facility(id: $facilityId) {
      id
      stockLent(first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          id
          ...LoanTable_loan
        }
      }
    }
  }
`)

const StockPaper_borrowed = graphql(`
  query StockPaperBorrowed($facilityId: ID!, $first: Int, $after: String) {
    facility(id: $facilityId) {
      id
      stockBorrowed(first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          id
          ...LoanTable_loan
        }
      }
    }
  }
`)

const route = getRouteApi('/facilities/$facilityId/stock/print')

/** 備蓄 on A4: how long it lasts, every lot, and what is lent. */
export function StockPaperPage() {
  const { facilityId } = route.useParams()
  const search: { guests?: number } = route.useSearch()
  const text = useMutualaidText().stock
  const papers = usePapersText()
  const result = together({
    lots: useEveryPage({
      query: StockPaper_lots,
      variables: { facilityId, guests: search.guests ?? USUAL_GUESTS },
      connectionOf: ({ facility }) => facility?.stockLots,
    }),
    lent: useEveryPage({
      query: StockPaper_lent,
      variables: { facilityId },
      connectionOf: ({ facility }) => facility?.stockLent,
    }),
    borrowed: useEveryPage({
      query: StockPaper_borrowed,
      variables: { facilityId },
      connectionOf: ({ facility }) => facility?.stockBorrowed,
    }),
  })
  return (
    <FacilityPaper
      result={result}
      facilityOf={({ lots }) => lots.first.facility}
      title={text.title}
      of={text.of}
      back={
        <LinkButton to="/facilities/$facilityId/stock" params={{ facilityId }} search={search}>
          {papers.back}
        </LinkButton>
      }
    >
      {({ lots, lent, borrowed }) => (
        <>
          <Section title={text.picture}>
            {lots.first.stockPicture ? (
              <StockPictureTable picture={lots.first.stockPicture} />
            ) : (
              <p>{text.none}</p>
            )}
          </Section>
          <Section title={text.lots}>
            {lots.nodes.length === 0 ? <p>{text.none}</p> : <LotTable lots={lots.nodes} keeps={false} />}
          </Section>
          <Section title={text.loans}>
            {lent.nodes.length + borrowed.nodes.length === 0 && <p>{text.loansNone}</p>}
            {lent.nodes.length > 0 && <LoanTable loans={lent.nodes} names="borrower" keeps={false} />}
            {borrowed.nodes.length > 0 && <LoanTable loans={borrowed.nodes} names="lender" keeps={false} />}
          </Section>
        </>
      )}
    </FacilityPaper>
  )
}

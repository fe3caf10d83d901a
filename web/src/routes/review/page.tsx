import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { OnePair } from '../../features/registry/matching/OnePair.tsx'
import { PairTable } from '../../features/registry/matching/PairTable.tsx'
import { REVIEW_VIEWS } from '../../features/registry/matching/review-search.ts'
import { ReviewQueue } from '../../features/registry/matching/ReviewQueue.tsx'
import { graphql } from '../../generated/gql.ts'
import { useReviewText } from '../../locales/review.ts'
import { LinkButton } from '../../ui/Link/Link.tsx'
import { Choices } from '../../ui/Choices/Choices.tsx'
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead } from '../../ui/Page/Page.tsx'
import { Pager } from '../../ui/Pager/Pager.tsx'

const ReviewList = graphql(`
  query ReviewList($states: [MatchState!]!, $toMerge: Boolean, $first: Int!, $after: String) {
    matchProposals(states: $states, toMerge: $toMerge, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        ...PairTable_proposal
      }
    }
  }
`)

const route = getRouteApi('/review')

/** 同じものの確認: pairs of records that may be one, compared side by side. */
export function ReviewPage() {
  const text = useReviewText()
  const { show, pair } = route.useSearch()
  return (
    <>
      <PageHead
        title={text.title}
        lead={<p>{text.lead}</p>}
        actions={
          <>
            <LinkButton to="/review/merges">{text.merges}</LinkButton>
            <LinkButton kind="text" to="/mistakes">
              {text.mistakes}
            </LinkButton>
          </>
        }
      />
      {pair === undefined ? (
        <>
          <Choices label={text.show}>
            {REVIEW_VIEWS.map((view) => (
              <Link
                key={view}
                to="/review"
                search={view === 'waiting' ? {} : { show: view }}
                activeOptions={{ exact: true }}
                aria-current={(show ?? 'waiting') === view || undefined}
              >
                {text.views[view]}
              </Link>
            ))}
          </Choices>
          {show === undefined ? <ReviewQueue /> : <Pairs show={show} />}
        </>
      ) : (
        <OnePair key={pair} id={pair} />
      )}
    </>
  )
}

const STATES = {
  toMerge: { states: ['SAME' as const], toMerge: true },
  linked: { states: ['LINKED' as const] },
  decided: { states: ['SAME' as const, 'DIFFERENT' as const, 'MERGED' as const] },
}
const PAGE = 50

function Pairs({ show }: { show: keyof typeof STATES }) {
  const text = useReviewText()
  const { after } = route.useSearch()
  const variables = { ...STATES[show], first: PAGE, after }
  const [result, readAgain] = useQuery({ query: ReviewList, variables })
  return (
    <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={20}>
      {({ matchProposals: { nodes, totalCount, pageInfo } }) =>
        nodes.length === 0 ? (
          <EmptyState title={text.emptyTitle}>
            <p>{text.emptyBody}</p>
          </EmptyState>
        ) : (
          <>
            <PairTable proposals={nodes} />
            <Pager label={text.pages} position={text.shown(nodes.length, totalCount)}>
              {pageInfo.hasNextPage && (
                <Link to="/review" search={{ show, after: pageInfo.endCursor ?? undefined }}>
                  {text.next}
                </Link>
              )}
            </Pager>
          </>
        )
      }
    </Loaded>
  )
}

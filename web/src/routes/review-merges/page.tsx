import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { MergeTable } from '../../features/registry/matching/MergeTable.tsx'
import { graphql } from '../../generated/gql.ts'
import { useReviewText } from '../../locales/review.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead } from '../../ui/Page/Page.tsx'
import { Pager } from '../../ui/Pager/Pager.tsx'

const ReviewMergesPage_query = graphql(`
  query ReviewMergesPage($after: String) {
    registryMerges(first: 50, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        ...MergeTable_merge
      }
    }
  }
`)

const route = getRouteApi('/review/merges')

/** まとめた記録: what was merged, and the way back. */
export function ReviewMergesPage() {
  const text = useReviewText()
  const { after } = route.useSearch()
  const [result, readAgain] = useQuery({
    query: ReviewMergesPage_query,
    variables: { after },
    requestPolicy: 'cache-and-network',
  })
  return (
    <>
      <Breadcrumbs current={text.mergeList.title}>
        <Link to="/review">{text.title}</Link>
      </Breadcrumbs>
      <PageHead title={text.mergeList.title} lead={<p>{text.mergeList.lead}</p>} />
      <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={20}>
        {({ registryMerges: { nodes, totalCount, pageInfo } }) =>
          nodes.length === 0 ? (
            <EmptyState title={text.mergeList.noneTitle}>
              <p>{text.mergeList.noneBody}</p>
            </EmptyState>
          ) : (
            <>
              <MergeTable merges={nodes} />
              <Pager label={text.pages} position={text.shown(nodes.length, totalCount)}>
                {pageInfo.hasNextPage && (
                  <Link to="/review/merges" search={{ after: pageInfo.endCursor ?? undefined }}>
                    {text.next}
                  </Link>
                )}
              </Pager>
            </>
          )
        }
      </Loaded>
    </>
  )
}

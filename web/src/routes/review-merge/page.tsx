import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { MergePreview } from '../../features/registry/matching/MergePreview.tsx'
import { graphql } from '../../generated/gql.ts'
import { announce } from '../../lib/announce.ts'
import { useReviewText } from '../../locales/review.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { Choices } from '../../ui/Choices/Choices.tsx'
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { Notice } from '../../ui/Notice/Notice.tsx'
import { PageHead } from '../../ui/Page/Page.tsx'

const ReviewMergePage_query = graphql(`
  query ReviewMergePage($id: ID!) {
    matchProposal(id: $id) {
      id
      kind
      state
      sample
      facility {
        id
        name
        address
      }
      otherFacility {
        id
        name
        address
      }
      corporation {
        id
        name
        corporateNumber
      }
      otherCorporation {
        id
        name
        corporateNumber
      }
    }
  }
`)

const route = getRouteApi('/review/merge/$proposalId')

/** 1つにまとめる: which of two records stays, and everything that would happen, before it does. */
export function ReviewMergePage() {
  const text = useReviewText()
  const { proposalId } = route.useParams()
  const { keep } = route.useSearch()
  const navigate = useNavigate()
  const [result, readAgain] = useQuery({ query: ReviewMergePage_query, variables: { id: proposalId } })
  return (
    <>
      <Breadcrumbs current={text.merge.title}>
        <Link to="/review">{text.title}</Link>
        <Link to="/review" search={{ show: 'toMerge' }}>
          {text.views.toMerge}
        </Link>
      </Breadcrumbs>
      <PageHead title={text.merge.title} lead={<p>{text.merge.lead}</p>} />
      <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={20}>
        {({ matchProposal: pair }) => {
          const one = pair?.facility ?? pair?.corporation
          const other = pair?.otherFacility ?? pair?.otherCorporation
          if (!pair || !one || !other || pair.state === 'MERGED')
            return (
              <EmptyState title={text.notFound}>
                <p>{text.notFoundBody}</p>
              </EmptyState>
            )
          const [kept, absorbed] = keep === 'second' ? [other, one] : [one, other]
          return (
            <>
              {pair.state !== 'SAME' && (
                <Notice>
                  <p>{text.merge.notDecided}</p>
                </Notice>
              )}
              <h2 className="mb-4">{text.merge.which}</h2>
              <Choices label={text.merge.which}>
                {[one, other].map((record, n) => (
                  <Link
                    key={record.id}
                    to="/review/merge/$proposalId"
                    params={{ proposalId }}
                    search={n === 1 ? { keep: 'second' } : {}}
                    resetScroll={false}
                    activeOptions={{ exact: true }}
                    aria-current={record.id === kept.id || undefined}
                  >
                    {text.merge.keep(record.name)}
                  </Link>
                ))}
              </Choices>
              <MergePreview
                key={kept.id}
                record={pair.facility ? 'FACILITY' : 'CORPORATION'}
                keptId={kept.id}
                absorbedId={absorbed.id}
                matchProposalId={pair.id}
                onMerged={() => {
                  announce(text.merge.done)
                  void navigate({ to: '/review/merges' })
                }}
              />
            </>
          )
        }}
      </Loaded>
    </>
  )
}

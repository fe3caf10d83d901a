import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { RevisionTable } from '../../features/registry/RevisionTable.tsx'
import { graphql } from '../../generated/gql.ts'
import { useHistoryText } from '../../locales/history.ts'
import { useRegistryText } from '../../locales/registry.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead } from '../../ui/Page/Page.tsx'
import { Pager } from '../../ui/Pager/Pager.tsx'
import { PrintButton } from '../../ui/PrintButton/PrintButton.tsx'

const FacilityHistoryPage_query = graphql(`
  query FacilityHistoryPage($id: ID!, $after: String) {
    facility(id: $id) {
      id
      shortName
      sample
      history(first: 30, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          id
          ...RevisionTable_registryRevision
        }
      }
    }
  }
`)

const route = getRouteApi('/facilities/$facilityId/history')

/** 変更の履歴: everything that changed at a facility, in words. */
export function FacilityHistoryPage() {
  const text = useHistoryText()
  const registry = useRegistryText()
  const { facilityId } = route.useParams()
  const { after } = route.useSearch()
  const [result, readAgain] = useQuery({
    query: FacilityHistoryPage_query,
    variables: { id: facilityId, after },
  })
  return (
    <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={20}>
      {({ facility }) => {
        if (!facility) return <PageHead title={registry.facility.notFound} />
        const { nodes, pageInfo, totalCount } = facility.history
        return (
          <>
            <Breadcrumbs current={text.title}>
              <Link to="/registry">{registry.search.title}</Link>
              <Link to="/facilities/$facilityId" params={{ facilityId }}>
                {facility.shortName}
              </Link>
            </Breadcrumbs>
            <PageHead
              title={text.titleOf(facility.shortName)}
              sample={facility.sample}
              lead={
                <>
                  <p>{text.lead}</p>
                  <p>{text.leadContacts}</p>
                </>
              }
              actions={<PrintButton />}
            />
            {nodes.length === 0 ? (
              <EmptyState title={text.none}>
                <p>{text.noneBody}</p>
              </EmptyState>
            ) : (
              <>
                <RevisionTable revisions={nodes} />
                <Pager label={text.pages} position={text.shown(nodes.length, totalCount)}>
                  {after && (
                    <Link to="/facilities/$facilityId/history" params={{ facilityId }}>
                      {text.newest}
                    </Link>
                  )}
                  {pageInfo.hasNextPage && (
                    <Link
                      to="/facilities/$facilityId/history"
                      params={{ facilityId }}
                      search={{ after: pageInfo.endCursor ?? undefined }}
                    >
                      {text.older}
                    </Link>
                  )}
                </Pager>
              </>
            )}
          </>
        )
      }}
    </Loaded>
  )
}

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

const CorporationHistoryPage_query = graphql(`
  query CorporationHistoryPage($id: ID!, $after: String) {
    corporation(id: $id) {
      id
      name
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

const route = getRouteApi('/corporations/$corporationId/history')

/** 変更の履歴: everything that changed at a corporation and its facilities, in words. */
export function CorporationHistoryPage() {
  const text = useHistoryText()
  const registry = useRegistryText()
  const { corporationId } = route.useParams()
  const { after } = route.useSearch()
  const [result, readAgain] = useQuery({
    query: CorporationHistoryPage_query,
    variables: { id: corporationId, after },
  })
  return (
    <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={20}>
      {({ corporation }) => {
        if (!corporation) return <PageHead title={registry.corporation.notFound} />
        const { nodes, pageInfo, totalCount } = corporation.history
        return (
          <>
            <Breadcrumbs current={text.title}>
              <Link to="/registry">{registry.search.title}</Link>
              <Link to="/corporations/$corporationId" params={{ corporationId }}>
                {corporation.name}
              </Link>
            </Breadcrumbs>
            <PageHead
              title={text.titleOf(corporation.name)}
              sample={corporation.sample}
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
                    <Link to="/corporations/$corporationId/history" params={{ corporationId }}>
                      {text.newest}
                    </Link>
                  )}
                  {pageInfo.hasNextPage && (
                    <Link
                      to="/corporations/$corporationId/history"
                      params={{ corporationId }}
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

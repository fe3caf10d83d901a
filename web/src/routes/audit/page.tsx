import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { AuditTable } from '../../features/audit/AuditTable.tsx'
import { graphql } from '../../generated/gql.ts'
import { useActText, useAuditText } from '../../locales/audit.ts'
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead } from '../../ui/Page/Page.tsx'
import { Pager } from '../../ui/Pager/Pager.tsx'
import { PrintButton } from '../../ui/PrintButton/PrintButton.tsx'

const AuditPage_query = graphql(`
  query AuditPage($after: String, $command: String, $byPortal: Boolean) {
    auditEntries(first: 50, after: $after, command: $command, byPortal: $byPortal) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        ...AuditTable_auditEntry
      }
    }
  }
`)

const route = getRouteApi('/audit')

/** 操作の記録: who did what for whom, as far as the acting body may see it. */
export function AuditPage() {
  const text = useAuditText()
  const actText = useActText()
  const { after, command, portal } = route.useSearch()
  // The portal's own acts outnumber people's; they are a click away, and shown when an act is asked for by name.
  const byPortal = portal || command ? undefined : false
  const [result, readAgain] = useQuery({ query: AuditPage_query, variables: { after, command, byPortal } })
  return (
    <>
      <PageHead title={text.title} lead={<p>{text.lead}</p>} actions={<PrintButton />} />
      <p className="mb-4">
        {command ? (
          <>
            {text.of(actText(command))}　<Link to="/audit">{text.all}</Link>
          </>
        ) : (
          <Link to="/audit" search={portal ? {} : { portal: true }}>
            {portal ? text.peopleOnly : text.withPortal}
          </Link>
        )}
      </p>
      <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={20}>
        {({ auditEntries: { nodes, pageInfo, totalCount } }) =>
          nodes.length === 0 ? (
            <EmptyState title={text.none}>
              <p>{text.noneBody}</p>
            </EmptyState>
          ) : (
            <>
              <AuditTable entries={nodes} />
              <Pager label={text.pages} position={text.shown(nodes.length, totalCount)}>
                {after && (
                  <Link to="/audit" search={{ command, portal }}>
                    {text.newest}
                  </Link>
                )}
                {pageInfo.hasNextPage && (
                  <Link to="/audit" search={{ command, portal, after: pageInfo.endCursor ?? undefined }}>
                    {text.older}
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

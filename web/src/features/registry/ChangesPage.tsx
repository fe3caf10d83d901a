import type { ReactNode } from 'react'
import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { useHistoryText } from '../../locales/history.ts'
import { useRegistryText } from '../../locales/registry.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { PageHead } from '../../ui/Page/Page.tsx'
import { Pager } from '../../ui/Pager/Pager.tsx'
import { PrintButton } from '../../ui/PrintButton/PrintButton.tsx'
import { RevisionTable } from './RevisionTable.tsx'

const ChangesPage_history = graphql(`
  fragment ChangesPage_history on RegistryRevisionConnection {
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
`)

interface ChangesPageProps {
  name: string
  sample: boolean
  history: FragmentType<typeof ChangesPage_history>
  /** The way back to what changed. */
  back: ReactNode
  /** Whether this is not the newest page. */
  further: boolean
  renderNewest: (words: string) => ReactNode
  renderOlder: (words: string, after: string) => ReactNode
}

/** 変更の履歴 of one corporation or facility: what changed there, in words, page by page. */
export function ChangesPage({
  name,
  sample,
  history,
  back,
  further,
  renderNewest,
  renderOlder,
}: ChangesPageProps) {
  const text = useHistoryText()
  const { search } = useRegistryText()
  const { nodes, pageInfo, totalCount } = readFragment(ChangesPage_history, history)
  return (
    <>
      <Breadcrumbs current={text.title}>
        <Link to="/registry">{search.title}</Link>
        {back}
      </Breadcrumbs>
      <PageHead
        title={text.titleOf(name)}
        sample={sample}
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
            {further && renderNewest(text.newest)}
            {pageInfo.hasNextPage && pageInfo.endCursor && renderOlder(text.older, pageInfo.endCursor)}
          </Pager>
        </>
      )}
    </>
  )
}

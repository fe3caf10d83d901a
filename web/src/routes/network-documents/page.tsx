import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useQuery } from 'urql'
import type { DocumentSearch } from '../../features/bulletin/bulletin-search.ts'
import { DocumentForm } from '../../features/bulletin/DocumentForm.tsx'
import { DocumentTable } from '../../features/bulletin/DocumentTable.tsx'
import { DOCUMENT_KINDS } from '../../features/bulletin/kinds.ts'
import { ChosenNetwork } from '../../features/platforms/ChosenNetwork.tsx'
import { fromStart, pageOf } from '../../features/registry/search.ts'
import { graphql } from '../../generated/gql.ts'
import { announce } from '../../lib/announce.ts'
import { useViewer } from '../../lib/viewer.ts'
import { useBulletinText } from '../../locales/bulletin.ts'
import { useNetworkText } from '../../locales/network.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { Choices } from '../../ui/Choices/Choices.tsx'
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead, Section } from '../../ui/Page/Page.tsx'
import { Pager } from '../../ui/Pager/Pager.tsx'
import { PrintButton } from '../../ui/PrintButton/PrintButton.tsx'

const Shelf = graphql(`
  query NetworkDocumentsPage(
    $id: ID!
    $kind: DocumentKind
    $due: Boolean
    $deleted: Boolean
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    platform(id: $id) {
      id
      name
      sample
    }
    retentionRules(first: 20) {
      nodes {
        id
        ...DocumentForm_rule
      }
    }
    documents(
      platformId: $id
      kind: $kind
      due: $due
      deleted: $deleted
      first: $first
      after: $after
      last: $last
      before: $before
    ) {
      totalCount
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      nodes {
        id
        ...DocumentTable_document
      }
    }
  }
`)

const PAGE_SIZE = 50
const OFFICERS: ReadonlySet<string> = new Set(['PLATFORM_SECRETARIAT', 'PLATFORM_CHAIR', 'PLATFORM_AUDITOR'])
const route = getRouteApi('/network/documents')

/** 書類の棚: what a network keeps, and what should be deleted. */
export function NetworkDocumentsPage() {
  const { id } = route.useSearch()
  return <ChosenNetwork id={id}>{(chosen) => <Documents platformId={chosen} />}</ChosenNetwork>
}

function Documents({ platformId }: { platformId: string }) {
  const networkText = useNetworkText()
  const text = useBulletinText().documents
  const navigate = useNavigate()
  const roles = useViewer()?.acting?.roles ?? []
  const isOfficer = roles.some((role) => OFFICERS.has(role))
  const search: DocumentSearch = route.useSearch()
  const { kind, show } = search
  const [result, readAgain] = useQuery({
    query: Shelf,
    variables: {
      id: platformId,
      kind,
      due: show === 'due' || undefined,
      deleted: show === 'deleted' || undefined,
      ...pageOf(search, PAGE_SIZE),
    },
    requestPolicy: 'cache-and-network',
  })
  return (
    <>
      <Breadcrumbs current={text.title}>
        <Link to="/network" search={{ id: platformId }}>
          {networkText.title}
        </Link>
      </Breadcrumbs>
      <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={20}>
        {({ platform, documents: { nodes, totalCount, pageInfo }, retentionRules }) => {
          if (!platform) return <PageHead title={networkText.none} lead={<p>{networkText.noneBody}</p>} />
          return (
            <>
              <PageHead
                title={text.title}
                kicker={platform.name}
                sample={platform.sample}
                lead={<p>{text.lead}</p>}
                actions={<PrintButton />}
              />
              <Choices label={text.choice}>
                <Choice search={{ id: platformId }} current={!kind && !show}>
                  {text.every}
                </Choice>
                {DOCUMENT_KINDS.map((one) => (
                  <Choice key={one} search={{ id: platformId, kind: one }} current={kind === one && !show}>
                    {text.kinds[one]}
                  </Choice>
                ))}
                {isOfficer && (
                  <Choice search={{ id: platformId, show: 'due' }} current={show === 'due'}>
                    {text.dueOnes}
                  </Choice>
                )}
                {isOfficer && (
                  <Choice search={{ id: platformId, show: 'deleted' }} current={show === 'deleted'}>
                    {text.deletedOnes}
                  </Choice>
                )}
              </Choices>
              {nodes.length === 0 ? (
                <EmptyState title={show === 'due' ? text.noneDue : text.none}>
                  <p>{text.noneBody}</p>
                </EmptyState>
              ) : (
                <>
                  <DocumentTable documents={nodes} />
                  <Pager label={text.pages} position={text.position(nodes.length, totalCount)}>
                    {pageInfo.hasPreviousPage && (
                      <Link
                        to="/network/documents"
                        search={{ ...fromStart(search), before: pageInfo.startCursor ?? undefined }}
                      >
                        {text.previous}
                      </Link>
                    )}
                    {pageInfo.hasNextPage && (
                      <Link
                        to="/network/documents"
                        search={{ ...fromStart(search), after: pageInfo.endCursor ?? undefined }}
                      >
                        {text.next}
                      </Link>
                    )}
                  </Pager>
                </>
              )}
              {roles.includes('PLATFORM_SECRETARIAT') && !show && (
                <div className="yui-no-print">
                  <Section title={text.addTitle} id="add">
                    <DocumentForm
                      platformId={platformId}
                      rules={retentionRules.nodes}
                      onDone={(documentId) => {
                        announce(text.added)
                        void navigate({ to: '/network/documents/$documentId', params: { documentId } })
                      }}
                    />
                  </Section>
                </div>
              )}
            </>
          )
        }}
      </Loaded>
    </>
  )
}

function Choice({
  search,
  current,
  children,
}: {
  search: DocumentSearch
  current: boolean
  children: string
}) {
  return (
    <Link
      to="/network/documents"
      search={search}
      resetScroll={false}
      activeOptions={{ exact: true }}
      aria-current={current || undefined}
    >
      {children}
    </Link>
  )
}

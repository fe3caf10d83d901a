import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { AnnouncementForm } from '../../features/bulletin/AnnouncementForm.tsx'
import { AnnouncementTable } from '../../features/bulletin/AnnouncementTable.tsx'
import { useAnnounceable } from '../../features/bulletin/announceable.ts'
import type { AnnouncementSearch } from '../../features/bulletin/bulletin-search.ts'
import { TOPICS } from '../../features/bulletin/kinds.ts'
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

const List = graphql(`
  query NetworkAnnouncementsPage(
    $id: ID!
    $topic: AnnouncementTopic
    $unread: Boolean
    $first: Int
    $after: String
    $last: Int
    $before: String
    $writes: Boolean!
  ) {
    platform(id: $id) {
      id
      name
      sample
      committees(first: 60) @include(if: $writes) {
        nodes {
          id
          name
        }
      }
    }
    announcements(
      platformId: $id
      topic: $topic
      unread: $unread
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
        ...AnnouncementTable_announcement
      }
    }
  }
`)

const PAGE_SIZE = 30
const route = getRouteApi('/network/announcements')

/** What the secretariat tells its members. */
export function NetworkAnnouncementsPage() {
  const { id } = route.useSearch()
  return <ChosenNetwork id={id}>{(chosen) => <Announcements platformId={chosen} />}</ChosenNetwork>
}

function Announcements({ platformId }: { platformId: string }) {
  const networkText = useNetworkText()
  const text = useBulletinText().announcements
  const acting = useViewer()?.acting
  const writes = acting?.roles.includes('PLATFORM_SECRETARIAT') ?? false
  const asReader = acting?.kind !== 'PLATFORM'
  const search: AnnouncementSearch = route.useSearch()
  const { topic, unread } = search
  const [result, readAgain] = useQuery({
    query: List,
    variables: { id: platformId, topic, unread, writes, ...pageOf(search, PAGE_SIZE) },
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
        {({ platform, announcements: { nodes, totalCount, pageInfo } }) => {
          if (!platform) return <PageHead title={networkText.none} lead={<p>{networkText.noneBody}</p>} />
          return (
            <>
              <PageHead
                title={text.title}
                kicker={platform.name}
                sample={platform.sample}
                lead={<p>{text.lead}</p>}
              />
              <Choices label={text.choice}>
                <Choice search={{ id: platformId }} current={!topic && !unread}>
                  {text.every}
                </Choice>
                {asReader && (
                  <Choice search={{ id: platformId, unread: true }} current={unread === true}>
                    {text.unreadOnes}
                  </Choice>
                )}
                {TOPICS.map((one) => (
                  <Choice key={one} search={{ id: platformId, topic: one }} current={topic === one}>
                    {text.topics[one]}
                  </Choice>
                ))}
              </Choices>
              {nodes.length === 0 ? (
                <EmptyState title={text.none}>
                  <p>{text.noneBody}</p>
                </EmptyState>
              ) : (
                <>
                  <AnnouncementTable announcements={nodes} asReader={asReader} />
                  <Pager label={text.pages} position={text.position(nodes.length, totalCount)}>
                    {pageInfo.hasPreviousPage && (
                      <Link
                        to="/network/announcements"
                        search={{ ...fromStart(search), before: pageInfo.startCursor ?? undefined }}
                      >
                        {text.previous}
                      </Link>
                    )}
                    {pageInfo.hasNextPage && (
                      <Link
                        to="/network/announcements"
                        search={{ ...fromStart(search), after: pageInfo.endCursor ?? undefined }}
                      >
                        {text.next}
                      </Link>
                    )}
                  </Pager>
                </>
              )}
              {writes && (
                <div className="yui-no-print">
                  <Section title={text.write} id="write">
                    <Write platformId={platformId} committees={platform.committees?.nodes ?? []} />
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

interface WriteProps {
  platformId: string
  committees: readonly { id: string; name: string }[]
}

/** A new announcement; the form begins with all it can be addressed to. */
function Write({ platformId, committees }: WriteProps) {
  const text = useBulletinText().announcements
  const navigate = useNavigate()
  const { retry, ...choosable } = useAnnounceable(platformId)
  return (
    <Loaded result={choosable} retry={retry} lines={20}>
      {({ members, documents }) => (
        <AnnouncementForm
          platformId={platformId}
          members={members}
          committees={committees}
          documents={documents}
          onDone={({ id: announcementId, planned }) => {
            announce(planned ? text.form.planned : text.form.done)
            void navigate({
              to: '/network/announcements/$announcementId',
              params: { announcementId },
            })
          }}
        />
      )}
    </Loaded>
  )
}

function Choice(props: { search: AnnouncementSearch; current: boolean; children: string }) {
  const { search, current, children } = props
  return (
    <Link
      to="/network/announcements"
      search={search}
      resetScroll={false}
      activeOptions={{ exact: true }}
      aria-current={current || undefined}
    >
      {children}
    </Link>
  )
}

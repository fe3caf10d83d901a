import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { ApplicationTable } from '../../features/platforms/ApplicationTable.tsx'
import { ChosenNetwork } from '../../features/platforms/ChosenNetwork.tsx'
import type { MemberSearch } from '../../features/platforms/member-search.ts'
import { MembersOn } from '../../features/platforms/MembersOn.tsx'
import { MemberTable } from '../../features/platforms/MemberTable.tsx'
import { VoteFaults } from '../../features/platforms/VoteFaults.tsx'
import { fromStart, pageOf } from '../../features/registry/search.ts'
import { graphql } from '../../generated/gql.ts'
import { formatDate } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useToday } from '../../lib/today.ts'
import { useMembersText } from '../../locales/members.ts'
import { useNetworkText } from '../../locales/network.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { Choices } from '../../ui/Choices/Choices.tsx'
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx'
import { Count, Figure, Figures } from '../../ui/Figures/Figures.tsx'
import { Link, LinkButton } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead, Section } from '../../ui/Page/Page.tsx'
import { Pager } from '../../ui/Pager/Pager.tsx'
import { PrintButton } from '../../ui/PrintButton/PrintButton.tsx'

const NetworkMembers_query = graphql(`
  query NetworkMembersPage(
    $id: ID!
    $day: Date!
    $every: Boolean
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    platform(id: $id) {
      id
      name
      sample
      viewerCan {
        run {
          allowed
        }
      }
      applications(first: 20) {
        totalCount
        nodes {
          id
          ...ApplicationTable_application
        }
      }
    }
    networkStanding(platformId: $id, on: $day) {
      rulebook
      rulebookNumber
      members
      voters
      votes
      ...VoteFaults_standing
      classes {
        code
        name
        votes
      }
    }
    platformMemberships(
      platformId: $id
      on: $day
      every: $every
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
        ...MemberTable_membership
      }
    }
  }
`)

const PAGE_SIZE = 50
const route = getRouteApi('/network/members')

/** 会員と履歴: the members of any day, and what is on its way. */
export function NetworkMembersPage() {
  const { id } = route.useSearch()
  return <ChosenNetwork id={id}>{(chosen) => <Members platformId={chosen} />}</ChosenNetwork>
}

function Members({ platformId }: { platformId: string }) {
  const networkText = useNetworkText()
  const membersText = useMembersText()
  const text = membersText.list
  const language = useLanguage()
  const navigate = useNavigate()
  const now = useToday()
  // Named, because the compiler gives up on inferring it through all routes of the portal.
  const search: MemberSearch = route.useSearch()
  const day = search.on ?? now
  const [result, readAgain] = useQuery({
    query: NetworkMembers_query,
    variables: { id: platformId, day, every: search.every, ...pageOf(search, PAGE_SIZE) },
  })
  return (
    <>
      <Breadcrumbs current={text.title}>
        <Link to="/network" search={{ id: platformId }}>
          {networkText.title}
        </Link>
      </Breadcrumbs>
      <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={20}>
        {({ platform, networkStanding: standing, platformMemberships }) => {
          if (!platform || !standing)
            return <PageHead title={networkText.none} lead={<p>{networkText.noneBody}</p>} />
          const { pageInfo, nodes, totalCount } = platformMemberships
          return (
            <>
              <PageHead
                title={text.title}
                kicker={platform.name}
                sample={platform.sample}
                lead={<p>{text.lead(standing.rulebook, standing.rulebookNumber ?? null)}</p>}
                actions={
                  <>
                    {platform.viewerCan.run.allowed && (
                      <LinkButton to="/network/invite" search={{ id: platformId }} kind="main">
                        {membersText.list.invite}
                      </LinkButton>
                    )}
                    <PrintButton />
                  </>
                }
              />
              <VoteFaults standing={standing} />
              <Figures>
                <Figure label={text.figures.members}>
                  <Count unit={text.units.members}>{standing.members}</Count>
                </Figure>
                <Figure label={text.figures.voters}>
                  <Count unit={text.units.members}>{standing.voters}</Count>
                </Figure>
                <Figure label={text.figures.votes}>
                  <Count unit={text.units.votes}>{standing.votes}</Count>
                </Figure>
              </Figures>
              <Section title={search.on ? text.onDay(formatDate(search.on, language)) : text.title}>
                <Choices label={text.choice}>
                  <Link
                    to="/network/members"
                    search={{ id: platformId }}
                    activeOptions={{ exact: true }}
                    aria-current={(!search.every && !search.on) || undefined}
                  >
                    {text.today}
                  </Link>
                  <Link
                    to="/network/members"
                    search={{ id: platformId, every: true }}
                    activeOptions={{ exact: true }}
                    aria-current={search.every || undefined}
                  >
                    {text.every}
                  </Link>
                </Choices>
                <MembersOn
                  day={day}
                  onChoose={(on) => void navigate({ to: '/network/members', search: { id: platformId, on } })}
                />
                {nodes.length === 0 ? (
                  <EmptyState title={text.noneTitle}>
                    <p>{text.noneBody}</p>
                  </EmptyState>
                ) : (
                  <>
                    <MemberTable memberships={nodes} classes={standing.classes} day={day} />
                    <Pager label={membersText.pages} position={text.position(nodes.length, totalCount)}>
                      {pageInfo.hasPreviousPage && (
                        <Link
                          to="/network/members"
                          search={{ ...fromStart(search), before: pageInfo.startCursor ?? undefined }}
                        >
                          {membersText.previous}
                        </Link>
                      )}
                      {pageInfo.hasNextPage && (
                        <Link
                          to="/network/members"
                          search={{ ...fromStart(search), after: pageInfo.endCursor ?? undefined }}
                        >
                          {membersText.next}
                        </Link>
                      )}
                    </Pager>
                  </>
                )}
              </Section>
              {(platform.applications.totalCount > 0 || platform.viewerCan.run.allowed) && (
                <Section title={membersText.applications.title}>
                  {platform.applications.totalCount === 0 ? (
                    <p className="prose-sub">{membersText.applications.none}</p>
                  ) : (
                    <>
                      <p className="prose-note mb-3">{membersText.applications.lead}</p>
                      <ApplicationTable
                        applications={platform.applications.nodes}
                        classes={standing.classes}
                      />
                    </>
                  )}
                </Section>
              )}
            </>
          )
        }}
      </Loaded>
    </>
  )
}

import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { DecisionTable } from '../../features/meetings/decisions/DecisionTable.tsx'
import { conditionsOf, type RegisterSearch } from '../../features/meetings/decisions/register-search.ts'
import { RegisterFilter } from '../../features/meetings/decisions/RegisterFilter.tsx'
import { ChosenNetwork } from '../../features/platforms/ChosenNetwork.tsx'
import { fromStart, pageOf } from '../../features/registry/search.ts'
import { graphql } from '../../generated/gql.ts'
import { useDecisionsText } from '../../locales/decisions.ts'
import { useNetworkText } from '../../locales/network.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead } from '../../ui/Page/Page.tsx'
import { Pager } from '../../ui/Pager/Pager.tsx'
import { PrintButton } from '../../ui/PrintButton/PrintButton.tsx'
import '../../features/meetings/decisions/Decisions.css'

const Decisions_query = graphql(`
  query DecisionsPage(
    $id: ID!
    $text: String
    $fiscalYear: Int
    $organ: OrganKind
    $outcome: DecisionOutcome
    $holding: Boolean
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    platform(id: $id) {
      id
      name
      sample
      latest: decisions(first: 1) {
        nodes {
          id
          fiscalYear
        }
      }
      earliest: decisions(last: 1) {
        nodes {
          id
          fiscalYear
        }
      }
      decisions(
        text: $text
        fiscalYear: $fiscalYear
        organ: $organ
        outcome: $outcome
        holding: $holding
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
          ...DecisionTable_decision
        }
      }
    }
  }
`)

const PAGE_SIZE = 50
const route = getRouteApi('/network/decisions')

/** 議決の登録簿. */
export function DecisionsPage() {
  const { id } = route.useSearch()
  return <ChosenNetwork id={id}>{(chosen) => <Register platformId={chosen} />}</ChosenNetwork>
}

function Register({ platformId }: { platformId: string }) {
  const networkText = useNetworkText()
  const text = useDecisionsText()
  const navigate = useNavigate()
  // Named, because the compiler gives up on inferring it through all routes of the portal.
  const search: RegisterSearch = route.useSearch()
  const [result, readAgain] = useQuery({
    query: Decisions_query,
    variables: { id: platformId, ...conditionsOf(search), ...pageOf(search, PAGE_SIZE) },
  })
  return (
    <>
      <Breadcrumbs current={text.title}>
        <Link to="/network" search={{ id: platformId }}>
          {networkText.title}
        </Link>
      </Breadcrumbs>
      <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={20}>
        {({ platform }) => {
          if (!platform) return <PageHead title={networkText.none} lead={<p>{networkText.noneBody}</p>} />
          const { pageInfo, nodes, totalCount } = platform.decisions
          const latest = platform.latest.nodes[0]?.fiscalYear
          const earliest = platform.earliest.nodes[0]?.fiscalYear
          return (
            <>
              <PageHead
                title={text.title}
                kicker={platform.name}
                sample={platform.sample}
                lead={<p>{text.lead}</p>}
                actions={<PrintButton />}
              />
              <RegisterFilter
                search={search}
                years={yearsBetween(latest, earliest)}
                onNarrow={(next) =>
                  void navigate({ to: '/network/decisions', search: next, resetScroll: false })
                }
              />
              {nodes.length === 0 ? (
                <EmptyState title={text.none}>
                  <p>{text.noneBody}</p>
                </EmptyState>
              ) : (
                <>
                  <DecisionTable decisions={nodes} />
                  <Pager label={text.pages} position={text.position(nodes.length, totalCount)}>
                    {pageInfo.hasPreviousPage && (
                      <Link
                        to="/network/decisions"
                        search={{ ...fromStart(search), before: pageInfo.startCursor ?? undefined }}
                      >
                        {text.previous}
                      </Link>
                    )}
                    {pageInfo.hasNextPage && (
                      <Link
                        to="/network/decisions"
                        search={{ ...fromStart(search), after: pageInfo.endCursor ?? undefined }}
                      >
                        {text.next}
                      </Link>
                    )}
                  </Pager>
                </>
              )}
            </>
          )
        }}
      </Loaded>
    </>
  )
}

/** Fiscal years from the latest to the earliest. */
const yearsBetween = (latest: number | undefined, earliest: number | undefined): number[] =>
  latest === undefined || earliest === undefined
    ? []
    : Array.from({ length: latest - earliest + 1 }, (_, n) => latest - n)

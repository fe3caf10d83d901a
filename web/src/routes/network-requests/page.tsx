import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { ChosenNetwork } from '../../features/platforms/ChosenNetwork.tsx'
import { STATES, type RequestSearch } from '../../features/platforms/network-search.ts'
import { RequestTable } from '../../features/platforms/RequestTable.tsx'
import { fromStart, pageOf } from '../../features/registry/search.ts'
import { graphql } from '../../generated/gql.ts'
import { useNetworkText } from '../../locales/network.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { Choices } from '../../ui/Choices/Choices.tsx'
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead } from '../../ui/Page/Page.tsx'
import { Pager } from '../../ui/Pager/Pager.tsx'
import { PrintButton } from '../../ui/PrintButton/PrintButton.tsx'

const NetworkRequests_query = graphql(`
  query NetworkRequestsPage(
    $id: ID!
    $state: ConfirmationRequestState
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    platform(id: $id) {
      id
      name
      sample
      all: confirmationRequestCount
      open: confirmationRequestCount(state: OPEN)
      answered: confirmationRequestCount(state: ANSWERED)
      withdrawn: confirmationRequestCount(state: WITHDRAWN)
      confirmationRequests(state: $state, first: $first, after: $after, last: $last, before: $before) {
        totalCount
        pageInfo {
          hasNextPage
          hasPreviousPage
          startCursor
          endCursor
        }
        nodes {
          id
          ...RequestTable_request
        }
      }
    }
  }
`)

const PAGE_SIZE = 50
const route = getRouteApi('/network/requests')

/** What was asked of the facilities, what was answered and what is open. */
export function NetworkRequestsPage() {
  const { id } = route.useSearch()
  return <ChosenNetwork id={id}>{(chosen) => <Requests platformId={chosen} />}</ChosenNetwork>
}

function Requests({ platformId }: { platformId: string }) {
  const networkText = useNetworkText()
  const text = networkText.requests
  // Named, because the compiler gives up on inferring it through all routes of the portal.
  const search: RequestSearch = route.useSearch()
  const state = search.state ?? 'OPEN'
  const [result, readAgain] = useQuery({
    query: NetworkRequests_query,
    variables: { id: platformId, state: state === 'ALL' ? undefined : state, ...pageOf(search, PAGE_SIZE) },
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
          const { pageInfo, nodes, totalCount } = platform.confirmationRequests
          const counts = {
            OPEN: platform.open,
            ANSWERED: platform.answered,
            WITHDRAWN: platform.withdrawn,
            ALL: platform.all,
          }
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
                {STATES.map((one) => (
                  <Link
                    key={one}
                    to="/network/requests"
                    search={{ id: platformId, state: one }}
                    resetScroll={false}
                    activeOptions={{ exact: true }}
                    aria-current={one === state || undefined}
                  >
                    {text.counted(text.states[one], counts[one])}
                  </Link>
                ))}
              </Choices>
              {nodes.length === 0 ? (
                <EmptyState title={text.none[state]}>
                  <p>{text.noneBody}</p>
                </EmptyState>
              ) : (
                <>
                  <RequestTable
                    requests={nodes}
                    onConflict={() => readAgain({ requestPolicy: 'network-only' })}
                  />
                  <Pager label={text.pages} position={text.position(nodes.length, totalCount)}>
                    {pageInfo.hasPreviousPage && (
                      <Link
                        to="/network/requests"
                        search={{ ...fromStart(search), before: pageInfo.startCursor ?? undefined }}
                      >
                        {text.previous}
                      </Link>
                    )}
                    {pageInfo.hasNextPage && (
                      <Link
                        to="/network/requests"
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

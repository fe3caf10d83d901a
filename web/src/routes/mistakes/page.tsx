import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { SignInFirst } from '../../features/identity/SignInFirst.tsx'
import { MistakeTable } from '../../features/registry/mistakes/MistakeTable.tsx'
import type { MistakeSearch } from '../../features/registry/mistakes/mistake-search.ts'
import { fromStart, pageOf } from '../../features/registry/search.ts'
import { graphql } from '../../generated/gql.ts'
import { useViewer } from '../../lib/viewer.ts'
import { useMistakesText } from '../../locales/mistakes.ts'
import { Choices } from '../../ui/Choices/Choices.tsx'
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead } from '../../ui/Page/Page.tsx'
import { Pager } from '../../ui/Pager/Pager.tsx'

const MistakesPage_query = graphql(`
  query MistakesPage($open: Boolean!, $first: Int, $after: String, $last: Int, $before: String) {
    mistakeReports(open: $open, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      nodes {
        id
        ...MistakeTable_report
      }
    }
  }
`)

const PAGE_SIZE = 30
const STATES = ['OPEN', 'SETTLED'] as const
const route = getRouteApi('/mistakes')

/** まちがいの知らせ: what the public says is wrong, until somebody has said what came of it. */
export function MistakesPage() {
  const viewer = useViewer()
  return viewer?.signedIn === false ? <SignInFirst /> : <Mistakes />
}

function Mistakes() {
  const text = useMistakesText()
  // Named, because the compiler gives up on inferring it through all routes of the portal.
  const search: MistakeSearch = route.useSearch()
  const state = search.state ?? 'OPEN'
  const [result, readAgain] = useQuery({
    query: MistakesPage_query,
    variables: { open: state === 'OPEN', ...pageOf(search, PAGE_SIZE) },
    requestPolicy: 'cache-and-network',
  })
  const again = () => readAgain({ requestPolicy: 'network-only' })
  return (
    <>
      <PageHead title={text.title} lead={<p>{text.lead}</p>} />
      <Choices label={text.choice}>
        {STATES.map((one) => (
          <Link
            key={one}
            to="/mistakes"
            search={{ state: one }}
            resetScroll={false}
            activeOptions={{ exact: true }}
            aria-current={one === state || undefined}
          >
            {text.states[one]}
          </Link>
        ))}
      </Choices>
      <Loaded result={result} retry={again} lines={20}>
        {({ mistakeReports: { nodes, totalCount, pageInfo } }) =>
          nodes.length === 0 ? (
            <EmptyState title={text.none[state]}>
              <p>{text.noneBody}</p>
            </EmptyState>
          ) : (
            <>
              <MistakeTable reports={nodes} onSettled={again} />
              <Pager label={text.pages} position={text.position(nodes.length, totalCount)}>
                {pageInfo.hasPreviousPage && (
                  <Link
                    to="/mistakes"
                    search={{ ...fromStart(search), before: pageInfo.startCursor ?? undefined }}
                  >
                    {text.previous}
                  </Link>
                )}
                {pageInfo.hasNextPage && (
                  <Link
                    to="/mistakes"
                    search={{ ...fromStart(search), after: pageInfo.endCursor ?? undefined }}
                  >
                    {text.next}
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

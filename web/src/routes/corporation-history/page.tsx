import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { ChangesPage } from '../../features/registry/ChangesPage.tsx'
import { graphql } from '../../generated/gql.ts'
import { useRegistryText } from '../../locales/registry.ts'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead } from '../../ui/Page/Page.tsx'

const CorporationHistoryPage_query = graphql(`
  query CorporationHistoryPage($id: ID!, $after: String) {
    corporation(id: $id) {
      id
      name
      sample
      history(first: 30, after: $after) {
        ...ChangesPage_history
      }
    }
  }
`)

const route = getRouteApi('/corporations/$corporationId/history')

/** 変更の履歴: everything that changed at a corporation and its facilities, in words. */
export function CorporationHistoryPage() {
  const registry = useRegistryText()
  const params = route.useParams()
  const { after } = route.useSearch()
  const [result, readAgain] = useQuery({
    query: CorporationHistoryPage_query,
    variables: { id: params.corporationId, after },
  })
  return (
    <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={20}>
      {({ corporation }) => {
        if (!corporation) return <PageHead title={registry.corporation.notFound} />
        return (
          <ChangesPage
            name={corporation.name}
            sample={corporation.sample}
            history={corporation.history}
            back={
              <Link to="/corporations/$corporationId" params={params}>
                {corporation.name}
              </Link>
            }
            further={after !== undefined}
            renderNewest={(words) => (
              <Link to="/corporations/$corporationId/history" params={params}>
                {words}
              </Link>
            )}
            renderOlder={(words, cursor) => (
              <Link to="/corporations/$corporationId/history" params={params} search={{ after: cursor }}>
                {words}
              </Link>
            )}
          />
        )
      }}
    </Loaded>
  )
}

import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { ChangesPage } from '../../features/registry/ChangesPage.tsx'
import { graphql } from '../../generated/gql.ts'
import { useRegistryText } from '../../locales/registry.ts'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead } from '../../ui/Page/Page.tsx'

const FacilityHistoryPage_query = graphql(`
  query FacilityHistoryPage($id: ID!, $after: String) {
    facility(id: $id) {
      id
      shortName
      sample
      history(first: 30, after: $after) {
        ...ChangesPage_history
      }
    }
  }
`)

const route = getRouteApi('/facilities/$facilityId/history')

/** 変更の履歴: everything that changed at a facility, in words. */
export function FacilityHistoryPage() {
  const registry = useRegistryText()
  const params = route.useParams()
  const { after } = route.useSearch()
  const [result, readAgain] = useQuery({
    query: FacilityHistoryPage_query,
    variables: { id: params.facilityId, after },
  })
  return (
    <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={20}>
      {({ facility }) => {
        if (!facility) return <PageHead title={registry.facility.notFound} />
        return (
          <ChangesPage
            name={facility.shortName}
            sample={facility.sample}
            history={facility.history}
            back={
              <Link to="/facilities/$facilityId" params={params}>
                {facility.shortName}
              </Link>
            }
            further={after !== undefined}
            renderNewest={(words) => (
              <Link to="/facilities/$facilityId/history" params={params}>
                {words}
              </Link>
            )}
            renderOlder={(words, cursor) => (
              <Link to="/facilities/$facilityId/history" params={params} search={{ after: cursor }}>
                {words}
              </Link>
            )}
          />
        )
      }}
    </Loaded>
  )
}

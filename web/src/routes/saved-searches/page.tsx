import { useQuery } from 'urql'
import { SavedSearchList } from '../../features/registry/SavedSearchList.tsx'
import { graphql } from '../../generated/gql.ts'
import { useRegistryText } from '../../locales/registry.ts'
import { useSearchText } from '../../locales/search.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead } from '../../ui/Page/Page.tsx'

const SavedSearchesPage_query = graphql(`
  query SavedSearchesPage {
    savedSearches(first: 50) {
      nodes {
        id
        ...SavedSearchList_search
      }
    }
  }
`)

/** 保存した検索: the searches a person keeps. */
export function SavedSearchesPage() {
  const text = useSearchText().saved
  const registry = useRegistryText()
  const [result, readAgain] = useQuery({ query: SavedSearchesPage_query })
  return (
    <>
      <Breadcrumbs current={text.title}>
        <Link to="/registry">{registry.search.title}</Link>
      </Breadcrumbs>
      <PageHead title={text.title} lead={<p>{text.lead}</p>} />
      <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })}>
        {({ savedSearches: { nodes } }) =>
          nodes.length > 0 ? (
            <SavedSearchList searches={nodes} />
          ) : (
            <>
              <EmptyState title={text.none}>
                <p>{text.noneBody}</p>
              </EmptyState>
              <p>
                <Link to="/registry">{text.search}</Link>
              </p>
            </>
          )
        }
      </Loaded>
    </>
  )
}

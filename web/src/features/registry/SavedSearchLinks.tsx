import { useQuery } from 'urql'
import { graphql } from '../../generated/gql.ts'
import type { FacilityFilterInput } from '../../generated/graphql.ts'
import { useSearchText } from '../../locales/search.ts'
import { Link } from '../../ui/Link/Link.tsx'
import { AsideBox } from '../../ui/Page/Page.tsx'
import { searchOf } from './kept-search.ts'

const SavedSearchLinks_query = graphql(`
  query SavedSearchLinks {
    savedSearches(first: 5) {
      totalCount
      nodes {
        id
        name
        filter
      }
    }
  }
`)

/** The first kept searches, in the narrow column; nothing when there are none. */
export function SavedSearchLinks() {
  const text = useSearchText()
  const [{ data }] = useQuery({ query: SavedSearchLinks_query })
  if (!data || data.savedSearches.totalCount === 0) return null
  return (
    <AsideBox title={text.saved.title}>
      <ul>
        {data.savedSearches.nodes.map(({ id, name, filter }) => (
          <li key={id}>
            <Link to="/registry" search={searchOf(filter as FacilityFilterInput, text.near.point)}>
              {name}
            </Link>
          </li>
        ))}
        <li>
          <Link to="/registry/saved">{text.save.seeAll}</Link>
        </li>
      </ul>
    </AsideBox>
  )
}

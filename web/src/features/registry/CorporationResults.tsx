import { useNavigate } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { graphql } from '../../generated/gql.ts'
import { useRegistryText } from '../../locales/registry.ts'
import { useSearchText } from '../../locales/search.ts'
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx'
import { Field } from '../../ui/Field/Field.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { Pager } from '../../ui/Pager/Pager.tsx'
import { SampleBadge } from '../../ui/SampleBadge/SampleBadge.tsx'
import { Select } from '../../ui/Select/Select.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'
import { conditionsOf, fromStart, pageOf, readSearch, type RegistrySearch } from './search.ts'

const CorporationResults_query = graphql(`
  query CorporationResults(
    $text: String
    $municipalityCodes: [String!]
    $kinds: [CorporationKind!]
    $sample: Boolean
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    corporations(
      text: $text
      municipalityCodes: $municipalityCodes
      kinds: $kinds
      sample: $sample
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
        name
        kind
        corporateNumber
        seatAddress
        sample
        facilityCount
      }
    }
  }
`)

/** Corporations for the words, the municipality and the kind of the same search. */
export function CorporationResults({ search }: { search: RegistrySearch }) {
  const text = useSearchText()
  const registry = useRegistryText()
  const navigate = useNavigate()
  const { corporationList: words } = text
  const kind = search.c?.corporationKinds?.[0]
  const { text: query, municipalityCodes, sample } = conditionsOf(search)
  const [result, readAgain] = useQuery({
    query: CorporationResults_query,
    variables: {
      text: query,
      municipalityCodes,
      sample,
      kinds: search.c?.corporationKinds,
      ...pageOf(search),
    },
  })
  const start = fromStart(search)
  return (
    <>
      <div className="yui-no-print mb-4 max-w-80">
        <Field label={words.kind}>
          {(control) => (
            <Select
              {...control}
              value={kind ?? ''}
              onChange={({ target }) =>
                void navigate({
                  to: '/registry',
                  search: readSearch({
                    ...start,
                    c: { ...search.c, corporationKinds: target.value === '' ? undefined : [target.value] },
                  }),
                  resetScroll: false,
                })
              }
            >
              <option value="">{words.anyKind}</option>
              {Object.entries(registry.corporation.kinds).map(([key, name]) => (
                <option key={key} value={key}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={20}>
        {({ corporations: { totalCount, nodes, pageInfo } }) =>
          nodes.length === 0 ? (
            <EmptyState title={words.noneTitle}>
              <p>{words.noneBody}</p>
            </EmptyState>
          ) : (
            <>
              <output className="yui-found">{words.count(totalCount.toLocaleString('ja-JP'))}</output>
              <Table caption={words.caption} captionHidden>
                <thead>
                  <tr>
                    <Head>{words.columns.name}</Head>
                    <Head>{words.columns.kind}</Head>
                    <Head>{words.columns.number}</Head>
                    <Head numeric>{words.columns.facilities}</Head>
                  </tr>
                </thead>
                <tbody>
                  {nodes.map((corporation) => (
                    <tr key={corporation.id}>
                      <th scope="row">
                        <Link to="/corporations/$corporationId" params={{ corporationId: corporation.id }}>
                          {corporation.name}
                        </Link>
                        {corporation.sample && <SampleBadge />}
                        {corporation.seatAddress && (
                          <span className="yui-row-note">{corporation.seatAddress}</span>
                        )}
                      </th>
                      <Cell label={words.columns.kind}>{registry.corporation.kinds[corporation.kind]}</Cell>
                      <Cell label={words.columns.number}>
                        {corporation.corporateNumber ?? registry.facility.notGiven}
                      </Cell>
                      <Cell label={words.columns.facilities} numeric>
                        {corporation.facilityCount}
                      </Cell>
                    </tr>
                  ))}
                </tbody>
              </Table>
              <Pager label={registry.search.pages} position={words.position(nodes.length, totalCount)}>
                {pageInfo.hasPreviousPage && (
                  <Link to="/registry" search={{ ...start, before: pageInfo.startCursor ?? undefined }}>
                    {registry.search.previous}
                  </Link>
                )}
                {pageInfo.hasNextPage && (
                  <Link to="/registry" search={{ ...start, after: pageInfo.endCursor ?? undefined }}>
                    {registry.search.next}
                  </Link>
                )}
              </Pager>
            </>
          )
        }
      </Loaded>
      <p className="prose-note mt-4">{words.note}</p>
    </>
  )
}

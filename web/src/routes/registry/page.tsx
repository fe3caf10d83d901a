import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { Conditions } from '../../features/registry/Conditions.tsx'
import { FacilityTable } from '../../features/registry/FacilityTable.tsx'
import { RegistryFilters } from '../../features/registry/RegistryFilters.tsx'
import {
  conditionsOf,
  countConditions,
  fromStart,
  pageOf,
  readSearch,
  type RegistrySearch,
} from '../../features/registry/search.ts'
import { SearchBox } from '../../features/registry/SearchBox.tsx'
import { graphql } from '../../generated/gql.ts'
import type { RegistryPageQuery } from '../../generated/graphql.ts'
import { useHistoryText } from '../../locales/history.ts'
import { useRegistryText } from '../../locales/registry.ts'
import { Disclosure } from '../../ui/Disclosure/Disclosure.tsx'
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { Columns, PageHead } from '../../ui/Page/Page.tsx'
import { Pager } from '../../ui/Pager/Pager.tsx'
import { PrintButton } from '../../ui/PrintButton/PrintButton.tsx'

const RegistryPage_query = graphql(`
  query RegistryPage(
    $text: String
    $municipalityCodes: [String!]
    $serviceKinds: [String!]
    $freshness: [Freshness!]
    $welfareShelter: Boolean
    $sample: Boolean
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    facilities(
      text: $text
      municipalityCodes: $municipalityCodes
      serviceKinds: $serviceKinds
      freshness: $freshness
      welfareShelter: $welfareShelter
      sample: $sample
      first: $first
      after: $after
      last: $last
      before: $before
    ) {
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      nodes {
        id
        ...FacilityTable_facility
      }
    }
    registryFacets(
      text: $text
      municipalityCodes: $municipalityCodes
      serviceKinds: $serviceKinds
      freshness: $freshness
      welfareShelter: $welfareShelter
      sample: $sample
    ) {
      total
      samples
      ...Conditions_facets
      ...RegistryFilters_facets
    }
  }
`)

const route = getRouteApi('/registry')

/** 法人・施設をさがす: the registry as list and map, narrowed by the address. */
export function RegistryPage() {
  const text = useRegistryText().search
  const search = route.useSearch()
  const navigate = useNavigate()
  const variables = { ...conditionsOf(search), ...pageOf(search) }
  const [result, readAgain] = useQuery({ query: RegistryPage_query, variables })
  const find = (words: string) =>
    void navigate({ to: '/registry', search: readSearch({ ...fromStart(search), q: words }) })

  const asOf = useHistoryText().list.link
  return (
    <>
      <PageHead title={text.title} />
      <SearchBox
        label={text.label}
        support={text.support}
        submit={text.submit}
        words={search.q}
        onSearch={find}
      />
      <Conditions search={search} facets={result.data?.registryFacets} />
      <div className="mt-8">
        <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={20}>
          {(data) => (
            <Columns kind="facets">
              <div className="yui-no-print">
                <Disclosure summary={text.narrow(countConditions(search))} phoneOnly>
                  <RegistryFilters search={search} facets={data.registryFacets} />
                </Disclosure>
              </div>
              <Found search={search} data={data} />
            </Columns>
          )}
        </Loaded>
      </div>
      <p className="yui-no-print mt-8">
        <Link to="/registry/as-of">{asOf}</Link>
      </p>
    </>
  )
}

function Found({ search, data }: { search: RegistrySearch; data: RegistryPageQuery }) {
  const text = useRegistryText().search
  const { facilities, registryFacets } = data
  const { pageInfo, nodes } = facilities
  return (
    <div>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <output className="yui-found">
          <b>{registryFacets.total.toLocaleString('ja-JP')}</b>
          {text.unit}{' '}
          {registryFacets.samples > 0 && (
            <span className="prose-sub">{text.samples(registryFacets.samples)}</span>
          )}
        </output>
        <span className="yui-no-print">
          <PrintButton kind="text" />
        </span>
      </div>
      {nodes.length === 0 ? (
        <EmptyState title={text.noneTitle}>
          <p>{text.noneBody}</p>
        </EmptyState>
      ) : (
        <>
          <FacilityTable caption={text.caption} facilities={nodes} />
          <Pager label={text.pages} position={text.position(nodes.length, registryFacets.total)}>
            {pageInfo.hasPreviousPage && (
              <>
                <Link to="/registry" search={fromStart(search)}>
                  {text.first}
                </Link>
                <Link
                  to="/registry"
                  search={{ ...fromStart(search), before: pageInfo.startCursor ?? undefined }}
                >
                  {text.previous}
                </Link>
              </>
            )}
            {pageInfo.hasNextPage && (
              <Link to="/registry" search={{ ...fromStart(search), after: pageInfo.endCursor ?? undefined }}>
                {text.next}
              </Link>
            )}
          </Pager>
          <p className="prose-note mt-4">{text.capacityNote}</p>
        </>
      )}
    </div>
  )
}

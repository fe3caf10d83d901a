import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useState, type ComponentType } from 'react'
import { useQuery } from 'urql'
import type { ConditionsProps } from '../../features/registry/Conditions.tsx'
import { FacilityTable } from '../../features/registry/FacilityTable.tsx'
import { RegistryFilters } from '../../features/registry/RegistryFilters.tsx'
import {
  conditionsOf,
  countConditions,
  fromStart,
  pageOf,
  pointOf,
  readSearch,
  type RegistrySearch,
} from '../../features/registry/search.ts'
import { position } from '../../features/registry/position.ts'
import { SearchBox } from '../../features/registry/SearchBox.tsx'
import { graphql } from '../../generated/gql.ts'
import type { RegistryPageQuery } from '../../generated/graphql.ts'
import { useStore } from '../../lib/store.ts'
import { useRegistryText } from '../../locales/registry.ts'
import { Button } from '../../ui/Button/Button.tsx'
import { Choices } from '../../ui/Choices/Choices.tsx'
import { Disclosure } from '../../ui/Disclosure/Disclosure.tsx'
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { Loading } from '../../ui/Loading/Loading.tsx'
import { Columns, PageHead } from '../../ui/Page/Page.tsx'
import { Pager } from '../../ui/Pager/Pager.tsx'

const RegistryPage_query = graphql(`
  query RegistryPage(
    $text: String
    $municipalityCodes: [String!]
    $serviceKinds: [String!]
    $freshness: [Freshness!]
    $welfareShelter: Boolean
    $sample: Boolean
    $conditions: FacilityConditionsInput
    $latitude: Float!
    $longitude: Float!
    $near: Boolean!
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
      conditions: $conditions
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
        kilometresFrom(latitude: $latitude, longitude: $longitude) @include(if: $near)
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
      conditions: $conditions
    ) {
      total
      samples
      ...Conditions_facets
      ...RegistryFilters_facets
    }
  }
`)

const route = getRouteApi('/registry')

// What stands behind a press is fetched when it is pressed, so that the search itself opens quickly.
const later = <Props extends object>(
  load: () => Promise<Record<string, ComponentType<Props>>>,
  name: string,
) => lazy(async () => ({ default: (await load())[name] as ComponentType<Props> }))

type OfSearch = { search: RegistrySearch }
const MoreFilters = later<OfSearch>(() => import('../../features/registry/MoreFilters.tsx'), 'MoreFilters')
const Conditions = later<ConditionsProps>(
  () => import('../../features/registry/Conditions.tsx'),
  'Conditions',
)
const MoreConditions = later<OfSearch>(
  () => import('../../features/registry/MoreConditions.tsx'),
  'MoreConditions',
)
const FacilityMap = later<OfSearch>(() => import('../../features/registry/FacilityMap.tsx'), 'FacilityMap')
const CorporationResults = later<OfSearch>(
  () => import('../../features/registry/CorporationResults.tsx'),
  'CorporationResults',
)
const ResultTools = later<OfSearch>(() => import('../../features/registry/ResultTools.tsx'), 'ResultTools')
const OfficeOfNumber = later<{ officeNumber: string }>(
  () => import('../../features/registry/OfficeOfNumber.tsx'),
  'OfficeOfNumber',
)

/** Stands for the point of a search without one; then no distance is asked for. */
const NOWHERE = { latitude: 0, longitude: 0 }

const VIEWS = [undefined, 'map', 'corporations'] as const

/** 法人・施設をさがす: facilities as list and map, and corporations, narrowed by the address. */
export function RegistryPage() {
  const text = useRegistryText().search
  const search = route.useSearch()
  const navigate = useNavigate()
  // A search from where the device is asks again once it is known.
  useStore(position)
  const point = pointOf(search)
  const variables = {
    ...conditionsOf(search),
    ...pageOf(search),
    ...(point ?? NOWHERE),
    near: point !== undefined,
  }
  const [result, readAgain] = useQuery({ query: RegistryPage_query, variables })
  const find = (words: string) =>
    void navigate({ to: '/registry', search: readSearch({ ...fromStart(search), q: words }) })
  const officeNumber = officeNumberIn(search.q)

  const asOf = text.asOfLink
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
      <div className="mt-6">
        <Choices label={text.views.label}>
          {VIEWS.map((view) => (
            <Link
              key={view ?? 'list'}
              to="/registry"
              search={{ ...fromStart(search), view, z: undefined }}
              resetScroll={false}
              activeOptions={{ exact: true }}
              aria-current={search.view === view || undefined}
            >
              {text.views[view ?? 'list']}
            </Link>
          ))}
        </Choices>
      </div>
      {/* In one: what came in above the results later would push them away from under a finger. */}
      <Suspense fallback={<Loading lines={20} />}>
        {(search.q !== undefined || countConditions(search) > 0) && (
          <Conditions search={search} facets={result.data?.registryFacets}>
            {search.c && <MoreConditions search={search} />}
          </Conditions>
        )}
        {officeNumber !== undefined && <OfficeOfNumber officeNumber={officeNumber} />}
        <div className="mt-8">
          <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={20}>
            {(data) => (
              <Columns kind="facets">
                <div className="yui-no-print">
                  <Disclosure summary={text.narrow(countConditions(search))} phoneOnly>
                    <RegistryFilters search={search} facets={data.registryFacets} />
                    {search.view !== 'corporations' && <Further search={search} />}
                  </Disclosure>
                </div>
                <div>
                  {search.view === 'corporations' ? (
                    <Suspense fallback={<Loading lines={20} />}>
                      <CorporationResults search={search} />
                    </Suspense>
                  ) : (
                    <Found search={search} data={data} />
                  )}
                </div>
              </Columns>
            )}
          </Loaded>
        </div>
      </Suspense>
      <p className="yui-no-print mt-8">
        <Link to="/registry/as-of">{asOf}</Link>
      </p>
    </>
  )
}

/** Ten digits or letters in whatever width are a whole 事業所番号. */
function officeNumberIn(words: string | undefined): string | undefined {
  const typed = words?.normalize('NFKC').trim().toUpperCase() ?? ''
  return /^[0-9A-Z]{10}$/.test(typed) && /\d/.test(typed) ? typed : undefined
}

/** The conditions that not everybody needs, behind a press; open while one of them is in force. */
function Further({ search }: { search: RegistrySearch }) {
  const text = useRegistryText().search.views
  const [isOpen, setOpen] = useState(search.c !== undefined)
  return (
    <>
      <Button kind="text" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? text.closeMore : text.openMore}
      </Button>
      {isOpen && (
        <Suspense fallback={<Loading lines={12} />}>
          <MoreFilters search={search} />
        </Suspense>
      )}
    </>
  )
}

function Found({ search, data }: { search: RegistrySearch; data: RegistryPageQuery }) {
  const text = useRegistryText().search
  const { facilities, registryFacets } = data
  const { pageInfo, nodes } = facilities
  const distances = new Map(nodes.map(({ id, kilometresFrom }) => [id, kilometresFrom]))
  return (
    <>
      <output className="yui-found">
        <b>{registryFacets.total.toLocaleString('ja-JP')}</b>
        {text.unit}{' '}
        {registryFacets.samples > 0 && (
          <span className="prose-sub">{text.samples(registryFacets.samples)}</span>
        )}
      </output>
      {nodes.length === 0 ? (
        <EmptyState title={text.noneTitle}>
          <p>{text.noneBody}</p>
        </EmptyState>
      ) : search.view === 'map' ? (
        <Suspense fallback={<Loading lines={20} />}>
          <FacilityMap search={search} />
        </Suspense>
      ) : (
        <>
          <FacilityTable caption={text.caption} facilities={nodes} distances={distances} />
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
      {nodes.length > 0 && (
        <Suspense>
          <ResultTools search={search} />
        </Suspense>
      )}
    </>
  )
}

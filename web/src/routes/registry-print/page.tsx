import { getRouteApi } from '@tanstack/react-router'
import { useMemo } from 'react'
import { PaperList } from '../../features/registry/PaperList.tsx'
import { fromStart, readSearch } from '../../features/registry/search.ts'
import { filterOf } from '../../features/registry/kept-search.ts'
import { graphql } from '../../generated/gql.ts'
import { FOLDER_OF_ROWS, useEveryPage } from '../../lib/every-page.ts'
import { useSearchText } from '../../locales/search.ts'
import { LinkButton } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead } from '../../ui/Page/Page.tsx'
import { PrintButton } from '../../ui/PrintButton/PrintButton.tsx'

const RegistryPrintPage_query = graphql(`
  query RegistryPrintPage(
    $text: String
    $municipalityCodes: [String!]
    $serviceKinds: [String!]
    $freshness: [Freshness!]
    $welfareShelter: Boolean
    $sample: Boolean
    $conditions: FacilityConditionsInput
    $first: Int
    $after: String
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
    ) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        ...PaperList_facility
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
    }
    dataSources(first: 100) {
      nodes {
        id
        ...PaperList_source
      }
    }
  }
`)

const route = getRouteApi('/registry/print')

/** 施設の一覧 on A4: the whole result with its conditions, day, sources and licences. */
export function RegistryPrintPage() {
  const text = useSearchText()
  const search = route.useSearch()
  // Where a device is goes onto no paper.
  const printed = useMemo(() => {
    const { c, ...others } = search
    const { near, ...conditions } = c ?? {}
    return readSearch({ ...others, c: near && !('here' in near) ? { ...conditions, near } : conditions })
  }, [search])
  const variables = useMemo(() => filterOf(printed), [printed])
  const { retry, read, ...result } = useEveryPage({
    query: RegistryPrintPage_query,
    variables,
    connectionOf: ({ facilities, registryFacets }) => ({ ...facilities, totalCount: registryFacets.total }),
    most: FOLDER_OF_ROWS,
  })
  return (
    <>
      <PageHead
        title={text.paper.title}
        actions={
          <span className="yui-buttons yui-no-print">
            <PrintButton />
            <LinkButton to="/registry" search={fromStart(search)}>
              {text.paper.back}
            </LinkButton>
          </span>
        }
      />
      {!result.data && !result.error && read > 0 && (
        <output className="block">{text.paper.reading(String(read))}</output>
      )}
      <Loaded result={result} retry={retry} lines={20}>
        {({ first, nodes, totalCount }) => (
          <PaperList
            search={printed}
            facilities={nodes}
            totalCount={totalCount}
            sources={first.dataSources.nodes}
          />
        )}
      </Loaded>
    </>
  )
}

import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useQuery } from 'urql'
import { ExportLinks } from '../../features/registry/ExportLinks.tsx'
import { fromStart, pageOf } from '../../features/registry/search.ts'
import { SearchBox } from '../../features/registry/SearchBox.tsx'
import {
  readShelterSearch,
  shelterConditionsOf,
  type ShelterSearch,
} from '../../features/registry/shelter-search.ts'
import { ShelterTable } from '../../features/registry/ShelterTable.tsx'
import { YAMAGATA } from '../../features/registry/yamagata.ts'
import { graphql } from '../../generated/gql.ts'
import { useRegistryText } from '../../locales/registry.ts'
import { useShelterLinksText } from '../../locales/shelter-links.ts'
import { useSearchText } from '../../locales/search.ts'
import { Choices } from '../../ui/Choices/Choices.tsx'
import { Disclosure } from '../../ui/Disclosure/Disclosure.tsx'
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx'
import { Field } from '../../ui/Field/Field.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { Loading } from '../../ui/Loading/Loading.tsx'
import { PageHead } from '../../ui/Page/Page.tsx'
import { Pager } from '../../ui/Pager/Pager.tsx'
import { PrintButton } from '../../ui/PrintButton/PrintButton.tsx'
import { Select } from '../../ui/Select/Select.tsx'

const SheltersPage_query = graphql(`
  query SheltersPage(
    $text: String
    $municipalityCodes: [String!]
    $kind: ShelterKind
    $welfare: Boolean
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    shelters(
      text: $text
      municipalityCodes: $municipalityCodes
      kind: $kind
      welfare: $welfare
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
        ...ShelterTable_shelter
      }
    }
  }
`)

const route = getRouteApi('/shelters')

const ShelterMap = lazy(async () => ({
  default: (await import('../../features/registry/ShelterMap.tsx')).ShelterMap,
}))

/** 避難所: what municipalities have designated, first of all the 指定福祉避難所. */
export function SheltersPage() {
  const links = useShelterLinksText()
  const text = useRegistryText()
  const more = useSearchText()
  const words = text.shelters
  const search = route.useSearch()
  const navigate = useNavigate()
  const variables = { ...shelterConditionsOf(search), ...pageOf(search) }
  const [result, readAgain] = useQuery({ query: SheltersPage_query, variables })
  const start: ShelterSearch = fromStart(search)
  const go = (change: Record<string, unknown>) =>
    void navigate({ to: '/shelters', search: readShelterSearch({ ...start, ...change }), resetScroll: false })

  return (
    <>
      <PageHead title={words.title} lead={<p>{words.lead}</p>} actions={<PrintButton />} />
      <p className="yui-no-print mb-4">
        <Link to="/shelters/welfare">{links.register}</Link>
      </p>
      <SearchBox label={words.label} submit={words.submit} words={search.q} onSearch={(q) => go({ q })} />
      <div className="yui-no-print my-6 max-w-80">
        <Field label={words.municipality}>
          {(control) => (
            <Select {...control} value={search.m ?? ''} onChange={({ target }) => go({ m: target.value })}>
              <option value="">{words.everywhere}</option>
              {YAMAGATA.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <Choices label={words.kind}>
        {([undefined, 'DESIGNATED_SHELTER', 'EMERGENCY_SITE', 'all'] as const).map((kind) => (
          <Link
            key={kind ?? 'welfare'}
            to="/shelters"
            search={readShelterSearch({ ...start, kind })}
            activeOptions={{ exact: true }}
            aria-current={search.kind === kind || undefined}
          >
            {kind === undefined ? words.welfareKind : kind === 'all' ? words.all : words.kinds[kind]}
          </Link>
        ))}
      </Choices>
      <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={20}>
        {({ shelters: { totalCount, nodes, pageInfo } }) =>
          nodes.length === 0 ? (
            <EmptyState title={words.noneTitle}>
              <p>{words.noneBody}</p>
            </EmptyState>
          ) : (
            <>
              <output className="yui-found my-4 block">
                {words.count(totalCount.toLocaleString('ja-JP'))}
              </output>
              <p className="yui-no-print">
                <Link
                  to="/shelters"
                  search={{ ...start, view: search.view === 'map' ? undefined : 'map', z: undefined }}
                  resetScroll={false}
                >
                  {search.view === 'map' ? more.points.list : more.points.map}
                </Link>
              </p>
              {search.view === 'map' ? (
                <Suspense fallback={<Loading lines={20} />}>
                  <ShelterMap search={search} />
                </Suspense>
              ) : (
                <>
                  <ShelterTable shelters={nodes} />
                  <Pager label={text.search.pages} position={words.position(nodes.length, totalCount)}>
                    {pageInfo.hasPreviousPage && (
                      <Link to="/shelters" search={{ ...start, before: pageInfo.startCursor ?? undefined }}>
                        {text.search.previous}
                      </Link>
                    )}
                    {pageInfo.hasNextPage && (
                      <Link to="/shelters" search={{ ...start, after: pageInfo.endCursor ?? undefined }}>
                        {text.search.next}
                      </Link>
                    )}
                  </Pager>
                </>
              )}
              <div className="yui-no-print mt-6">
                <Disclosure summary={more.tools.files}>
                  <ExportLinks of="shelters" filter={shelterConditionsOf(search)} />
                </Disclosure>
              </div>
            </>
          )
        }
      </Loaded>
    </>
  )
}

import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { AsOfBand } from '../../features/registry/AsOfBand.tsx'
import { AsOfForm } from '../../features/registry/AsOfForm.tsx'
import { graphql } from '../../generated/gql.ts'
import { formatDate, today } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useHistoryText } from '../../locales/history.ts'
import { useRegistryFieldsText } from '../../locales/registry-fields.ts'
import { useRegistryText } from '../../locales/registry.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead } from '../../ui/Page/Page.tsx'
import { Pager } from '../../ui/Pager/Pager.tsx'
import { PrintButton } from '../../ui/PrintButton/PrintButton.tsx'
import { SampleBadge } from '../../ui/SampleBadge/SampleBadge.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'

const RegistryAsOfPage_query = graphql(`
  query RegistryAsOfPage($asOf: Date!, $municipalityCode: String, $after: String) {
    municipalities(first: 100) {
      nodes {
        id
        code
        name
      }
    }
    registryAsOf(asOf: $asOf, municipalityCode: $municipalityCode, first: 50, after: $after) {
      endCursor
      facilities {
        facilityId
        name
        corporationId
        corporationName
        municipalityName
        capacity
        status
        sample
      }
    }
  }
`)

const route = getRouteApi('/registry/as-of')

/** 過去の日の登録: the list of facilities as it stood at the end of a day. */
export function RegistryAsOfPage() {
  const text = useHistoryText()
  const { list } = text
  const language = useLanguage()
  const navigate = useNavigate()
  const { codes } = useRegistryFieldsText()
  const registry = useRegistryText()
  const { on, m, after } = route.useSearch()
  const asOf = on ?? today()
  const [result, readAgain] = useQuery({
    query: RegistryAsOfPage_query,
    variables: { asOf, municipalityCode: m, after },
  })
  const go = (day: string) => void navigate({ to: '/registry/as-of', search: { on: day, m } })
  return (
    <>
      <Breadcrumbs current={list.heading}>
        <Link to="/registry">{registry.search.title}</Link>
      </Breadcrumbs>
      <PageHead
        title={list.title(formatDate(asOf, language))}
        lead={<p>{list.lead}</p>}
        actions={<PrintButton />}
      />
      <AsOfBand asOf={asOf}>
        <Link to="/registry">{text.asOf.today}</Link>
      </AsOfBand>
      <AsOfForm key={asOf} asOf={asOf} onChoose={go} open={on === undefined} />
      <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={20}>
        {({ registryAsOf: { facilities, endCursor }, municipalities }) => (
          <>
            <nav className="yui-no-print my-4 flex flex-wrap gap-x-4" aria-label={list.municipality}>
              <Link to="/registry/as-of" search={{ on: asOf }} aria-current={m === undefined || undefined}>
                {list.everywhere}
              </Link>
              {municipalities.nodes.map(({ id, code, name }) => (
                <Link
                  key={id}
                  to="/registry/as-of"
                  search={{ on: asOf, m: code }}
                  activeOptions={{ exact: true }}
                  aria-current={code === m || undefined}
                >
                  {name}
                </Link>
              ))}
            </nav>
            {facilities.length === 0 ? (
              <EmptyState title={list.noneTitle}>
                <p>{list.noneBody}</p>
              </EmptyState>
            ) : (
              <>
                <Table caption={list.caption} captionHidden dense>
                  <thead>
                    <tr>
                      <Head>{list.columns.name}</Head>
                      <Head>{list.columns.corporation}</Head>
                      <Head>{list.columns.municipality}</Head>
                      <Head numeric>{list.columns.capacity}</Head>
                      <Head>{list.columns.status}</Head>
                    </tr>
                  </thead>
                  <tbody>
                    {facilities.map((row) => (
                      <tr key={row.facilityId}>
                        <th scope="row">
                          <Link
                            to="/facilities/$facilityId"
                            params={{ facilityId: row.facilityId }}
                            search={{ asOf }}
                          >
                            {row.name}
                          </Link>
                          {row.sample && <SampleBadge />}
                        </th>
                        <Cell label={list.columns.corporation}>
                          {row.corporationId ? (
                            <Link
                              to="/corporations/$corporationId"
                              params={{ corporationId: row.corporationId }}
                              search={{ asOf }}
                            >
                              {row.corporationName}
                            </Link>
                          ) : (
                            list.noCorporation
                          )}
                        </Cell>
                        <Cell label={list.columns.municipality}>{row.municipalityName}</Cell>
                        <Cell label={list.columns.capacity} numeric>
                          {row.capacity === null
                            ? registry.facility.notGiven
                            : registry.facility.persons(row.capacity)}
                        </Cell>
                        <Cell label={list.columns.status}>{codes.status[row.status]}</Cell>
                      </tr>
                    ))}
                  </tbody>
                </Table>
                <Pager label={list.pages} position={list.shown(facilities.length)}>
                  {after && (
                    <Link to="/registry/as-of" search={{ on: asOf, m }}>
                      {list.first}
                    </Link>
                  )}
                  {endCursor && (
                    <Link to="/registry/as-of" search={{ on: asOf, m, after: endCursor }}>
                      {list.next}
                    </Link>
                  )}
                </Pager>
              </>
            )}
          </>
        )}
      </Loaded>
    </>
  )
}

import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { RegisterChoices } from '../../features/readiness/RegisterChoices.tsx'
import { RegisterTable } from '../../features/readiness/RegisterTable.tsx'
import { TakeOver } from '../../features/readiness/TakeOver.tsx'
import { YAMAGATA } from '../../features/registry/yamagata.ts'
import { graphql } from '../../generated/gql.ts'
import type { ShelterCountDefinition } from '../../generated/graphql.ts'
import { formatMoment } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { momentOf } from '../../lib/moments.ts'
import { useViewer } from '../../lib/viewer.ts'
import { usePapersText } from '../../locales/papers.ts'
import { useReadinessText } from '../../locales/readiness.ts'
import { Disclosure } from '../../ui/Disclosure/Disclosure.tsx'
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx'
import { Link, LinkButton } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead } from '../../ui/Page/Page.tsx'
import { Pager } from '../../ui/Pager/Pager.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'

const WelfareSheltersPage_query = graphql(`
  query WelfareSheltersPage(
    $definition: ShelterCountDefinition!
    $eventId: ID
    $at: DateTime
    $municipalityCode: String
    $need: CareNeed
    $direct: Boolean
    $after: String
    $before: String
  ) {
    shelterCounts(eventId: $eventId, at: $at, municipalityCode: $municipalityCode) {
      definition
      count
    }
    shelterCount(
      definition: $definition
      eventId: $eventId
      at: $at
      municipalityCode: $municipalityCode
      need: $need
      direct: $direct
      first: 50
      after: $after
      before: $before
    ) {
      definition
      at
      drill
      count
      found
      startCursor
      endCursor
      hasPrevious
      hasNext
      rows {
        facilityId
        ...RegisterTable_row
      }
    }
  }
`)

const route = getRouteApi('/shelters/welfare')

/** 福祉避難所の台帳: which facilities are counted by a named definition, and by which record. */
export function WelfareSheltersPage() {
  const search = route.useSearch()
  const texts = useReadinessText()
  const papers = usePapersText()
  const text = texts.register
  const language = useLanguage()
  const roles = useViewer()?.acting?.roles ?? []
  const definition: ShelterCountDefinition = search.d ?? 'DESIGNATED'
  const start = { ...search, after: undefined, before: undefined }
  const [result, readAgain] = useQuery({
    query: WelfareSheltersPage_query,
    variables: {
      definition,
      eventId: search.e ?? null,
      at: momentOf(search.at ?? ''),
      municipalityCode: search.m ?? null,
      need: search.n ?? null,
      direct: search.direct ?? null,
      after: search.after ?? null,
      before: search.before ?? null,
    },
  })
  const again = () => readAgain({ requestPolicy: 'network-only' })
  return (
    <>
      <PageHead
        title={text.title}
        lead={<p>{text.lead}</p>}
        actions={
          <LinkButton to="/shelters/welfare/print" search={start} icon="print">
            {papers.open}
          </LinkButton>
        }
      />
      <Loaded result={result} retry={again} lines={20}>
        {({ shelterCounts, shelterCount: counted }) => {
          const rows = counted?.rows ?? []
          const countOf = (each: ShelterCountDefinition) =>
            shelterCounts?.find((one) => one.definition === each)?.count ?? 0
          const choices = (
            <RegisterChoices
              search={search}
              definition={definition}
              counts={shelterCounts ?? []}
              municipalities={YAMAGATA}
            />
          )
          if (!counted)
            return (
              <>
                {choices}
                <EmptyState title={text.nowhere}>
                  <p>
                    <Link to="/shelters/welfare" search={{}}>
                      {text.noEvent}
                    </Link>
                  </p>
                </EmptyState>
              </>
            )
          return (
            <>
              {choices}
              <output className="yui-found my-4 block">
                {text.of(text.definitions[definition], counted.found, counted.count)}
              </output>
              <p className="prose-note">
                {text.printedAt(formatMoment(counted.at, language))}
                {'　'}
                {counted.drill ? <b className="prose-strong">{text.drillCount}</b> : text.real}
              </p>
              {rows.length === 0 ? (
                <EmptyState title={text.none}>
                  <p>{text.noneBody}</p>
                </EmptyState>
              ) : (
                <RegisterTable rows={rows} />
              )}
              {(counted.hasPrevious || counted.hasNext) && (
                <Pager label={text.pages} position={text.position(rows.length, counted.found)}>
                  {counted.hasPrevious && counted.startCursor && (
                    <Link to="/shelters/welfare" search={{ ...start, before: counted.startCursor }}>
                      {text.previous}
                    </Link>
                  )}
                  {counted.hasNext && counted.endCursor && (
                    <Link to="/shelters/welfare" search={{ ...start, after: counted.endCursor }}>
                      {text.next}
                    </Link>
                  )}
                </Pager>
              )}
              <div className="yui-no-print mt-8">
                <Disclosure summary={text.allWays}>
                  <Table caption={text.waysCaption} captionHidden dense>
                    <thead>
                      <tr>
                        <Head>{text.way}</Head>
                        <Head numeric>{text.number}</Head>
                      </tr>
                    </thead>
                    <tbody>
                      {(Object.keys(text.definitions) as ShelterCountDefinition[]).map((each) => (
                        <tr key={each}>
                          <th scope="row">
                            <Link to="/shelters/welfare" search={{ ...start, d: each }}>
                              {text.definitions[each]}
                            </Link>
                          </th>
                          <Cell label={text.number} numeric>
                            {text.count(countOf(each))}
                          </Cell>
                        </tr>
                      ))}
                    </tbody>
                  </Table>
                </Disclosure>
              </div>
              {roles.includes('SYSTEM_OPERATOR') && <TakeOver onDone={again} />}
            </>
          )
        }}
      </Loaded>
    </>
  )
}

import { getRouteApi } from '@tanstack/react-router'
import { useMemo } from 'react'
import { YAMAGATA } from '../../features/registry/yamagata.ts'
import type { RegisterSearch } from '../../features/readiness/register-search.ts'
import { RegisterTable } from '../../features/readiness/RegisterTable.tsx'
import { graphql } from '../../generated/gql.ts'
import { formatMoment } from '../../lib/dates.ts'
import { useEveryPage } from '../../lib/every-page.ts'
import { useLanguage } from '../../lib/language.ts'
import { momentOf } from '../../lib/moments.ts'
import { usePapersText } from '../../locales/papers.ts'
import { useReadinessText } from '../../locales/readiness.ts'
import { LinkButton } from '../../ui/Link/Link.tsx'
import { Paper } from '../../ui/Paper/Paper.tsx'

const WelfareSheltersPaper_query = graphql(`
  query WelfareSheltersPaper(
    $definition: ShelterCountDefinition!
    $eventId: ID
    $event: ID!
    $ofEvent: Boolean!
    $at: DateTime
    $municipalityCode: String
    $need: CareNeed
    $direct: Boolean
    $first: Int
    $after: String
  ) {
    disasterEvent(id: $event) @include(if: $ofEvent) {
      id
      name
    }
    shelterCount(
      definition: $definition
      eventId: $eventId
      at: $at
      municipalityCode: $municipalityCode
      need: $need
      direct: $direct
      first: $first
      after: $after
    ) {
      at
      drill
      count
      found
      endCursor
      hasNext
      rows {
        facilityId
        ...RegisterTable_row
      }
    }
  }
`)

const route = getRouteApi('/shelters/welfare/print')

/** 福祉避難所の台帳 on A4: every facility that is counted, with the way of counting and its conditions. */
export function WelfareSheltersPaperPage() {
  const search: RegisterSearch = route.useSearch()
  const words = usePapersText()
  const text = words.register
  const { register, needs } = useReadinessText()
  const language = useLanguage()
  const definition = search.d ?? 'DESIGNATED'
  const conditions = [
    search.m && (YAMAGATA.find(({ code }) => code === search.m)?.name ?? search.m),
    search.n && text.only.need(needs[search.n]),
    search.direct && text.only.direct,
  ].filter((words) => typeof words === 'string' && words !== '')
  const variables = useMemo(
    () => ({
      definition,
      eventId: search.e ?? null,
      event: search.e ?? '',
      ofEvent: search.e !== undefined,
      at: momentOf(search.at ?? ''),
      municipalityCode: search.m ?? null,
      need: search.n ?? null,
      direct: search.direct ?? null,
    }),
    [search, definition],
  )
  const result = useEveryPage({
    query: WelfareSheltersPaper_query,
    variables,
    connectionOf: ({ shelterCount }) =>
      shelterCount && {
        totalCount: shelterCount.found,
        pageInfo: { hasNextPage: shelterCount.hasNext, endCursor: shelterCount.endCursor ?? null },
        nodes: shelterCount.rows,
      },
  })
  return (
    <Paper
      result={result}
      title={text.title}
      back={
        <LinkButton to="/shelters/welfare" search={{ ...search, after: undefined, before: undefined }}>
          {words.back}
        </LinkButton>
      }
      nameOf={({ first: { shelterCount, disasterEvent } }) =>
        shelterCount && {
          title: text.title,
          of: disasterEvent?.name ?? register.noEvent,
          drill: shelterCount.drill,
        }
      }
      none={register.nowhere}
    >
      {({ first: { shelterCount: counted }, nodes, totalCount }) => (
        <>
          <p>
            {register.of(register.definitions[definition], totalCount, counted?.count ?? 0)}{' '}
            {counted && search.at && register.printedAt(formatMoment(counted.at, language))}
          </p>
          {conditions.length > 0 && (
            <p>
              {text.conditions}：{conditions.join('・')}
            </p>
          )}
          {!counted?.drill && <p className="prose-note">{register.real}</p>}
          {nodes.length === 0 ? <p>{register.none}</p> : <RegisterTable rows={nodes} />}
        </>
      )}
    </Paper>
  )
}

import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { YAMAGATA } from '../../features/registry/yamagata.ts'
import { PhoneLink } from '../../features/registry/PhoneLink.tsx'
import { graphql } from '../../generated/gql.ts'
import type { CareNeed, ShelterCountDefinition } from '../../generated/graphql.ts'
import { formatDate, formatMoment } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useReadinessText } from '../../locales/readiness.ts'
import { Checkbox } from '../../ui/Checkbox/Checkbox.tsx'
import { Disclosure } from '../../ui/Disclosure/Disclosure.tsx'
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx'
import { Field } from '../../ui/Field/Field.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead } from '../../ui/Page/Page.tsx'
import { PrintButton } from '../../ui/PrintButton/PrintButton.tsx'
import { SampleBadge } from '../../ui/SampleBadge/SampleBadge.tsx'
import { Select } from '../../ui/Select/Select.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'

const WelfareSheltersPage_query = graphql(`
  query WelfareSheltersPage($definition: ShelterCountDefinition!, $municipalityCode: String) {
    shelterCounts(municipalityCode: $municipalityCode) {
      definition
      count
    }
    shelterCount(definition: $definition, municipalityCode: $municipalityCode) {
      definition
      at
      count
      rows {
        facilityId
        name
        municipality
        corporation
        phone
        sample
        kind
        at
        source
        sourceText
        dayPlaces
        nightPlaces
        directEvacuation
        acceptedPersons
        needs
      }
    }
  }
`)

const route = getRouteApi('/shelters/welfare')

/** 福祉避難所の台帳: which facilities are counted by a named definition, and by which record. */
export function WelfareSheltersPage() {
  const search = route.useSearch()
  const navigate = useNavigate()
  const texts = useReadinessText()
  const text = texts.register
  const language = useLanguage()
  const definition: ShelterCountDefinition = search.d ?? 'DESIGNATED'
  const [result, readAgain] = useQuery({
    query: WelfareSheltersPage_query,
    variables: { definition, municipalityCode: search.m },
  })
  const go = (change: typeof search) =>
    void navigate({ to: '/shelters/welfare', search: { ...search, ...change }, resetScroll: false })
  const needs = Object.entries(texts.needs) as [CareNeed, string][]
  return (
    <>
      <PageHead title={text.title} lead={<p>{text.lead}</p>} actions={<PrintButton />} />
      <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={20}>
        {({ shelterCounts, shelterCount }) => {
          const all = shelterCount?.rows ?? []
          const rows = all.filter(
            (row) =>
              (!search.n || row.needs.includes(search.n)) &&
              (!search.direct || row.directEvacuation === true),
          )
          const countOf = (each: ShelterCountDefinition) =>
            shelterCounts?.find((one) => one.definition === each)?.count ?? 0
          return (
            <>
              <div className="yui-no-print my-6 grid gap-4 desktop:grid-cols-3">
                <Field label={text.definition}>
                  {(control) => (
                    <Select
                      {...control}
                      value={definition}
                      onChange={({ target }) => go({ d: target.value as ShelterCountDefinition })}
                    >
                      {(shelterCounts ?? []).map((one) => (
                        <option key={one.definition} value={one.definition}>
                          {`${text.definitions[one.definition]}（${text.count(one.count)}）`}
                        </option>
                      ))}
                    </Select>
                  )}
                </Field>
                <Field label={text.municipality}>
                  {(control) => (
                    <Select
                      {...control}
                      value={search.m ?? ''}
                      onChange={({ target }) => go({ m: target.value || undefined })}
                    >
                      <option value="">{text.everywhere}</option>
                      {YAMAGATA.map(({ code, name }) => (
                        <option key={code} value={code}>
                          {name}
                        </option>
                      ))}
                    </Select>
                  )}
                </Field>
                <Field label={text.need}>
                  {(control) => (
                    <Select
                      {...control}
                      value={search.n ?? ''}
                      onChange={({ target }) =>
                        go({ n: (target.value || undefined) as CareNeed | undefined })
                      }
                    >
                      <option value="">{text.anyNeed}</option>
                      {needs.map(([need, words]) => (
                        <option key={need} value={need}>
                          {words}
                        </option>
                      ))}
                    </Select>
                  )}
                </Field>
                <Checkbox
                  checked={search.direct ?? false}
                  onChange={({ target }) => go({ direct: target.checked || undefined })}
                >
                  {text.direct}
                </Checkbox>
              </div>
              <output className="yui-found my-4 block">
                {text.of(text.definitions[definition], rows.length, all.length)}
              </output>
              <p className="prose-note">
                {shelterCount && text.printedAt(formatMoment(shelterCount.at, language))}　{text.real}
              </p>
              {rows.length === 0 ? (
                <EmptyState title={text.none}>
                  <p>{text.noneBody}</p>
                </EmptyState>
              ) : (
                <Table caption={text.caption} captionHidden dense>
                  <thead>
                    <tr>
                      <Head>{text.columns.name}</Head>
                      <Head>{text.columns.fact}</Head>
                      <Head>{text.columns.places}</Head>
                      <Head>{text.columns.accepts}</Head>
                      <Head>{text.columns.phone}</Head>
                    </tr>
                  </thead>
                  <tbody>
                    {rows.map((row) => (
                      <tr key={row.facilityId}>
                        <th scope="row">
                          <Link to="/shelters/welfare/$facilityId" params={{ facilityId: row.facilityId }}>
                            {row.name}
                          </Link>
                          {row.sample && <SampleBadge />}
                          <span className="yui-row-note">
                            {row.municipality}
                            {row.corporation && `　${row.corporation}`}
                          </span>
                        </th>
                        <Cell label={text.columns.fact}>
                          {texts.kinds[row.kind]}　{text.since(formatDate(row.at, language))}
                          <span className="yui-row-note">
                            {texts.sources[row.source]}：{row.sourceText}
                          </span>
                        </Cell>
                        <Cell label={text.columns.places}>
                          {row.dayPlaces === null && row.nightPlaces === null
                            ? text.notGiven
                            : [
                                row.dayPlaces !== null && text.day(row.dayPlaces),
                                row.nightPlaces !== null && text.night(row.nightPlaces),
                              ]
                                .filter(Boolean)
                                .join('・')}
                        </Cell>
                        <Cell label={text.columns.accepts}>
                          {row.acceptedPersons ||
                            row.needs.map((need) => texts.needs[need]).join('、') ||
                            text.notGiven}
                          {row.directEvacuation && <span className="yui-row-note">{text.directly}</span>}
                        </Cell>
                        <Cell label={text.columns.phone}>
                          {row.phone ? <PhoneLink number={row.phone} /> : text.notGiven}
                        </Cell>
                      </tr>
                    ))}
                  </tbody>
                </Table>
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
                            <Link to="/shelters/welfare" search={{ ...search, d: each }}>
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
            </>
          )
        }}
      </Loaded>
    </>
  )
}

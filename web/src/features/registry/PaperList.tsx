import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { formatDate } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useToday } from '../../lib/today.ts'
import { useRegistryText } from '../../locales/registry.ts'
import { useSearchText } from '../../locales/search.ts'
import { SampleBadge } from '../../ui/SampleBadge/SampleBadge.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'
import type { RegistrySearch } from './search.ts'
import { useConditionWords } from './use-condition-words.ts'

const PaperList_facility = graphql(`
  fragment PaperList_facility on Facility {
    id
    name
    address
    phone
    capacity
    sample
    corporation {
      id
      name
    }
  }
`)

const PaperList_source = graphql(`
  fragment PaperList_source on DataSource {
    id
    issuer
    title
    asOf
    licence
  }
`)

interface PaperListProps {
  search: RegistrySearch
  facilities: readonly FragmentType<typeof PaperList_facility>[]
  totalCount: number
  sources: readonly FragmentType<typeof PaperList_source>[]
}

/** A result as it lies on a desk: conditions, day, rows, and where the facts come from. */
export function PaperList({ search, facilities, totalCount, sources }: PaperListProps) {
  const text = useSearchText().paper
  const registry = useRegistryText()
  const language = useLanguage()
  const day = useToday()
  const conditions = useConditionWords(search)
  const shown = (count: number) => count.toLocaleString('ja-JP')
  // Files of one release have one line.
  const credits = new Set(
    readFragment(PaperList_source, sources).map(({ issuer, title, asOf, licence }) =>
      text.source(issuer, title.replace(/（[^）]*）$/, ''), formatDate(asOf, language), licence),
    ),
  )
  return (
    <>
      <p>
        {text.conditions}：{conditions.length > 0 ? conditions.join('・') : text.none}
      </p>
      <p>
        {text.made(formatDate(day, language))}{' '}
        {facilities.length < totalCount
          ? text.count(shown(facilities.length), shown(totalCount))
          : text.all(shown(totalCount))}
      </p>
      {facilities.length < totalCount && <p className="prose-strong">{text.cut}</p>}
      <Table caption={text.title} captionHidden dense>
        <thead>
          <tr>
            <Head numeric>{text.columns.number}</Head>
            <Head>{text.columns.name}</Head>
            <Head>{text.columns.address}</Head>
            <Head>{text.columns.phone}</Head>
            <Head numeric>{text.columns.capacity}</Head>
          </tr>
        </thead>
        <tbody>
          {readFragment(PaperList_facility, facilities).map((facility, n) => (
            <tr key={facility.id}>
              <Cell label={text.columns.number} numeric>
                {n + 1}
              </Cell>
              <th scope="row">
                {facility.name}
                {facility.sample && <SampleBadge />}
                {facility.corporation && <span className="yui-row-note">{facility.corporation.name}</span>}
              </th>
              <Cell label={text.columns.address}>{facility.address}</Cell>
              <Cell label={text.columns.phone}>{facility.phone ?? registry.facility.notGiven}</Cell>
              <Cell label={text.columns.capacity} numeric>
                {facility.capacity === null
                  ? registry.facility.notGiven
                  : registry.facility.persons(facility.capacity)}
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
      <p className="prose-note mt-4">{text.legend}</p>
      <section className="prose-note mt-2" aria-label={text.sources}>
        <p className="prose-strong">{text.sources}</p>
        <ul>
          {[...credits].map((credit) => (
            <li key={credit}>{credit}</li>
          ))}
        </ul>
      </section>
    </>
  )
}

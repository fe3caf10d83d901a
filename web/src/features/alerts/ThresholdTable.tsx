import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import { formatDate } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useAlertsText } from '../../locales/alerts.ts'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'
import { weightName } from './weight.ts'

const Threshold = graphql(`
  fragment ThresholdTable_threshold on AlertThreshold {
    id
    signal
    minimum
    startsOn
    basis
    confirmedAt
    platform {
      id
    }
  }
`)

/** From which weight on a message makes the portal ask. */
export function ThresholdTable({ thresholds }: { thresholds: readonly FragmentType<typeof Threshold>[] }) {
  const text = useAlertsText()
  const language = useLanguage()
  const { columns, ...words } = text.thresholds
  return (
    <Table caption={words.title} captionHidden>
      <thead>
        <tr>
          <Head>{columns.what}</Head>
          <Head>{columns.since}</Head>
          <Head>{columns.basis}</Head>
          <Head>{columns.state}</Head>
        </tr>
      </thead>
      <tbody>
        {thresholds
          .map((threshold) => readFragment(Threshold, threshold))
          .map(({ id, signal, minimum, startsOn, basis, confirmedAt, platform }) => (
            <tr key={id}>
              <th scope="row">
                {words.orMore(weightName(text, { signal, rank: minimum }))}
                {platform && <span className="prose-sub"> {words.own}</span>}
              </th>
              <Cell label={columns.since}>{formatDate(startsOn, language)}</Cell>
              <Cell label={columns.basis}>{basis}</Cell>
              <Cell label={columns.state}>{confirmedAt ? words.confirmed : words.unconfirmed}</Cell>
            </tr>
          ))}
      </tbody>
    </Table>
  )
}

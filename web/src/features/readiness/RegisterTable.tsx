import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import { formatDate } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useReadinessText } from '../../locales/readiness.ts'
import { Link } from '../../ui/Link/Link.tsx'
import { SampleBadge } from '../../ui/SampleBadge/SampleBadge.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'
import { PhoneLink } from '../registry/PhoneLink.tsx'

const RegisterTable_row = graphql(`
  fragment RegisterTable_row on ShelterCounted {
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
`)

interface RegisterTableProps {
  rows: readonly FragmentType<typeof RegisterTable_row>[]
}

/** Welfare shelters that are counted, each with the record by which it is. */
export function RegisterTable({ rows }: RegisterTableProps) {
  const texts = useReadinessText()
  const text = texts.register
  const language = useLanguage()
  return (
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
        {readFragment(RegisterTable_row, rows).map((row) => (
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
              {[
                row.dayPlaces === null ? '' : text.day(row.dayPlaces),
                row.nightPlaces === null ? '' : text.night(row.nightPlaces),
                row.dayPlaces === null && row.nightPlaces === null ? text.notGiven : '',
              ]
                .filter((words) => words !== '')
                .map((words) => (
                  <span key={words} className="block whitespace-nowrap">
                    {words}
                  </span>
                ))}
            </Cell>
            <Cell label={text.columns.accepts}>
              {row.acceptedPersons || row.needs.map((need) => texts.needs[need]).join('、') || text.notGiven}
              {row.directEvacuation && <span className="yui-row-note">{text.directly}</span>}
            </Cell>
            <Cell label={text.columns.phone}>
              {row.phone ? <PhoneLink number={row.phone} /> : text.notGiven}
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

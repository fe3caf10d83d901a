import { readFragment, type FragmentType } from '../../../generated/fragment-masking.ts'
import { graphql } from '../../../generated/gql.ts'
import { formatDate, formatMoment } from '../../../lib/dates.ts'
import { useLanguage } from '../../../lib/language.ts'
import { useMeetingsText } from '../../../locales/meetings.ts'
import { Link } from '../../../ui/Link/Link.tsx'
import { Cell, Head, Table } from '../../../ui/Table/Table.tsx'

const SeriesTable_series = graphql(`
  fragment SeriesTable_series on MeetingSeries {
    id
    title
    organ
    everyMonths
    endedOn
    committee {
      id
      name
    }
    meetings(first: 12) {
      nodes {
        id
        title
        state
        startsAt
      }
    }
  }
`)

interface SeriesTableProps {
  series: readonly FragmentType<typeof SeriesTable_series>[]
  /** What an organ is called in the network. */
  nameOf: (organ: string) => string
}

/** Meetings that come again, each with the next one that is known. */
export function SeriesTable({ series: given, nameOf }: SeriesTableProps) {
  const text = useMeetingsText().series
  const language = useLanguage()
  return (
    <Table caption={text.caption} captionHidden>
      <thead>
        <tr>
          <Head>{text.columns.title}</Head>
          <Head>{text.columns.organ}</Head>
          <Head>{text.columns.rhythm}</Head>
          <Head>{text.columns.next}</Head>
        </tr>
      </thead>
      <tbody>
        {readFragment(SeriesTable_series, given).map(
          ({ id, title, organ, committee, everyMonths, endedOn, meetings }) => {
            // They come latest first.
            const next = meetings.nodes.findLast(({ state }) => state !== 'CLOSED' && state !== 'CANCELLED')
            return (
              <tr key={id}>
                <th scope="row">
                  <Link to="/network/meetings/series/$seriesId" params={{ seriesId: id }}>
                    {title}
                  </Link>
                </th>
                <Cell label={text.columns.organ}>{committee?.name ?? nameOf(organ)}</Cell>
                <Cell label={text.columns.rhythm}>{text.every(everyMonths)}</Cell>
                <Cell label={text.columns.next}>
                  {next ? (
                    <Link to="/network/meetings/$meetingId" params={{ meetingId: next.id }}>
                      {formatMoment(next.startsAt, language)}
                      <span className="sr-only">{next.title}</span>
                    </Link>
                  ) : endedOn ? (
                    text.over(formatDate(endedOn, language))
                  ) : (
                    text.noNext
                  )}
                </Cell>
              </tr>
            )
          },
        )}
      </tbody>
    </Table>
  )
}

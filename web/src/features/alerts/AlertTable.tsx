import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import { formatMoment } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useAlertsText } from '../../locales/alerts.ts'
import { Link } from '../../ui/Link/Link.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'
import { heaviest, weightName } from './weight.ts'

const Message = graphql(`
  fragment AlertTable_message on AlertMessage {
    id
    reading
    status
    infoType
    title
    reportedAt
    receivedAt
    standing
    areas(first: 100) {
      nodes {
        id
        signal
        rank
      }
    }
  }
`)

interface AlertTableProps {
  caption: string
  messages: readonly FragmentType<typeof Message>[]
}

/** Messages as they came in, also those nobody could read. */
export function AlertTable({ caption, messages }: AlertTableProps) {
  const text = useAlertsText()
  const language = useLanguage()
  return (
    <Table caption={caption} captionHidden>
      <thead>
        <tr>
          <Head>{text.columns.title}</Head>
          <Head>{text.columns.at}</Head>
          <Head>{text.columns.weight}</Head>
          <Head>{text.columns.standing}</Head>
          <Head>{text.columns.received}</Head>
        </tr>
      </thead>
      <tbody>
        {messages
          .map((message) => readFragment(Message, message))
          .map(({ id, reading, status, infoType, title, reportedAt, receivedAt, standing, areas }) => (
            <tr key={id}>
              <th scope="row">
                <Link to="/alerts/$messageId" params={{ messageId: id }}>
                  {status === 'DRILL' && text.drill}
                  {status === 'TEST' && text.test}
                  {reading === 'UNREADABLE' ? text.unreadable : title || text.unknownKind}
                </Link>
              </th>
              <Cell label={text.columns.at}>
                {reportedAt ? formatMoment(reportedAt, language) : text.noWeight}
              </Cell>
              <Cell label={text.columns.weight}>{weightName(text, heaviest(areas.nodes) ?? {})}</Cell>
              <Cell label={text.columns.standing}>
                {infoType === 'CANCELLED' ? text.cancels : text.standings[standing]}
              </Cell>
              <Cell label={text.columns.received}>{formatMoment(receivedAt, language)}</Cell>
            </tr>
          ))}
      </tbody>
    </Table>
  )
}

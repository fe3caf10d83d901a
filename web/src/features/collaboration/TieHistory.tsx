import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import { formatMoment } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useTiesText } from '../../locales/ties.ts'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'

const TieHistory_change = graphql(`
  fragment TieHistory_change on CollaborationTieChange {
    id
    act
    at
    actingName
    note
    byUser {
      id
      name
    }
  }
`)

/** What was done with a tie, latest first. */
export function TieHistory({
  changes: given,
}: {
  changes: readonly FragmentType<typeof TieHistory_change>[]
}) {
  const text = useTiesText().tie
  const language = useLanguage()
  const changes = readFragment(TieHistory_change, given)
  return (
    <Table caption={text.historyCaption} captionHidden dense>
      <thead>
        <tr>
          <Head>{text.historyColumns.at}</Head>
          <Head>{text.historyColumns.act}</Head>
          <Head>{text.historyColumns.by}</Head>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ id, act, at, actingName, note, byUser }) => (
          <tr key={id}>
            <Cell label={text.historyColumns.at}>
              <time dateTime={at}>{formatMoment(at, language)}</time>
            </Cell>
            <th scope="row">
              {text.acts[act]}
              {note && <span className="yui-row-note">{note}</span>}
            </th>
            <Cell label={text.historyColumns.by}>
              {actingName ?? text.portal}
              {byUser && <span className="yui-row-note">{byUser.name}</span>}
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

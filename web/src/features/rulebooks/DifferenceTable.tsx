import { useRulebookText } from '../../locales/rulebook.ts'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'
import type { Difference } from './compare.ts'

interface DifferenceTableProps {
  caption: string
  older: string
  newer: string
  differences: readonly Difference[]
}

/** What changed, the older words beside the newer ones. */
export function DifferenceTable({ caption, older, newer, differences }: DifferenceTableProps) {
  const text = useRulebookText().compare
  if (differences.length === 0) return <p>{text.none}</p>
  return (
    <Table caption={caption} captionHidden>
      <thead>
        <tr>
          <Head>{text.what}</Head>
          <Head>{older}</Head>
          <Head>{newer}</Head>
        </tr>
      </thead>
      <tbody>
        {differences.map(({ key, title, older: before, newer: after }) => (
          <tr key={key}>
            <th scope="row" className="min-w-32">
              {title}
            </th>
            <Cell label={older}>
              <span className="yui-lines-kept">{before ?? text.added}</span>
            </Cell>
            <Cell label={newer}>
              <span className="yui-lines-kept">{after ?? text.removed}</span>
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

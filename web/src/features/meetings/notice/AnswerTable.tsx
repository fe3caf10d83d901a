import type { AttendanceAnswer } from '../../../generated/graphql.ts'
import { useMeetingsText } from '../../../locales/meetings.ts'
import { Cell, Head, Table } from '../../../ui/Table/Table.tsx'
import { Glyph } from '../Glyph.tsx'

interface AnswerTableProps {
  voters: readonly {
    voterId: string
    position: number
    name: string
    answer: AttendanceAnswer | null
    proxyHolderId: string | null
  }[]
}

/** Who has answered what to the notice. */
export function AnswerTable({ voters }: AnswerTableProps) {
  const text = useMeetingsText()
  const names = new Map(voters.map(({ voterId, name }) => [voterId, name]))
  return (
    <Table caption={text.status.caption} captionHidden dense>
      <thead>
        <tr>
          <Head numeric>{text.status.columns.number}</Head>
          <Head>{text.status.columns.name}</Head>
          <Head>{text.status.columns.answer}</Head>
        </tr>
      </thead>
      <tbody>
        {voters.map(({ voterId, position, name, answer, proxyHolderId }) => (
          <tr key={voterId}>
            <Cell label={text.status.columns.number} numeric desktopOnly>
              {position}
            </Cell>
            <th scope="row">{name}</th>
            <Cell label={text.status.columns.answer}>
              <span className="yui-with-glyph">
                <Glyph name={answer ?? 'WAITING'} />
                {answer === null
                  ? text.status.waiting
                  : answer === 'PROXY'
                    ? text.answer.proxyTo(
                        proxyHolderId ? (names.get(proxyHolderId) ?? text.chair) : text.chair,
                      )
                    : text.answers[answer]}
              </span>
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

import { graphql } from '../../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../../generated/fragment-masking.ts'
import { useImportsText } from '../../../locales/imports.ts'
import { Icon } from '../../../ui/Icon/Icon.tsx'
import { useProblemWords } from './problem-words.ts'

const RowGroup_row = graphql(`
  fragment RowGroup_row on ImportRow {
    id
    number
    line
    outcome
    label
    problems {
      weight
      code
      heading
      cell
      proposal
    }
    file {
      id
      name
    }
  }
`)

interface RowGroupProps {
  row: FragmentType<typeof RowGroup_row>
  severalFiles: boolean
}

/** A row of a file that is not taken, or not wholly: what stood there, what is wrong, and what it probably should be. */
export function RowGroup({ row: given, severalFiles }: RowGroupProps) {
  const { line, outcome, label, problems, file } = readFragment(RowGroup_row, given)
  const text = useImportsText().result
  const words = useProblemWords()
  const refused = outcome === 'REFUSED'
  const rows = Math.max(problems.length, 1)
  return (
    <tbody>
      {(problems.length > 0 ? problems : [undefined]).map((problem, n) => (
        <tr key={problem ? `${problem.heading} ${problem.code}` : 'none'}>
          {n === 0 && (
            <>
              <td className="yui-diff__line" rowSpan={rows}>
                {text.line(line)}
              </td>
              <td className="yui-diff__result" rowSpan={rows} data-bad={refused || undefined}>
                {refused && <Icon name="alert" size="small" />}
                {refused ? text.shown.REFUSED : text.shown.NOTED}
              </td>
              <th scope="rowgroup" rowSpan={rows}>
                {label || text.noName}
                {severalFiles && <span className="yui-row-note">{file?.name}</span>}
              </th>
            </>
          )}
          {problem ? (
            <>
              <td data-label={text.columns.field}>{problem.heading ?? text.wholeRow}</td>
              <td data-label={text.columns.before}>{text.unknownBefore}</td>
              <td data-label={text.columns.after}>
                <b className={problem.weight === 'REFUSED' ? 'text-bad' : 'prose-strong'}>
                  {problem.cell || text.blank}
                </b>
                <span className="yui-diff__problem">
                  {words.row(problem.code)}
                  {problem.proposal !== null && text.proposal(problem.proposal)}
                </span>
              </td>
            </>
          ) : (
            <td colSpan={3}>{text.unknownBefore}</td>
          )}
        </tr>
      ))}
    </tbody>
  )
}

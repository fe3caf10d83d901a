import type { ReactNode } from 'react'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'

export interface LineColumn<Line> {
  readonly head: string
  readonly numeric?: boolean
  readonly of: (line: Line) => ReactNode
}

interface LinesProps<Line> {
  caption: string
  /** Head of the first column: the code of the entry. */
  reference: string
  columns: readonly LineColumn<Line>[]
  lines: readonly Line[]
}

type LineLike = { readonly id: string; readonly group?: { readonly reference: string } | null }

/** Lines of a proposal as a table: whose they are, then what is said of them. */
export function Lines<Line extends LineLike>({ caption, reference, columns, lines }: LinesProps<Line>) {
  return (
    <Table caption={caption} captionHidden>
      <thead>
        <tr>
          <Head>{reference}</Head>
          {columns.map(({ head, numeric }) => (
            <Head key={head} numeric={numeric ?? false}>
              {head}
            </Head>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <th scope="row">{line.group?.reference}</th>
            {columns.map(({ head, numeric, of }) => (
              <Cell key={head} label={head} numeric={numeric ?? false}>
                {of(line)}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

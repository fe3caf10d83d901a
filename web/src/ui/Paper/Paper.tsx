import type { ReactNode } from 'react'
import { formatMoment } from '../../lib/dates.ts'
import type { Reading } from '../../lib/every-page.ts'
import { useLanguage } from '../../lib/language.ts'
import { usePapersText } from '../../locales/papers.ts'
import { DRILL_MARK } from '../../locales/drill-mark.ts'
import { Loaded } from '../Loading/Loaded.tsx'
import { PageHead, Section } from '../Page/Page.tsx'
import { PrintButton } from '../PrintButton/PrintButton.tsx'
import { Cell, Head, Table } from '../Table/Table.tsx'
import { useRunningHead } from './use-running-head.ts'
import './Paper.css'

/** What stands above a paper, and above every sheet of it. */
interface PaperName {
  title: string
  /** Of whom or what it is: the network, the event, the facility. */
  of: string
  /** It is of a drill: every sheet says so. */
  drill?: boolean
  sample?: boolean
}

interface PaperProps<Data> {
  result: Reading<Data>
  /** What the paper is called while nothing is known of it yet. */
  title: string
  /** The way back to the screen. */
  back: ReactNode
  /** How it is called; null for what the viewer may not see. */
  nameOf: (data: Data) => PaperName | null | undefined
  /** Said instead of the paper where there is none. */
  none: string
  children: (data: Data) => ReactNode
}

/** Lists as they lie on a desk, A4 and in black and white: named, dated, and whole. */
export function Paper<Data>({ result, title, back, nameOf, none, children }: PaperProps<Data>) {
  const text = usePapersText()
  const language = useLanguage()
  const name = result.data && nameOf(result.data)
  useRunningHead(name ? `${markedTitle(name)}　${name.of}` : '')
  return (
    <div className="yui-paper">
      {name?.drill && <p className="yui-paper__drill">{text.drillBand}</p>}
      <PageHead
        title={name ? markedTitle(name) : title}
        kicker={name?.of}
        sample={name?.sample}
        lead={name && <p>{text.at(formatMoment(result.at.toISOString(), language))}</p>}
        actions={
          <span className="yui-buttons yui-no-print">
            {name && <PrintButton />}
            {back}
          </span>
        }
      />
      {!result.data && !result.error && (
        <output className="block">{text.reading(result.read.toLocaleString('ja-JP'))}</output>
      )}
      <Loaded result={result} retry={result.retry} lines={20}>
        {(data) => (name ? children(data) : <p>{none}</p>)}
      </Loaded>
    </div>
  )
}

const markedTitle = ({ title, drill }: PaperName): string => (drill ? `${DRILL_MARK}${title}` : title)

export interface PaperColumn<Row> {
  head: string
  numeric?: boolean
  /** A word or a time that is not broken. */
  short?: boolean
  renderCell: (row: Row) => ReactNode
}

interface PaperListProps<Row> {
  title: string
  rows: readonly Row[]
  keyOf: (row: Row) => string
  /** The first one names the row. */
  columns: readonly PaperColumn<Row>[]
  none: string
  /** The number of the first row; 1 if left out. */
  from?: number
  /** Under the list: sums, what the words mean. */
  children?: ReactNode
}

/** A list of a paper, numbered; its head stands above the rows on every sheet. */
export function PaperList<Row>({
  title,
  rows,
  keyOf,
  columns,
  none,
  from = 1,
  children,
}: PaperListProps<Row>) {
  const text = usePapersText()
  const [first, ...others] = columns
  return (
    <Section title={title} tools={rows.length > 0 && text.rows(rows.length.toLocaleString('ja-JP'))}>
      {rows.length === 0 || !first ? (
        <p>{none}</p>
      ) : (
        <Table caption={title} captionHidden dense>
          <thead>
            <tr>
              <Head numeric>{text.number}</Head>
              {columns.map(({ head, numeric }) => (
                <Head key={head} numeric={numeric ?? false}>
                  {head}
                </Head>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, n) => (
              <tr key={keyOf(row)}>
                <Cell label={text.number} numeric>
                  {from + n}
                </Cell>
                <th scope="row" data-short={first.short}>
                  {first.renderCell(row)}
                </th>
                {others.map(({ head, numeric, short, renderCell }) => (
                  <Cell key={head} label={head} numeric={numeric ?? false} data-short={short}>
                    {renderCell(row)}
                  </Cell>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {children}
    </Section>
  )
}

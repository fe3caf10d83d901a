import type { PaperList_PaperFragment } from '../../../generated/graphql.ts'
import { formatMoment } from '../../../lib/dates.ts'
import { useLanguage } from '../../../lib/language.ts'
import { useMeetingsText } from '../../../locales/meetings.ts'
import { Cell, Head, Table } from '../../../ui/Table/Table.tsx'

interface ReceiptTableProps {
  title: string
  receipts: NonNullable<PaperList_PaperFragment['receipts']>
}

/** Per member of the roll, when it opened a paper, or that it has not. */
export function ReceiptTable({ title, receipts }: ReceiptTableProps) {
  const text = useMeetingsText().papers
  const language = useLanguage()
  return (
    <Table caption={text.receiptsOf(title)} captionHidden dense>
      <thead>
        <tr>
          <Head numeric>{text.columns.number}</Head>
          <Head>{text.columns.name}</Head>
          <Head>{text.columns.opened}</Head>
        </tr>
      </thead>
      <tbody>
        {receipts.map(({ voterId, name, openedAt, olderNumber }, n) => (
          <tr key={voterId}>
            <Cell label={text.columns.number} numeric desktopOnly>
              {n + 1}
            </Cell>
            <th scope="row">{name}</th>
            <Cell label={text.columns.opened}>
              {openedAt ? (
                <time dateTime={openedAt}>{formatMoment(openedAt, language)}</time>
              ) : (
                <b className="prose-strong">
                  {olderNumber === null ? text.notOpened : text.olderOnly(olderNumber)}
                </b>
              )}
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import { formatDate } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useBulletinText } from '../../locales/bulletin.ts'
import { Link } from '../../ui/Link/Link.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'

const Row = graphql(`
  fragment DocumentTable_document on Document {
    id
    title
    kind
    audience
    retainUntil
    latestNumber
    latestAt
    due
    deletedAt
    deletionReason
  }
`)

/** Papers of a shelf. */
export function DocumentTable({ documents }: { documents: readonly FragmentType<typeof Row>[] }) {
  const text = useBulletinText().documents
  const language = useLanguage()
  return (
    <Table caption={text.caption} captionHidden>
      <thead>
        <tr>
          <Head>{text.columns.title}</Head>
          <Head>{text.columns.kind}</Head>
          <Head>{text.columns.latest}</Head>
          <Head>{text.columns.audience}</Head>
          <Head>{text.columns.keptUntil}</Head>
        </tr>
      </thead>
      <tbody>
        {readFragment(Row, documents).map((document) => (
          <tr key={document.id}>
            <th scope="row">
              <Link to="/network/documents/$documentId" params={{ documentId: document.id }}>
                {document.title}
              </Link>
              {document.deletionReason && (
                <span className="yui-row-note">{text.deletedBecause(document.deletionReason)}</span>
              )}
            </th>
            <Cell label={text.columns.kind}>
              <span className="whitespace-nowrap">{text.kinds[document.kind]}</span>
            </Cell>
            <Cell label={text.columns.latest}>
              {document.latestAt ? (
                <>
                  {text.number(document.latestNumber)}
                  <span className="yui-row-note">{formatDate(document.latestAt, language)}</span>
                </>
              ) : (
                <b className="prose-strong">{text.noFile}</b>
              )}
            </Cell>
            <Cell label={text.columns.audience}>{text.audiences[document.audience]}</Cell>
            <Cell label={text.columns.keptUntil}>
              {document.retainUntil ? formatDate(document.retainUntil, language) : text.forever}
              {document.due && <b className="prose-strong block">{text.due}</b>}
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

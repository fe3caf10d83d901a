import { graphql } from '../../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../../generated/fragment-masking.ts'
import { formatDate } from '../../../lib/dates.ts'
import { useLanguage } from '../../../lib/language.ts'
import { useMandatesText } from '../../../locales/mandates.ts'
import { Link } from '../../../ui/Link/Link.tsx'
import { Cell, Head, Table } from '../../../ui/Table/Table.tsx'
import { inOrder, useMandateWords } from './mandate-words.ts'

const MandateTable_corporation = graphql(`
  fragment MandateTable_corporation on Corporation {
    id
    mandatesGiven(first: 100) {
      nodes {
        id
        note
        permission
        createdAt
        grantedBy {
          id
          name
        }
        viewerCan {
          end {
            allowed
          }
        }
        ...MandateWords_mandate
      }
    }
  }
`)

/** What a corporation entrusts others with, and the way to end it. */
export function MandateTable({
  corporation,
}: {
  corporation: FragmentType<typeof MandateTable_corporation>
}) {
  const { mandatesGiven } = readFragment(MandateTable_corporation, corporation)
  const text = useMandatesText()
  const language = useLanguage()
  const words = useMandateWords()
  const { columns } = text
  if (mandatesGiven.nodes.length === 0) return <p>{text.none}</p>
  return (
    <Table caption={text.caption} captionHidden dense>
      <thead>
        <tr>
          <Head>{columns.what}</Head>
          <Head>{columns.holder}</Head>
          <Head>{columns.term}</Head>
          <Head>{columns.by}</Head>
          <Head>{columns.action}</Head>
        </tr>
      </thead>
      <tbody>
        {inOrder(mandatesGiven.nodes).map((mandate) => {
          const { what, holder, term, state } = words(mandate)
          return (
            <tr key={mandate.id}>
              <th scope="row">
                {what}
                {mandate.note && <span className="prose-note block font-normal">{mandate.note}</span>}
              </th>
              <Cell label={columns.holder}>{holder}</Cell>
              <Cell label={columns.term}>
                {term}
                {state && <span className="prose-note block">{state}</span>}
              </Cell>
              <Cell label={columns.by}>
                {mandate.grantedBy?.name}
                <span className="prose-note block">{formatDate(mandate.createdAt, language)}</span>
              </Cell>
              <Cell label={columns.action}>
                {mandate.viewerCan.end.allowed && (
                  <Link
                    className="yui-no-print inline-flex min-h-11 items-center whitespace-nowrap"
                    to="/mandates/$mandateId/end"
                    params={{ mandateId: mandate.id }}
                  >
                    {text.revoke}
                    <span className="sr-only">{text.revokeOf(what, holder)}</span>
                  </Link>
                )}
              </Cell>
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}

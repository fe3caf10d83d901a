import { graphql } from '../../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../../generated/fragment-masking.ts'
import { useMandatesText } from '../../../locales/mandates.ts'
import { Link } from '../../../ui/Link/Link.tsx'
import { Section } from '../../../ui/Page/Page.tsx'
import { Cell, Head, Table } from '../../../ui/Table/Table.tsx'
import { inOrder, useMandateWords } from './mandate-words.ts'

const HeldMandates_mandate = graphql(`
  fragment HeldMandates_mandate on Mandate {
    id
    note
    permission
    corporation {
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
`)

/** What is entrusted to the acting body, corporation by corporation. */
export function HeldMandates({
  mandates,
}: {
  mandates: readonly FragmentType<typeof HeldMandates_mandate>[]
}) {
  const text = useMandatesText()
  const words = useMandateWords()
  const { columns } = text
  const byCorporation = Map.groupBy(
    readFragment(HeldMandates_mandate, mandates),
    ({ corporation }) => corporation?.id ?? '',
  )
  return [...byCorporation].map(([id, held]) => {
    const name = held[0]?.corporation?.name ?? ''
    const notes = [...new Set(held.flatMap(({ note }) => note ?? []))]
    return (
      <Section
        key={id}
        title={name}
        tools={
          <Link
            className="inline-flex min-h-11 items-center"
            to="/corporations/$corporationId"
            params={{ corporationId: id }}
          >
            {text.held.toFacilities}
          </Link>
        }
      >
        {notes.map((note) => (
          <p key={note} className="prose-note mb-3">
            {note}
          </p>
        ))}
        <Table caption={text.held.caption(name)} captionHidden dense>
          <thead>
            <tr>
              <Head>{text.held.what}</Head>
              <Head>{columns.term}</Head>
              <Head>{columns.action}</Head>
            </tr>
          </thead>
          <tbody>
            {inOrder(held).map((mandate) => {
              const { what, term, state } = words(mandate)
              return (
                <tr key={mandate.id}>
                  <th scope="row">{what}</th>
                  <Cell label={columns.term}>
                    {term}
                    {state && <span className="prose-note block">{state}</span>}
                  </Cell>
                  <Cell label={columns.action}>
                    {mandate.viewerCan.end.allowed && (
                      <Link
                        className="yui-no-print inline-flex min-h-11 items-center whitespace-nowrap"
                        to="/mandates/$mandateId/end"
                        params={{ mandateId: mandate.id }}
                      >
                        {text.held.giveBack}
                        <span className="sr-only">{text.held.giveBackOf(what)}</span>
                      </Link>
                    )}
                  </Cell>
                </tr>
              )
            })}
          </tbody>
        </Table>
      </Section>
    )
  })
}

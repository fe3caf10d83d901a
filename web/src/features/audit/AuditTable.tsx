import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import { formatMoment } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useActText, useAuditText } from '../../locales/audit.ts'
import { Link } from '../../ui/Link/Link.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'

const AuditTable_auditEntry = graphql(`
  fragment AuditTable_auditEntry on AuditEntry {
    id
    at
    command
    actor {
      id
      name
    }
    byPortal
    throughToken
    actingName
    behalfName
    hash
  }
`)

/** As much of a seal as a person can compare by eye. */
const SEAL = 8

interface AuditTableProps {
  entries: readonly FragmentType<typeof AuditTable_auditEntry>[]
}

/** Acts, the latest first; the name of an act leads to all of its kind. */
export function AuditTable({ entries }: AuditTableProps) {
  const text = useAuditText()
  const { columns } = text
  const actText = useActText()
  const language = useLanguage()
  return (
    <>
      <Table caption={text.caption} captionHidden dense>
        <thead>
          <tr>
            <Head>{columns.at}</Head>
            <Head>{columns.act}</Head>
            <Head>{columns.actor}</Head>
            <Head>{columns.acting}</Head>
            <Head>{columns.hash}</Head>
          </tr>
        </thead>
        <tbody>
          {readFragment(AuditTable_auditEntry, entries).map((entry) => {
            const act = actText(entry.command)
            return (
              <tr key={entry.id}>
                <Cell label={columns.at}>
                  <time dateTime={entry.at}>{formatMoment(entry.at, language)}</time>
                </Cell>
                <th scope="row">
                  <Link to="/audit" search={{ command: entry.command }} aria-label={text.only(act)}>
                    {act}
                  </Link>
                </th>
                <Cell label={columns.actor}>
                  {entry.actor?.name ?? (entry.byPortal ? text.portal : text.hidden)}
                  {entry.throughToken && <span className="prose-note block">{text.throughToken}</span>}
                </Cell>
                <Cell label={columns.acting}>
                  {entry.actingName ?? (!entry.byPortal && text.noBody)}
                  {entry.behalfName && (
                    <span className="prose-note block">{text.onBehalf(entry.behalfName)}</span>
                  )}
                </Cell>
                <Cell label={columns.hash}>
                  <code>{entry.hash.slice(0, SEAL)}</code>
                </Cell>
              </tr>
            )
          })}
        </tbody>
      </Table>
      <p className="prose-note mt-4">{text.hashNote}</p>
    </>
  )
}

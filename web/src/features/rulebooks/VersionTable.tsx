import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { formatDate } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useRulebookText } from '../../locales/rulebook.ts'
import { Link } from '../../ui/Link/Link.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'
import { useVersionTime } from './version-words.ts'

const VersionTable_version = graphql(`
  fragment VersionTable_version on RulebookVersion {
    id
    number
    effectiveOn
    adoptedOn
    note
  }
`)

interface VersionTableProps {
  platformId: string
  /** The newest first. */
  versions: readonly FragmentType<typeof VersionTable_version>[]
}

/** All versions with their days, and a way to compare each with the one before it. */
export function VersionTable({ platformId, versions: given }: VersionTableProps) {
  const text = useRulebookText()
  const language = useLanguage()
  const timeOf = useVersionTime()
  const versions = readFragment(VersionTable_version, given)
  return (
    <Table caption={text.versionsCaption} captionHidden>
      <thead>
        <tr>
          <Head>{text.columns.version}</Head>
          <Head>{text.columns.time}</Head>
          <Head>{text.columns.adopted}</Head>
          <Head>{text.columns.note}</Head>
          <Head>{text.columns.compare}</Head>
        </tr>
      </thead>
      <tbody>
        {versions.map(({ id, number, effectiveOn, adoptedOn, note }, n) => {
          const older = versions[n + 1]
          const newer = versions[n - 1]
          return (
            <tr key={id}>
              <th scope="row">
                {effectiveOn ? (
                  <Link to="/network/rulebook" search={{ id: platformId, version: id }}>
                    {text.version(number)}
                  </Link>
                ) : (
                  <Link to="/network/rulebook/draft" search={{ id: platformId }}>
                    {text.draftOf(number)}
                  </Link>
                )}
              </th>
              <Cell label={text.columns.time}>
                {effectiveOn ? timeOf(effectiveOn, newer?.effectiveOn ?? null) : text.draft}
              </Cell>
              <Cell label={text.columns.adopted}>{adoptedOn ? formatDate(adoptedOn, language) : '—'}</Cell>
              <Cell label={text.columns.note}>{note}</Cell>
              <Cell label={text.columns.compare}>
                {older ? (
                  <Link
                    to="/network/rulebook/compare"
                    search={{ id: platformId, older: older.id, newer: id }}
                  >
                    {text.compareWith(text.version(older.number))}
                  </Link>
                ) : (
                  text.compareNone
                )}
              </Cell>
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}

import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import { formatDate, formatMoment } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useBulletinText } from '../../locales/bulletin.ts'
import { Disclosure } from '../../ui/Disclosure/Disclosure.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'
import { FileButton } from './FileButton.tsx'
import { sizeOf } from '../../lib/file-size.ts'

const Version = graphql(`
  fragment DocumentVersions_version on DocumentVersion {
    id
    number
    fileName
    size
    sha256
    note
    addedAt
    addedBy {
      id
      name
    }
    readings(first: 100) {
      totalCount
      nodes {
        id
        bodyName
        openedAt
      }
    }
  }
`)

interface DocumentVersionsProps {
  versions: readonly FragmentType<typeof Version>[]
  /** Officers see who has opened which. */
  withReaders: boolean
  /** The files are gone. */
  deleted: boolean
  onOpened: () => void
}

/** All editions of a document, the newest first. */
export function DocumentVersions({ versions: given, withReaders, deleted, onOpened }: DocumentVersionsProps) {
  const text = useBulletinText().documents
  const language = useLanguage()
  const versions = readFragment(Version, given)
  return (
    <>
      <Table caption={text.versionsCaption} captionHidden>
        <thead>
          <tr>
            <Head>{text.versionColumns.version}</Head>
            <Head>{text.versionColumns.file}</Head>
            <Head>{text.versionColumns.added}</Head>
            {withReaders && <Head>{text.versionColumns.opened}</Head>}
            <Head>{text.versionColumns.action}</Head>
          </tr>
        </thead>
        <tbody>
          {versions.map((version, n) => (
            <tr key={version.id}>
              <th scope="row">
                {text.number(version.number ?? 0)}
                {n === 0 && <span className="yui-row-note">{text.newest}</span>}
              </th>
              <Cell label={text.versionColumns.file}>
                {version.fileName}
                <span className="yui-row-note">{sizeOf(version.size ?? 0)}</span>
                {version.note && <span className="yui-row-note">{text.note(version.note)}</span>}
              </Cell>
              <Cell label={text.versionColumns.added}>
                <time dateTime={version.addedAt}>{formatDate(version.addedAt, language)}</time>
                {version.addedBy && <span className="yui-row-note">{version.addedBy.name}</span>}
              </Cell>
              {withReaders && (
                <Cell label={text.versionColumns.opened}>{text.readers(version.readings.totalCount)}</Cell>
              )}
              <Cell label={text.versionColumns.action}>
                {deleted ? (
                  text.gone
                ) : (
                  <FileButton
                    address={`/api/documents/versions/${encodeURIComponent(version.id)}`}
                    name={version.fileName}
                    kind={n === 0 ? 'plain' : 'text'}
                    aria-label={text.openOne(version.number ?? 0)}
                    onKept={onOpened}
                  >
                    {text.open}
                  </FileButton>
                )}
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
      {withReaders &&
        versions.map(({ id, number, sha256, readings }) => (
          <Disclosure key={id} summary={text.readersOf(number ?? 0, readings.totalCount)}>
            {readings.nodes.length > 0 && (
              <ul className="list-disc pl-6">
                {readings.nodes.map((reading) => (
                  <li key={reading.id}>
                    {reading.bodyName}　{formatMoment(reading.openedAt, language)}
                  </li>
                ))}
              </ul>
            )}
            <p className="prose-note break-all">{text.hash(sha256)}</p>
          </Disclosure>
        ))}
    </>
  )
}

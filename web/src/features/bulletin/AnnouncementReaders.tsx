import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { formatMoment } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useBulletinText } from '../../locales/bulletin.ts'
import { Link } from '../../ui/Link/Link.tsx'
import { SampleBadge } from '../../ui/SampleBadge/SampleBadge.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'

const Reader = graphql(`
  fragment AnnouncementReaders_reader on AnnouncementReader {
    corporationId
    name
    sample
    openedAt
    acknowledgedAt
    acknowledgedFor
  }
`)

interface AnnouncementReadersProps {
  readers: readonly FragmentType<typeof Reader>[]
  mustAcknowledge: boolean
}

/** Which members have read, and which have not. */
export function AnnouncementReaders({ readers: given, mustAcknowledge }: AnnouncementReadersProps) {
  const text = useBulletinText().announcements
  const language = useLanguage()
  const readers = readFragment(Reader, given)
  const opened = readers.filter(({ openedAt }) => openedAt).length
  const acknowledged = readers.filter(({ acknowledgedAt }) => acknowledgedAt).length
  return (
    <>
      <p>
        {mustAcknowledge
          ? text.readersLead(acknowledged, readers.length)
          : text.readersOpened(opened, readers.length)}
      </p>
      <Table caption={text.readersCaption} captionHidden dense>
        <thead>
          <tr>
            <Head>{text.readerColumns.member}</Head>
            <Head>{text.readerColumns.opened}</Head>
            {mustAcknowledge && <Head>{text.readerColumns.acknowledged}</Head>}
          </tr>
        </thead>
        <tbody>
          {readers.map(({ corporationId, name, sample, openedAt, acknowledgedAt, acknowledgedFor }) => (
            <tr key={corporationId}>
              <th scope="row">
                <Link to="/corporations/$corporationId" params={{ corporationId }}>
                  {name}
                </Link>
                {sample && <SampleBadge />}
              </th>
              <Cell label={text.readerColumns.opened}>
                {openedAt ? formatMoment(openedAt, language) : text.notYet}
              </Cell>
              {mustAcknowledge && (
                <Cell label={text.readerColumns.acknowledged}>
                  {acknowledgedAt ? (
                    <>
                      {formatMoment(acknowledgedAt, language)}
                      <span className="yui-row-note">{acknowledgedFor}</span>
                    </>
                  ) : (
                    <b className="prose-strong">{text.notYet}</b>
                  )}
                </Cell>
              )}
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  )
}

import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import { formatMoment } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useBulletinText } from '../../locales/bulletin.ts'
import { Link } from '../../ui/Link/Link.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'

const Row = graphql(`
  fragment AnnouncementTable_announcement on Announcement {
    id
    title
    topic
    chosen
    committee {
      id
      name
    }
    mustAcknowledge
    publishAt
    state
    ownReadings(first: 1) {
      nodes {
        id
        openedAt
        acknowledgedAt
      }
    }
  }
`)

interface AnnouncementTableProps {
  announcements: readonly FragmentType<typeof Row>[]
  /** Members see what is left for them to read; officers how each stands. */
  asReader: boolean
}

/** Announcements, the newest first. */
export function AnnouncementTable({ announcements, asReader }: AnnouncementTableProps) {
  const text = useBulletinText().announcements
  const language = useLanguage()
  return (
    <Table caption={text.caption} captionHidden>
      <thead>
        <tr>
          <Head>{text.columns.title}</Head>
          <Head>{text.columns.topic}</Head>
          <Head>{text.columns.publishAt}</Head>
          <Head>{text.columns.state}</Head>
        </tr>
      </thead>
      <tbody>
        {readFragment(Row, announcements).map((one) => {
          const [reading] = one.ownReadings.nodes
          const waits = one.mustAcknowledge && !reading?.acknowledgedAt && one.state === 'PUBLISHED'
          return (
            <tr key={one.id}>
              <th scope="row">
                <Link to="/network/announcements/$announcementId" params={{ announcementId: one.id }}>
                  {one.title}
                </Link>
                {one.mustAcknowledge && <span className="yui-row-note">{text.mustRead}</span>}
                {one.chosen && <span className="yui-row-note">{text.chosen}</span>}
                {one.committee && (
                  <span className="yui-row-note">{text.toCommittee(one.committee.name)}</span>
                )}
              </th>
              <Cell label={text.columns.topic}>{text.topics[one.topic]}</Cell>
              <Cell label={text.columns.publishAt}>
                <time dateTime={one.publishAt}>{formatMoment(one.publishAt, language)}</time>
              </Cell>
              <Cell label={text.columns.state}>
                {!asReader || one.state !== 'PUBLISHED' ? (
                  text.states[one.state]
                ) : waits ? (
                  <b className="prose-strong">{text.toAcknowledge}</b>
                ) : reading ? (
                  reading.acknowledgedAt ? (
                    text.acknowledged
                  ) : (
                    text.read
                  )
                ) : (
                  <b className="prose-strong">{text.unread}</b>
                )}
              </Cell>
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}

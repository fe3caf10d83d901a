import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { useAnnounceable } from '../../features/bulletin/announceable.ts'
import { AnnouncementForm } from '../../features/bulletin/AnnouncementForm.tsx'
import { AnnouncementReaders } from '../../features/bulletin/AnnouncementReaders.tsx'
import { PlainText } from '../../features/bulletin/PlainText.tsx'
import { AcknowledgeButton, useOpened } from '../../features/bulletin/ReadAnnouncement.tsx'
import { WithdrawForm } from '../../features/bulletin/WithdrawForm.tsx'
import { graphql } from '../../generated/gql.ts'
import type { NetworkAnnouncementPageQuery } from '../../generated/graphql.ts'
import { announce } from '../../lib/announce.ts'
import { formatDate, formatMoment } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useViewer } from '../../lib/viewer.ts'
import { useBulletinText } from '../../locales/bulletin.ts'
import { useNetworkText } from '../../locales/network.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { Lines } from '../../ui/Lines/Lines.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { Notice } from '../../ui/Notice/Notice.tsx'
import { PageHead, Section } from '../../ui/Page/Page.tsx'
import { PrintButton } from '../../ui/PrintButton/PrintButton.tsx'

const Page = graphql(`
  query NetworkAnnouncementPage($id: ID!, $writes: Boolean!) {
    announcement(id: $id) {
      id
      title
      topic
      body
      mustAcknowledge
      publishAt
      state
      withdrawnAt
      withdrawalReason
      version
      chosen
      committee {
        id
        name
      }
      ...AnnouncementForm_announcement @include(if: $writes)
      platform {
        id
        name
        sample
        committees(first: 60) @include(if: $writes) {
          nodes {
            id
            name
          }
        }
      }
      documents(first: 20) {
        nodes {
          id
          document {
            id
            title
          }
        }
      }
      ownReadings(first: 1) {
        nodes {
          id
          openedAt
          acknowledgedAt
        }
      }
      viewerCan {
        edit {
          allowed
        }
        withdraw {
          allowed
        }
        acknowledge {
          allowed
        }
      }
    }
    announcementReaders(announcementId: $id) {
      corporationId
      ...AnnouncementReaders_reader
    }
  }
`)

const route = getRouteApi('/network/announcements/$announcementId')

/** One announcement; opening it is reading it. */
export function NetworkAnnouncementPage() {
  const { announcementId } = route.useParams()
  const text = useBulletinText().announcements
  const networkText = useNetworkText()
  const writes = useViewer()?.acting?.roles.includes('PLATFORM_SECRETARIAT') ?? false
  const [result, readAgain] = useQuery({
    query: Page,
    variables: { id: announcementId, writes },
    requestPolicy: 'cache-and-network',
  })
  const again = () => readAgain({ requestPolicy: 'network-only' })
  return (
    <Loaded result={result} retry={again} lines={16}>
      {({ announcement, announcementReaders }) =>
        announcement ? (
          <>
            <Breadcrumbs current={announcement.title}>
              <Link to="/network" search={{ id: announcement.platform?.id }}>
                {networkText.title}
              </Link>
              <Link to="/network/announcements" search={{ id: announcement.platform?.id }}>
                {text.title}
              </Link>
            </Breadcrumbs>
            <Shown announcement={announcement} readers={announcementReaders} again={again} />
          </>
        ) : (
          <PageHead title={text.notFound} lead={<p>{text.notFoundBody}</p>} />
        )
      }
    </Loaded>
  )
}

interface ShownProps {
  announcement: NonNullable<NetworkAnnouncementPageQuery['announcement']>
  readers: NetworkAnnouncementPageQuery['announcementReaders']
  again: () => void
}

function Shown({ announcement, readers, again }: ShownProps) {
  const text = useBulletinText().announcements
  const language = useLanguage()
  const isMember = useViewer()?.acting?.kind !== 'PLATFORM'
  const { state, publishAt, withdrawnAt, withdrawalReason, platform, viewerCan } = announcement
  const [reading] = announcement.ownReadings.nodes
  useOpened(announcement.id, isMember && state === 'PUBLISHED' && !reading)
  const moment = formatMoment(publishAt, language)
  return (
    <>
      <PageHead
        title={announcement.title}
        kicker={text.topics[announcement.topic]}
        sample={platform?.sample ?? false}
        lead={
          <>
            <p>{platform?.name}</p>
            {state === 'PUBLISHED' && <p>{text.published(moment)}</p>}
            {announcement.chosen && <p>{text.chosen}</p>}
            {announcement.committee && <p>{text.toCommittee(announcement.committee.name)}</p>}
          </>
        }
        actions={<PrintButton />}
      />
      {state === 'PLANNED' && (
        <Notice>
          <p>{text.planned(moment)}</p>
        </Notice>
      )}
      {withdrawnAt && (
        <Notice kind="bad">
          <p>{text.withdrawn(formatDate(withdrawnAt, language), withdrawalReason ?? '')}</p>
        </Notice>
      )}
      <PlainText>{announcement.body}</PlainText>
      {announcement.documents.nodes.length > 0 && (
        <Section title={text.documents}>
          <Lines>
            {announcement.documents.nodes.map(({ id, document }) => (
              <li key={id}>
                {document ? (
                  <Link to="/network/documents/$documentId" params={{ documentId: document.id }}>
                    {document.title}
                  </Link>
                ) : (
                  text.noDocument
                )}
              </li>
            ))}
          </Lines>
        </Section>
      )}
      {(viewerCan.acknowledge.allowed || reading?.acknowledgedAt) && (
        <div className="yui-no-print mt-8">
          <AcknowledgeButton
            announcementId={announcement.id}
            acknowledgedAt={reading?.acknowledgedAt ?? null}
          />
        </div>
      )}
      {readers.length > 0 && state !== 'PLANNED' && (
        <Section title={text.readers}>
          <AnnouncementReaders readers={readers} mustAcknowledge={announcement.mustAcknowledge} />
        </Section>
      )}
      {viewerCan.edit.allowed && platform && (
        <div className="yui-no-print">
          <Section title={text.editTitle}>
            <p>{text.editLead}</p>
            <EditPlanned announcement={announcement} again={again} />
          </Section>
        </div>
      )}
      {viewerCan.withdraw.allowed && (
        <div className="yui-no-print">
          <Section title={text.withdrawTitle}>
            <WithdrawForm
              announcementId={announcement.id}
              version={announcement.version}
              onConflict={again}
            />
          </Section>
        </div>
      )}
    </>
  )
}

/** What is still to come is corrected with what it was written with. */
function EditPlanned({ announcement, again }: Pick<ShownProps, 'announcement' | 'again'>) {
  const text = useBulletinText().announcements
  const { platform } = announcement
  const { retry, ...choosable } = useAnnounceable(platform?.id ?? '', announcement)
  if (!platform) return null
  return (
    <Loaded result={choosable} retry={retry} lines={20}>
      {({ members, recipients, documents }) => (
        <AnnouncementForm
          platformId={platform.id}
          announcement={announcement}
          recipients={recipients.map(({ id }) => id)}
          members={[
            ...members,
            // Who has left meanwhile stays to be seen, and to be taken off.
            ...recipients.filter(({ id }) => !members.some((member) => member.id === id)),
          ]}
          committees={platform.committees?.nodes ?? []}
          documents={documents}
          onDone={({ planned }) => {
            announce(planned ? text.form.saved : text.form.done)
            again()
          }}
          onConflict={again}
        />
      )}
    </Loaded>
  )
}

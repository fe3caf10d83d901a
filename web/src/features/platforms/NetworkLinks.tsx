import type { ReactNode } from 'react'
import { useViewer } from '../../lib/viewer.ts'
import { useNetworkText } from '../../locales/network.ts'
import { Link } from '../../ui/Link/Link.tsx'
import { Section } from '../../ui/Page/Page.tsx'

/** Where everything of a network is, in groups; a group holds only what the asker may open. */
export function NetworkLinks({ id }: { id: string }) {
  const text = useNetworkText().places
  const acting = useViewer()?.acting
  const holds = (role: string) => acting?.roles.some((held) => held === role) ?? false
  const secretariat = holds('PLATFORM_SECRETARIAT')
  const officer = holds('PLATFORM_SECRETARIAT') || holds('PLATFORM_CHAIR') || holds('PLATFORM_AUDITOR')
  const reads = acting?.kind === 'PLATFORM' || acting?.kind === 'CORPORATION' || acting?.kind === 'FACILITY'
  const readsDues =
    secretariat || holds('PLATFORM_AUDITOR') || holds('CORPORATION_ADMIN') || holds('CORPORATION_REPORTER')
  const search = { id }
  return (
    <div className="mb-12 yui-no-print">
      <Section title={text.title}>
        <nav
          aria-label={text.title}
          className="grid gap-x-8 gap-y-6 grid-cols-[repeat(auto-fill,minmax(10rem,1fr))]"
        >
          <Group title={text.deciding}>
            <Link to="/network/meetings" search={search}>
              {text.meetings}
            </Link>
            <Link to="/network/decisions" search={search}>
              {text.decisions}
            </Link>
            <Link to="/network/rulebook" search={search}>
              {text.rulebook}
            </Link>
          </Group>
          <Group title={text.membersGroup}>
            <Link to="/network/members" search={search}>
              {text.members}
            </Link>
            {readsDues && (
              <Link to="/network/dues" search={search}>
                {text.dues}
              </Link>
            )}
            <Link to="/network/committees" search={search}>
              {text.committees}
            </Link>
            <Link to="/network/ties" search={search}>
              {text.ties}
            </Link>
            {officer && (
              <Link to="/network/mentoring" search={search}>
                {text.mentoring}
              </Link>
            )}
            <Link to="/shelters/welfare">{text.welfareShelters}</Link>
            <Link to="/network/profile" search={search}>
              {text.profile}
            </Link>
            {holds('CORPORATION_ADMIN') && <Link to="/network/join">{text.join}</Link>}
            {(secretariat || holds('SYSTEM_OPERATOR')) && <Link to="/network/new">{text.start}</Link>}
          </Group>
          {reads && (
            <Group title={text.daily}>
              <Link to="/network/announcements" search={search}>
                {text.announcements}
              </Link>
              <Link to="/network/documents" search={search}>
                {text.documents}
              </Link>
              <Link to="/network/calendar" search={search}>
                {text.calendar}
              </Link>
              {officer && (
                <Link to="/network/handover-package" search={search}>
                  {text.handover}
                </Link>
              )}
            </Group>
          )}
          <Group title={text.facilities}>
            <Link to="/network/phone-tree" search={search}>
              {text.phoneTree}
            </Link>
            <Link to="/network/agreements" search={search}>
              {text.agreements}
            </Link>
            <Link to="/network/requests" search={search}>
              {text.requests}
            </Link>
            {officer && (
              <Link to="/network/webhooks" search={search}>
                {text.webhooks}
              </Link>
            )}
            <Link to="/network/changes" search={search}>
              {text.changes}
            </Link>
          </Group>
        </nav>
      </Section>
    </div>
  )
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <h3 className="prose-strong mb-1">{title}</h3>
      <div className="grid [&>a]:py-2">{children}</div>
    </div>
  )
}

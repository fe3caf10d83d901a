import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { ChosenNetwork } from '../../features/platforms/ChosenNetwork.tsx'
import { DueList } from '../../features/platforms/DueList.tsx'
import { LinkedNetworks } from '../../features/platforms/LinkedNetworks.tsx'
import { NetworkOverview } from '../../features/platforms/NetworkOverview.tsx'
import { PhoneLink } from '../../features/registry/PhoneLink.tsx'
import { RegisterLink } from '../../features/registry/RegisterLink.tsx'
import { graphql } from '../../generated/gql.ts'
import { useViewer } from '../../lib/viewer.ts'
import { useBulletinText } from '../../locales/bulletin.ts'
import { useChangesText } from '../../locales/changes.ts'
import { useMembersText } from '../../locales/members.ts'
import { useDecisionsText } from '../../locales/decisions.ts'
import { useMeetingsText } from '../../locales/meetings.ts'
import { useNetworkText } from '../../locales/network.ts'
import { useTiesText } from '../../locales/ties.ts'
import { LinkButton } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead, Section } from '../../ui/Page/Page.tsx'
import { PrintButton } from '../../ui/PrintButton/PrintButton.tsx'

const NetworkPage_query = graphql(`
  query NetworkPage($id: ID!) {
    platform(id: $id) {
      id
      name
      kind
      description
      helpPhone
      sample
    }
    networkFreshness(platformId: $id) {
      ...NetworkOverview_freshness
    }
    networkStanding(platformId: $id) {
      due {
        id
        kind
        code
        params
        dueOn
        overdue
        link
      }
    }
    linkedNetworks(platformId: $id) {
      linkId
      ...LinkedNetworks_network
    }
  }
`)

const route = getRouteApi('/network')

/** ネットワーク: the one in the address, else the first one the viewer sees. */
export function NetworkPage() {
  const { id } = route.useSearch()
  return (
    <ChosenNetwork id={id} choices>
      {(chosen) => <Network id={chosen} />}
    </ChosenNetwork>
  )
}

function Network({ id }: { id: string }) {
  const text = useNetworkText()
  const changesText = useChangesText()
  const decisionsText = useDecisionsText()
  const tiesText = useTiesText()
  const viewer = useViewer()
  const membersText = useMembersText()
  const roles = viewer?.acting?.roles ?? []
  const asks = roles.includes('PLATFORM_SECRETARIAT')
  const bulletinText = useBulletinText()
  const { title: meetingsTitle } = useMeetingsText()
  const viewer = useViewer()
  const asks = viewer?.acting?.roles.includes('PLATFORM_SECRETARIAT') ?? false
  const isOfficer = viewer?.acting?.kind === 'PLATFORM'
  const reads = isOfficer || viewer?.acting?.kind === 'CORPORATION' || viewer?.acting?.kind === 'FACILITY'
  const [result, readAgain] = useQuery({ query: NetworkPage_query, variables: { id } })
  return (
    <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={20}>
      {({ platform, networkFreshness, networkStanding, linkedNetworks }) =>
        platform && networkFreshness ? (
          <>
            <PageHead
              title={platform.name}
              kicker={text.kinds[platform.kind]}
              sample={platform.sample}
              lead={
                <>
                  <p>{platform.description}</p>
                  {platform.helpPhone && (
                    <p>
                      {text.secretariat} <PhoneLink number={platform.helpPhone} />
                    </p>
                  )}
                </>
              }
              actions={
                <>
                  {asks && (
                    <LinkButton
                      to="/network/facilities"
                      search={{ id, ages: ['OLDER', 'NEVER'] }}
                      kind="main"
                    >
                      {text.ask.open}
                    </LinkButton>
                  )}
                  <LinkButton to="/network/members" search={{ id }}>
                    {membersText.links.members}
                  </LinkButton>
                  <LinkButton to="/network/committees" search={{ id }}>
                    {membersText.links.committees}
                  </LinkButton>
                  <LinkButton to="/network/profile" search={{ id }}>
                    {membersText.links.profile}
                  </LinkButton>
                  {roles.includes('CORPORATION_ADMIN') && (
                    <LinkButton to="/network/join">{membersText.links.join}</LinkButton>
                  )}
                  {(asks || roles.includes('SYSTEM_OPERATOR')) && (
                    <LinkButton to="/network/new">{membersText.links.start}</LinkButton>
                  )}
                  <LinkButton to="/network/decisions" search={{ id }}>
                    {decisionsText.open}
                  </LinkButton>
                  {reads && (
                    <>
                      <LinkButton to="/network/announcements" search={{ id }}>
                        {bulletinText.announcements.link}
                      </LinkButton>
                      <LinkButton to="/network/calendar" search={{ id }}>
                        {bulletinText.calendar.link}
                      </LinkButton>
                      <LinkButton to="/network/documents" search={{ id }}>
                        {bulletinText.documents.link}
                      </LinkButton>
                    </>
                  )}
                  <LinkButton to="/network/meetings" search={{ id }}>
                    {meetingsTitle}
                  </LinkButton>
                  <LinkButton to="/network/requests" search={{ id }}>
                    {text.requests.open}
                  </LinkButton>
                  <LinkButton to="/network/changes" search={{ id }}>
                    {changesText.open}
                  </LinkButton>
                  <LinkButton to="/network/rulebook" search={{ id }}>
                    {text.rulebook}
                  <LinkButton to="/network/ties" search={{ id }}>
                    {tiesText.open}
                  </LinkButton>
                  <LinkButton to="/network/phone-tree" search={{ id }}>
                    {text.phoneTree}
                  </LinkButton>
                  {isOfficer && (
                    <LinkButton to="/network/handover-package" search={{ id }}>
                      {bulletinText.handover.link}
                    </LinkButton>
                  )}
                  <RegisterLink />
                  <PrintButton />
                </>
              }
            />
            <Section title={membersText.due.title}>
              {!networkStanding || networkStanding.due.length === 0 ? (
                <p className="prose-sub">{membersText.due.none}</p>
              ) : (
                <>
                  <p className="prose-note mb-3">{membersText.due.by}</p>
                  <DueList due={networkStanding.due} />
                </>
              )}
            </Section>
            <NetworkOverview platformId={id} freshness={networkFreshness} />
            <LinkedNetworks networks={linkedNetworks} />
          </>
        ) : (
          <PageHead title={text.none} lead={<p>{text.noneBody}</p>} />
        )
      }
    </Loaded>
  )
}

import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { ChosenNetwork } from '../../features/platforms/ChosenNetwork.tsx'
import { DueList } from '../../features/platforms/DueList.tsx'
import { LinkedNetworks } from '../../features/platforms/LinkedNetworks.tsx'
import { NetworkLinks } from '../../features/platforms/NetworkLinks.tsx'
import { NetworkOverview } from '../../features/platforms/NetworkOverview.tsx'
import { PhoneLink } from '../../features/registry/PhoneLink.tsx'
import { RegisterLink } from '../../features/registry/RegisterLink.tsx'
import { graphql } from '../../generated/gql.ts'
import { useViewer } from '../../lib/viewer.ts'
import { useMembersText } from '../../locales/members.ts'
import { useNetworkText } from '../../locales/network.ts'
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
  const membersText = useMembersText()
  const asks = useViewer()?.acting?.roles.includes('PLATFORM_SECRETARIAT') ?? false
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
            <NetworkLinks id={id} />
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

import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { ChosenNetwork } from '../../features/platforms/ChosenNetwork.tsx'
import { NetworkOverview } from '../../features/platforms/NetworkOverview.tsx'
import { PhoneLink } from '../../features/registry/PhoneLink.tsx'
import { RegisterLink } from '../../features/registry/RegisterLink.tsx'
import { graphql } from '../../generated/gql.ts'
import { useViewer } from '../../lib/viewer.ts'
import { useChangesText } from '../../locales/changes.ts'
import { useMeetingsText } from '../../locales/meetings.ts'
import { useNetworkText } from '../../locales/network.ts'
import { LinkButton } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead } from '../../ui/Page/Page.tsx'
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
  const { title: meetingsTitle } = useMeetingsText()
  const viewer = useViewer()
  const asks = viewer?.acting?.roles.includes('PLATFORM_SECRETARIAT') ?? false
  const [result, readAgain] = useQuery({ query: NetworkPage_query, variables: { id } })
  return (
    <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={20}>
      {({ platform, networkFreshness }) =>
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
                  <LinkButton to="/network/meetings" search={{ id }}>
                    {meetingsTitle}
                  </LinkButton>
                  <LinkButton to="/network/requests" search={{ id }}>
                    {text.requests.open}
                  </LinkButton>
                  <LinkButton to="/network/changes" search={{ id }}>
                    {changesText.open}
                  </LinkButton>
                  <LinkButton to="/network/phone-tree" search={{ id }}>
                    {text.phoneTree}
                  </LinkButton>
                  <RegisterLink />
                  <PrintButton />
                </>
              }
            />
            <NetworkOverview platformId={id} freshness={networkFreshness} />
          </>
        ) : (
          <PageHead title={text.none} lead={<p>{text.noneBody}</p>} />
        )
      }
    </Loaded>
  )
}

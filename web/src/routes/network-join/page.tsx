import { useQuery } from 'urql'
import { JoinForm } from '../../features/platforms/JoinForm.tsx'
import { graphql } from '../../generated/gql.ts'
import { useViewer } from '../../lib/viewer.ts'
import { useMembersText } from '../../locales/members.ts'
import { useNetworkText } from '../../locales/network.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead, Section } from '../../ui/Page/Page.tsx'

const Join_query = graphql(`
  query NetworkJoinPage {
    networksToJoin {
      platformId
      name
      kind
      description
      municipality
      acceptsApplications
      applicationId
      applicationState
      ...JoinForm_network
    }
  }
`)

/** ほかのネットワークに加わる: those that take applications or have invited the corporation. */
export function NetworkJoinPage() {
  const membersText = useMembersText()
  const text = membersText.join
  const networkText = useNetworkText()
  const viewer = useViewer()
  const roles = viewer?.acting?.roles ?? []
  const [result, readAgain] = useQuery({ query: Join_query })
  return (
    <>
      <Breadcrumbs current={text.title}>
        <Link to="/network">{networkText.title}</Link>
      </Breadcrumbs>
      <PageHead title={text.title} lead={<p>{text.lead}</p>} />
      <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={10}>
        {({ networksToJoin }) =>
          networksToJoin.length === 0 ? (
            <EmptyState title={text.none}>
              <p>
                {roles.some((role) => role.startsWith('CORPORATION')) ? text.noneBody : text.onlyCorporations}
              </p>
            </EmptyState>
          ) : (
            networksToJoin.map((network) => (
              <Section key={network.platformId} id={network.platformId} title={network.name}>
                <p className="prose-note">
                  {[networkText.kinds[network.kind], network.municipality].filter(Boolean).join('・')}
                </p>
                <p className="mb-3">{network.description}</p>
                {network.applicationId && (
                  <p className="mb-3">
                    {network.applicationState && membersText.applications.states[network.applicationState]}{' '}
                    <Link
                      to="/network/applications/$applicationId"
                      params={{ applicationId: network.applicationId }}
                    >
                      {text.openMine}
                    </Link>
                  </p>
                )}
                {roles.includes('CORPORATION_ADMIN') &&
                  network.applicationState !== 'SUBMITTED' &&
                  (network.acceptsApplications || network.applicationState === 'INVITED') && (
                    <JoinForm network={network} />
                  )}
              </Section>
            ))
          )
        }
      </Loaded>
    </>
  )
}

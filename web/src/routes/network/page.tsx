import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { NetworkOverview } from '../../features/platforms/NetworkOverview.tsx'
import { PhoneLink } from '../../features/registry/PhoneLink.tsx'
import { RegisterLink } from '../../features/registry/RegisterLink.tsx'
import { graphql } from '../../generated/gql.ts'
import { useNetworkText } from '../../locales/network.ts'
import { Choices } from '../../ui/Choices/Choices.tsx'
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead } from '../../ui/Page/Page.tsx'
import { PrintButton } from '../../ui/PrintButton/PrintButton.tsx'

const NetworkPage_choice = graphql(`
  query NetworkPageChoice {
    platforms(first: 20) {
      nodes {
        id
        name
      }
    }
  }
`)

const NetworkPage_query = graphql(`
  query NetworkPage($id: ID!) {
    platform(id: $id) {
      id
      name
      kind
      description
      helpPhone
      sample
      ...NetworkOverview_platform
    }
  }
`)

const route = getRouteApi('/network')

/** ネットワーク: the one in the address, else the first one the viewer sees. */
export function NetworkPage() {
  const text = useNetworkText()
  const { id } = route.useSearch()
  const [result, readAgain] = useQuery({ query: NetworkPage_choice })
  return (
    <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })}>
      {({ platforms: { nodes } }) => {
        const chosen = id ?? nodes[0]?.id
        if (!chosen)
          return (
            <>
              <PageHead title={text.title} />
              <EmptyState title={text.none}>
                <p>{text.noneBody}</p>
              </EmptyState>
            </>
          )
        return (
          <>
            {nodes.length > 1 && (
              <Choices label={text.choose}>
                {nodes.map((platform) => (
                  <Link
                    key={platform.id}
                    to="/network"
                    search={{ id: platform.id }}
                    aria-current={platform.id === chosen || undefined}
                  >
                    {platform.name}
                  </Link>
                ))}
              </Choices>
            )}
            <Network id={chosen} />
          </>
        )
      }}
    </Loaded>
  )
}

function Network({ id }: { id: string }) {
  const text = useNetworkText()
  const [result, readAgain] = useQuery({ query: NetworkPage_query, variables: { id } })
  return (
    <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={20}>
      {({ platform }) =>
        platform ? (
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
                  <RegisterLink />
                  <PrintButton />
                </>
              }
            />
            <NetworkOverview platform={platform} />
          </>
        ) : (
          <PageHead title={text.none} lead={<p>{text.noneBody}</p>} />
        )
      }
    </Loaded>
  )
}

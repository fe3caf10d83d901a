import type { ReactNode } from 'react'
import { useQuery } from 'urql'
import { graphql } from '../../generated/gql.ts'
import { useMembersText } from '../../locales/members.ts'
import { useNetworkText } from '../../locales/network.ts'
import { Choices } from '../../ui/Choices/Choices.tsx'
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead } from '../../ui/Page/Page.tsx'

const ChosenNetwork_choice = graphql(`
  query ChosenNetwork {
    platforms(first: 20) {
      nodes {
        id
        name
        memberCount
      }
    }
  }
`)

interface ChosenNetworkProps {
  /** The network in the address; of several, the one with the most members if left out. */
  id: string | undefined
  /** Offers the others above the page. */
  choices?: boolean
  children: (id: string) => ReactNode
}

/** The network in the address, else the first one the viewer sees. */
export function ChosenNetwork({ id, choices, children }: ChosenNetworkProps) {
  const text = useNetworkText()
  const membersText = useMembersText()
  const [result, readAgain] = useQuery({ query: ChosenNetwork_choice })
  return (
    <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })}>
      {({ platforms: { nodes } }) => {
        const chosen = id ?? nodes.toSorted((one, other) => other.memberCount - one.memberCount)[0]?.id
        if (!chosen)
          return (
            <>
              <PageHead title={text.title} />
              <EmptyState title={text.none}>
                <p>{text.noneBody}</p>
                <p>
                  <Link to="/network/join">{membersText.join.title}</Link>
                </p>
              </EmptyState>
            </>
          )
        return (
          <>
            {choices && nodes.length > 1 && (
              <Choices label={text.choose}>
                {nodes.map((platform) => (
                  <Link
                    key={platform.id}
                    to="/network"
                    search={{ id: platform.id }}
                    activeOptions={{ exact: true }}
                    aria-current={platform.id === chosen || undefined}
                  >
                    {platform.name}
                  </Link>
                ))}
              </Choices>
            )}
            {children(chosen)}
          </>
        )
      }}
    </Loaded>
  )
}

import { getRouteApi } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useQuery } from 'urql'
import { PhoneTree } from '../../features/registry/PhoneTree.tsx'
import { graphql } from '../../generated/gql.ts'
import type { PhoneTreeChoiceQuery } from '../../generated/graphql.ts'
import { formatDate } from '../../lib/dates.ts'
import { FOLDER_OF_ROWS, useEveryPage } from '../../lib/every-page.ts'
import { useLanguage } from '../../lib/language.ts'
import { useToday } from '../../lib/today.ts'
import { useSearchText } from '../../locales/search.ts'
import { useDisastersText } from '../../locales/disasters.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { Choices } from '../../ui/Choices/Choices.tsx'
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx'
import { Link, LinkButton } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead } from '../../ui/Page/Page.tsx'
import { PrintButton } from '../../ui/PrintButton/PrintButton.tsx'

const PhoneTree_choice = graphql(`
  query PhoneTreeChoice {
    platforms(first: 20) {
      nodes {
        id
        name
        helpPhone
        sample
      }
    }
  }
`)

const PhoneTree_query = graphql(`
  query PhoneTreePage($platformId: ID!, $first: Int, $after: String) {
    facilitiesToCall(platformId: $platformId, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        ...PhoneTree_facility
      }
    }
  }
`)

const route = getRouteApi('/network/phone-tree')

/** 夜間の電話連絡網 of the network in the address, else of the first one the viewer sees. */
export function PhoneTreePage() {
  const text = useSearchText().tree
  const { id } = route.useSearch()
  const [result, readAgain] = useQuery({ query: PhoneTree_choice })
  return (
    <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })}>
      {({ platforms: { nodes } }) => {
        const chosen = nodes.find((platform) => platform.id === id) ?? nodes[0]
        if (!chosen)
          return (
            <>
              <PageHead title={text.title} />
              <EmptyState title={text.noNetwork} />
            </>
          )
        return (
          <>
            {nodes.length > 1 && (
              <Choices label={text.choose}>
                {nodes.map((platform) => (
                  <Link
                    key={platform.id}
                    to="/network/phone-tree"
                    search={{ id: platform.id }}
                    activeOptions={{ exact: true }}
                    aria-current={platform.id === chosen.id || undefined}
                  >
                    {platform.name}
                  </Link>
                ))}
              </Choices>
            )}
            <Tree key={chosen.id} platform={chosen} />
          </>
        )
      }}
    </Loaded>
  )
}

function Tree({ platform }: { platform: PhoneTreeChoiceQuery['platforms']['nodes'][number] }) {
  const text = useSearchText()
  const { goPaper } = useDisastersText().paper
  const language = useLanguage()
  const day = useToday()
  const variables = useMemo(() => ({ platformId: platform.id }), [platform.id])
  const { retry, read, ...result } = useEveryPage({
    query: PhoneTree_query,
    variables,
    connectionOf: ({ facilitiesToCall }) => facilitiesToCall,
    most: FOLDER_OF_ROWS,
  })
  return (
    <>
      <Breadcrumbs current={text.tree.title}>
        <Link to="/network" search={{ id: platform.id }}>
          {platform.name}
        </Link>
      </Breadcrumbs>
      <PageHead
        title={text.tree.title}
        kicker={platform.name}
        sample={platform.sample}
        lead={
          <p>
            {text.tree.lead} {text.tree.printed(formatDate(day, language))}
          </p>
        }
        actions={
          <>
            <PrintButton />
            <LinkButton to="/disasters/paper">{goPaper}</LinkButton>
          </>
        }
      />
      {!result.data && !result.error && read > 0 && (
        <output className="block">{text.paper.reading(String(read))}</output>
      )}
      <Loaded result={result} retry={retry} lines={20}>
        {({ nodes, totalCount }) => (
          <PhoneTree facilities={nodes} totalCount={totalCount} helpPhone={platform.helpPhone} />
        )}
      </Loaded>
    </>
  )
}

import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useQuery } from 'urql'
import { AskForm } from '../../features/platforms/AskForm.tsx'
import { ChosenNetwork } from '../../features/platforms/ChosenNetwork.tsx'
import { NetworkFacilities } from '../../features/platforms/NetworkFacilities.tsx'
import { AGES, BLOCKS, type NetworkSearch } from '../../features/platforms/network-search.ts'
import { fromStart, pageOf } from '../../features/registry/search.ts'
import { graphql } from '../../generated/gql.ts'
import { useViewer } from '../../lib/viewer.ts'
import { useNetworkText } from '../../locales/network.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { Choices } from '../../ui/Choices/Choices.tsx'
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead, Section } from '../../ui/Page/Page.tsx'
import { Pager } from '../../ui/Pager/Pager.tsx'
import { PrintButton } from '../../ui/PrintButton/PrintButton.tsx'

const NetworkFacilities_query = graphql(`
  query NetworkFacilitiesPage(
    $platformId: ID!
    $corporationId: ID
    $block: FacilityBlock
    $ages: [ConfirmationAge!]
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    platform(id: $platformId) {
      id
      name
      sample
    }
    networkFacilities(
      platformId: $platformId
      corporationId: $corporationId
      block: $block
      ages: $ages
      first: $first
      after: $after
      last: $last
      before: $before
    ) {
      totalCount
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      nodes {
        id
        ...NetworkFacilities_facility
      }
    }
  }
`)

const PAGE_SIZE = 50
const route = getRouteApi('/network/facilities')

/** The facilities behind a number of the network's page, those to be asked first; the secretariat asks from here. */
export function NetworkFacilitiesPage() {
  const { id } = route.useSearch()
  return <ChosenNetwork id={id}>{(chosen) => <Facilities key={chosen} platformId={chosen} />}</ChosenNetwork>
}

/** A facility that was ticked, on whichever page of the list. */
export interface Picked {
  id: string
  name: string
}

function Facilities({ platformId }: { platformId: string }) {
  const text = useNetworkText()
  const viewer = useViewer()
  const search = route.useSearch()
  const [picked, pick] = useState<readonly Picked[]>([])
  const { member, block, ages } = search
  const [result, readAgain] = useQuery({
    query: NetworkFacilities_query,
    variables: { platformId, corporationId: member, block, ages, ...pageOf(search, PAGE_SIZE) },
  })
  const asks = viewer?.acting?.roles.includes('PLATFORM_SECRETARIAT') ?? false
  return (
    <>
      <Breadcrumbs current={text.list.title}>
        <Link to="/network" search={{ id: platformId }}>
          {text.title}
        </Link>
      </Breadcrumbs>
      <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={20}>
        {({ platform, networkFacilities: { totalCount, pageInfo, nodes } }) => (
          <>
            <PageHead
              title={text.list.title}
              kicker={platform?.name}
              sample={platform?.sample}
              lead={<p>{text.list.lead}</p>}
              actions={<PrintButton />}
            />
            <Narrowing platformId={platformId} search={search} />
            <p className="prose-strong">{text.list.found(totalCount)}</p>
            {nodes.length === 0 ? (
              <EmptyState title={text.list.none}>
                <p>{text.list.noneBody}</p>
              </EmptyState>
            ) : (
              <>
                <NetworkFacilities facilities={nodes} picked={asks ? picked : undefined} onPick={pick} />
                <Pager label={text.list.pages} position={text.list.position(nodes.length, totalCount)}>
                  {pageInfo.hasPreviousPage && (
                    <Link
                      to="/network/facilities"
                      search={{ ...fromStart(search), before: pageInfo.startCursor ?? undefined }}
                    >
                      {text.list.previous}
                    </Link>
                  )}
                  {pageInfo.hasNextPage && (
                    <Link
                      to="/network/facilities"
                      search={{ ...fromStart(search), after: pageInfo.endCursor ?? undefined }}
                    >
                      {text.list.next}
                    </Link>
                  )}
                </Pager>
              </>
            )}
            {asks && (
              <div className="yui-no-print">
                <Section title={text.ask.title} id="ask">
                  <AskForm platformId={platformId} picked={picked} block={block} />
                </Section>
              </div>
            )}
          </>
        )}
      </Loaded>
    </>
  )
}

/** Which block and which age; each is a link, so that Back leads to what was there before. */
function Narrowing({ platformId, search }: { platformId: string; search: NetworkSearch }) {
  const text = useNetworkText()
  const { member, block, ages } = search
  const kept = { id: platformId, ...(member && { member }) }
  return (
    <>
      <Choices label={text.list.blockChoice}>
        {[undefined, ...BLOCKS].map((one) => (
          <Link
            key={one ?? 'all'}
            to="/network/facilities"
            search={{ ...kept, ...(ages && { ages }), ...(one && { block: one }) }}
            resetScroll={false}
            activeOptions={{ exact: true }}
            aria-current={one === block || undefined}
          >
            {one ? text.blocks[one] : text.list.whole}
          </Link>
        ))}
      </Choices>
      <Choices label={text.list.ageChoice}>
        {[undefined, ['OLDER', 'NEVER'] as const, ...AGES.map((age) => [age] as const)].map((some) => (
          <Link
            key={some?.join() ?? 'all'}
            to="/network/facilities"
            search={{ ...kept, ...(block && { block }), ...(some && { ages: [...some] }) }}
            resetScroll={false}
            activeOptions={{ exact: true }}
            aria-current={(some?.join() ?? '') === (ages?.join() ?? '') || undefined}
          >
            {some ? (some.length > 1 ? text.list.toAsk : text.ages[some[0]]) : text.list.every}
          </Link>
        ))}
      </Choices>
      {member && (
        <p className="yui-no-print">
          {text.list.oneMember}{' '}
          <Link
            to="/network/facilities"
            search={{ id: platformId, ...(block && { block }), ...(ages && { ages }) }}
          >
            {text.list.everyMember}
          </Link>
        </p>
      )}
    </>
  )
}

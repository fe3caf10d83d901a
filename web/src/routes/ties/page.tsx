import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { OwnStages } from '../../features/collaboration/OwnStages.tsx'
import { STAGES } from '../../features/collaboration/stages.ts'
import type { TiesSearch } from '../../features/collaboration/tie-search.ts'
import { TieMatrix } from '../../features/collaboration/TieMatrix.tsx'
import { TieTable } from '../../features/collaboration/TieTable.tsx'
import { WaitingTies } from '../../features/collaboration/WaitingTies.tsx'
import { ChosenNetwork } from '../../features/platforms/ChosenNetwork.tsx'
import { graphql } from '../../generated/gql.ts'
import { formatDate, today } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useViewer } from '../../lib/viewer.ts'
import { useNetworkText } from '../../locales/network.ts'
import { shortName } from '../../locales/short-name.ts'
import { useTiesText } from '../../locales/ties.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { Disclosure } from '../../ui/Disclosure/Disclosure.tsx'
import { Link, LinkButton } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead, Section } from '../../ui/Page/Page.tsx'
import { Pager } from '../../ui/Pager/Pager.tsx'
import { PrintButton } from '../../ui/PrintButton/PrintButton.tsx'
import '../../features/collaboration/ties.css'

const TiesPage_query = graphql(`
  query TiesPage($id: ID!, $stages: [CollaborationStage!], $first: Int!, $after: String) {
    platform(id: $id) {
      id
      name
      sample
    }
    collaborationPicture(platformId: $id) {
      membersStage
      ownCorporationId
      corporations {
        corporationId
        name
      }
      pairs {
        stage
      }
      ...TieMatrix_picture
    }
    own: collaborationTies(first: 50, mine: true, inForce: true) {
      nodes {
        id
        ...OwnStages_tie
      }
    }
    waiting: collaborationTies(first: 20, mine: true, statuses: [PROPOSED]) {
      nodes {
        id
        ...WaitingTies_tie
      }
    }
    shown: collaborationTies(platformId: $id, inForce: true, stages: $stages, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        ...TieTable_tie
      }
    }
    every: collaborationTies(platformId: $id, inForce: true, first: 1) {
      totalCount
    }
  }
`)

const PAGE_SIZE = 50
const FROM_CONTRACTS_ON = STAGES.slice(2)
const route = getRouteApi('/network/ties')

/** 連携の図と表: who works with whom, by stage. */
export function TiesPage() {
  const { id } = route.useSearch()
  return <ChosenNetwork id={id}>{(chosen) => <Ties id={chosen} />}</ChosenNetwork>
}

function Ties({ id }: { id: string }) {
  const text = useTiesText()
  const networkText = useNetworkText()
  const language = useLanguage()
  const viewer = useViewer()
  // Named, because the compiler gives up on inferring it through all routes of the portal.
  const search: TiesSearch = route.useSearch()
  const [result, readAgain] = useQuery({
    query: TiesPage_query,
    variables: {
      id,
      stages: search.all ? undefined : FROM_CONTRACTS_ON,
      first: PAGE_SIZE,
      after: search.after,
    },
  })
  const roles = viewer?.acting?.roles ?? []
  const writes = roles.includes('CORPORATION_ADMIN') || roles.includes('PLATFORM_SECRETARIAT')
  return (
    <>
      <Breadcrumbs current={text.title}>
        <Link to="/network" search={{ id }}>
          {networkText.title}
        </Link>
      </Breadcrumbs>
      <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={20}>
        {({ platform, collaborationPicture: picture, own, waiting, shown, every }) => {
          if (!platform || !picture) return <PageHead title={text.none} lead={<p>{text.noneBody}</p>} />
          const { corporations, ownCorporationId, membersStage, pairs } = picture
          const ownName = corporations.find(({ corporationId }) => corporationId === ownCorporationId)?.name
          const members = corporations.length
          const further = every.totalCount - shown.totalCount
          return (
            <>
              <PageHead
                title={text.title}
                kicker={platform.name}
                sample={platform.sample}
                lead={
                  <>
                    <p>
                      {text.asOf(formatDate(today(), language, { weekday: true }), members, pairs.length)}
                    </p>
                    <p>{text.lead}</p>
                  </>
                }
                actions={
                  <>
                    {writes && (
                      <LinkButton to="/network/ties/new" search={{ id }} kind="main">
                        {roles.includes('PLATFORM_SECRETARIAT') ? text.record : text.propose}
                      </LinkButton>
                    )}
                    <LinkButton to="/network/ties/contracts" search={{ id }}>
                      {text.contracts}
                    </LinkButton>
                    <PrintButton />
                  </>
                }
              />
              {ownCorporationId && ownName && (
                <Section title={text.own.title(shortName(ownName))}>
                  <OwnStages
                    ties={own.nodes}
                    ownId={ownCorporationId}
                    membership={{ stage: membersStage, partners: members - 1, network: platform.name }}
                  />
                </Section>
              )}
              {waiting.nodes.length > 0 && (
                <Section title={text.own.waiting}>
                  <WaitingTies ties={waiting.nodes} />
                </Section>
              )}
              <p className="mt-6">
                <Link to="/network/ties/next-stage">{text.nextStage}</Link>
              </p>
              <div className="yui-ties-columns">
                <Section title={text.matrix.title}>
                  <Disclosure summary={text.matrix.open} phoneOnly>
                    <div>
                      <TieMatrix picture={picture} tableId="ties-table" />
                    </div>
                  </Disclosure>
                </Section>
                <Section
                  id="ties-table"
                  title={text.table.title}
                  tools={
                    <a href={`/api/export/ties.csv?platform=${encodeURIComponent(id)}`} download>
                      {text.table.csv}
                    </a>
                  }
                >
                  <TieTable
                    ties={shown.nodes}
                    membership={
                      shown.pageInfo.hasNextPage
                        ? null
                        : { stage: membersStage, members, network: platform.name }
                    }
                  />
                  {every.totalCount === 0 && <p className="prose-note mt-4">{text.table.none}</p>}
                  <Pager
                    label={text.table.pages}
                    position={text.table.position(shown.nodes.length, shown.totalCount)}
                  >
                    {search.after !== undefined && (
                      <Link to="/network/ties" search={{ id, ...(search.all && { all: true }) }}>
                        {text.table.first}
                      </Link>
                    )}
                    {shown.pageInfo.hasNextPage && (
                      <Link
                        to="/network/ties"
                        search={{
                          id,
                          ...(search.all && { all: true }),
                          after: shown.pageInfo.endCursor ?? undefined,
                        }}
                      >
                        {text.table.next}
                      </Link>
                    )}
                  </Pager>
                  {!search.all && further > 0 && (
                    <p className="mt-4">
                      <LinkButton to="/network/ties" search={{ id, all: true }} resetScroll={false}>
                        {text.table.showAll(text.stage(1), every.totalCount)}
                      </LinkButton>
                    </p>
                  )}
                  {search.all && (
                    <p className="mt-4">
                      <LinkButton to="/network/ties" search={{ id }} resetScroll={false}>
                        {text.table.showLess}
                      </LinkButton>
                    </p>
                  )}
                </Section>
              </div>
            </>
          )
        }}
      </Loaded>
    </>
  )
}

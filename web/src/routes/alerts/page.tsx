import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { AlertTable } from '../../features/alerts/AlertTable.tsx'
import { SuggestionCard } from '../../features/alerts/SuggestionCard.tsx'
import { ThresholdTable } from '../../features/alerts/ThresholdTable.tsx'
import { UploadAlert } from '../../features/alerts/UploadAlert.tsx'
import { ChosenNetwork } from '../../features/platforms/ChosenNetwork.tsx'
import { graphql } from '../../generated/gql.ts'
import { useViewer } from '../../lib/viewer.ts'
import { useAlertsText } from '../../locales/alerts.ts'
import { useNetworkText } from '../../locales/network.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { Choices } from '../../ui/Choices/Choices.tsx'
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx'
import { Link } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead, Section } from '../../ui/Page/Page.tsx'
import { Pager } from '../../ui/Pager/Pager.tsx'

const AlertsPage_query = graphql(`
  query AlertsPage($id: ID!, $only: ID, $after: String) {
    platform(id: $id) {
      id
      name
      sample
      alertsCan {
        decideThreshold {
          allowed
        }
      }
    }
    alertSuggestions(platformId: $id, first: 10) {
      nodes {
        id
        state
        ...SuggestionCard_suggestion
      }
    }
    alertMessages(platformId: $only, first: 20, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        ...AlertTable_message
      }
    }
    alertThresholds(platformId: $id, first: 100) {
      nodes {
        id
        ...ThresholdTable_threshold
      }
    }
  }
`)

const route = getRouteApi('/alerts')
const BRINGING = new Set(['PLATFORM_SECRETARIAT', 'MUNICIPAL_LIAISON', 'SYSTEM_OPERATOR'])

/** 気象庁の電文: what came in, what is asked because of it, and from which weight on. */
export function AlertsPage() {
  const { id } = route.useSearch()
  return <ChosenNetwork id={id}>{(chosen) => <Alerts id={chosen} />}</ChosenNetwork>
}

function Alerts({ id }: { id: string }) {
  const text = useAlertsText()
  const network = useNetworkText()
  const viewer = useViewer()
  const {
    id: asked,
    all = false,
    after,
    suggestion,
  }: {
    id?: string
    all?: boolean
    after?: string
    suggestion?: string
  } = route.useSearch()
  const [result, readAgain] = useQuery({
    query: AlertsPage_query,
    variables: { id, only: all ? null : id, after },
  })
  const again = () => readAgain({ requestPolicy: 'network-only' })
  const roles = viewer?.acting?.roles ?? []
  const bringsIn = roles.some((role) => BRINGING.has(role))
  return (
    <Loaded result={result} retry={again}>
      {({ platform, alertSuggestions, alertMessages, alertThresholds }) => {
        const { nodes, pageInfo, totalCount } = alertMessages
        const shown = alertSuggestions.nodes.filter(
          ({ id: key, state }) => state === 'OPEN' || key === suggestion,
        )
        const decides = platform?.alertsCan.decideThreshold.allowed
          ? { platformId: id }
          : roles.includes('SYSTEM_OPERATOR')
            ? ('ALL' as const)
            : null
        return (
          <>
            <Breadcrumbs current={text.title}>
              <Link to="/network" search={asked ? { id: asked } : {}}>
                {network.title}
              </Link>
            </Breadcrumbs>
            <PageHead title={text.title} sample={platform?.sample} lead={<p>{text.lead}</p>} />
            <Section title={text.suggestion.title}>
              {shown.length === 0 && <p>{text.suggestion.none}</p>}
              {shown.map((one) => (
                <SuggestionCard key={one.id} suggestion={one} onConflict={again} />
              ))}
            </Section>
            <Section title={all ? text.all : text.ours}>
              <Choices label={text.which}>
                <Link
                  to="/alerts"
                  search={{ id: asked }}
                  activeOptions={{ exact: true }}
                  aria-current={all ? undefined : 'page'}
                >
                  {text.ours}
                </Link>
                <Link to="/alerts" search={{ id: asked, all: true }} aria-current={all ? 'page' : undefined}>
                  {text.all}
                </Link>
              </Choices>
              {nodes.length === 0 ? (
                <EmptyState title={text.none}>
                  <p>{text.noneBody}</p>
                </EmptyState>
              ) : (
                <>
                  <AlertTable caption={all ? text.all : text.ours} messages={nodes} />
                  <Pager label={text.pages} position={text.position(nodes.length, totalCount)}>
                    {after && (
                      <Link to="/alerts" search={{ id: asked, ...(all && { all }) }}>
                        {text.newest}
                      </Link>
                    )}
                    {pageInfo.hasNextPage && (
                      <Link
                        to="/alerts"
                        search={{ id: asked, ...(all && { all }), after: pageInfo.endCursor ?? undefined }}
                      >
                        {text.older}
                      </Link>
                    )}
                  </Pager>
                </>
              )}
              <p className="prose-note">{text.source}</p>
            </Section>
            {bringsIn && (
              <Section title={text.upload.title}>
                <UploadAlert onArrived={again} />
              </Section>
            )}
            <Section title={text.thresholds.title}>
              <p>{text.thresholds.lead}</p>
              <ThresholdTable thresholds={alertThresholds.nodes} decides={decides} onDone={again} />
            </Section>
          </>
        )
      }}
    </Loaded>
  )
}

import { useQuery } from 'urql'
import { OngoingEvent } from '../../features/disasters/OngoingEvent.tsx'
import { graphql } from '../../generated/gql.ts'
import type { DisastersPageQuery } from '../../generated/graphql.ts'
import { formatMoment } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useViewer } from '../../lib/viewer.ts'
import { useAlertsText } from '../../locales/alerts.ts'
import { useDisastersText } from '../../locales/disasters.ts'
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx'
import { Link, LinkButton } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead, Section } from '../../ui/Page/Page.tsx'
import { Cell, Head, Table } from '../../ui/Table/Table.tsx'
import '../../features/disasters/Disasters.css'

const DisastersPage_query = graphql(`
  query DisastersPage {
    open: disasterEvents(first: 20, open: true) {
      nodes {
        id
        ...OngoingEvent_event
      }
    }
    over: disasterEvents(first: 50, open: false) {
      nodes {
        id
        name
        hazard
        drill
        startedAt
        closedAt
      }
    }
  }
`)

type Event = DisastersPageQuery['over']['nodes'][number]
const CONDUCTORS: ReadonlySet<string> = new Set([
  'PLATFORM_SECRETARIAT',
  'PLATFORM_CHAIR',
  'MUNICIPAL_LIAISON',
])

/** 災害・訓練: what is on, and what is over. */
export function DisastersPage() {
  const text = useDisastersText()
  const alerts = useAlertsText()
  const viewer = useViewer()
  const [result, readAgain] = useQuery({ query: DisastersPage_query })
  const conducts = viewer?.acting?.roles.some((role) => CONDUCTORS.has(role)) ?? false
  const looksAfterDevices = viewer?.acting?.roles.includes('FACILITY_DIRECTOR') ?? false
  return (
    <div className="yui-dz">
      <PageHead
        title={text.title}
        lead={<p>{text.lead}</p>}
        actions={
          <>
            {conducts && (
              <LinkButton kind="main" to="/disasters/new">
                {text.begin}
              </LinkButton>
            )}
            {conducts && <LinkButton to="/alerts">{alerts.title}</LinkButton>}
            {looksAfterDevices && <LinkButton to="/disasters/devices">{text.goDevices}</LinkButton>}
          </>
        }
      />
      <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })}>
        {({ open, over }) => (
          <>
            <Section title={text.openNow}>
              {open.nodes.length === 0 && <EmptyState title={text.noneOpen} />}
              {open.nodes.map((event) => (
                <OngoingEvent key={event.id} event={event} />
              ))}
            </Section>
            <Section title={text.over}>
              {over.nodes.length === 0 ? <p>{text.noneOver}</p> : <Over events={over.nodes} />}
            </Section>
          </>
        )}
      </Loaded>
    </div>
  )
}

function Over({ events }: { events: readonly Event[] }) {
  const text = useDisastersText()
  const language = useLanguage()
  return (
    <Table caption={text.over} captionHidden>
      <thead>
        <tr>
          <Head>{text.columns.name}</Head>
          <Head>{text.columns.kind}</Head>
          <Head>{text.columns.started}</Head>
          <Head>{text.columns.state}</Head>
        </tr>
      </thead>
      <tbody>
        {events.map(({ id, name, drill, hazard, startedAt, closedAt }) => (
          <tr key={id}>
            <th scope="row">
              <Link to="/disasters/$eventId/review" params={{ eventId: id }}>
                {name}
              </Link>
            </th>
            <Cell label={text.columns.kind}>
              {drill ? text.drill : text.real}・{text.hazards[hazard]}
            </Cell>
            <Cell label={text.columns.started}>{formatMoment(startedAt, language)}</Cell>
            <Cell label={text.columns.state}>
              {closedAt && text.endedAt(formatMoment(closedAt, language))}
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

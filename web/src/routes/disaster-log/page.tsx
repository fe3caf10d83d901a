import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { EventHead } from '../../features/mutualaid/EventHead.tsx'
import { LineForm } from '../../features/mutualaid/LineForm.tsx'
import { SinceLastHere } from '../../features/mutualaid/SinceLastHere.tsx'
import { SituationLog } from '../../features/mutualaid/SituationLog.tsx'
import { graphql } from '../../generated/gql.ts'
import { useMutualaidText } from '../../locales/mutualaid.ts'
import { usePapersText } from '../../locales/papers.ts'
import { Link, LinkButton } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { PageHead, Section } from '../../ui/Page/Page.tsx'
import { Disclosure } from '../../ui/Disclosure/Disclosure.tsx'

const SituationPage_query = graphql(`
  query SituationPage($eventId: ID!, $after: String) {
    aidSituation(eventId: $eventId) {
      eventId
      closedAt
      works
      called {
        facilityId
        name
      }
      ...EventHead_situation
    }
    sinceLastHere(eventId: $eventId) {
      count
      ...SinceLastHere_since
    }
    situationLines(eventId: $eventId, first: 50, after: $after) {
      nodes {
        id
        ...SituationLog_line
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

const route = getRouteApi('/disasters/$eventId/log')

/** 経過の記録: what changed since one was last here, and every decision and happening, line by line. */
export function SituationPage() {
  const texts = useMutualaidText()
  const text = texts.situation
  const papers = usePapersText()
  const { eventId } = route.useParams()
  const { after } = route.useSearch()
  const [result, readAgain] = useQuery({
    query: SituationPage_query,
    variables: { eventId, after: after ?? null },
    requestPolicy: 'cache-and-network',
  })
  return (
    <Loaded result={result} retry={() => readAgain({ requestPolicy: 'network-only' })} lines={16}>
      {({ aidSituation: situation, sinceLastHere, situationLines }) => {
        if (!situation) return <PageHead title={texts.missing} lead={<p>{texts.missingBody}</p>} />
        const { hasNextPage, endCursor } = situationLines.pageInfo
        return (
          <>
            <EventHead
              situation={situation}
              title={text.title}
              paper={
                <LinkButton to="/disasters/$eventId/log/print" params={{ eventId }} icon="print">
                  {papers.open}
                </LinkButton>
              }
            >
              <p className="yui-no-print">
                <Link to="/disasters/$eventId/aid" params={{ eventId }}>
                  {text.aid}
                </Link>
              </p>
            </EventHead>
            {situation.works && situation.closedAt === null && (
              <div className="yui-no-print">
                <Disclosure summary={text.write.title}>
                  <LineForm eventId={eventId} called={situation.called} />
                </Disclosure>
              </div>
            )}
            {sinceLastHere && !after && (
              <SinceLastHere eventId={eventId} since={sinceLastHere} mayMark={situation.works} />
            )}
            <Section title={text.log}>
              {situationLines.nodes.length === 0 ? (
                <p>{text.logNone}</p>
              ) : (
                <SituationLog lines={situationLines.nodes} mayCorrect={situation.works} />
              )}
              {hasNextPage && endCursor && (
                <p className="yui-no-print mt-4">
                  <Link to="/disasters/$eventId/log" params={{ eventId }} search={{ after: endCursor }}>
                    {text.older}
                  </Link>
                </p>
              )}
            </Section>
          </>
        )
      }}
    </Loaded>
  )
}

import { getRouteApi } from '@tanstack/react-router'
import { SituationLog } from '../../features/mutualaid/SituationLog.tsx'
import { graphql } from '../../generated/gql.ts'
import { useEveryPage } from '../../lib/every-page.ts'
import { useMutualaidText } from '../../locales/mutualaid.ts'
import { usePapersText } from '../../locales/papers.ts'
import { LinkButton } from '../../ui/Link/Link.tsx'
import { Paper } from '../../ui/Paper/Paper.tsx'

const SituationPaper_query = graphql(`
  query SituationPaper($eventId: ID!, $first: Int, $after: String) {
    aidSituation(eventId: $eventId) {
      network
      name
      drill
      sample
    }
    situationLines(eventId: $eventId, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        ...SituationLog_line
      }
    }
  }
`)

const route = getRouteApi('/disasters/$eventId/log/print')

/** 経過の記録 on A4: every line of an event, each with what corrects it. */
export function SituationPaperPage() {
  const { eventId } = route.useParams()
  const texts = useMutualaidText()
  const text = texts.situation
  const papers = usePapersText()
  const result = useEveryPage({
    query: SituationPaper_query,
    variables: { eventId },
    connectionOf: ({ situationLines }) => situationLines,
  })
  return (
    <Paper
      result={result}
      title={text.title}
      back={
        <LinkButton to="/disasters/$eventId/log" params={{ eventId }}>
          {papers.back}
        </LinkButton>
      }
      nameOf={({ first: { aidSituation: event } }) =>
        event && {
          title: text.title,
          of: `${event.network}　${event.name}`,
          drill: event.drill,
          sample: event.sample,
        }
      }
      none={texts.missing}
    >
      {({ nodes }) =>
        nodes.length === 0 ? <p>{text.logNone}</p> : <SituationLog lines={nodes} mayCorrect={false} />
      }
    </Paper>
  )
}

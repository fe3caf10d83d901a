import { getRouteApi } from '@tanstack/react-router'
import { ClosureTable } from '../../features/assignment/ClosureTable.tsx'
import { LinePaper } from '../../features/assignment/LinePaper.tsx'
import { WaitingPaper } from '../../features/assignment/WaitingPaper.tsx'
import { graphql } from '../../generated/gql.ts'
import { formatMoment } from '../../lib/dates.ts'
import { together, useEveryPage } from '../../lib/every-page.ts'
import { useLanguage } from '../../lib/language.ts'
import { useAssignmentText } from '../../locales/assignment.ts'
import { usePapersText } from '../../locales/papers.ts'
import { LinkButton } from '../../ui/Link/Link.tsx'
import { Section } from '../../ui/Page/Page.tsx'
import { Paper } from '../../ui/Paper/Paper.tsx'

const AssignmentPaper_waiting = graphql(`
  query AssignmentPaper($eventId: ID!, $first: Int, $after: String) {
    assignmentEvent(eventId: $eventId) {
      network
      name
      drill
      detourFactor
      detourConfirmed
      shelters {
        facilityId
        name
        municipality
        open
      }
    }
    assignmentCase(eventId: $eventId) {
      id
      groups(first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          id
          ...Waiting_group
        }
      }
    }
  }
`)

const AssignmentPaper_closures = graphql(`
  query AssignmentPaperClosures($eventId: ID!, $first: Int, $after: String) {
    assignmentCase(eventId: $eventId) {
      id
      closures(first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          id
          ...ClosureTable_closure
        }
      }
    }
  }
`)

const AssignmentPaper_lines = graphql(`
  query AssignmentPaperLines($eventId: ID!, $leftOver: Boolean!, $first: Int, $after: String) {
    assignmentCase(eventId: $eventId) {
      id
      proposals(first: 1, whatIf: false) {
        nodes {
          id
          state
          requestedAt
          lines(leftOver: $leftOver, first: $first, after: $after) {
            totalCount
            pageInfo {
              hasNextPage
              endCursor
            }
            nodes {
              id
              ...LinePaper_line
            }
          }
        }
      }
    }
  }
`)

const route = getRouteApi('/disasters/$eventId/assignment/print')

/** 行き先の案と決定 on A4: everybody who waits, who has a place by the proposal and who has none. */
export function AssignmentPaperPage() {
  const { eventId } = route.useParams()
  const words = useAssignmentText()
  const papers = usePapersText()
  const language = useLanguage()
  const result = together({
    waiting: useEveryPage({
      query: AssignmentPaper_waiting,
      variables: { eventId },
      connectionOf: ({ assignmentCase }) => assignmentCase?.groups,
    }),
    closures: useEveryPage({
      query: AssignmentPaper_closures,
      variables: { eventId },
      connectionOf: ({ assignmentCase }) => assignmentCase?.closures,
    }),
    left: useEveryPage({
      query: AssignmentPaper_lines,
      variables: { eventId, leftOver: true },
      connectionOf: ({ assignmentCase }) => assignmentCase?.proposals.nodes[0]?.lines,
    }),
    placed: useEveryPage({
      query: AssignmentPaper_lines,
      variables: { eventId, leftOver: false },
      connectionOf: ({ assignmentCase }) => assignmentCase?.proposals.nodes[0]?.lines,
    }),
  })
  return (
    <Paper
      result={result}
      title={words.title}
      back={
        <LinkButton to="/disasters/$eventId/assignment" params={{ eventId }}>
          {papers.back}
        </LinkButton>
      }
      nameOf={({ waiting: { first } }) =>
        first.assignmentEvent && {
          title: words.title,
          of: `${first.assignmentEvent.network}　${first.assignmentEvent.name}`,
          drill: first.assignmentEvent.drill,
        }
      }
      none={words.noneBody}
    >
      {({ waiting, closures, left, placed }) => {
        const event = waiting.first.assignmentEvent
        const proposal = placed.first.assignmentCase?.proposals.nodes[0]
        return (
          <>
            <WaitingPaper groups={waiting.nodes} shelters={event?.shelters ?? []} />
            <Section title={words.closures.title}>
              <ClosureTable closures={closures.nodes} />
            </Section>
            {proposal?.state === 'READY' ? (
              <>
                <p className="mt-6">{words.proposal.madeAt(formatMoment(proposal.requestedAt, language))}</p>
                <LinePaper lines={left.nodes} placed={false} />
                <LinePaper lines={placed.nodes} placed />
                {event && (
                  <p className="prose-note mt-2">
                    {words.proposal.detour(event.detourFactor, event.detourConfirmed)}
                  </p>
                )}
              </>
            ) : (
              <p className="mt-6">{words.proposal.empty}</p>
            )}
          </>
        )
      }}
    </Paper>
  )
}

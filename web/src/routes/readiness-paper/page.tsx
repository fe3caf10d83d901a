import { getRouteApi } from '@tanstack/react-router'
import { Checklist } from '../../features/readiness/Checklist.tsx'
import { CommentPaper } from '../../features/readiness/CommentPaper.tsx'
import { ScoreBar } from '../../features/readiness/ScoreBar.tsx'
import { Stages } from '../../features/readiness/Stages.tsx'
import { StepPaper } from '../../features/readiness/StepPaper.tsx'
import { VisitPaper } from '../../features/readiness/VisitPaper.tsx'
import { graphql } from '../../generated/gql.ts'
import { together, useEveryPage } from '../../lib/every-page.ts'
import { usePapersText } from '../../locales/papers.ts'
import { useReadinessText } from '../../locales/readiness.ts'
import { LinkButton } from '../../ui/Link/Link.tsx'
import { Section } from '../../ui/Page/Page.tsx'
import { Paper } from '../../ui/Paper/Paper.tsx'
import '../../features/readiness/readiness.css'

const ReadinessPaper_visits = graphql(`
  query ReadinessPaper($facilityId: ID!, $first: Int, $after: String) {
    readinessSheet(facilityId: $facilityId) {
      facilityId
      name
      sample
      lower
      upper
      unknownShare
      agedShare
      yes
      no
      unknown
      items
      hard
      hardOpen
      lines {
        key
        confirmed
        ...Checklist_line
      }
    }
    mentorships(menteeFacilityId: $facilityId, first: 1) {
      nodes {
        id
        platform {
          id
          name
        }
        mentorFacility {
          id
          shortName
        }
        ...Stages_mentorship
        steps(first: 10) {
          nodes {
            id
            ...StepPaper_step
          }
        }
        everyVisit: visits(first: $first, after: $after) {
          totalCount
          pageInfo {
            hasNextPage
            endCursor
          }
          nodes {
            id
            ...VisitPaper_visit
          }
        }
      }
    }
  }
`)

const ReadinessPaper_comments = graphql(`
  query ReadinessPaperComments($facilityId: ID!, $first: Int, $after: String) {
    readinessComments(facilityId: $facilityId, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        ...CommentPaper_comment
      }
    }
  }
`)

const route = getRouteApi('/readiness/$facilityId/print')

/** 指定に向けた準備 on A4: stages, visits, the shared checklist and everything that was said under it. */
export function ReadinessPaperPage() {
  const { facilityId } = route.useParams()
  const texts = useReadinessText()
  const text = texts.sheet
  const papers = usePapersText()
  const result = together({
    visits: useEveryPage({
      query: ReadinessPaper_visits,
      variables: { facilityId },
      connectionOf: ({ mentorships }) => mentorships.nodes[0]?.everyVisit,
    }),
    comments: useEveryPage({
      query: ReadinessPaper_comments,
      variables: { facilityId },
      connectionOf: ({ readinessComments }) => readinessComments,
    }),
  })
  return (
    <Paper
      result={result}
      title={text.open}
      back={
        <LinkButton to="/readiness/$facilityId" params={{ facilityId }}>
          {papers.back}
        </LinkButton>
      }
      nameOf={({ visits: { first } }) =>
        first.readinessSheet && {
          title: text.title(first.readinessSheet.name),
          of: first.mentorships.nodes[0]?.platform?.name ?? '',
          sample: first.readinessSheet.sample,
        }
      }
      none={text.hiddenBody}
    >
      {({ visits, comments }) => {
        const { readinessSheet: sheet, mentorships } = visits.first
        const [mentorship] = mentorships.nodes
        return (
          <>
            {mentorship && (
              <>
                <p>
                  {texts.mentoring.mentor}　{mentorship.mentorFacility?.shortName}
                </p>
                <Stages mentorship={mentorship} />
              </>
            )}
            {sheet && (
              <Section title={text.score}>
                <ScoreBar score={sheet} />
              </Section>
            )}
            {mentorship && (
              <>
                <StepPaper steps={mentorship.steps.nodes} />
                <VisitPaper visits={visits.nodes} />
              </>
            )}
            {sheet && (
              <Section title={text.list}>
                <Checklist lines={sheet.lines} facilityId={facilityId} as={null} remarks={false} />
                {sheet.lines.some(({ confirmed }) => !confirmed) && (
                  <p className="prose-note mt-3">{text.unconfirmedNote}</p>
                )}
              </Section>
            )}
            <CommentPaper comments={comments.nodes} />
          </>
        )
      }}
    </Paper>
  )
}

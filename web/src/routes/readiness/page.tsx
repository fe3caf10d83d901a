import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { ActingStatement } from '../../features/identity/ActingStatement.tsx'
import { AskBox } from '../../features/readiness/AskBox.tsx'
import { Checklist } from '../../features/readiness/Checklist.tsx'
import { MentorshipRecord } from '../../features/readiness/MentorshipRecord.tsx'
import { ScoreBar } from '../../features/readiness/ScoreBar.tsx'
import { Stages } from '../../features/readiness/Stages.tsx'
import { Suggestions } from '../../features/readiness/Suggestions.tsx'
import { Templates } from '../../features/readiness/Templates.tsx'
import { graphql } from '../../generated/gql.ts'
import { useViewer } from '../../lib/viewer.ts'
import { usePapersText } from '../../locales/papers.ts'
import { useReadinessText } from '../../locales/readiness.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs/Breadcrumbs.tsx'
import { Choices } from '../../ui/Choices/Choices.tsx'
import { Disclosure } from '../../ui/Disclosure/Disclosure.tsx'
import { Link, LinkButton } from '../../ui/Link/Link.tsx'
import { Loaded } from '../../ui/Loading/Loaded.tsx'
import { Columns, PageHead, Section } from '../../ui/Page/Page.tsx'
import '../../features/readiness/readiness.css'

const ReadinessPage_query = graphql(`
  query ReadinessPage($facilityId: ID!) {
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
      answersAs
      asked {
        key
        unknownBefore
        unknownAfterMost
        unknownAfterLeast
        settles
      }
      lines {
        key
        answer
        question
        confirmed
        choices {
          choiceId
          label
        }
        ...Checklist_line
        ...Suggestions_line
      }
    }
    mentorships(menteeFacilityId: $facilityId, first: 1) {
      nodes {
        id
        mentorFacility {
          id
          shortName
        }
        platform {
          id
          mentoringTemplates(first: 50) {
            nodes {
              id
              ...Templates_template
            }
          }
        }
        ...Stages_mentorship
        ...MentorshipRecord_mentorship
      }
    }
  }
`)

const route = getRouteApi('/readiness/$facilityId')

/** 指定に向けた準備: how ready a facility is, what to ask next, and the way to designation. */
export function ReadinessPage() {
  const { facilityId } = route.useParams()
  const { only } = route.useSearch()
  const texts = useReadinessText()
  const papers = usePapersText()
  const text = texts.sheet
  const roles = useViewer()?.acting?.roles ?? []
  const [result, readAgain] = useQuery({ query: ReadinessPage_query, variables: { facilityId } })
  const again = () => readAgain({ requestPolicy: 'network-only' })
  return (
    <Loaded result={result} retry={again} lines={24}>
      {({ readinessSheet: sheet, mentorships }) => {
        if (!sheet) return <PageHead title={text.hidden} lead={<p>{text.hiddenBody}</p>} />
        const [mentorship] = mentorships.nodes
        const { answersAs, asked, lines } = sheet
        const statement = answersAs && <ActingStatement>{text.asWhom[answersAs]}</ActingStatement>
        const askedLine = asked && lines.find(({ key }) => key === asked.key)
        const open = lines.filter(({ answer }) => answer !== 'YES').length
        const keeps = roles.some(
          (role) =>
            role === 'FACILITY_DIRECTOR' || role === 'CORPORATION_ADMIN' || role === 'PLATFORM_SECRETARIAT',
        )
        return (
          <>
            <Breadcrumbs current={text.open}>
              <Link to="/shelters/welfare">{texts.register.title}</Link>
              <Link to="/shelters/welfare/$facilityId" params={{ facilityId }}>
                {sheet.name}
              </Link>
            </Breadcrumbs>
            <PageHead
              title={text.title(sheet.name)}
              sample={sheet.sample}
              lead={
                mentorship && (
                  <p>
                    {texts.mentoring.mentor}
                    {'　'}
                    <Link
                      to="/facilities/$facilityId"
                      params={{ facilityId: mentorship.mentorFacility?.id ?? facilityId }}
                    >
                      {mentorship.mentorFacility?.shortName}
                    </Link>
                  </p>
                )
              }
              actions={
                <LinkButton to="/readiness/$facilityId/print" params={{ facilityId }} icon="print">
                  {papers.open}
                </LinkButton>
              }
            />
            {mentorship && <Stages mentorship={mentorship} />}
            <Columns kind="two">
              <Section title={text.score}>
                <ScoreBar score={sheet} />
              </Section>
              {asked && askedLine && (
                <AskBox
                  key={asked.key}
                  facilityId={facilityId}
                  asked={asked}
                  line={askedLine}
                  answers={answersAs !== null}
                  statement={statement}
                  onDone={again}
                />
              )}
            </Columns>
            <Suggestions lines={lines} decides={answersAs === 'FACILITY'} onDone={again} />
            {mentorship && (
              <Section title={texts.mentoring.title}>
                <Disclosure summary={texts.mentoring.record}>
                  <MentorshipRecord
                    mentorship={mentorship}
                    keeps={keeps}
                    statement={<ActingStatement>{texts.mentoring.saves}</ActingStatement>}
                    onDone={again}
                  />
                </Disclosure>
                <h3 className="prose-strong mt-4">{texts.mentoring.templates}</h3>
                <Templates templates={mentorship.platform?.mentoringTemplates.nodes ?? []} />
              </Section>
            )}
            <Section title={text.list}>
              <Choices label={text.show}>
                <Link
                  to="/readiness/$facilityId"
                  params={{ facilityId }}
                  search={{}}
                  activeOptions={{ exact: true }}
                  aria-current={only === undefined || undefined}
                  resetScroll={false}
                >
                  {text.filters.all(lines.length)}
                </Link>
                <Link
                  to="/readiness/$facilityId"
                  params={{ facilityId }}
                  search={{ only: 'open' }}
                  activeOptions={{ exact: true }}
                  aria-current={only === 'open' || undefined}
                  resetScroll={false}
                >
                  {text.filters.open(open)}
                </Link>
              </Choices>
              <Checklist
                facilityId={facilityId}
                lines={lines}
                openOnly={only === 'open'}
                as={answersAs}
                statement={statement}
                onDone={again}
              />
              {lines.some(({ confirmed }) => !confirmed) && (
                <p className="prose-note mt-3">{text.unconfirmedNote}</p>
              )}
            </Section>
          </>
        )
      }}
    </Loaded>
  )
}

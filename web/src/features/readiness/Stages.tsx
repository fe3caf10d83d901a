import { graphql } from '../../generated/gql.ts'
import { readFragment, type FragmentType } from '../../generated/fragment-masking.ts'
import type { MentoringStage } from '../../generated/graphql.ts'
import { daysBetween, formatDay, formatMonth, today } from '../../lib/dates.ts'
import { useLanguage } from '../../lib/language.ts'
import { useReadinessText } from '../../locales/readiness.ts'
import { Sign } from './Sign.tsx'

export const STAGES: readonly MentoringStage[] = [
  'CONSULTATION',
  'SITE_VISIT',
  'PREPARATION',
  'CITY_TALK',
  'DESIGNATION',
]

/** Visits that are named by their day; of others only their number is said. */
const LATEST = 3

const Stages_mentorship = graphql(`
  fragment Stages_mentorship on Mentorship {
    stage
    startedOn
    cityTalkOn
    expectedOn
    endedOn
    steps(first: 10) {
      nodes {
        id
        stage
        onDay
      }
    }
    visits(first: 50) {
      nodes {
        id
        onDay
        held
      }
    }
  }
`)

/** The five stages with their days: done, now, to come. */
export function Stages({ mentorship }: { mentorship: FragmentType<typeof Stages_mentorship> }) {
  const { stage, startedOn, cityTalkOn, expectedOn, endedOn, steps, visits } = readFragment(
    Stages_mentorship,
    mentorship,
  )
  const text = useReadinessText().mentoring
  const language = useLanguage()
  const place = STAGES.indexOf(stage)
  const held = visits.nodes.filter((visit) => visit.held).map(({ onDay }) => formatDay(onDay, language))
  const dayOf = (each: MentoringStage, n: number): string => {
    const step = steps.nodes.find((one) => one.stage === each)
    if (n === place && !endedOn) return text.nowDays(daysBetween(startedOn, today()))
    if (each === 'SITE_VISIT' && held.length > 0)
      return [
        ...held.slice(-LATEST),
        ...(held.length > LATEST ? [text.heldBesides(held.length - LATEST)] : []),
      ].join('・')
    if (step) return formatDay(step.onDay, language)
    if (each === 'CITY_TALK' && cityTalkOn) return text.planned(formatDay(cityTalkOn, language))
    if (each === 'DESIGNATION' && expectedOn) return text.hoped(formatMonth(expectedOn, language))
    return text.later
  }
  return (
    <ol className="yui-stages" aria-label={text.stagesTitle}>
      {STAGES.map((each, n) => {
        const isDone = n < place || endedOn !== null
        const isNow = !isDone && n === place
        return (
          <li key={each} aria-current={isNow ? 'step' : undefined}>
            <span className="yui-with-sign" data-now={isNow || undefined}>
              <Sign name={isDone && n <= place ? 'DONE' : isNow ? 'NOW' : 'LATER'} />
              {text.stages[each]}
              <span className="sr-only">（{isDone ? text.done : isNow ? text.now : text.later}）</span>
            </span>
            <span className="block prose-note">{dayOf(each, n)}</span>
          </li>
        )
      })}
    </ol>
  )
}

import type { MentoringStage } from '../../../generated/prisma/enums.ts'
import { RuleProblem } from '../../../kernel/problems.ts'

/** The way to designation, in its order. */
export const MENTORING_STAGES: readonly MentoringStage[] = [
  'CONSULTATION',
  'SITE_VISIT',
  'PREPARATION',
  'CITY_TALK',
  'DESIGNATION',
]

/** The stage of the talk with the municipality. */
export const TALK: MentoringStage = 'CITY_TALK'

/** What is known of a mentorship when its next stage is to be recorded. */
export interface StageGate {
  readonly stage: MentoringStage
  /** Visits that took place. */
  readonly visits: number
  readonly cityTalkOn: string | null
  /** Whether the municipality has designated it, by a fact of the register. */
  readonly designated: boolean
  /** Day of the stage before, `YYYY-MM-DD`. */
  readonly lastDay: string
}

/** What keeps a mentorship from a stage on a day; null if nothing does. */
export function objectionTo(
  to: MentoringStage,
  onDay: string,
  today: string,
  gate: StageGate,
): RuleProblem | null {
  if (to !== MENTORING_STAGES[MENTORING_STAGES.indexOf(gate.stage) + 1])
    return new RuleProblem('STAGE_OUT_OF_ORDER', 'One stage comes after the other.')
  if (onDay > today) return new RuleProblem('STAGE_IN_THE_FUTURE', 'The day is still to come.')
  if (onDay < gate.lastDay)
    return new RuleProblem('STAGE_BEFORE_THE_LAST', 'The stage before was reached later.')
  if (to === 'PREPARATION' && gate.visits === 0)
    return new RuleProblem('NO_VISIT_YET', 'No visit has taken place.')
  if (to === 'CITY_TALK' && (gate.cityTalkOn === null || gate.cityTalkOn > onDay))
    return new RuleProblem('NO_CITY_TALK_YET', 'The municipality has not been talked to by that day.')
  if (to === 'DESIGNATION' && !gate.designated)
    return new RuleProblem('NOT_DESIGNATED_YET', 'The register does not say that it is designated.')
  return null
}

const DAY = 86_400_000

export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY)

/** The middle of some numbers, of two middles their mean; null of none. */
export function medianOf(numbers: readonly number[]): number | null {
  if (numbers.length === 0) return null
  const sorted = numbers.toSorted((one, other) => one - other)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2
}

/** A mentorship as its pace is measured. Days are `YYYY-MM-DD`. */
export interface PacedMentorship {
  readonly startedOn: string
  readonly endedOn: string | null
  readonly dropped: boolean
  readonly steps: readonly { readonly stage: MentoringStage; readonly onDay: string }[]
}

export interface StagePace {
  readonly stage: MentoringStage
  /** Mentorships that stand there now. */
  readonly there: number
  /** Given up while there. */
  readonly dropped: number
  /** Median of the days spent there by those that went on; null if none has. */
  readonly medianDays: number | null
}

export interface MentoringPace {
  readonly underWay: number
  readonly designated: number
  readonly dropped: number
  /** Median of the days from the beginning to the designation; null before the first. */
  readonly medianDaysToDesignation: number | null
  readonly stages: readonly StagePace[]
}

/** How fast a network's facilities come to designation, and where they give up. */
export function paceOf(mentorships: readonly PacedMentorship[]): MentoringPace {
  const known = mentorships.map((one) => {
    const days = new Map(one.steps.map(({ stage, onDay }) => [stage, onDay]))
    if (!days.has('CONSULTATION')) days.set('CONSULTATION', one.startedOn)
    const reached = MENTORING_STAGES.filter((stage) => days.has(stage))
    return { ...one, days, last: reached.at(-1) ?? 'CONSULTATION' }
  })
  const designated = known.filter(({ endedOn, dropped }) => endedOn !== null && !dropped)
  return {
    underWay: known.filter(({ endedOn }) => endedOn === null).length,
    designated: designated.length,
    dropped: known.filter(({ dropped }) => dropped).length,
    medianDaysToDesignation: medianOf(
      designated.map(({ startedOn, days, endedOn }) =>
        daysBetween(startedOn, days.get('DESIGNATION') ?? endedOn ?? startedOn),
      ),
    ),
    stages: MENTORING_STAGES.map((stage, n) => {
      const next = MENTORING_STAGES[n + 1]
      const spent = known.flatMap(({ days }) => {
        const [from, to] = [days.get(stage), next && days.get(next)]
        return from && to ? [daysBetween(from, to)] : []
      })
      return {
        stage,
        there: known.filter(({ endedOn, last }) => endedOn === null && last === stage).length,
        dropped: known.filter(({ dropped, last }) => dropped && last === stage).length,
        medianDays: medianOf(spent),
      }
    }),
  }
}

import { RuleProblem } from '../../../kernel/problems.ts'

// planned ──completeSuccession (on the day, by itself; at once if the day has come)──▶ done
//    └──────undoSuccession──▶ cancelled            done ──undoSuccession, while nothing was built on it──▶ reverted

/** Days from one to another; `endsOn` null = until further notice. */
export interface Term {
  readonly startsOn: Date
  readonly endsOn: Date | null
}

/** What becomes of one term of the old corporation, and what the successor gets for it. */
export interface CarriedTerm {
  /** KEEP: it was over before; END: it ends on the eve; REMOVE: it was yet to begin and begins at the successor. */
  readonly old: 'KEEP' | 'END' | 'REMOVE'
  readonly gained: readonly Term[]
}

const DAY = 86_400_000

/** The day that is so many days later; days are midnights in UTC, as Prisma keeps them. */
export const daysAfter = (day: Date, count: number): Date => new Date(day.getTime() + count * DAY)

/**
 * Carries a term over to the successor from a day on. What the successor holds already (the same person the same role,
 * the corporation the same network) is not given twice: only the days between are.
 */
export function carryTerm(term: Term, held: readonly Term[], onDate: Date): CarriedTerm {
  if (term.endsOn !== null && term.endsOn < onDate) return { old: 'KEEP', gained: [] }
  const begun = term.startsOn < onDate
  const rest: Term = { startsOn: begun ? onDate : term.startsOn, endsOn: term.endsOn }
  return { old: begun ? 'END' : 'REMOVE', gained: without(rest, held) }
}

/** The days of a term that none of the others covers. */
export function without(term: Term, others: readonly Term[]): Term[] {
  return others.reduce<Term[]>((left, other) => left.flatMap((one) => cut(one, other)), [term])
}

function cut(term: Term, other: Term): Term[] {
  const apart =
    (other.endsOn !== null && other.endsOn < term.startsOn) ||
    (term.endsOn !== null && term.endsOn < other.startsOn)
  if (apart) return [term]
  const before: Term = { startsOn: term.startsOn, endsOn: daysAfter(other.startsOn, -1) }
  const after: Term | null = other.endsOn && { startsOn: daysAfter(other.endsOn, 1), endsOn: term.endsOn }
  return [
    ...(before.endsOn !== null && before.startsOn <= before.endsOn ? [before] : []),
    ...(after && (term.endsOn === null || after.startsOn <= term.endsOn) ? [after] : []),
  ]
}

/** The day from which access changes hands: the effect date, but never a day that is over; what was done stays done. */
export const accessChangesOn = (onDate: Date, today: Date): Date => (onDate < today ? today : onDate)

/** What a succession must know of the two corporations. */
export interface SucceedingCorporation {
  readonly id: string
  readonly status: string
  readonly sample: boolean
}

/** How far back an effect date may lie: longer ago is history that its own years must tell. */
const LONGEST_AGO_DAYS = 366
/** How far ahead a succession is planned. */
const FARTHEST_AHEAD_DAYS = 366 * 2

/** Refuses a succession that cannot be. */
export function checkSuccession(
  old: SucceedingCorporation,
  successor: SucceedingCorporation | null,
  { onDate, today, activeFacilities }: { onDate: Date; today: Date; activeFacilities: number },
): void {
  if (old.status !== 'ACTIVE')
    throw new RuleProblem('CORPORATION_HAS_ENDED', 'The corporation has merged or was dissolved already.')
  if (successor) {
    if (successor.id === old.id)
      throw new RuleProblem('SUCCESSOR_IS_ITSELF', 'A corporation cannot follow itself.')
    if (successor.status !== 'ACTIVE')
      throw new RuleProblem('SUCCESSOR_HAS_ENDED', 'The successor itself has merged or was dissolved.')
    if (successor.sample !== old.sample)
      throw new RuleProblem('SAMPLE_WITH_REAL', 'Invented corporations merge with invented ones only.')
  } else if (activeFacilities > 0) {
    throw new RuleProblem(
      'DISSOLVED_WITH_FACILITIES',
      'It still runs facilities: name who takes them over, or close them first.',
    )
  }
  if (onDate < daysAfter(today, -LONGEST_AGO_DAYS))
    throw new RuleProblem('SUCCESSION_TOO_LONG_AGO', 'The effect date lies more than a year back.')
  if (onDate > daysAfter(today, FARTHEST_AHEAD_DAYS))
    throw new RuleProblem('SUCCESSION_TOO_FAR_AHEAD', 'The effect date lies more than two years ahead.')
}

/** Something was done since that stands on the succession, so that it cannot be taken back as a whole. */
export const builtUpon = (): RuleProblem =>
  new RuleProblem('SUCCESSION_BUILT_UPON', 'What was carried over has been changed since.')

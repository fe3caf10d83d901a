import type { ShelterFactKind, ShelterFactSource } from '../../../generated/prisma/enums.ts'

// What "a welfare shelter was opened" means depends on who asks. Every way of counting has a name, and each is counted
// from the same facts; none of them is "the" number.

/** A fact as far as counting looks at it. */
export interface CountedFact {
  readonly id: string
  readonly facilityId: string
  readonly kind: ShelterFactKind
  readonly at: Date
  readonly source: ShelterFactSource
  readonly eventId: string | null
  /** Whether its event is a drill. */
  readonly drill: boolean
  readonly recordedAt: Date
  readonly withdrawnAt: Date | null
}

/** What is asked besides the definition. */
export interface CountQuestion {
  /** The disaster or drill; null = peace time and all disasters, never a drill. */
  readonly eventId: string | null
  /** The moment that is counted. */
  readonly at: Date
  /** As it was known at this moment: later records and withdrawals are not looked at. */
  readonly knownAt: Date
}

/** A facility that is counted, and the fact by which. */
export interface Counted {
  readonly facilityId: string
  readonly fact: CountedFact
}

/** How a facility stands at the moment that is asked for: the fact by which each thing is so, null where it is not. */
interface Standing {
  readonly designated: CountedFact | null
  readonly agreed: CountedFact | null
  readonly planned: CountedFact | null
  /** Opened by decision and not closed since. */
  readonly openByDecision: CountedFact | null
  /** People stay there, and no decision stands. */
  readonly openDeFacto: CountedFact | null
  /** The first opening by decision there has been. */
  readonly everByDecision: CountedFact | null
  readonly everDeFacto: CountedFact | null
  /** The last closing, if it was open before and is open no longer. */
  readonly closed: CountedFact | null
}

const earlier = (one: CountedFact | null, other: CountedFact | null): CountedFact | null => {
  if (!one || !other) return one ?? other
  return other.at < one.at ? other : one
}

/** Each way of counting: which fact counts a facility, null if it is not counted. */
const WAYS = {
  DESIGNATED: ({ designated }) => designated,
  AGREED: ({ agreed }) => agreed,
  DESIGNATED_OR_AGREED: ({ designated, agreed }) => designated ?? agreed,
  PLANNED: ({ planned, designated, agreed }) => (designated || agreed ? null : planned),
  OPEN_BY_DECISION: ({ openByDecision }) => openByDecision,
  OPEN_DE_FACTO: ({ openDeFacto }) => openDeFacto,
  OPEN: ({ openByDecision, openDeFacto }) => openByDecision ?? openDeFacto,
  EVER_OPENED_BY_DECISION: ({ everByDecision }) => everByDecision,
  EVER_OPENED_DE_FACTO: ({ everDeFacto }) => everDeFacto,
  EVER_OPENED: ({ everByDecision, everDeFacto }) => earlier(everByDecision, everDeFacto),
  OPENED_AND_CLOSED: ({ closed }) => closed,
  DESIGNATED_AND_EVER_OPENED: ({ designated, everByDecision, everDeFacto }) =>
    designated && earlier(everByDecision, everDeFacto),
  DESIGNATED_NEVER_OPENED: ({ designated, everByDecision, everDeFacto }) =>
    everByDecision || everDeFacto ? null : designated,
  OPENED_WITHOUT_DESIGNATION: ({ designated, everByDecision, everDeFacto }) =>
    designated ? null : earlier(everByDecision, everDeFacto),
} satisfies Record<string, (standing: Standing) => CountedFact | null>

export type CountDefinition = keyof typeof WAYS
export const COUNT_DEFINITIONS = Object.keys(WAYS) as CountDefinition[]

const OF_AN_EVENT: ReadonlySet<ShelterFactKind> = new Set(['OPENED', 'DE_FACTO_OPENED', 'CLOSED'])

/**
 * Whether a fact may be looked at at all: known and not withdrawn at that time, not later than the moment, and of the
 * event that is asked for. A fact of a drill is looked at in that drill alone; designations of peace time in all.
 */
function matters(fact: CountedFact, { eventId, at, knownAt }: CountQuestion): boolean {
  if (fact.recordedAt > knownAt || (fact.withdrawnAt !== null && fact.withdrawnAt <= knownAt)) return false
  if (fact.at > at) return false
  if (fact.drill && fact.eventId !== eventId) return false
  return OF_AN_EVENT.has(fact.kind) && eventId !== null ? fact.eventId === eventId : true
}

/** The moments of one day's facts that were recorded together are told apart by when they were recorded. */
const inTime = (one: CountedFact, other: CountedFact): number =>
  one.at.getTime() - other.at.getTime() ||
  one.recordedAt.getTime() - other.recordedAt.getTime() ||
  one.id.localeCompare(other.id)

const NOTHING: Standing = {
  designated: null,
  agreed: null,
  planned: null,
  openByDecision: null,
  openDeFacto: null,
  everByDecision: null,
  everDeFacto: null,
  closed: null,
}

/** What one more fact makes of how a facility stands. Saying again what is so changes nothing. */
function after(standing: Standing, fact: CountedFact): Standing {
  switch (fact.kind) {
    case 'DESIGNATED':
      return { ...standing, designated: standing.designated ?? fact }
    case 'DESIGNATION_ENDED':
      return { ...standing, designated: null }
    case 'AGREED':
      return { ...standing, agreed: standing.agreed ?? fact }
    case 'AGREEMENT_ENDED':
      return { ...standing, agreed: null }
    case 'PLANNED':
      return { ...standing, planned: fact }
    case 'OPENED':
      return {
        ...standing,
        openByDecision: standing.openByDecision ?? fact,
        openDeFacto: null,
        everByDecision: standing.everByDecision ?? fact,
        closed: null,
      }
    case 'DE_FACTO_OPENED':
      return {
        ...standing,
        openDeFacto: standing.openByDecision ? null : (standing.openDeFacto ?? fact),
        everDeFacto: standing.everDeFacto ?? fact,
        closed: null,
      }
    case 'CLOSED':
      return {
        ...standing,
        openByDecision: null,
        openDeFacto: null,
        closed: standing.openByDecision || standing.openDeFacto ? fact : standing.closed,
      }
  }
}

/** The facilities that a way of counting counts, with the facts by which it does, in the order of their time. */
export function countShelters(
  definition: CountDefinition,
  facts: readonly CountedFact[],
  question: CountQuestion,
): Counted[] {
  const standings = standingsOf(facts, question)
  return [...standings]
    .flatMap(([facilityId, standing]) => {
      const fact = WAYS[definition](standing)
      return fact ? [{ facilityId, fact }] : []
    })
    .toSorted((one, other) => inTime(one.fact, other.fact))
}

/** Every way of counting at once, as numbers. */
export function countInEveryWay(
  facts: readonly CountedFact[],
  question: CountQuestion,
): Record<CountDefinition, number> {
  const standings = [...standingsOf(facts, question).values()]
  return Object.fromEntries(
    COUNT_DEFINITIONS.map((definition) => [
      definition,
      standings.filter((standing) => WAYS[definition](standing) !== null).length,
    ]),
  ) as Record<CountDefinition, number>
}

/** Whether a facility is designated at a moment. */
export const isDesignated = (facts: readonly CountedFact[], at: Date): boolean =>
  countShelters('DESIGNATED', facts, { eventId: null, at, knownAt: at }).length > 0

function standingsOf(facts: readonly CountedFact[], question: CountQuestion): Map<string, Standing> {
  const standings = new Map<string, Standing>()
  for (const fact of facts.filter((one) => matters(one, question)).toSorted(inTime))
    standings.set(fact.facilityId, after(standings.get(fact.facilityId) ?? NOTHING, fact))
  return standings
}

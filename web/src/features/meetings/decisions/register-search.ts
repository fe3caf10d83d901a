import type { DecisionOutcome, OrganKind } from '../../../generated/graphql.ts'

/** Which decisions of a network are listed, as it stands in the address. */
export interface RegisterSearch {
  /** The network; the first one the viewer sees if left out. */
  id?: string
  text?: string
  /** Japanese fiscal year by its first year. */
  year?: number
  organ?: OrganKind
  /** HOLDING: carried and not replaced. */
  outcome?: DecisionOutcome | 'HOLDING'
  after?: string
  before?: string
}

export const ORGANS = [
  'GENERAL_MEETING',
  'BOARD',
  'EVALUATION_COUNCIL',
  'COMMITTEE',
] as const satisfies readonly OrganKind[]
export const OUTCOMES = ['CARRIED', 'REJECTED', 'NO_QUORUM', 'HOLDING'] as const satisfies readonly (
  | DecisionOutcome
  | 'HOLDING'
)[]

/** Reads the address; whatever somebody typed into it, the page opens. */
export function readRegisterSearch(given: Record<string, unknown>): RegisterSearch {
  const { id, text, year, after, before } = given
  const organ = ORGANS.find((one) => one === given.organ)
  const outcome = OUTCOMES.find((one) => one === given.outcome)
  return {
    ...(typeof id === 'string' && { id }),
    // A word of digits alone comes out of the address as a number.
    ...((typeof text === 'string' || typeof text === 'number') && { text: String(text) }),
    ...(typeof year === 'number' && year >= 1989 && year <= 2200 && { year: Math.trunc(year) }),
    ...(organ && { organ }),
    ...(outcome && { outcome }),
    ...(typeof after === 'string' && { after }),
    ...(typeof before === 'string' && { before }),
  }
}

/** The conditions as the API takes them. */
export const conditionsOf = ({ text, year, organ, outcome }: RegisterSearch) => ({
  text: text ?? null,
  fiscalYear: year ?? null,
  organ: organ ?? null,
  ...(outcome === 'HOLDING' ? { holding: true, outcome: null } : { holding: null, outcome: outcome ?? null }),
})

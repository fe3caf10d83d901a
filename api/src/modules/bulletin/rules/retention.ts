const DAY = 86_400_000

interface Term {
  readonly startsOn: Date
  readonly endsOn: Date | null
}

/** What a correction from a day on means for the proposal that stands there. */
type Correction =
  | { readonly kind: 'WRONG_FROM_THE_START' }
  /** It was right until then: its last day. */
  | { readonly kind: 'RIGHT_UNTIL'; readonly lastDay: Date }
  /** It has ended by then. */
  | { readonly kind: 'OVER' }

/** From its first day or before, a proposal was wrong from the start; from a later day on, it was right until the eve. */
export function correctionOf({ startsOn, endsOn }: Term, fromOn: Date): Correction {
  if (fromOn <= startsOn) return { kind: 'WRONG_FROM_THE_START' }
  if (endsOn !== null && fromOn > endsOn) return { kind: 'OVER' }
  return { kind: 'RIGHT_UNTIL', lastDay: new Date(fromOn.getTime() - DAY) }
}

/** How a corrected wording takes its place. */
export type ItemCorrection =
  /** It was wrong from its first day. */
  | { readonly kind: 'WRONG_FROM_THE_START' }
  /** It holds until the eve, and something else from then on. */
  | { readonly kind: 'FROM_THEN_ON'; readonly lastDay: Date }
  /** It has ended before that day. */
  | { readonly kind: 'OVER' }

const DAY = 86_400_000

export function correctionOf(
  item: { readonly startsOn: Date; readonly endsOn: Date | null },
  fromOn: Date,
): ItemCorrection {
  if (fromOn <= item.startsOn) return { kind: 'WRONG_FROM_THE_START' }
  if (item.endsOn !== null && fromOn > item.endsOn) return { kind: 'OVER' }
  return { kind: 'FROM_THEN_ON', lastDay: new Date(fromOn.getTime() - DAY) }
}

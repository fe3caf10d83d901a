const DAY = 86_400_000

/** The last day of an office's term by the rulebook: the eve of the same day so many years later; null = no term. */
export function termEnd(
  terms: readonly { readonly office: string; readonly years: number }[],
  office: string,
  startsOn: Date,
): Date | null {
  const term = terms.find((one) => one.office === office)
  if (!term) return null
  const day = Date.UTC(startsOn.getUTCFullYear() + term.years, startsOn.getUTCMonth(), startsOn.getUTCDate())
  return new Date(day - DAY)
}

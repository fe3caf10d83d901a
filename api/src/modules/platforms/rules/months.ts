/** Place of a month (1 to 12) in the fiscal year, from April on. */
const placeOf = (month: number): number => (month + 8) % 12

/** Entries of a year in the order of the fiscal year; those of one month stay in theirs. */
export const inFiscalOrder = <Entry extends { readonly month: number }>(entries: readonly Entry[]): Entry[] =>
  entries.toSorted((one, other) => placeOf(one.month) - placeOf(other.month))

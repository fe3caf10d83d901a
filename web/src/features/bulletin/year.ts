/** The months of a fiscal year, April to March, as 「2026-04」. */
export const monthsOf = (year: number): string[] =>
  Array.from({ length: 12 }, (_none, n) => {
    const month = ((n + 3) % 12) + 1
    return `${month >= 4 ? year : year + 1}-${String(month).padStart(2, '0')}`
  })

/** First and last day of a fiscal year. */
export const boundsOf = (year: number) => ({ from: `${year}-04-01`, until: `${year + 1}-03-31` })

/** Entries by the month in which they begin; what began before the year stands in its first month. */
export function byMonth<Entry extends { startsOn: string }>(
  year: number,
  entries: readonly Entry[],
): { month: string; entries: Entry[] }[] {
  const [first = ''] = monthsOf(year)
  const months = Map.groupBy(entries, ({ startsOn }) =>
    startsOn.slice(0, 7) < first ? first : startsOn.slice(0, 7),
  )
  return monthsOf(year).map((month) => ({ month, entries: months.get(month) ?? [] }))
}

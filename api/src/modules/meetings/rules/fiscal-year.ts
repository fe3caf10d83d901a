/** Japanese fiscal year of a day in Japan (`YYYY-MM-DD`): April to March, by the year it begins in. */
export const fiscalYearOf = (day: string): number => {
  const year = Number(day.slice(0, 4))
  return Number(day.slice(5, 7)) >= 4 ? year : year - 1
}

/** What networks of a kind hand in every year. */
export interface FilingRule {
  readonly code: string
  readonly name: string
  readonly toWhom: string
  readonly monthsAfterYearEnd: number
  readonly confirmed: boolean
  readonly validFrom: string
  readonly validTo: string | null
}

/** A filing of one fiscal year; days are `YYYY-MM-DD`. */
export interface Filing {
  readonly code: string
  readonly name: string
  readonly toWhom: string
  readonly fiscalYear: number
  readonly dueOn: string
  readonly doneOn: string | null
  /** False = 未確認 */
  readonly confirmed: boolean
}

/** The fiscal year (April to March) in which a day lies, by its first calendar year. */
export const fiscalYearOf = (day: string): number => {
  const [year = 0, month = 0] = day.split('-').map(Number)
  return month >= 4 ? year : year - 1
}

/** The last day of the month that is so many months after the end of a fiscal year. */
export function dueDayOf(fiscalYear: number, monthsAfterYearEnd: number): string {
  // Day 0 is the last day of the month before; March has the index 2.
  return new Date(Date.UTC(fiscalYear + 1, 3 + monthsAfterYearEnd, 0)).toISOString().slice(0, 10)
}

/** The filings of the fiscal years that ended last and this one, from the certificate on; the most pressing first. */
export function filingsOf(
  rules: readonly FilingRule[],
  done: readonly { readonly ruleCode: string; readonly fiscalYear: number; readonly doneOn: string }[],
  certifiedOn: string | null,
  today: string,
): Filing[] {
  if (certifiedOn === null) return []
  const current = fiscalYearOf(today)
  return [current - 1, current]
    .flatMap((fiscalYear) =>
      rules.map(({ code, name, toWhom, confirmed, monthsAfterYearEnd, validFrom, validTo }) => {
        const dueOn = dueDayOf(fiscalYear, monthsAfterYearEnd)
        const doneOn =
          done.find((one) => one.ruleCode === code && one.fiscalYear === fiscalYear)?.doneOn ?? null
        const applies =
          `${fiscalYear + 1}-03-31` >= certifiedOn &&
          validFrom <= dueOn &&
          (validTo === null || dueOn <= validTo)
        return { filing: { code, name, toWhom, fiscalYear, dueOn, doneOn, confirmed }, applies }
      }),
    )
    .filter(({ applies }) => applies)
    .map(({ filing }) => filing)
    .toSorted(
      (one, other) =>
        Number(one.doneOn !== null) - Number(other.doneOn !== null) ||
        one.dueOn.localeCompare(other.dueOn) ||
        one.code.localeCompare(other.code),
    )
}

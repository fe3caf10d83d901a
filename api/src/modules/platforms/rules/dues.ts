import { RuleProblem } from '../../../kernel/problems.ts'

// open ──noteDuesPaid──▶ paid         open ──waiveDues──▶ waived         paid, waived ──reopenDues──▶ open

/** How dues stand; `OVERDUE` is open and past its day. */
export type DuesState = 'OPEN' | 'OVERDUE' | 'PAID' | 'WAIVED'

interface Settling {
  readonly dueOn: Date
  readonly paidOn: Date | null
  readonly waivedOn: Date | null
}

export function duesState({ dueOn, paidOn, waivedOn }: Settling, today: Date): DuesState {
  if (paidOn) return 'PAID'
  if (waivedOn) return 'WAIVED'
  return dueOn < today ? 'OVERDUE' : 'OPEN'
}

/** Refuses to settle or change what is settled. */
export function refuseSettled({ paidOn, waivedOn }: Pick<Settling, 'paidOn' | 'waivedOn'>): void {
  if (paidOn ?? waivedOn) throw new RuleProblem('DUES_SETTLED_ALREADY', 'They were paid or waived already.')
}

export function refuseOpen({ paidOn, waivedOn }: Pick<Settling, 'paidOn' | 'waivedOn'>): void {
  if (!paidOn && !waivedOn) throw new RuleProblem('DUES_ARE_OPEN', 'They are neither paid nor waived.')
}

export const refuseFuturePayment = (paidOn: Date, today: Date): void => {
  if (paidOn > today) throw new RuleProblem('PAID_IN_THE_FUTURE', 'They were paid today or before.')
}

/** First and last day of a fiscal year, by its first calendar year. */
export const fiscalYearDays = (year: number): { first: Date; last: Date } => ({
  first: new Date(Date.UTC(year, 3, 1)),
  last: new Date(Date.UTC(year + 1, 2, 31)),
})

interface Member {
  readonly corporationId: string
  readonly memberClass: string
  readonly startsOn: Date
}

interface Charge {
  readonly corporationId: string
  readonly memberClass: string
  readonly amountYen: number
}

/**
 * Who is charged how much: each member once, by its kind of member; of two memberships of a corporation in the year, by
 * the latter. Kinds without an amount are not charged.
 */
export function chargesOf(
  members: readonly Member[],
  amounts: readonly { readonly memberClass: string; readonly amountYen: number }[],
  charged: ReadonlySet<string>,
): Charge[] {
  const yen = new Map(amounts.map(({ memberClass, amountYen }) => [memberClass, amountYen]))
  const latest = new Map(
    members
      .toSorted((one, other) => one.startsOn.getTime() - other.startsOn.getTime())
      .map((member) => [member.corporationId, member]),
  )
  return [...latest.values()].flatMap(({ corporationId, memberClass }) => {
    const amountYen = yen.get(memberClass)
    return amountYen === undefined || charged.has(corporationId)
      ? []
      : [{ corporationId, memberClass, amountYen }]
  })
}

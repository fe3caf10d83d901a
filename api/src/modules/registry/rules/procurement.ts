import type { ProcurementMethod } from '../../../generated/prisma/enums.ts'
import type { Issue } from '../../../kernel/problems.ts'

/** One line of a corporation's 経理規程: up to which amount it buys how, and who decides. */
export interface ProcurementRule {
  /** Yen including tax; null = no upper limit. */
  readonly upToYen: bigint | null
  readonly method: ProcurementMethod
  readonly quotes: number | null
  readonly approver: string
}

/** The line that counts for an amount: the first whose limit is not below it. Null if the lines say nothing of it. */
export const procurementRuleFor = <Rule extends Pick<ProcurementRule, 'upToYen'>>(
  ascending: readonly Rule[],
  amountYen: bigint,
): Rule | null =>
  amountYen < 0n ? null : (ascending.find(({ upToYen }) => upToYen === null || amountYen <= upToYen) ?? null)

/** What is wrong with lines as they were typed: limits rise from line to line, and the last one is open. */
export function issuesOfLimits(limits: readonly ProcurementRule[]): Issue[] {
  const issue = (n: number, field: string, code: string, message: string): Issue => ({
    path: ['limits', String(n), field],
    code,
    message,
  })
  return limits.flatMap(({ upToYen, method, quotes }, n) => {
    const found: Issue[] = []
    const before = limits[n - 1]?.upToYen ?? null
    const isLast = n === limits.length - 1
    if (upToYen === null && !isLast)
      found.push(issue(n, 'upToYen', 'LIMIT_MISSING', 'only the last line has no limit'))
    if (upToYen !== null && isLast)
      found.push(issue(n, 'upToYen', 'LAST_LIMIT_NOT_OPEN', 'the last line has no limit'))
    if (upToYen !== null && before !== null && upToYen <= before)
      found.push(issue(n, 'upToYen', 'LIMIT_NOT_RISING', 'higher than the line above'))
    if (method === 'QUOTES' && quotes === null)
      found.push(issue(n, 'quotes', 'REQUIRED', 'how many quotes are gathered'))
    return found
  })
}

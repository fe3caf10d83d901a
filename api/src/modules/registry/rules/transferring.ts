import type { Issue } from '../../../kernel/problems.ts'

interface Transfer {
  readonly onDate: Date
  readonly corporationId: string
  /** What the id leads to. */
  readonly corporation: { readonly status: string; readonly sample: boolean } | null
}

/** What is wrong with another corporation running a facility from a day on. */
export function transferFaults(
  facility: {
    readonly corporationId: string | null
    readonly sample: boolean
    readonly openedOn: Date | null
  },
  { onDate, corporationId, corporation }: Transfer,
  today: Date,
): Issue[] {
  const issues: Issue[] = []
  const issue = (field: string, code: string, message: string) =>
    issues.push({ path: [field], code, message })
  if (onDate > today) issue('onDate', 'DAY_IN_FUTURE', 'taken over on a day to come')
  if (facility.openedOn !== null && onDate < facility.openedOn)
    issue('onDate', 'ENDS_BEFORE_OPENING', 'taken over before it was opened')
  if (corporationId === facility.corporationId)
    issue('corporationId', 'SUCCESSOR_IS_ITSELF', 'the corporation that runs it')
  else if (corporation?.status !== 'ACTIVE' || corporation.sample !== facility.sample)
    issue('corporationId', 'WRONG_VALUE', 'no corporation at work, or an invented one beside a real one')
  return issues
}

import type { Issue } from '../../../kernel/problems.ts'

interface Closing {
  readonly endedOn: Date
  readonly successorId: string | null
  /** What the id leads to. */
  readonly successor: { readonly status: string; readonly sample: boolean } | null
}

/** What is wrong with closing a facility on a day in favour of another one. */
export function closingFaults(
  facility: { readonly id: string; readonly sample: boolean; readonly openedOn: Date | null },
  { endedOn, successorId, successor }: Closing,
  today: Date,
): Issue[] {
  const issues: Issue[] = []
  const issue = (field: string, code: string, message: string) =>
    issues.push({ path: [field], code, message })
  if (endedOn > today) issue('endedOn', 'DAY_IN_FUTURE', 'closed on a day to come')
  if (facility.openedOn !== null && endedOn < facility.openedOn)
    issue('endedOn', 'ENDS_BEFORE_OPENING', 'closed before it was opened')
  if (successorId === null) return issues
  if (successorId === facility.id) issue('successorId', 'SUCCESSOR_IS_ITSELF', 'the facility itself')
  else if (successor?.status !== 'ACTIVE' || successor.sample !== facility.sample)
    issue('successorId', 'WRONG_VALUE', 'no facility at work, or an invented one beside a real one')
  return issues
}

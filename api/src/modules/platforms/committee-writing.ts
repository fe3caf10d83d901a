import type { Tx } from '../../kernel/db.ts'
import { RuleProblem } from '../../kernel/problems.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import { ofVisibleNetworks } from './policy/membership.ts'

/** What the database refuses of where a committee stands, in the words of the rules. */
export const committeeStandsWrong = {
  committee_stands_right: () =>
    new RuleProblem('COMMITTEE_STANDS_WRONG', 'A committee stands below another one of its network.'),
  committee_not_below_itself: () =>
    new RuleProblem('COMMITTEE_STANDS_WRONG', 'A committee stands below another one of its network.'),
}

/** A committee, if the viewer sees its network. */
export const findCommittee = (tx: Tx, id: string, viewer: Viewer) =>
  tx.committee.findFirst({ where: { AND: [{ id }, ofVisibleNetworks(viewer)] } })

/** Refuses a last day before the first. */
export function checkEnd({ startsOn }: { readonly startsOn: Date }, endsOn: Date | null): void {
  if (endsOn !== null && endsOn < startsOn)
    throw new RuleProblem('ENDS_BEFORE_START', 'The last day lies before the first.')
}

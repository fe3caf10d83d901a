import { z } from 'zod'
import type { Tx } from '../../kernel/db.ts'
import type { Emit } from '../../kernel/events.ts'
import { globalId } from '../../kernel/ids.ts'
import { RuleProblem } from '../../kernel/problems.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import * as events from './events.ts'
import { betweenBoth } from './membership-writing.ts'
import { duesVisibleTo } from './policy/dues.ts'

// What commands about dues share.

export const yen = () => z.int().min(1).max(100_000_000)

/** Dues, if the viewer sees them. */
export const findDues = (tx: Tx, id: string, viewer: Viewer) =>
  tx.membershipDues.findFirst({ where: { AND: [{ id }, duesVisibleTo(viewer)] } })

/** Announces that dues were changed, to the network and to who owes or paid them. */
export const announceDues = (
  emit: Emit,
  {
    id,
    platformId,
    corporationId,
  }: { readonly id: string; readonly platformId: string; readonly corporationId: string },
): void =>
  emit(
    events.DuesChanged,
    { platformId },
    betweenBoth({ platformId, corporationId }, globalId('MembershipDues', id)),
  )

/** What the database refuses of dues, in the words of the rules. */
export const duesRefusals = {
  membership_dues_due_in_time: () =>
    new RuleProblem('DUES_DUE_OUTSIDE_THE_YEAR', 'They are due within the fiscal year or the one after.'),
}

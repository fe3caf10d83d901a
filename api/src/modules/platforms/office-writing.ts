import type { Tx } from '../../kernel/db.ts'
import type { Emit } from '../../kernel/events.ts'
import { RuleProblem } from '../../kernel/problems.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import { followOffices, takeOfferBack, type HoldsUntil } from '../identity/public.ts'
import { todayAt } from './membership-writing.ts'
import { ofVisibleNetworks } from './policy/membership.ts'

// What commands about offices and log-ins share: an office has a log-in, waits for one by an invitation, or has none.

/** An office with its network, if the viewer sees it. */
export const findOffice = (tx: Tx, id: string, viewer: Viewer) =>
  tx.platformOfficer.findFirst({
    where: { AND: [{ id }, ofVisibleNetworks(viewer)] },
    include: { platform: { select: { name: true } } },
  })

/** What the database refuses of an office, in the words of the rules. */
export const officeRefusals = {
  platform_officer_one_seat: () =>
    new RuleProblem('ONE_SEAT_PER_PERSON', 'The person has a seat in this body on these days already.'),
}

/** Refuses what only makes sense while an office is held or about to be. */
export function checkNotOver({ endsOn }: { readonly endsOn: Date | null }, now: Date): void {
  if (endsOn !== null && endsOn < todayAt(now))
    throw new RuleProblem('OFFICE_HAS_ENDED', 'The office has ended.')
}

interface Circumstances {
  readonly tx: Tx
  readonly now: Date
  readonly emit: Emit
}

/** Takes back what an office still waits for, if it does. */
export async function forgetInvitation(
  circumstances: Circumstances,
  { invitationId }: { readonly invitationId: string | null },
): Promise<void> {
  if (invitationId !== null) await takeOfferBack(circumstances, invitationId)
}

/** Lets somebody into a network for as long as they hold offices of it, as far as offices are what lets them in. */
export async function settleEntry(
  circumstances: Circumstances,
  { platformId, userId }: { readonly platformId: string; readonly userId: string },
): Promise<void> {
  const { tx, now } = circumstances
  const offices = await tx.platformOfficer.findMany({
    where: { platformId, userId, OR: [{ endsOn: null }, { endsOn: { gte: todayAt(now) } }] },
    select: { endsOn: true },
  })
  await followOffices(circumstances, { userId, platformId, until: lastOf(offices) })
}

const lastOf = (offices: readonly { readonly endsOn: Date | null }[]): HoldsUntil =>
  offices.reduce<HoldsUntil>(
    (last, { endsOn }) =>
      last === 'NOT_AT_ALL'
        ? endsOn
        : last === null || endsOn === null
          ? null
          : last > endsOn
            ? last
            : endsOn,
    'NOT_AT_ALL',
  )

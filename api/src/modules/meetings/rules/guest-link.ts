import { RuleProblem } from '../../../kernel/problems.ts'

/** Whether the link of an invited body still works. */
export function guestLinkState(
  { expiresAt, revokedAt }: { readonly expiresAt: Date; readonly revokedAt: Date | null },
  { state }: { readonly state: 'DRAFT' | 'NOTICED' | 'OPEN' | 'CLOSED' | 'CANCELLED' },
  now: Date,
): 'OPEN' | 'EXPIRED' | 'REVOKED' | 'CANCELLED' {
  if (revokedAt !== null) return 'REVOKED'
  if (state === 'CANCELLED') return 'CANCELLED'
  return state === 'NOTICED' && now < expiresAt ? 'OPEN' : 'EXPIRED'
}

const refusals = {
  EXPIRED: () => new RuleProblem('GUEST_LINK_EXPIRED', 'The time to answer is over.'),
  REVOKED: () => new RuleProblem('GUEST_LINK_REVOKED', 'The link was taken back.'),
  CANCELLED: () => new RuleProblem('GUEST_LINK_CANCELLED', 'The meeting was called off.'),
}

/** Refuses what is asked by a link that no longer works. */
export function refuseClosedLink(...asked: Parameters<typeof guestLinkState>): void {
  const state = guestLinkState(...asked)
  if (state !== 'OPEN') throw refusals[state]()
}

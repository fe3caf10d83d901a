import { RuleProblem } from '../../../kernel/problems.ts'

// invited ──acceptInvitation──▶ accepted
//    ├──revokeInvitation──────▶ revoked
//    └──(7 days, by itself)───▶ expired

/** How long an invitation's link opens. */
const INVITATION_DAYS = 7

/** When an invitation sent now can no longer be accepted. */
export const invitationExpiry = (now: Date): Date => new Date(now.getTime() + INVITATION_DAYS * 86_400_000)

export interface InvitationFacts {
  readonly expiresAt: Date
  readonly acceptedAt: Date | null
  readonly revokedAt: Date | null
}

export type InvitationState = 'OPEN' | 'ACCEPTED' | 'REVOKED' | 'EXPIRED'

/** Where an invitation stands. */
export function invitationState(
  { acceptedAt, revokedAt, expiresAt }: InvitationFacts,
  now: Date,
): InvitationState {
  if (acceptedAt) return 'ACCEPTED'
  if (revokedAt) return 'REVOKED'
  return expiresAt <= now ? 'EXPIRED' : 'OPEN'
}

/** Refuses whatever needs an invitation that is still open. */
export function checkOpen(invitation: InvitationFacts, now: Date): void {
  switch (invitationState(invitation, now)) {
    case 'ACCEPTED':
      throw new RuleProblem('INVITATION_ALREADY_ACCEPTED', 'The invitation was accepted before.')
    case 'REVOKED':
      throw new RuleProblem('INVITATION_REVOKED', 'The invitation was taken back.')
    case 'EXPIRED':
      throw new RuleProblem('INVITATION_EXPIRED', 'The invitation has expired; ask for a new one.')
    case 'OPEN':
  }
}

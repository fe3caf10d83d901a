import { z } from 'zod'
import { event } from '../../kernel/events.ts'

export const PersonInvited = event('identity.PersonInvited.v1', z.object({ invitationId: z.uuid() }))
export const InvitationRevoked = event('identity.InvitationRevoked.v1', z.object({ invitationId: z.uuid() }))
export const InvitationAccepted = event(
  'identity.InvitationAccepted.v1',
  z.object({ invitationId: z.uuid(), roleId: z.uuid(), userId: z.uuid() }),
)
export const RoleGranted = event('identity.RoleGranted.v1', z.object({ roleId: z.uuid(), userId: z.uuid() }))
export const RoleEnded = event('identity.RoleEnded.v1', z.object({ roleId: z.uuid(), userId: z.uuid() }))
export const RoleWithdrawn = event(
  'identity.RoleWithdrawn.v1',
  z.object({ roleId: z.uuid(), userId: z.uuid() }),
)

const handover = z.object({ handoverId: z.uuid() })
export const HandoverPlanned = event('identity.HandoverPlanned.v1', handover)
export const HandoverCancelled = event('identity.HandoverCancelled.v1', handover)
export const HandoverCompleted = event('identity.HandoverCompleted.v1', handover)

export const ApiTokenCreated = event('identity.ApiTokenCreated.v1', z.object({ tokenId: z.uuid() }))
export const ApiTokenRevoked = event('identity.ApiTokenRevoked.v1', z.object({ tokenId: z.uuid() }))
export const PersonRenamed = event('identity.PersonRenamed.v1', z.object({ userId: z.uuid() }))

/** Sessions of a person were ended; open connections of them must close. */
export const SessionsRevoked = event('identity.SessionsRevoked.v1', z.object({ userId: z.uuid() }))

const accountChanges = [
  'lockSignIn',
  'replacePassword',
  'resetPassword',
  'enrolAuthenticatorApp',
  'removeAuthenticatorApp',
  'renewBackupCodes',
  'addPasskey',
  'removePasskey',
  'clearSecondFactors',
] as const
export type AccountChange = (typeof accountChanges)[number]

/** Something about how a person signs in has changed; the person is told by mail. */
export const AccountSecured = event(
  'identity.AccountSecured.v1',
  z.object({
    userId: z.uuid(),
    change: z.enum(accountChanges),
  }),
)

import type { Tx } from '../../kernel/db.ts'
import type { Emit } from '../../kernel/events.ts'
import { globalId } from '../../kernel/ids.ts'
import { hashOfSecret, newSecret } from '../../kernel/secrets.ts'
import type { RoleName, Viewer } from '../../kernel/viewer.ts'
import { queueMail } from '../notifications/public.ts'
import { InvitationRevoked, PersonInvited } from './events.ts'
import { invitationMail } from './mails.ts'
import { todayAt } from './queries.ts'
import { placeOf, type Body } from './rules/bodies.ts'
import { invitationExpiry, invitationState } from './rules/invitations.ts'
import { checkNewRole } from './rules/roles.ts'

/** Where something happens: in whose transaction, by whom, when. */
interface Circumstances {
  readonly tx: Tx
  readonly viewer: Viewer
  readonly now: Date
  readonly emit: Emit
}

/** A role that is offered by mail. */
export interface Offer {
  readonly email: string
  readonly name: string
  readonly role: RoleName
  readonly body: Pick<Body, 'kind' | 'id' | 'name'>
  /** First day; the day it is accepted at the earliest. */
  readonly startsOn: Date
  readonly endsOn: Date | null
}

/** Offers a role by a mail whose link opens for seven days; answers the invitation. Whether one may, the caller has asked. */
export async function offerRole({ tx, viewer, now, emit }: Circumstances, offer: Offer): Promise<string> {
  const { email, name, role, body, startsOn, endsOn } = offer
  checkNewRole(role, body, { startsOn, endsOn }, todayAt(now))
  const inviter = await tx.user.findUniqueOrThrow({
    where: { id: viewer.userId ?? '' },
    select: { id: true, name: true },
  })
  const secret = newSecret()
  const expiresAt = invitationExpiry(now)
  const { id } = await tx.invitation.create({
    data: {
      email,
      name,
      role,
      ...placeOf(body),
      startsOn,
      endsOn,
      tokenHash: hashOfSecret(secret),
      expiresAt,
      invitedByUserId: inviter.id,
    },
    select: { id: true },
  })
  const words = { bodyName: body.name, inviterName: inviter.name, actingName: viewer.acting?.name ?? '' }
  await queueMail(tx, {
    key: `identity.invitation:${id}`,
    to: email,
    ...invitationMail({ name, role, ...words, expiresAt, secret }),
  })
  emit(
    PersonInvited,
    { invitationId: id },
    { audience: [`user:${inviter.id}`], entities: [globalId('Invitation', id)] },
  )
  return id
}

/** Takes an offer back whose link still opens; one that is over is left as it is. */
export async function takeOfferBack(
  { tx, now, emit }: Omit<Circumstances, 'viewer'>,
  invitationId: string,
): Promise<void> {
  const invitation = await tx.invitation.findUniqueOrThrow({ where: { id: invitationId } })
  if (invitationState(invitation, now) !== 'OPEN') return
  // Whoever accepts in this very moment was first: nothing is taken back then.
  const { count } = await tx.invitation.updateMany({
    where: { id: invitationId, version: invitation.version },
    data: { revokedAt: now, version: { increment: 1 } },
  })
  if (count === 0) return
  emit(
    InvitationRevoked,
    { invitationId },
    {
      audience: [`user:${invitation.invitedByUserId}`],
      entities: [globalId('Invitation', invitationId)],
    },
  )
}

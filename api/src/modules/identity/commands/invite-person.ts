import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId } from '../../../kernel/ids.ts'
import { day, idempotencyKey } from '../../../kernel/inputs.ts'
import { queueMail } from '../../notifications/public.ts'
import { PersonInvited } from '../events.ts'
import { bodyId, emailAddress, personName, roleName } from '../inputs.ts'
import { invitationMail } from '../mails.ts'
import * as policy from '../policy.ts'
import { findBody, todayAt } from '../queries.ts'
import { placeOf, systemBody } from '../rules/bodies.ts'
import { invitationExpiry } from '../rules/invitations.ts'
import { checkNewRole } from '../rules/roles.ts'
import { hashOfSecret, newSecret } from '../../../kernel/secrets.ts'

export const invitePerson = command({
  name: 'invitePerson',
  description: 'Whoever looks after a body offers a role on it by a mail whose link opens for seven days.',
  input: z.object({
    email: emailAddress().describe('Where the link goes; full-width characters are understood.'),
    name: personName().describe('The person’s name, shown in the mail; they can correct it.'),
    role: roleName().describe('The role that is offered.'),
    bodyId: bodyId().describe(
      'Facility, corporation, network or municipality; left out for this installation.',
    ),
    startsOn: day()
      .optional()
      .describe('First day of the role; left out, the day it is accepted at the earliest.'),
    endsOn: day().optional().describe('Last day; compulsory for an auditor, at most a year after the first.'),
    idempotencyKey: idempotencyKey(),
  }),
  subject: (tx, { bodyId: body }, _viewer, now) => findBody(tx, body ?? systemBody, now),
  may: (viewer, body, { role }) => policy.grant(viewer, { role, body }),
  async run({ tx, subject: body, input, viewer, now, emit }) {
    const { email, name, role, endsOn = null } = input
    const today = todayAt(now)
    const startsOn = input.startsOn ?? today
    checkNewRole(role, body, { startsOn, endsOn }, today)

    const inviter = await tx.user.findUniqueOrThrow({
      where: { id: viewer.userId ?? '' },
      select: { id: true, name: true },
    })
    const secret = newSecret()
    const expiresAt = invitationExpiry(now)
    const invitation = await tx.invitation.create({
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
    })
    const bodyName = body.name
    const inviterName = inviter.name
    const actingName = viewer.acting?.name ?? ''
    await queueMail(tx, {
      key: `identity.invitation:${invitation.id}`,
      to: email,
      ...invitationMail({ name, role, bodyName, inviterName, actingName, expiresAt, secret }),
    })
    emit(
      PersonInvited,
      { invitationId: invitation.id },
      { audience: [`user:${inviter.id}`], entities: [globalId('Invitation', invitation.id)] },
    )
    return { invitationId: invitation.id }
  },
})

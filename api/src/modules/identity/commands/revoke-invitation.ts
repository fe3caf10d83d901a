import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { save } from '../../../kernel/save.ts'
import { InvitationRevoked } from '../events.ts'
import * as policy from '../policy.ts'
import { findBody } from '../queries.ts'
import { bodyNamedBy } from '../rules/bodies.ts'
import { checkOpen } from '../rules/invitations.ts'

export const revokeInvitation = command({
  name: 'revokeInvitation',
  description:
    'Whoever looks after the body takes back an invitation that was not accepted; its link no longer opens.',
  input: z.object({
    invitationId: idOf('Invitation').describe('The invitation.'),
    version: version(),
  }),
  async subject(tx, { invitationId }, viewer, now) {
    const invitation = await tx.invitation.findFirst({
      where: { AND: [{ id: invitationId }, policy.invitationVisibleTo(viewer)] },
    })
    const body = invitation && (await findBody(tx, bodyNamedBy(invitation), now))
    return body && { ...invitation, body }
  },
  may: (viewer, invitation) => policy.grant(viewer, invitation),
  async run({ tx, subject: invitation, input, now, emit }) {
    checkOpen(invitation, now)
    await save(tx.invitation, invitation, input.version, { revokedAt: now })
    emit(
      InvitationRevoked,
      { invitationId: invitation.id },
      {
        audience: [`user:${invitation.invitedByUserId}`],
        entities: [globalId('Invitation', invitation.id)],
      },
    )
    return { invitationId: invitation.id }
  },
})

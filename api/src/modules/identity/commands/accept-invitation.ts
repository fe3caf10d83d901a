import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import type { Tx } from '../../../kernel/db.ts'
import { globalId } from '../../../kernel/ids.ts'
import { RuleProblem, ValidationProblem } from '../../../kernel/problems.ts'
import { allow } from '../../../kernel/verdict.ts'
import { InvitationAccepted } from '../events.ts'
import { newPassword, personName } from '../inputs.ts'
import { openAccount } from '../open-account.ts'
import { todayAt } from '../queries.ts'
import { checkOpen } from '../rules/invitations.ts'
import { passwordMistake } from '../rules/passwords.ts'
import { checkTerm, roleAlreadyHeld } from '../rules/roles.ts'
import { hashOfSecret } from '../../../kernel/secrets.ts'

export const acceptInvitation = command({
  name: 'acceptInvitation',
  description:
    'Whoever opens the link of an invitation takes the role: signed in, into the own account; otherwise into a new one.',
  public: true,
  personal: true,
  withoutSecondFactor: true,
  secret: ['token', 'password'],
  input: z.object({
    token: z.string().min(1).max(200).describe('The secret from the link.'),
    name: personName()
      .optional()
      .describe('The name of the new account; left out, the one in the invitation.'),
    password: newPassword()
      .optional()
      .describe('The password of the new account, ten characters at least. Not needed when signed in.'),
  }),
  subject: (tx, { token }) => tx.invitation.findUnique({ where: { tokenHash: hashOfSecret(token) } }),
  // The secret of the link is the right to use it.
  may: () => allow,
  onConstraint: { role_assignment_no_overlap: roleAlreadyHeld },
  async run({ tx, subject: invitation, input, viewer, now, emit }) {
    checkOpen(invitation, now)
    const { role, corporationId, facilityId, platformId, municipalityCode, endsOn, invitedByUserId } =
      invitation
    const today = todayAt(now)
    const startsOn = invitation.startsOn > today ? invitation.startsOn : today
    checkTerm(role, { startsOn, endsOn })
    const userId = viewer.userId ?? (await createAccount(tx, invitation, input))
    const { count } = await tx.invitation.updateMany({
      where: { id: invitation.id, version: invitation.version },
      data: { acceptedAt: now, acceptedByUserId: userId, version: { increment: 1 } },
    })
    if (count === 0)
      throw new RuleProblem('INVITATION_ALREADY_ACCEPTED', 'The invitation was accepted before.')

    const assignment = await tx.roleAssignment.create({
      data: {
        userId,
        role,
        corporationId,
        facilityId,
        platformId,
        municipalityCode,
        startsOn,
        endsOn,
        grantedByUserId: invitedByUserId,
      },
    })
    emit(
      InvitationAccepted,
      { invitationId: invitation.id, roleId: assignment.id, userId },
      {
        audience: [`user:${invitedByUserId}`, `user:${userId}`],
        entities: [globalId('Invitation', invitation.id), globalId('RoleAssignment', assignment.id)],
      },
    )
    return { invitationId: invitation.id, email: invitation.email }
  },
})

async function createAccount(
  tx: Tx,
  invitation: { email: string; name: string },
  { name = invitation.name, password }: { name?: string | undefined; password?: string | undefined },
): Promise<string> {
  const { email } = invitation
  if (await tx.user.findUnique({ where: { email }, select: { id: true } })) {
    throw new RuleProblem('SIGN_IN_TO_ACCEPT', 'There is an account with this address: sign in, then accept.')
  }
  if (password === undefined) throw missing('REQUIRED')
  const mistake = passwordMistake(password, email)
  if (mistake) throw missing(mistake)

  return openAccount(tx, { name, email, password })
}

const missing = (code: string) =>
  new ValidationProblem([{ path: ['password'], code, message: 'A new account needs a good password.' }])

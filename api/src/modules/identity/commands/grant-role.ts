import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { day, idempotencyKey } from '../../../kernel/inputs.ts'
import { RoleGranted } from '../events.ts'
import { bodyId, roleName } from '../inputs.ts'
import * as policy from '../policy.ts'
import { findBody, todayAt } from '../queries.ts'
import { placeOf, systemBody } from '../rules/bodies.ts'
import { checkNewRole, roleAlreadyHeld } from '../rules/roles.ts'

export const grantRole = command({
  name: 'grantRole',
  description: 'Whoever looks after a body gives a role on it to somebody who has an account.',
  input: z.object({
    userId: idOf('User').describe('The person; somebody the viewer may see. Others are invited by mail.'),
    role: roleName().describe('The role that is given.'),
    bodyId: bodyId().describe(
      'Facility, corporation, network or municipality; left out for this installation.',
    ),
    startsOn: day().optional().describe('First day; left out, today.'),
    endsOn: day().optional().describe('Last day; compulsory for an auditor, at most a year after the first.'),
    idempotencyKey: idempotencyKey(),
  }),
  async subject(tx, input, viewer, now) {
    const person = await tx.user.findFirst({
      where: { AND: [{ id: input.userId }, policy.userVisibleTo(viewer)] },
      select: { id: true },
    })
    const body = person && (await findBody(tx, input.bodyId ?? systemBody, now))
    return body && { ...placeOf(body), corporationId: body.corporationId, body, userId: person.id }
  },
  may: (viewer, { body }, { role }) => policy.grant(viewer, { role, body }),
  onConstraint: { role_assignment_no_overlap: roleAlreadyHeld },
  async run({ tx, subject: { userId, body }, input, viewer, now, emit }) {
    const { role, endsOn = null } = input
    const today = todayAt(now)
    const startsOn = input.startsOn ?? today
    checkNewRole(role, body, { startsOn, endsOn }, today)
    const assignment = await tx.roleAssignment.create({
      data: { userId, role, ...placeOf(body), startsOn, endsOn, grantedByUserId: viewer.userId },
    })
    emit(
      RoleGranted,
      { roleId: assignment.id, userId },
      { audience: [`user:${userId}`], entities: [globalId('RoleAssignment', assignment.id)] },
    )
    return { roleAssignmentId: assignment.id }
  },
})

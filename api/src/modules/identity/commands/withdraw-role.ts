import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { ConflictProblem, RuleProblem } from '../../../kernel/problems.ts'
import { RoleWithdrawn } from '../events.ts'
import * as policy from '../policy.ts'
import { findRole, othersTerms, todayAt } from '../queries.ts'
import { checkSuccession, checkWithdrawal } from '../rules/roles.ts'

const inHandover = () =>
  new RuleProblem('ROLE_IN_HANDOVER', 'A hand-over speaks of this role; cancel it first.')

export const withdrawRole = command({
  name: 'withdrawRole',
  description:
    'Whoever looks after the body takes back a role that begins today or later, as if it had never been given.',
  isolation: 'serializable',
  input: z.object({
    roleAssignmentId: idOf('RoleAssignment').describe('The role that is taken back.'),
    version: version(),
  }),
  subject: (tx, { roleAssignmentId }, viewer, now) => findRole(tx, roleAssignmentId, viewer, now),
  may: (viewer, role) => policy.grant(viewer, role),
  onConstraint: {
    handover_item_role_assignment_id_fkey: inHandover,
    handover_item_new_assignment_id_fkey: inHandover,
  },
  async run({ tx, subject: role, input, now, emit }) {
    const today = todayAt(now)
    checkWithdrawal(role, today)
    if (role.startsOn <= today) {
      checkSuccession(role.role, await othersTerms(tx, role.role, role.body, role.userId), today)
    }
    const { count } = await tx.roleAssignment.deleteMany({ where: { id: role.id, version: input.version } })
    if (count === 0) throw new ConflictProblem(role.version)
    emit(
      RoleWithdrawn,
      { roleId: role.id, userId: role.userId },
      { audience: [`user:${role.userId}`], entities: [globalId('User', role.userId)] },
    )
    return { userId: role.userId }
  },
  auditSubject: (_result, { id }) => ({ type: 'RoleAssignment', id }),
})

import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { day, version } from '../../../kernel/inputs.ts'
import { save } from '../../../kernel/save.ts'
import { RoleEnded } from '../events.ts'
import * as policy from '../policy.ts'
import { findRole, othersTerms, todayAt } from '../queries.ts'
import { daysAfter } from '../rules/days.ts'
import { checkEnd, checkSuccession } from '../rules/roles.ts'

export const endRole = command({
  name: 'endRole',
  description:
    'Whoever looks after the body sets the last day of a role; yesterday ends it at once. The last administrator needs a successor.',
  isolation: 'serializable',
  input: z.object({
    roleAssignmentId: idOf('RoleAssignment').describe('The role that ends.'),
    endsOn: day().describe('Its last day: yesterday at the earliest.'),
    version: version(),
  }),
  subject: (tx, { roleAssignmentId }, viewer, now) => findRole(tx, roleAssignmentId, viewer, now),
  may: (viewer, role) => policy.grant(viewer, role),
  async run({ tx, subject: role, input, now, emit }) {
    checkEnd(role.role, role, input.endsOn, todayAt(now))
    const others = await othersTerms(tx, role.role, role.body, role.userId)
    checkSuccession(role.role, others, daysAfter(input.endsOn, 1))
    await save(tx.roleAssignment, role, input.version, { endsOn: input.endsOn })
    emit(
      RoleEnded,
      { roleId: role.id, userId: role.userId },
      { audience: [`user:${role.userId}`], entities: [globalId('RoleAssignment', role.id)] },
    )
    return { roleAssignmentId: role.id }
  },
})

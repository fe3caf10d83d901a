import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { day, idempotencyKey } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { all } from '../../../kernel/verdict.ts'
import { HandoverPlanned } from '../events.ts'
import * as policy from '../policy.ts'
import { findRole, todayAt } from '../queries.ts'
import { checkPlan } from '../rules/handovers.ts'

export const planHandover = command({
  name: 'planHandover',
  description:
    'Whoever looks after the bodies plans that on a day a successor takes over chosen roles of a person who leaves.',
  isolation: 'serializable',
  input: z.object({
    fromUserId: idOf('User').describe('The person who leaves.'),
    toUserId: idOf('User').describe(
      'The successor; somebody who has an account and is visible to the viewer.',
    ),
    onDate: day().describe(
      'First day of the successor, tomorrow at the earliest; the leaver’s roles end the day before.',
    ),
    roleAssignmentIds: z
      .array(idOf('RoleAssignment').describe('One role of the leaver.'))
      .min(1)
      .max(50)
      .describe('Which roles pass on.'),
    note: z.string().trim().max(1000).optional().describe('A note for both of them.'),
    idempotencyKey: idempotencyKey(),
  }),
  async subject(tx, { fromUserId, toUserId, roleAssignmentIds }, viewer, now) {
    const people = await tx.user.findMany({
      where: { AND: [{ id: { in: [fromUserId, toUserId] } }, policy.userVisibleTo(viewer)] },
      select: { id: true },
    })
    const roles = []
    for (const id of new Set(roleAssignmentIds)) {
      const role = await findRole(tx, id, viewer, now)
      if (!role) return null
      roles.push(role)
    }
    return people.length === new Set([fromUserId, toUserId]).size ? { roles } : null
  },
  may: (viewer, { roles }) => all(...roles.map((role) => policy.grant(viewer, role))),
  async run({ tx, subject: { roles }, input, viewer, now, emit }) {
    const { fromUserId, toUserId, onDate, note = null } = input
    checkPlan({ fromUserId, toUserId, onDate }, roles, todayAt(now))
    const ids = roles.map(({ id }) => id)
    const planned = await tx.handoverItem.count({
      where: { roleAssignmentId: { in: ids }, handover: { status: 'PLANNED' } },
    })
    if (planned > 0)
      throw new RuleProblem('ROLE_IN_HANDOVER', 'A chosen role is in another planned hand-over.')
    const plannedByUserId = viewer.userId ?? ''
    const handover = await tx.roleHandover.create({
      data: {
        fromUserId,
        toUserId,
        onDate,
        note,
        plannedByUserId,
        items: { create: ids.map((roleAssignmentId) => ({ roleAssignmentId })) },
      },
    })
    emit(
      HandoverPlanned,
      { handoverId: handover.id },
      {
        audience: [`user:${fromUserId}`, `user:${toUserId}`, `user:${plannedByUserId}`],
        entities: [globalId('RoleHandover', handover.id)],
      },
    )
    return { roleHandoverId: handover.id }
  },
})

import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { save } from '../../../kernel/save.ts'
import { all } from '../../../kernel/verdict.ts'
import { HandoverCancelled } from '../events.ts'
import * as policy from '../policy.ts'
import { findRole } from '../queries.ts'

export const cancelHandover = command({
  name: 'cancelHandover',
  description:
    'Whoever looks after the bodies calls off a hand-over before its day; the roles stay where they are.',
  input: z.object({
    roleHandoverId: idOf('RoleHandover').describe('The hand-over.'),
    version: version(),
  }),
  async subject(tx, { roleHandoverId }, viewer, now) {
    const handover = await tx.roleHandover.findFirst({
      where: { AND: [{ id: roleHandoverId }, policy.handoverVisibleTo(viewer)] },
      include: { items: { select: { roleAssignmentId: true } } },
    })
    if (!handover) return null
    const roles = []
    for (const { roleAssignmentId } of handover.items) {
      const role = await findRole(tx, roleAssignmentId, viewer, now)
      if (role) roles.push(role)
    }
    return roles.length === handover.items.length ? { ...handover, roles } : null
  },
  may: (viewer, { roles }) => all(...roles.map((role) => policy.grant(viewer, role))),
  async run({ tx, subject: handover, input, emit }) {
    if (handover.status !== 'PLANNED') {
      throw new RuleProblem('HANDOVER_NOT_PLANNED', 'The hand-over is done or was called off before.')
    }
    await save(tx.roleHandover, handover, input.version, { status: 'CANCELLED' })
    const { id, fromUserId, toUserId, plannedByUserId } = handover
    emit(
      HandoverCancelled,
      { handoverId: id },
      {
        audience: [`user:${fromUserId}`, `user:${toUserId}`, `user:${plannedByUserId}`],
        entities: [globalId('RoleHandover', id)],
      },
    )
    return { roleHandoverId: id }
  },
})

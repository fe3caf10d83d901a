import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import type { Tx } from '../../../kernel/db.ts'
import type { Prisma } from '../../../generated/prisma/client.ts'
import { globalId } from '../../../kernel/ids.ts'
import { save } from '../../../kernel/save.ts'
import { allow, deny } from '../../../kernel/verdict.ts'
import { isSystem } from '../../../kernel/viewer.ts'
import { HandoverCompleted } from '../events.ts'
import { todayAt } from '../queries.ts'
import { bodyNamedBy, placeOf } from '../rules/bodies.ts'
import { handOver } from '../rules/handovers.ts'

type Handover = Prisma.RoleHandoverGetPayload<{ include: { items: { include: { roleAssignment: true } } } }>
type Item = Handover['items'][number]

export const completeHandover = command({
  name: 'completeHandover',
  description:
    'On the day of a hand-over the leaver’s roles have ended and the successor’s begin; by itself, and once.',
  input: z.object({ roleHandoverId: z.uuid().describe('The hand-over.') }),
  subject: (tx, { roleHandoverId: id }) =>
    tx.roleHandover.findUnique({ where: { id }, include: { items: { include: { roleAssignment: true } } } }),
  may: (viewer) => (isSystem(viewer) ? allow : deny('SYSTEM_ONLY')),
  auditAudience: ({ items }) =>
    items.flatMap(({ roleAssignment: { corporationId, facilityId, platformId } }) => [
      ...(corporationId ? [`corporation:${corporationId}` as const] : []),
      ...(facilityId ? [`facility:${facilityId}` as const] : []),
      ...(platformId ? [`platform:${platformId}` as const] : []),
    ]),
  async run({ tx, subject: handover, now, emit }) {
    const { id, fromUserId, toUserId, plannedByUserId } = handover
    // Whoever comes second waits here for the first one's commit and then finds nothing to do.
    const { count } = await tx.roleHandover.updateMany({
      where: { id, status: 'PLANNED', onDate: { lte: todayAt(now) } },
      data: { status: 'DONE', version: { increment: 1 } },
    })
    if (count === 0) return { roleHandoverId: id }

    for (const item of handover.items) await passOn(tx, handover, item)
    emit(
      HandoverCompleted,
      { handoverId: id },
      {
        audience: [`user:${fromUserId}`, `user:${toUserId}`, `user:${plannedByUserId}`],
        entities: [
          globalId('RoleHandover', id),
          ...handover.items.map(({ roleAssignmentId }) => globalId('RoleAssignment', roleAssignmentId)),
        ],
      },
    )
    return { roleHandoverId: id }
  },
})

async function passOn(tx: Tx, { toUserId, onDate, plannedByUserId }: Handover, item: Item): Promise<void> {
  const { roleAssignment: role } = item
  const { leaverEndsOn, successor } = handOver(role.role, role, onDate)
  await save(tx.roleAssignment, role, role.version, { endsOn: leaverEndsOn })

  const place = placeOf(bodyNamedBy(role))
  const held = await tx.roleAssignment.findFirst({
    where: {
      userId: toUserId,
      role: role.role,
      ...place,
      OR: [{ endsOn: null }, { endsOn: { gte: onDate } }],
    },
    orderBy: { startsOn: 'asc' },
  })
  if (held && held.startsOn > onDate) await save(tx.roleAssignment, held, held.version, { startsOn: onDate })
  const given =
    held ??
    (await tx.roleAssignment.create({
      data: { userId: toUserId, role: role.role, ...place, ...successor, grantedByUserId: plannedByUserId },
    }))
  await tx.handoverItem.update({ where: { id: item.id }, data: { newAssignmentId: given.id } })
}

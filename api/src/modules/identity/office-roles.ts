import type { Tx } from '../../kernel/db.ts'
import type { Emit } from '../../kernel/events.ts'
import { globalId } from '../../kernel/ids.ts'
import { RoleEnded, RoleWithdrawn } from './events.ts'
import { todayAt } from './queries.ts'
import { daysAfter } from './rules/days.ts'

/** Until when somebody holds offices of a network: a last day, until further notice (`null`), or none any more. */
export type HoldsUntil = Date | null | 'NOT_AT_ALL'

/**
 * Brings the role by which an officer gets into a network to the days of the person's offices. Without an office it is over
 * with the day before; one that began no earlier is taken back as if it had never been given, so that nobody stays in until
 * midnight, unless it is part of a handover. Nothing happens to who gets in by another role.
 */
export async function followOffices(
  { tx, now, emit }: { readonly tx: Tx; readonly now: Date; readonly emit: Emit },
  { userId, platformId, until }: { userId: string; platformId: string; until: HoldsUntil },
): Promise<void> {
  const today = todayAt(now)
  const roles = await tx.roleAssignment.findMany({
    where: {
      userId,
      platformId,
      role: 'PLATFORM_OFFICER',
      OR: [{ endsOn: null }, { endsOn: { gte: today } }],
    },
  })
  for (const { id, startsOn, endsOn } of roles) {
    const wanted = until === 'NOT_AT_ALL' ? daysAfter(today, -1) : until
    if (wanted !== null && wanted < startsOn && !(await isHandedOver(tx, id))) {
      await tx.roleAssignment.delete({ where: { id } })
      emit(
        RoleWithdrawn,
        { roleId: id, userId },
        { audience: [`user:${userId}`], entities: [globalId('User', userId)] },
      )
      continue
    }
    const last = wanted !== null && wanted < startsOn ? startsOn : wanted
    if (last?.getTime() === endsOn?.getTime()) continue
    await tx.roleAssignment.update({ where: { id }, data: { endsOn: last, version: { increment: 1 } } })
    if (last !== null && (endsOn === null || last < endsOn))
      emit(
        RoleEnded,
        { roleId: id, userId },
        { audience: [`user:${userId}`], entities: [globalId('RoleAssignment', id)] },
      )
  }
}

const isHandedOver = async (tx: Tx, roleId: string): Promise<boolean> =>
  (await tx.handoverItem.count({
    where: { OR: [{ roleAssignmentId: roleId }, { newAssignmentId: roleId }] },
  })) > 0

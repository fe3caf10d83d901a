import { dateOf, dayInJapan } from '../../kernel/clock.ts'
import type { Db, Tx } from '../../kernel/db.ts'
import { TOLD } from './policy/announcements.ts'

/** What holds on the day of a moment. */
export const holdsOn = (now: Date) => {
  const today = dateOf(dayInJapan(now))
  return { startsOn: { lte: today }, OR: [{ endsOn: null }, { endsOn: { gte: today } }] }
}

/** The people of a network's members of today who are told of what concerns the members; of some members, if given. */
export async function peopleToTell(
  tx: Tx,
  { platformId, corporationIds, now }: { platformId: string; corporationIds?: readonly string[]; now: Date },
): Promise<string[]> {
  const holds = holdsOn(now)
  const member = {
    memberships: { some: { platformId, ...holds } },
    ...(corporationIds ? { id: { in: [...corporationIds] } } : {}),
  }
  const roles = await tx.roleAssignment.findMany({
    where: {
      AND: [
        holds,
        { role: { in: [...TOLD] } },
        { OR: [{ corporation: { is: member } }, { facility: { is: { corporation: { is: member } } } }] },
      ],
    },
    select: { userId: true },
    distinct: ['userId'],
  })
  return roles.map(({ userId }) => userId)
}

/** The corporations for which a person is told of what concerns members today. */
export async function toldFor(db: Db | Tx, userId: string, now: Date): Promise<string[]> {
  const roles = await db.roleAssignment.findMany({
    where: { AND: [holdsOn(now), { userId, role: { in: [...TOLD] } }] },
    select: { corporationId: true, facility: { select: { corporationId: true } } },
  })
  return [...new Set(roles.flatMap((role) => role.corporationId ?? role.facility?.corporationId ?? []))]
}

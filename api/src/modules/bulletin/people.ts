import { dateOf, dayInJapan } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/db.ts'
import { TOLD } from './policy/announcements.ts'

/** The people of a network's members of today who are told of what concerns the members; of some members, if given. */
export async function peopleToTell(
  tx: Tx,
  { platformId, corporationIds, now }: { platformId: string; corporationIds?: readonly string[]; now: Date },
): Promise<string[]> {
  const today = dateOf(dayInJapan(now))
  const holds = { startsOn: { lte: today }, OR: [{ endsOn: null }, { endsOn: { gte: today } }] }
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

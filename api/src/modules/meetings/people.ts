import type { Tx } from '../../kernel/db.ts'
import { holderOf } from './policy/meetings.ts'

/** The people who speak for voters on a day: administrators and directors of the corporation, or the holder of the office. */
export async function speakersOf(tx: Tx, voterIds: readonly string[], day: Date): Promise<string[]> {
  const voters = await tx.meetingVoter.findMany({
    where: { id: { in: [...voterIds] } },
    select: { corporationId: true, officer: { select: { userId: true, endsOn: true } } },
  })
  const corporationIds = voters.flatMap(({ corporationId }) => corporationId ?? [])
  const roles = await tx.roleAssignment.findMany({
    where: {
      startsOn: { lte: day },
      AND: [
        { OR: [{ endsOn: null }, { endsOn: { gte: day } }] },
        {
          OR: [
            { role: 'CORPORATION_ADMIN', corporationId: { in: corporationIds } },
            { role: 'FACILITY_DIRECTOR', facility: { is: { corporationId: { in: corporationIds } } } },
          ],
        },
      ],
    },
    select: { userId: true },
  })
  const officers = voters.map(({ officer }) => holderOf(officer, day)).filter((userId) => userId !== '')
  return [...new Set([...roles.map(({ userId }) => userId), ...officers])]
}

import type { Prisma } from '../../generated/prisma/client.ts'
import type { Tx } from '../../kernel/db.ts'
import type { Emit, Event } from '../../kernel/events.ts'
import { globalId } from '../../kernel/ids.ts'
import { RuleProblem } from '../../kernel/problems.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import type { MinutesFacts } from './rules/minutes-facts.ts'
import type * as events from './events.ts'
import { minutesVisibleTo } from './policy/minutes.ts'

/** Minutes the viewer sees, for a command about them; `platformId` for the policy and the audit. */
export async function findMinutes(tx: Tx, minutesId: string, viewer: Viewer) {
  const found = await tx.minutes.findFirst({
    where: { AND: [{ id: minutesId }, minutesVisibleTo(viewer)] },
    include: { meeting: { select: { platformId: true } } },
  })
  if (!found) return null
  const { id, meetingId, state, meeting } = found
  return { id, meetingId, state, platformId: meeting.platformId }
}
type FoundMinutes = NonNullable<Awaited<ReturnType<typeof findMinutes>>>

/** Only a draft is written on; what is before its signers is taken back first. */
export function refuseUnlessDraft({ state }: Pick<FoundMinutes, 'state'>): void {
  if (state === 'LOCKED')
    throw new RuleProblem('MINUTES_ARE_LOCKED', 'All have signed; nothing changes any more.')
  if (state === 'SIGNING')
    throw new RuleProblem('MINUTES_BEFORE_SIGNERS', 'They are before their signers; take them back first.')
}

/** As the column takes them. */
export const asJson = (facts: MinutesFacts) => facts as unknown as Prisma.InputJsonObject

type MinutesEvent = Event<(typeof events.MinutesWritten)['payload']>

/** Announces what became of minutes to the network; screens that show them or their meeting read again. */
export const announceMinutes = (
  emit: Emit,
  event: MinutesEvent,
  { id, meetingId, platformId }: Pick<FoundMinutes, 'id' | 'meetingId' | 'platformId'>,
): void =>
  emit(
    event,
    { minutesId: id, meetingId, platformId },
    {
      audience: [`platform:${platformId}`],
      entities: [globalId('Minutes', id), globalId('Meeting', meetingId)],
    },
  )

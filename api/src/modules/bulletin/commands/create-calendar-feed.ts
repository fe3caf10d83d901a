import { z } from 'zod'
import { createHash, randomBytes } from 'node:crypto'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { portalLink } from '../../../kernel/portal-link.ts'
import { CalendarFeedsChanged } from '../events.ts'
import * as policy from '../policy/calendar.ts'

/** 「ほかのカレンダーで見る」 */
export const createCalendarFeed = command({
  name: 'createCalendarFeed',
  description:
    'A person makes a secret address under which their own calendar reads a network’s entries; the address they had before closes.',
  input: z.object({ platformId: idOf('Platform').describe('The network.') }),
  // Shown once; only its hash is kept.
  secret: ['address'],
  subject: async (tx, { platformId }) => {
    const found = await tx.platform.findUnique({ where: { id: platformId }, select: { id: true } })
    return found && { platformId: found.id }
  },
  may: policy.subscribe,
  async run({ tx, subject: { platformId }, viewer, now, emit }) {
    const userId = viewer.userId ?? ''
    await tx.calendarFeed.updateMany({
      where: { userId, platformId, revokedAt: null },
      data: { revokedAt: now },
    })
    const secret = randomBytes(32).toString('base64url')
    const secretHash = new Uint8Array(createHash('sha256').update(secret).digest())
    const { id } = await tx.calendarFeed.create({
      data: { userId, platformId, secretHash, createdAt: now },
      select: { id: true },
    })
    emit(
      CalendarFeedsChanged,
      { calendarFeedId: id },
      { audience: [`user:${userId}`], entities: [globalId('CalendarFeed', id)] },
    )
    return { calendarFeedId: id, address: portalLink(`/api/calendars/${secret}.ics`) }
  },
})

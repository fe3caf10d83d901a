import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { CalendarFeedsChanged } from '../events.ts'
import * as policy from '../policy/calendar.ts'

export const revokeCalendarFeed = command({
  name: 'revokeCalendarFeed',
  description: 'A person closes the secret address of a calendar; it opens for nobody any more.',
  personal: true,
  input: z.object({ calendarFeedId: idOf('CalendarFeed').describe('The address.') }),
  subject: (tx, { calendarFeedId }, viewer) =>
    tx.calendarFeed.findFirst({ where: { id: calendarFeedId, AND: policy.feedsVisibleTo(viewer) } }),
  may: policy.revokeFeed,
  async run({ tx, subject: { id, userId }, now, emit }) {
    await tx.calendarFeed.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: now } })
    emit(
      CalendarFeedsChanged,
      { calendarFeedId: id },
      { audience: [`user:${userId}`], entities: [globalId('CalendarFeed', id)] },
    )
    return { calendarFeedId: id }
  },
})

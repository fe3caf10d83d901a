import { z } from 'zod'
import { dateOf, dayInJapan } from '../../../kernel/clock.ts'
import { command } from '../../../kernel/command.ts'
import * as events from '../events.ts'
import * as policy from '../policy/confirmation-requests.ts'
import { askedBefore, REMINDERS_AFTER_DAYS } from '../rules/confirmation-requests.ts'

export const remindOfConfirmations = command({
  name: 'remindOfConfirmations',
  description:
    'Once a day the portal repeats the requests that nobody has answered after 7 and after 14 days, each time once.',
  input: z.object({}),
  subject: () => ({}),
  may: policy.remind,
  async run({ tx, now, emit }) {
    const today = dayInJapan(now)
    const day = dateOf(today)
    const answerable = {
      answeredAt: null,
      withdrawnAt: null,
      facility: {
        is: { status: 'ACTIVE' as const, corporation: { is: { memberships: { some: membershipOn(day) } } } },
      },
    }
    // The later reminder first: after a stand-still a request is repeated once, not twice on the same day.
    const reminded = []
    for (const [index, days] of [...REMINDERS_AFTER_DAYS.entries()].toReversed()) {
      const due = {
        reminders: index,
        askedAt: { lt: askedBefore(today, days) },
        // A second worker that comes a moment later must not take the reminder of today for an old one.
        ...(index === 0 ? {} : { remindedAt: { lt: askedBefore(today, 1) } }),
      }
      // The condition is looked at again with the row locked, so a request answered meanwhile is left alone.
      reminded.push(
        ...(await tx.confirmationRequest.updateManyAndReturn({
          where: { ...answerable, ...due },
          data: { reminders: index + 1, remindedAt: now, version: { increment: 1 } },
          select: { id: true, platformId: true, facilityId: true },
        })),
      )
    }
    if (reminded.length > 0)
      emit(
        events.ConfirmationReminded,
        { requestIds: reminded.map(({ id }) => id) },
        {
          audience: reminded.flatMap(({ platformId, facilityId }) => [
            `platform:${platformId}` as const,
            `facility:${facilityId}` as const,
          ]),
        },
      )
    return { count: reminded.length }
  },
})

const membershipOn = (day: Date) => ({
  startsOn: { lte: day },
  OR: [{ endsOn: null }, { endsOn: { gte: day } }],
})

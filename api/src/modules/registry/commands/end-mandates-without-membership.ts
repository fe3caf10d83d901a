import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { todayAt } from '../corporation-writing.ts'
import { end } from '../mandate-writing.ts'
import { followMemberships } from '../policy/mandates.ts'

export const endMandatesWithoutMembership = command({
  name: 'endMandatesWithoutMembership',
  description:
    'Once a day the portal ends what corporations had entrusted to networks that they are members of no longer.',
  input: z.object({}),
  subject: () => ({}),
  may: followMemberships,
  async run({ tx, now, emit }) {
    const today = todayAt(now)
    const standing = await tx.mandate.findMany({
      where: {
        endedAt: null,
        holderPlatformId: { not: null },
        startsOn: { lte: today },
        OR: [{ endsOn: null }, { endsOn: { gte: today } }],
      },
      include: {
        holderPlatform: {
          select: {
            memberships: {
              where: { startsOn: { lte: today }, OR: [{ endsOn: null }, { endsOn: { gte: today } }] },
              select: { corporationId: true },
            },
          },
        },
      },
      orderBy: { id: 'asc' },
    })
    const left = standing.filter(
      ({ corporationId, holderPlatform }) =>
        !holderPlatform?.memberships.some((membership) => membership.corporationId === corporationId),
    )
    for (const mandate of left) await end({ tx, emit, now }, mandate, 'MEMBERSHIP_ENDED', null)
    return { count: left.length }
  },
})

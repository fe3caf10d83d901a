import { z } from 'zod'
import { dateOf, dayInJapan } from '../../../kernel/clock.ts'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { idempotencyKey } from '../../../kernel/inputs.ts'
import * as events from '../events.ts'
import { facilityBlock } from '../inputs.ts'
import * as policy from '../policy.ts'
import { confirmedAtOf, FACILITY_BLOCKS, freshnessOf } from '../rules/freshness.ts'

/** 「変わりありません」 */
export const confirmFacilityUnchanged = command({
  name: 'confirmFacilityUnchanged',
  description:
    'The facility’s own people, or its corporation’s administrator, say that one block of its facts, or all of them, is still right.',
  scope: 'registry:write',
  input: z.object({
    facilityId: idOf('Facility').describe('The facility, one of the own.'),
    block: facilityBlock.optional().describe('The block that was checked; left out, all were.'),
    idempotencyKey: idempotencyKey(),
  }),
  subject: (tx, { facilityId }) => tx.facility.findFirst({ where: { id: facilityId } }),
  may: policy.confirm,
  async run({ tx, subject, input, viewer, now, emit }) {
    const { id, corporationId } = subject
    const confirmer = policy.confirmerOf(viewer)
    const blocks = input.block ? [input.block] : [...FACILITY_BLOCKS]
    // First of all the row itself: two people who confirm two blocks at once must each see the other's.
    await tx.facility.update({ where: { id }, data: { version: { increment: 1 } } })
    await tx.facilityConfirmation.createMany({
      data: blocks.map((confirmed) => ({
        facilityId: id,
        block: confirmed,
        confirmedAt: now,
        confirmedByUserId: confirmer.userId,
        confirmedByRole: confirmer.role,
      })),
    })
    const last = await tx.facilityConfirmation.groupBy({
      by: ['block'],
      where: { facilityId: id },
      _max: { confirmedAt: true },
    })
    const lastConfirmed = new Map(
      last.flatMap(({ block: confirmed, _max: { confirmedAt } }) =>
        confirmedAt ? [[confirmed, confirmedAt]] : [],
      ),
    )
    const confirmedAt = confirmedAtOf(lastConfirmed)
    await tx.facility.update({ where: { id }, data: { confirmedAt } })

    const today = dateOf(dayInJapan(now))
    const memberships = await tx.platformMembership.findMany({
      where: {
        corporationId: corporationId ?? { in: [] },
        startsOn: { lte: today },
        OR: [{ endsOn: null }, { endsOn: { gte: today } }],
      },
      select: { platformId: true },
    })
    const becameFresh = isFresh(confirmedAt, now) && !isFresh(subject.confirmedAt, now)
    const platformIds = memberships.map(({ platformId }) => platformId)
    emit(
      events.FacilityConfirmed,
      {
        facilityId: id,
        corporationId,
        blocks,
        confirmedByUserId: confirmer.userId,
        becameFresh,
        platformIds,
      },
      {
        audience: [
          `facility:${id}`,
          ...(corporationId ? [`corporation:${corporationId}` as const] : []),
          ...platformIds.map((platformId) => `platform:${platformId}` as const),
        ],
        entities: [globalId('Facility', id)],
      },
    )
    return { facilityId: id }
  },
})

const isFresh = (confirmedAt: Date | null, now: Date): boolean =>
  freshnessOf(confirmedAt, now) === 'CONFIRMED'

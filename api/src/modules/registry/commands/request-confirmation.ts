import { z } from 'zod'
import type { FacilityBlock } from '../../../generated/prisma/enums.ts'
import { dateOf, dayInJapan } from '../../../kernel/clock.ts'
import { command } from '../../../kernel/command.ts'
import type { Tx } from '../../../kernel/db.ts'
import { globalId, idOf, newId } from '../../../kernel/ids.ts'
import { idempotencyKey } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import * as events from '../events.ts'
import { facilityBlock } from '../inputs.ts'
import * as policy from '../policy/confirmation-requests.ts'
import { blocksToAsk } from '../rules/confirmation-requests.ts'

/** 「確認をお願いする」 */
export const requestConfirmation = command({
  name: 'requestConfirmation',
  description:
    'A network’s secretariat asks facilities of its members to confirm blocks of their facts; unanswered requests are repeated after 7 and 14 days and end by themselves once the block is confirmed or edited.',
  scope: 'registry:write',
  input: z.object({
    platformId: idOf('Platform').describe('The network, one’s own.'),
    facilityIds: z
      .array(idOf('Facility'))
      .min(1)
      .max(200)
      .optional()
      .describe('The facilities, at most 200; left out, all of the members that have something stale.'),
    blocks: z
      .array(facilityBlock)
      .min(1)
      .optional()
      .describe(
        'The blocks. For picked facilities they are asked about as they are; for all, only where they are stale. Left out: whatever is stale.',
      ),
    note: z
      .string()
      .trim()
      .min(1)
      .max(300)
      .optional()
      .describe('What the secretariat wants to say with it, at most 300 characters.'),
    idempotencyKey: idempotencyKey(),
  }),
  subject: async (tx, { platformId }) => {
    const found = await tx.platform.findUnique({ where: { id: platformId }, select: { id: true } })
    return found && { platformId: found.id }
  },
  may: policy.askFor,
  onConstraint: {
    confirmation_request_open: () =>
      new RuleProblem('ALREADY_BEING_ASKED', 'Somebody else has just asked one of these facilities.'),
  },
  async run({ tx, subject: { platformId }, input, viewer, now, emit }) {
    const wish = { picked: input.facilityIds !== undefined, blocks: input.blocks ?? null }
    const facilities = await facilitiesOfMembers(tx, platformId, input.facilityIds, now)
    if (input.facilityIds && facilities.length < new Set(input.facilityIds).size)
      throw new RuleProblem('NOT_A_MEMBERS_FACILITY', 'One of the facilities belongs to no member.')
    const last = await lastConfirmed(tx, facilities)
    const open = await openRequests(tx, platformId, facilities)

    const fresh: { id: string; facilityId: string; blocks: readonly FacilityBlock[] }[] = []
    const widened: typeof fresh = []
    for (const facilityId of facilities) {
      const blocks = blocksToAsk(last.get(facilityId) ?? new Map(), wish, now)
      const standing = open.get(facilityId)
      const missing = blocks.filter((block) => !standing?.blocks.has(block))
      if (missing.length === 0) continue
      if (standing) widened.push({ id: standing.id, facilityId, blocks: missing })
      else fresh.push({ id: newId(now), facilityId, blocks: missing })
    }
    const asked = [...fresh, ...widened]
    if (asked.length === 0)
      throw new RuleProblem('NOTHING_TO_ASK', 'Nothing is stale there, or all of it is asked for already.')

    // A request that was answered meanwhile takes no further block.
    const { count } = await tx.confirmationRequest.updateMany({
      where: { id: { in: widened.map(({ id }) => id) }, answeredAt: null, withdrawnAt: null },
      data: { version: { increment: 1 } },
    })
    if (count < widened.length)
      throw new RuleProblem('ALREADY_BEING_ASKED', 'One of these requests has just ended.')
    await tx.confirmationRequest.createMany({
      data: fresh.map(({ id, facilityId }) => ({
        id,
        platformId,
        facilityId,
        note: input.note ?? null,
        askedAt: now,
        askedByUserId: viewer.userId ?? '',
      })),
    })
    await tx.confirmationRequestBlock.createMany({
      data: asked.flatMap(({ id: requestId, blocks }) => blocks.map((block) => ({ requestId, block }))),
    })
    emit(
      events.ConfirmationRequested,
      { platformId, requestIds: asked.map(({ id }) => id) },
      {
        audience: [
          `platform:${platformId}`,
          ...asked.map(({ facilityId }) => `facility:${facilityId}` as const),
        ],
        entities: [globalId('Platform', platformId)],
      },
    )
    return {
      platformId,
      facilityCount: asked.length,
      blockCount: asked.reduce((sum, { blocks }) => sum + blocks.length, 0),
    }
  },
})

async function facilitiesOfMembers(
  tx: Tx,
  platformId: string,
  picked: readonly string[] | undefined,
  now: Date,
): Promise<string[]> {
  const today = dateOf(dayInJapan(now))
  const facilities = await tx.facility.findMany({
    where: {
      status: 'ACTIVE',
      ...(picked ? { id: { in: [...picked] } } : {}),
      corporation: {
        is: {
          memberships: {
            some: {
              platformId,
              startsOn: { lte: today },
              OR: [{ endsOn: null }, { endsOn: { gte: today } }],
            },
          },
        },
      },
    },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  return facilities.map(({ id }) => id)
}

async function lastConfirmed(
  tx: Tx,
  facilityIds: readonly string[],
): Promise<Map<string, Map<FacilityBlock, Date>>> {
  const rows = await tx.facilityConfirmation.groupBy({
    by: ['facilityId', 'block'],
    where: { facilityId: { in: [...facilityIds] } },
    _max: { confirmedAt: true },
  })
  const last = new Map<string, Map<FacilityBlock, Date>>()
  for (const { facilityId, block, _max } of rows) {
    const ofFacility = last.get(facilityId) ?? new Map<FacilityBlock, Date>()
    if (_max.confirmedAt) ofFacility.set(block, _max.confirmedAt)
    last.set(facilityId, ofFacility)
  }
  return last
}

/** What is asked of these facilities already. */
async function openRequests(tx: Tx, platformId: string, facilityIds: readonly string[]) {
  const rows = await tx.confirmationRequest.findMany({
    where: { platformId, facilityId: { in: [...facilityIds] }, answeredAt: null, withdrawnAt: null },
    select: { id: true, facilityId: true, blocks: { select: { block: true } } },
  })
  return new Map(
    rows.map(({ id, facilityId, blocks }) => [
      facilityId,
      { id, blocks: new Set<FacilityBlock>(blocks.map(({ block }) => block)) },
    ]),
  )
}

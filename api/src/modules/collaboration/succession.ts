import type { Tx } from '../../kernel/db.ts'
import { builtUpon, daysAfter, joinSuccessions, type CarriedItem } from '../registry/public.ts'
import { partyAfter } from './rules/succession.ts'

// When a corporation merges into another or is dissolved, its part in each tie ends on the eve and its successor's
// begins. A tie in which nobody is left to work with, such as one between the two that become one, ends on the eve.

const RUNNING = ['PROPOSED', 'STANDING', 'OBJECTED'] as const

joinSuccessions({
  part: 'collaborationTie',
  async carry(tx, { corporationId, successorId, onDate, now }) {
    const parts = await tx.collaborationTieParty.findMany({
      where: {
        corporationId,
        endsOn: null,
        tie: { status: { in: [...RUNNING] }, OR: [{ validTo: null }, { validTo: { gte: onDate } }] },
      },
      include: { tie: { include: { parties: true } } },
      orderBy: { id: 'asc' },
    })
    const items: CarriedItem[] = []
    for (const part of parts) {
      const { id, tie, version, role, answer, answeredAt, answeredByUserId, objection, position } = part
      const after = partyAfter(
        { corporationId, successorId, onDate },
        {
          validFrom: tie.validFrom,
          startsOn: part.startsOn,
          stands: tie.status !== 'PROPOSED',
          parties: tie.parties,
        },
      )
      const eve = daysAfter(onDate, -1)
      await tx.collaborationTieParty.update({
        where: { id },
        data: {
          ...(after.party === 'REPLACE'
            ? { corporationId: successorId ?? corporationId }
            : { endsOn: endOf(part, eve) }),
          version: { increment: 1 },
        },
      })
      const gained =
        after.party === 'FOLLOW' && successorId
          ? await tx.collaborationTieParty.create({
              data: {
                tieId: tie.id,
                corporationId: successorId,
                role,
                position,
                answer,
                answeredAt,
                answeredByUserId,
                objection,
                startsOn: onDate,
              },
              select: { id: true },
            })
          : null
      await tx.collaborationTie.update({
        where: { id: tie.id },
        data: {
          ...(after.tie === 'END' ? { validTo: eve } : {}),
          ...(after.tie === 'NEVER' ? { status: 'WITHDRAWN' as const, agreedAt: null } : {}),
          ...(tie.proposedById === corporationId && successorId ? { proposedById: successorId } : {}),
          version: { increment: 1 },
        },
      })
      await tx.collaborationTieChange.create({ data: { tieId: tie.id, act: 'CARRIED', at: now } })
      items.push({
        recordId: id,
        versionAfter: version + 1,
        gainedIds: gained ? [gained.id] : [],
        before: {
          tieId: tie.id,
          tieVersion: tie.version + 1,
          validTo: tie.validTo?.toISOString() ?? null,
          status: tie.status,
          agreedAt: tie.agreedAt?.toISOString() ?? null,
          proposedById: tie.proposedById,
        },
      })
    }
    return items
  },
  async takeBack(tx, items, { corporationId, now }) {
    for (const { recordId, versionAfter, gainedIds, before } of items.toReversed()) {
      const tieId = String(before.tieId)
      const dayOf = (value: unknown) => (typeof value === 'string' ? new Date(value) : null)
      const removed = await tx.collaborationTieParty.deleteMany({
        where: { id: { in: [...gainedIds] }, version: 1 },
      })
      const parts = await tx.collaborationTieParty.updateMany({
        where: { id: recordId, version: versionAfter ?? 0 },
        data: { corporationId, endsOn: null, version: { increment: 1 } },
      })
      const ties = await tx.collaborationTie.updateMany({
        where: { id: tieId, version: Number(before.tieVersion) },
        data: {
          validTo: dayOf(before.validTo),
          status: before.status as (typeof RUNNING)[number],
          agreedAt: dayOf(before.agreedAt),
          proposedById: typeof before.proposedById === 'string' ? before.proposedById : null,
          version: { increment: 1 },
        },
      })
      if (removed.count !== gainedIds.length || parts.count !== 1 || ties.count !== 1) throw builtUpon()
      await tx.collaborationTieChange.create({ data: { tieId, act: 'CARRIED', at: now } })
    }
  },
})

/** A part that never began ends on the day on which it would have. */
const endOf = ({ startsOn }: { readonly startsOn: Date | null }, eve: Date): Date =>
  startsOn !== null && startsOn > eve ? startsOn : eve

joinSuccessions({
  part: 'collaborationService',
  async carry(tx, { corporationId, successorId, onDate }) {
    const offers = await tx.collaborationService.findMany({
      where: { providerId: corporationId, OR: [{ offeredTo: null }, { offeredTo: { gte: onDate } }] },
      orderBy: { id: 'asc' },
    })
    for (const offer of offers) await handOver(tx, offer, successorId, onDate)
    return offers.map(({ id, version, offeredTo }) => ({
      recordId: id,
      versionAfter: version + 1,
      gainedIds: [],
      before: { offeredTo: offeredTo?.toISOString() ?? null },
    }))
  },
  async takeBack(tx, items, { corporationId }) {
    for (const { recordId, versionAfter, before } of items) {
      const { count } = await tx.collaborationService.updateMany({
        where: { id: recordId, version: versionAfter ?? 0 },
        data: {
          providerId: corporationId,
          offeredTo: typeof before.offeredTo === 'string' ? new Date(before.offeredTo) : null,
          version: { increment: 1 },
        },
      })
      if (count !== 1) throw builtUpon()
    }
  },
})

/** The successor goes on offering; without one, the offer ends on the eve. */
async function handOver(
  tx: Tx,
  { id, offeredFrom }: { readonly id: string; readonly offeredFrom: Date },
  successorId: string | null,
  onDate: Date,
): Promise<void> {
  const eve = daysAfter(onDate, -1)
  await tx.collaborationService.update({
    where: { id },
    data: {
      ...(successorId ? { providerId: successorId } : { offeredTo: eve < offeredFrom ? offeredFrom : eve }),
      version: { increment: 1 },
    },
  })
}

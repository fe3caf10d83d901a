import type { Prisma } from '../../generated/prisma/client.ts'
import { builtUpon, carryTerm, daysAfter, joinSuccessions, type CarriedItem } from '../registry/public.ts'

// When a corporation merges into another or is dissolved, its memberships end on the eve and the successor's begin, in the
// same place of the list, unless it is a member already. Past memberships stay what they were.
joinSuccessions({
  part: 'membership',
  async carry(tx, { corporationId, successorId, onDate }) {
    const memberships = await tx.platformMembership.findMany({
      where: { corporationId, OR: [{ endsOn: null }, { endsOn: { gte: onDate } }] },
      orderBy: [{ startsOn: 'asc' }, { id: 'asc' }],
    })
    const items: CarriedItem[] = []
    for (const membership of memberships) {
      const { id, platformId, position, startsOn, endsOn, version } = membership
      const held = successorId
        ? await tx.platformMembership.findMany({ where: { platformId, corporationId: successorId } })
        : []
      const { old, gained } = carryTerm(membership, held, onDate)
      if (old === 'REMOVE') await tx.platformMembership.delete({ where: { id } })
      if (old === 'END')
        await tx.platformMembership.update({
          where: { id },
          data: { endsOn: daysAfter(onDate, -1), version: { increment: 1 } },
        })
      const given = successorId
        ? await tx.platformMembership.createManyAndReturn({
            data: gained.map((term) => ({ ...term, platformId, corporationId: successorId, position })),
            select: { id: true },
          })
        : []
      items.push({
        recordId: id,
        versionAfter: old === 'END' ? version + 1 : null,
        gainedIds: given.map((row) => row.id),
        before: {
          platformId,
          position,
          startsOn: startsOn.toISOString(),
          endsOn: endsOn?.toISOString() ?? null,
          version,
        },
      })
    }
    return items
  },
  async takeBack(tx, items, { corporationId }) {
    const gainedIds = items.flatMap((item) => item.gainedIds)
    const untouched = await tx.platformMembership.deleteMany({ where: { id: { in: gainedIds }, version: 1 } })
    if (untouched.count !== gainedIds.length) throw builtUpon()
    for (const { recordId, versionAfter, before } of items) {
      const endsOn = typeof before.endsOn === 'string' ? new Date(before.endsOn) : null
      if (versionAfter === null) {
        const { platformId, position, startsOn } = before as {
          platformId: string
          position: number
          startsOn: string
        }
        const data: Prisma.PlatformMembershipUncheckedCreateInput = {
          id: recordId,
          platformId,
          corporationId,
          position,
          startsOn: new Date(startsOn),
          endsOn,
        }
        await tx.platformMembership.create({ data })
        continue
      }
      const { count } = await tx.platformMembership.updateMany({
        where: { id: recordId, version: versionAfter },
        data: { endsOn, version: { increment: 1 } },
      })
      if (count !== 1) throw builtUpon()
    }
  },
})

import type { Prisma } from '../../generated/prisma/client.ts'
import {
  accessChangesOn,
  builtUpon,
  carryTerm,
  daysAfter,
  joinSuccessions,
  type CarriedItem,
  type KeptItem,
} from '../registry/public.ts'

const iso = (day: Date | null): string | null => day?.toISOString() ?? null
const dayIn = (before: KeptItem['before'], name: string): Date | null => {
  const value = before[name]
  return typeof value === 'string' ? new Date(value) : null
}

// People keep their access under the successor: their roles on the old corporation end on the eve, and the same roles on
// the successor begin, as far as they do not hold them there already. Roles on facilities go with their facilities.
// Nobody loses or gains access for a day that is over. Tokens made for the old corporation end with it: a program is
// told anew whom it acts for.
joinSuccessions({
  part: 'role',
  async carry(tx, { corporationId, successorId, onDate, today, recordedByUserId }) {
    const from = accessChangesOn(onDate, today)
    const roles = await tx.roleAssignment.findMany({
      where: { corporationId, OR: [{ endsOn: null }, { endsOn: { gte: from } }] },
      include: { handoverItems: { where: { handover: { status: 'PLANNED' } }, select: { id: true } } },
      orderBy: [{ startsOn: 'asc' }, { id: 'asc' }],
    })
    const items: CarriedItem[] = []
    for (const role of roles) {
      const { id, userId, role: name, startsOn, endsOn, grantedByUserId, version, handoverItems } = role
      const held = successorId
        ? await tx.roleAssignment.findMany({ where: { userId, role: name, corporationId: successorId } })
        : []
      const { old, gained } = carryTerm(role, held, from)
      // A role that is yet to begin is taken away only after what hangs on it has gone over.
      const given = successorId
        ? await tx.roleAssignment.createManyAndReturn({
            data: gained.map((term) => ({
              ...term,
              userId,
              role: name,
              corporationId: successorId,
              grantedByUserId: recordedByUserId,
            })),
            select: { id: true },
          })
        : []
      const heir = given[0]?.id ?? held.find((other) => other.endsOn === null || other.endsOn >= from)?.id
      const handoverItemIds = handoverItems.map((item) => item.id)
      if (heir)
        await tx.handoverItem.updateMany({
          where: { id: { in: handoverItemIds } },
          data: { roleAssignmentId: heir },
        })
      else await tx.handoverItem.deleteMany({ where: { id: { in: handoverItemIds } } })
      if (old === 'REMOVE') await tx.roleAssignment.delete({ where: { id } })
      else
        await tx.roleAssignment.update({
          where: { id },
          data: { endsOn: daysAfter(from, -1), version: { increment: 1 } },
        })
      items.push({
        recordId: id,
        versionAfter: old === 'END' ? version + 1 : null,
        gainedIds: given.map((row) => row.id),
        before: {
          userId,
          role: name,
          startsOn: iso(startsOn),
          endsOn: iso(endsOn),
          grantedByUserId,
          handoverItemIds: heir ? handoverItemIds : [],
        },
      })
    }
    return items
  },
  async takeBack(tx, items, { corporationId, today }) {
    // First the old role stands again, then what hangs on the new one goes back to it, then the new one goes.
    for (const { recordId, versionAfter, before } of items) {
      const endsOn = dayIn(before, 'endsOn')
      if (versionAfter === null) {
        const { userId, role, grantedByUserId } = before as unknown as Pick<
          Prisma.RoleAssignmentUncheckedCreateInput,
          'userId' | 'role' | 'grantedByUserId'
        >
        const startsOn = dayIn(before, 'startsOn') ?? today
        await tx.roleAssignment.create({
          data: { id: recordId, userId, role, grantedByUserId, corporationId, startsOn, endsOn },
        })
      } else {
        const { count } = await tx.roleAssignment.updateMany({
          where: { id: recordId, version: versionAfter },
          data: { endsOn, version: { increment: 1 } },
        })
        if (count !== 1) throw builtUpon()
      }
      await tx.handoverItem.updateMany({
        where: { id: { in: before.handoverItemIds as string[] }, handover: { status: 'PLANNED' } },
        data: { roleAssignmentId: recordId },
      })
    }
    const gainedIds = items.flatMap((item) => item.gainedIds)
    const gained = await tx.roleAssignment.findMany({
      where: { id: { in: gainedIds } },
      include: { handoverItems: true },
    })
    if (
      gained.length !== gainedIds.length ||
      gained.some(({ version, handoverItems }) => version > 1 || handoverItems.length > 0)
    )
      throw builtUpon()
    for (const { id, startsOn } of gained) {
      // A role that was held on an earlier day stays in the history.
      if (startsOn >= today) await tx.roleAssignment.delete({ where: { id } })
      else
        await tx.roleAssignment.update({
          where: { id },
          data: { endsOn: daysAfter(today, -1), version: { increment: 1 } },
        })
    }
  },
})

// An open invitation invites to the successor; its link stays good. Without a successor it is withdrawn.
joinSuccessions({
  part: 'invitation',
  async carry(tx, { corporationId, successorId, now }) {
    const open = { corporationId, acceptedAt: null, revokedAt: null, expiresAt: { gt: now } }
    const rows = await tx.invitation.updateManyAndReturn({
      where: open,
      data: {
        ...(successorId ? { corporationId: successorId } : { revokedAt: now }),
        version: { increment: 1 },
      },
      select: { id: true, version: true },
    })
    return rows.map(({ id, version }) => ({ recordId: id, versionAfter: version, gainedIds: [], before: {} }))
  },
  async takeBack(tx, items, { corporationId }) {
    for (const { recordId, versionAfter } of items) {
      const { count } = await tx.invitation.updateMany({
        where: { id: recordId, version: versionAfter ?? 0, acceptedAt: null },
        data: { corporationId, revokedAt: null, version: { increment: 1 } },
      })
      if (count !== 1) throw builtUpon()
    }
  },
})

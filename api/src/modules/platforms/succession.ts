import type { Prisma } from '../../generated/prisma/client.ts'
import type { ApplicationState, CommitteeRole } from '../../generated/prisma/enums.ts'
import {
  builtUpon,
  carryTerm,
  daysAfter,
  joinSuccessions,
  type CarriedItem,
  type KeptItem,
} from '../registry/public.ts'
import { overlap } from './rules/days.ts'

/** A membership as its JSON keeps it: days and moments are texts. */
type Stored = Omit<
  Prisma.PlatformMembershipUncheckedCreateInput,
  'startsOn' | 'endsOn' | 'noticeGivenOn' | 'createdAt'
> &
  Readonly<Record<'startsOn' | 'createdAt', string> & Record<'endsOn' | 'noticeGivenOn', string | null>>

// When a corporation merges into another or is dissolved, its memberships end on the eve and the successor's begin, in the
// same place of the list and with the same votes, and resting if they rest, unless it is a member already: then its own
// membership and votes stand. Past memberships stay what they were.
joinSuccessions({
  part: 'membership',
  async carry(tx, { corporationId, successorId, onDate }) {
    const memberships = await tx.platformMembership.findMany({
      where: { corporationId, OR: [{ endsOn: null }, { endsOn: { gte: onDate } }] },
      include: { suspensions: true },
      orderBy: [{ startsOn: 'asc' }, { id: 'asc' }],
    })
    const items: CarriedItem[] = []
    for (const { suspensions, ...membership } of memberships) {
      const { id, platformId, position, memberClass, votes, votesBasis, endsOn, version } = membership
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
            data: gained.map((term) => ({
              ...term,
              platformId,
              corporationId: successorId,
              position,
              memberClass,
              votes,
              votesBasis,
            })),
            select: { id: true, startsOn: true, endsOn: true },
          })
        : []
      await tx.membershipSuspension.createMany({
        data: given.flatMap((heir) =>
          suspensions.flatMap(({ reason, ...rest }) => {
            const common = overlap(rest, heir)
            return common ? [{ ...common, reason, membershipId: heir.id }] : []
          }),
        ),
      })
      items.push({
        recordId: id,
        versionAfter: old === 'END' ? version + 1 : null,
        gainedIds: given.map((row) => row.id),
        // The whole row, days as ISO texts.
        before: JSON.parse(JSON.stringify({ ...membership, endsOn })) as Prisma.InputJsonObject,
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
        const { startsOn, noticeGivenOn, createdAt, ...row } = before as unknown as Stored
        const data: Prisma.PlatformMembershipUncheckedCreateInput = {
          ...row,
          id: recordId,
          corporationId,
          startsOn: new Date(startsOn),
          endsOn,
          noticeGivenOn: noticeGivenOn && new Date(noticeGivenOn),
          createdAt: new Date(createdAt),
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

const endOf = (before: KeptItem['before']): Date | null =>
  typeof before.endsOn === 'string' ? new Date(before.endsOn) : null

// Seats in committees that still run go over in the same role, unless the successor has one there on these days.
joinSuccessions({
  part: 'committeeSeat',
  async carry(tx, { corporationId, successorId, onDate }) {
    const seats = await tx.committeeMember.findMany({
      where: { corporationId, OR: [{ endsOn: null }, { endsOn: { gte: onDate } }] },
      orderBy: [{ startsOn: 'asc' }, { id: 'asc' }],
    })
    const items: CarriedItem[] = []
    for (const seat of seats) {
      const { id, committeeId, role, startsOn, endsOn, version } = seat
      const held = successorId
        ? await tx.committeeMember.findMany({ where: { committeeId, corporationId: successorId } })
        : []
      const { old, gained } = carryTerm(seat, held, onDate)
      if (old === 'REMOVE') await tx.committeeMember.delete({ where: { id } })
      if (old === 'END')
        await tx.committeeMember.update({
          where: { id },
          data: { endsOn: daysAfter(onDate, -1), version: { increment: 1 } },
        })
      const given = successorId
        ? await tx.committeeMember.createManyAndReturn({
            data: gained.map((term) => ({ ...term, committeeId, corporationId: successorId, role })),
            select: { id: true },
          })
        : []
      items.push({
        recordId: id,
        versionAfter: old === 'END' ? version + 1 : null,
        gainedIds: given.map((row) => row.id),
        before: {
          committeeId,
          role,
          startsOn: startsOn.toISOString(),
          endsOn: endsOn?.toISOString() ?? null,
        },
      })
    }
    return items
  },
  async takeBack(tx, items, { corporationId }) {
    const gainedIds = items.flatMap((item) => item.gainedIds)
    const untouched = await tx.committeeMember.deleteMany({ where: { id: { in: gainedIds }, version: 1 } })
    if (untouched.count !== gainedIds.length) throw builtUpon()
    for (const { recordId, versionAfter, before } of items) {
      const endsOn = endOf(before)
      if (versionAfter === null) {
        const { committeeId, role, startsOn } = before as unknown as {
          committeeId: string
          role: CommitteeRole
          startsOn: string
        }
        await tx.committeeMember.create({
          data: { id: recordId, committeeId, corporationId, role, startsOn: new Date(startsOn), endsOn },
        })
        continue
      }
      const { count } = await tx.committeeMember.updateMany({
        where: { id: recordId, version: versionAfter },
        data: { endsOn, version: { increment: 1 } },
      })
      if (count !== 1) throw builtUpon()
    }
  },
})

// A person stays in office and comes from the successor from then on; what the corporation is a hub of, the successor is.
joinSuccessions({
  part: 'platformOffice',
  async carry(tx, { corporationId, successorId, onDate }) {
    if (!successorId) return []
    const rows = await tx.platformOfficer.updateManyAndReturn({
      where: { corporationId, OR: [{ endsOn: null }, { endsOn: { gte: onDate } }] },
      data: { corporationId: successorId, version: { increment: 1 } },
      select: { id: true, version: true },
    })
    return rows.map(({ id, version }) => ({ recordId: id, versionAfter: version, gainedIds: [], before: {} }))
  },
  async takeBack(tx, items, { corporationId, successorId }) {
    const { count } = await tx.platformOfficer.updateMany({
      where: { id: { in: items.map(({ recordId }) => recordId) }, corporationId: successorId },
      data: { corporationId, version: { increment: 1 } },
    })
    if (count !== items.length) throw builtUpon()
  },
})
joinSuccessions({
  part: 'hub',
  async carry(tx, { corporationId, successorId }) {
    if (!successorId) return []
    const rows = await tx.platform.updateManyAndReturn({
      where: { hubCorporationId: corporationId },
      data: { hubCorporationId: successorId, version: { increment: 1 } },
      select: { id: true, version: true },
    })
    return rows.map(({ id, version }) => ({ recordId: id, versionAfter: version, gainedIds: [], before: {} }))
  },
  async takeBack(tx, items, { corporationId, successorId }) {
    const { count } = await tx.platform.updateMany({
      where: { id: { in: items.map(({ recordId }) => recordId) }, hubCorporationId: successorId },
      data: { hubCorporationId: corporationId, version: { increment: 1 } },
    })
    if (count !== items.length) throw builtUpon()
  },
})

// An open application goes on for the successor. Where there is none, or it is on its way there itself or a member, the
// application ends with its corporation.
joinSuccessions({
  part: 'membershipApplication',
  async carry(tx, { corporationId, successorId, onDate, now }) {
    const open = { state: { in: ['INVITED', 'SUBMITTED'] satisfies ApplicationState[] } }
    const applications = await tx.membershipApplication.findMany({
      where: { corporationId, ...open },
      orderBy: { id: 'asc' },
    })
    const items: CarriedItem[] = []
    for (const { id, platformId, state, version } of applications) {
      const there = successorId
        ? (await tx.membershipApplication.count({
            where: { platformId, corporationId: successorId, ...open },
          })) +
          (await tx.platformMembership.count({
            where: {
              platformId,
              corporationId: successorId,
              OR: [{ endsOn: null }, { endsOn: { gte: onDate } }],
            },
          }))
        : 0
      const goes = successorId !== null && there === 0
      await tx.membershipApplication.update({
        where: { id },
        data: {
          ...(goes ? { corporationId: successorId } : { state: 'WITHDRAWN', closedAt: now }),
          version: { increment: 1 },
        },
      })
      items.push({ recordId: id, versionAfter: version + 1, gainedIds: [], before: { state } })
    }
    return items
  },
  async takeBack(tx, items, { corporationId }) {
    for (const { recordId, versionAfter, before } of items) {
      const { count } = await tx.membershipApplication.updateMany({
        where: { id: recordId, version: versionAfter ?? 0 },
        data: {
          corporationId,
          state: before.state as ApplicationState,
          closedAt: null,
          version: { increment: 1 },
        },
      })
      if (count !== 1) throw builtUpon()
    }
  },
})

// Open dues are owed by the successor from then on, still named after whom they were charged to; what was paid or waived
// stays where it was. Where there is no successor, they stay open for the secretariat to decide.
joinSuccessions({
  part: 'membershipDues',
  async carry(tx, { corporationId, successorId }) {
    if (!successorId) return []
    const rows = await tx.membershipDues.updateManyAndReturn({
      where: { corporationId, paidOn: null, waivedOn: null },
      data: { corporationId: successorId, version: { increment: 1 } },
      select: { id: true, version: true },
    })
    return rows.map(({ id, version }) => ({ recordId: id, versionAfter: version, gainedIds: [], before: {} }))
  },
  async takeBack(tx, items, { corporationId, successorId }) {
    for (const { recordId, versionAfter } of items) {
      const { count } = await tx.membershipDues.updateMany({
        where: { id: recordId, version: versionAfter ?? 0, corporationId: successorId ?? '' },
        data: { corporationId, version: { increment: 1 } },
      })
      if (count !== 1) throw builtUpon()
    }
  },
})

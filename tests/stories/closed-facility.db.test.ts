import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { openTestGraph, TODAY } from '../support/graph.ts'
import { send } from '../support/send.ts'
import { viewerActingAs } from '../support/viewers.ts'
import { globalId } from '../../api/src/kernel/ids.ts'
import { react } from '../../api/src/kernel/jobs/reaction.ts'
import { createLog } from '../../api/src/kernel/log.ts'
import { corporation, facility } from '../../api/src/modules/registry/fixtures.ts'
import '../../api/src/modules/identity/reactions.ts'

const graph = await openTestGraph()

it('when a facility is closed, its people keep their roles for the day and nobody comes to it any more', async () => {
  const { db } = graph
  const { id: corporationId } = await corporation(db)
  const { id: facilityId } = await facility(db, { corporationId })
  const person = () =>
    db.user.create({ data: { name: '見本 花子', email: `${randomUUID()}@mihon.example`, sample: true } })
  const [director, former, coming, admin] = [await person(), await person(), await person(), await person()]
  const role = { role: 'FACILITY_DIRECTOR' as const, facilityId }
  const since = { startsOn: new Date('2020-04-01') }
  await db.roleAssignment.create({ data: { ...role, ...since, userId: director.id } })
  await db.roleAssignment.create({
    data: { ...role, ...since, userId: former.id, endsOn: new Date('2021-03-31') },
  })
  await db.roleAssignment.create({ data: { ...role, userId: coming.id, startsOn: new Date('2027-04-01') } })
  const elsewhere = await db.roleAssignment.create({
    data: { role: 'CORPORATION_ADMIN', corporationId, ...since, userId: admin.id },
  })
  const invitation = await db.invitation.create({
    data: {
      role: 'FACILITY_STAFF',
      facilityId,
      name: '見本 太郎',
      email: `${randomUUID()}@mihon.example`,
      tokenHash: Buffer.from(randomUUID()),
      invitedByUserId: admin.id,
      startsOn: new Date('2026-11-01'),
      expiresAt: new Date('2026-12-24'),
    },
  })

  const viewer = viewerActingAs(admin.id, 'CORPORATION_ADMIN', { corporationId })
  const input = {
    facilityId: globalId('Facility', facilityId),
    version: 1,
    endedOn: '2026-10-31',
    reason: '移転',
    successorId: null,
  }
  expect((await send(graph, 'closeFacility', input, { viewer })).typename).toBe('CloseFacilityPayload')
  const { id: eventId } = await db.eventLog.findFirstOrThrow({
    where: { name: 'registry.FacilityClosed.v1', payload: { path: ['facilityId'], equals: facilityId } },
  })
  const context = { db, clock: { now: () => TODAY }, log: createLog('silent'), mailer: null }
  await react.run({ eventId }, context)
  await react.run({ eventId }, context)

  const roles = await db.roleAssignment.findMany({ where: { facilityId } })
  expect(new Map(roles.map(({ userId, endsOn }) => [userId, endsOn?.toISOString().slice(0, 10)]))).toEqual(
    new Map([
      [director.id, '2026-11-23'],
      [former.id, '2021-03-31'],
    ]),
  )
  expect((await db.roleAssignment.findUniqueOrThrow({ where: { id: elsewhere.id } })).endsOn).toBeNull()
  expect((await db.invitation.findUniqueOrThrow({ where: { id: invitation.id } })).revokedAt).toEqual(TODAY)
})

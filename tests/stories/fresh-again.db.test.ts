import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { openTestGraph, TODAY, type TestGraph } from '../support/graph.ts'
import { viewerActingAs } from '../support/viewers.ts'
import { runCommand } from '../../api/src/kernel/command.ts'
import { globalId } from '../../api/src/kernel/ids.ts'
import { react } from '../../api/src/kernel/jobs/reaction.ts'
import { createLog } from '../../api/src/kernel/log.ts'
import { confirmFacilityUnchanged } from '../../api/src/modules/registry/commands/confirm-facility-unchanged.ts'
import { corporation, facility } from '../../api/src/modules/registry/fixtures.ts'
import { membership, platform } from '../../api/src/modules/platforms/fixtures.ts'
import '../../api/src/modules/platforms/reactions.ts'

let graph: TestGraph
beforeAll(async () => {
  graph = await openTestGraph()
})

const person = () =>
  graph.db.user.create({ data: { name: '見本 花子', email: `${randomUUID()}@mihon.example`, sample: true } })

/** A member's facility with its director, and two secretaries of the network, one of whom has left. */
async function world() {
  const { db } = graph
  const { id: corporationId } = await corporation(db)
  const { id: facilityId, name } = await facility(db, { corporationId })
  const { id: platformId } = await platform(db)
  await membership(db, { platformId, corporationId })
  const [secretary, former, director] = [await person(), await person(), await person()]
  const role = { role: 'PLATFORM_SECRETARIAT' as const, platformId, startsOn: new Date('2020-04-01') }
  await db.roleAssignment.create({ data: { ...role, userId: secretary.id } })
  await db.roleAssignment.create({ data: { ...role, userId: former.id, endsOn: new Date('2026-03-31') } })
  const viewer = viewerActingAs(director.id, 'FACILITY_DIRECTOR', { corporationId, facilityId })
  return { facilityId, name, secretary, former, viewer }
}

type World = Awaited<ReturnType<typeof world>>

/** The director confirms, and the worker takes up the event. */
async function confirmed({ facilityId, viewer }: World, at: Date, block?: string): Promise<void> {
  const { db } = graph
  const input = { facilityId: globalId('Facility', facilityId), block }
  await runCommand(confirmFacilityUnchanged, input, { db, viewer, clock: { now: () => at }, requestId: null })
  const { id: eventId } = await db.eventLog.findFirstOrThrow({
    where: { name: 'registry.FacilityConfirmed.v1', audience: { has: `facility:${facilityId}` } },
    orderBy: { seq: 'desc' },
  })
  const context = { db, clock: { now: () => TODAY }, log: createLog('silent'), mailer: null }
  await react.run({ eventId }, context)
  await react.run({ eventId }, context)
}

const heard = (userId: string) => graph.db.notification.findMany({ where: { userId } })

describe('the secretariat', () => {
  it('hears once when a facility is fresh again; who has left hears nothing', async () => {
    const there = await world()
    await confirmed(there, TODAY)
    const notifications = await heard(there.secretary.id)
    expect(notifications).toHaveLength(1)
    expect(notifications[0]).toMatchObject({
      kind: 'platforms.facilityFreshAgain',
      params: { facility: there.name },
      link: `/facilities/${globalId('Facility', there.facilityId)}`,
    })
    expect(await heard(there.former.id)).toEqual([])
  })

  it('hears nothing of a facility of which a block still waits, nor of one that was fresh before', async () => {
    const there = await world()
    await confirmed(there, TODAY, 'BASIC')
    expect(await heard(there.secretary.id)).toEqual([])
    await confirmed(there, TODAY)
    await confirmed(there, TODAY)
    expect(await heard(there.secretary.id)).toHaveLength(1)
  })

  it('hears nothing of what happened long ago', async () => {
    const there = await world()
    await confirmed(there, new Date('2026-11-01T00:00:00Z'))
    expect(await heard(there.secretary.id)).toEqual([])
  })
})

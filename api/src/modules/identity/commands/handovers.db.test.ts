import { describe, expect, it } from 'vitest'
import { openTestGraph, TODAY } from '../../../../../tests/support/graph.ts'
import { send } from '../../../../../tests/support/send.ts'
import { viewerActingAs } from '../../../../../tests/support/viewers.ts'
import { dateOf } from '../../../kernel/clock.ts'
import { runCommand } from '../../../kernel/command.ts'
import { globalId } from '../../../kernel/ids.ts'
import { tasks } from '../../../kernel/jobs/task.ts'
import { createLog } from '../../../kernel/log.ts'
import { systemViewer } from '../../../kernel/viewer.ts'
import { buildPerson, buildRole, buildSampleNetwork } from '../fixtures.ts'
import '../reactions.ts'
import { completeHandover } from './complete-handover.ts'

const graph = await openTestGraph()
const { db } = graph
const DAY = '2027-04-01'
const at = (moment: string) => new Date(`${moment}+09:00`)

async function world() {
  const network = await buildSampleNetwork(db)
  const administrator = await buildPerson(db, {
    roles: [{ role: 'CORPORATION_ADMIN', on: network.corporation }],
  })
  const leaver = await buildPerson(db, {
    name: '見本 去る人',
    roles: [
      { role: 'FACILITY_DIRECTOR', on: network.facility },
      { role: 'CORPORATION_REPORTER', on: network.corporation },
    ],
  })
  const successor = await buildPerson(db, {
    name: '見本 次の人',
    roles: [{ role: 'FACILITY_STAFF', on: network.facility }],
  })
  const viewer = viewerActingAs(administrator.id, 'CORPORATION_ADMIN', {
    corporationId: network.corporation.id,
  })
  return { ...network, administrator, leaver, successor, viewer }
}
type World = Awaited<ReturnType<typeof world>>

const plan = ({ leaver, successor, viewer }: World, over: object = {}, as = viewer) =>
  send(
    graph,
    'planHandover',
    {
      fromUserId: globalId('User', leaver.id),
      toUserId: globalId('User', successor.id),
      onDate: DAY,
      roleAssignmentIds: leaver.roleIds.map((id) => globalId('RoleAssignment', id)),
      ...over,
    },
    {
      viewer: as,
      payload:
        'roleHandover { id status version fromUser { name } toUser { name } items(first: 9) { totalCount } }',
    },
  )

async function planned(of: World): Promise<string> {
  await plan(of)
  const { id } = await db.roleHandover.findFirstOrThrow({ where: { fromUserId: of.leaver.id } })
  return id
}

/** Runs what the worker runs every night. */
const nightly = (now: Date) =>
  tasks
    .get('daily:identity.completeHandovers')
    ?.run({}, { db, clock: { now: () => now }, log: createLog('silent'), mailer: null })

const rolesOf = async (userId: string) => {
  const roles = await db.roleAssignment.findMany({
    where: { userId },
    orderBy: [{ role: 'asc' }, { startsOn: 'asc' }],
  })
  return roles.map(({ role, startsOn, endsOn }) => [
    role,
    startsOn.toISOString().slice(0, 10),
    endsOn?.toISOString().slice(0, 10) ?? null,
  ])
}

describe('planHandover', () => {
  it('keeps what shall pass to whom, changes no role yet, and is audited for the bodies', async () => {
    const those = await world()
    const { payload } = await plan(those)
    expect(payload.roleHandover).toMatchObject({
      status: 'PLANNED',
      fromUser: { name: '見本 去る人' },
      toUser: { name: '見本 次の人' },
      items: { totalCount: 2 },
    })
    expect(await rolesOf(those.successor.id)).toEqual([['FACILITY_STAFF', '2020-04-01', null]])
    const entry = await db.auditEntry.findFirstOrThrow({
      where: { command: 'planHandover' },
      orderBy: { seq: 'desc' },
    })
    expect(entry.audience).toEqual(expect.arrayContaining([`corporation:${those.corporation.id}`]))
    const [event] = await db.eventLog.findMany({ where: { auditSeq: entry.seq } })
    expect(event?.name).toBe('identity.HandoverPlanned.v1')
  })

  it.each([
    ['HANDOVER_TOO_SOON', () => ({ onDate: '2026-11-23' })],
    ['HANDOVER_TO_ONESELF', ({ leaver }: World) => ({ toUserId: globalId('User', leaver.id) })],
    [
      'HANDOVER_OF_ENDED_ROLE',
      ({ successor }: World) => ({
        roleAssignmentIds: [globalId('RoleAssignment', successor.roleIds[0] ?? '')],
      }),
    ],
  ])('is refused: %s', async (code, over) => {
    const those = await world()
    expect(await plan(those, over(those))).toMatchObject({ code })
  })

  it('is refused for a role that is in another plan, also when both are made at the same moment', async () => {
    const those = await world()
    const outcomes = await Promise.all([plan(those), plan(those)])
    expect(outcomes.map(({ code, typename }) => code ?? typename ?? '').toSorted()).toEqual([
      'PlanHandoverPayload',
      'ROLE_IN_HANDOVER',
    ])
  })

  it('is for those who look after every one of the roles', async () => {
    const those = await world()
    const director = viewerActingAs(those.leaver.id, 'FACILITY_DIRECTOR', {
      facilityId: those.facility.id,
      corporationId: those.corporation.id,
    })
    const stranger = await world()
    expect(await plan(those, {}, director)).toMatchObject({ code: 'FORBIDDEN' })
    expect(await plan(those, {}, stranger.viewer)).toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('cancelHandover', () => {
  it('leaves the roles where they are', async () => {
    const those = await world()
    const id = await planned(those)
    const input = { roleHandoverId: globalId('RoleHandover', id), version: 1 }
    expect(
      await send(graph, 'cancelHandover', { ...input, version: 3 }, { viewer: those.viewer }),
    ).toMatchObject({ currentVersion: 1 })
    expect(await send(graph, 'cancelHandover', input, { viewer: those.viewer })).toMatchObject({
      typename: 'CancelHandoverPayload',
    })
    expect(
      await send(graph, 'cancelHandover', { ...input, version: 2 }, { viewer: those.viewer }),
    ).toMatchObject({ code: 'HANDOVER_NOT_PLANNED' })
    await nightly(at(`${DAY}T00:05:00`))
    expect(await rolesOf(those.successor.id)).toEqual([['FACILITY_STAFF', '2020-04-01', null]])
  })

  it('is not for the two it concerns', async () => {
    const those = await world()
    const input = { roleHandoverId: globalId('RoleHandover', await planned(those)), version: 1 }
    const successor = viewerActingAs(those.successor.id, 'FACILITY_STAFF', { facilityId: those.facility.id })
    expect(await send(graph, 'cancelHandover', input, { viewer: successor })).toMatchObject({
      code: 'NOT_FOUND',
    })
  })
})

describe('the day of a hand-over', () => {
  it('passes the roles on, exactly once, however often the worker looks', async () => {
    const those = await world()
    const id = await planned(those)
    await nightly(at('2027-03-31T23:59:59'))
    expect(await db.roleHandover.findUnique({ where: { id } })).toMatchObject({ status: 'PLANNED' })

    await Promise.all([nightly(at(`${DAY}T00:05:00`)), nightly(at(`${DAY}T00:05:00`))])
    await nightly(at('2027-04-02T00:05:00'))
    expect(await rolesOf(those.leaver.id)).toEqual([
      ['CORPORATION_REPORTER', '2020-04-01', '2027-03-31'],
      ['FACILITY_DIRECTOR', '2020-04-01', '2027-03-31'],
    ])
    expect(await rolesOf(those.successor.id)).toEqual([
      ['CORPORATION_REPORTER', '2027-04-01', null],
      ['FACILITY_DIRECTOR', '2027-04-01', null],
      ['FACILITY_STAFF', '2020-04-01', null],
    ])
    const done = await db.eventLog.findMany({
      where: { name: 'identity.HandoverCompleted.v1', payload: { equals: { handoverId: id } } },
    })
    expect(done).toHaveLength(1)
  })

  it('is made up for when the worker was away', async () => {
    const those = await world()
    await planned(those)
    await nightly(at('2027-04-09T12:00:00'))
    expect(await rolesOf(those.successor.id)).toContainEqual(['FACILITY_DIRECTOR', '2027-04-01', null])
  })

  it('finds a successor who has got the role in the meantime', async () => {
    const those = await world()
    const id = await planned(those)
    await buildRole(db, those.successor.id, {
      role: 'FACILITY_DIRECTOR',
      on: those.facility,
      from: '2027-05-01',
    })
    await nightly(at(`${DAY}T00:05:00`))
    expect(await rolesOf(those.successor.id)).toContainEqual(['FACILITY_DIRECTOR', '2027-04-01', null])
    expect(await db.handoverItem.count({ where: { handoverId: id, newAssignmentId: null } })).toBe(0)
  })

  it('comes for nobody but the system', async () => {
    const those = await world()
    const id = await planned(those)
    const context = { db, clock: { now: () => at(`${DAY}T00:05:00`) }, requestId: null }
    const asked = runCommand(completeHandover, { roleHandoverId: id }, { ...context, viewer: those.viewer })
    await expect(asked).rejects.toMatchObject({ extensions: { code: 'FORBIDDEN' } })
    await runCommand(completeHandover, { roleHandoverId: id }, { ...context, viewer: systemViewer })
    expect(await db.roleHandover.findUnique({ where: { id } })).toMatchObject({ status: 'DONE' })
  })
})

it('before the day both have it among what is to be done', async () => {
  const those = await world()
  await planned(those)
  const todosOf = async (userId: string, now: string) => {
    const viewer = {
      ...viewerActingAs(userId, 'FACILITY_STAFF', { facilityId: those.facility.id }),
      today: dateOf(now.slice(0, 10)),
    }
    const { todos } = await graph.ask('{ todos { kind code dueOn params } }', { viewer, now: at(now) })
    return todos.filter(({ code }: { code: string }) => code.startsWith('HANDOVER'))
  }
  expect(await todosOf(those.leaver.id, '2027-03-01T12:00:00')).toEqual([])
  expect(await todosOf(those.leaver.id, '2027-03-02T12:00:00')).toEqual([
    { kind: 'DECIDE', code: 'HANDOVER_TO_PREPARE', dueOn: DAY, params: { name: '見本 次の人' } },
  ])
  expect(await todosOf(those.successor.id, '2027-03-02T12:00:00')).toEqual([
    { kind: 'CONFIRM', code: 'HANDOVER_TO_RECEIVE', dueOn: DAY, params: { name: '見本 去る人' } },
  ])
})

it('what a leaver leaves behind is shown as far as it concerns one’s own bodies', async () => {
  const those = await world()
  const elsewhere = await world()
  const now = TODAY
  const common = { userId: those.leaver.id, scopes: [], createdAt: now, expiresAt: new Date('2027-06-01') }
  for (const [name, actingKey] of [
    ['ours', `FACILITY:${those.facility.id}`],
    ['theirs', `FACILITY:${elsewhere.facility.id}`],
  ] as const) {
    const tokenHash = crypto.getRandomValues(new Uint8Array(32))
    await db.apiToken.create({ data: { ...common, name, actingKey, prefix: 'yui_abc', tokenHash } })
  }
  await db.invitation.create({
    data: {
      email: 'x@example.com',
      name: '見本 招かれた人',
      role: 'FACILITY_STAFF',
      facilityId: those.facility.id,
      startsOn: now,
      expiresAt: new Date('2026-11-30'),
      tokenHash: crypto.getRandomValues(new Uint8Array(32)),
      invitedByUserId: those.leaver.id,
    },
  })
  const holdings = async (viewer: World['viewer']) => {
    const document =
      'query Holdings($id: ID!) { holdings(personId: $id) { tokens { name } invitations { name role } } }'
    return (await graph.ask(document, { viewer, variables: { id: globalId('User', those.leaver.id) } }))
      .holdings
  }
  expect(await holdings(those.viewer)).toEqual({
    tokens: [{ name: 'ours' }],
    invitations: [{ name: '見本 招かれた人', role: 'FACILITY_STAFF' }],
  })
  expect(await holdings(elsewhere.viewer)).toEqual({ tokens: [{ name: 'theirs' }], invitations: [] })
})

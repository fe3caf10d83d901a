import { describe, expect, it } from 'vitest'
import { openTestGraph, TODAY } from '../../../../../tests/support/graph.ts'
import { send } from '../../../../../tests/support/send.ts'
import { viewerActingAs } from '../../../../../tests/support/viewers.ts'
import { dateOf } from '../../../kernel/clock.ts'
import { globalId } from '../../../kernel/ids.ts'
import { guest, type Viewer } from '../../../kernel/viewer.ts'
import { buildPerson, buildRole, buildSampleNetwork, dayFrom } from '../fixtures.ts'

const graph = await openTestGraph()
const { db } = graph
const day = (days: number) => dayFrom(TODAY, days)

async function world() {
  const network = await buildSampleNetwork(db)
  const administrator = await buildPerson(db, {
    roles: [{ role: 'CORPORATION_ADMIN', on: network.corporation }],
  })
  const staff = await buildPerson(db, { roles: [{ role: 'FACILITY_STAFF', on: network.facility }] })
  const viewer = viewerActingAs(administrator.id, 'CORPORATION_ADMIN', {
    corporationId: network.corporation.id,
    platformIds: [network.platform.id],
  })
  return { ...network, administrator, staff, viewer }
}

const role = (id: string) => db.roleAssignment.findUnique({ where: { id } })
const eventsOf = async (command: string, subjectId: string) => {
  const entry = await db.auditEntry.findFirstOrThrow({ where: { command, subjectId } })
  const events = await db.eventLog.findMany({ where: { auditSeq: entry.seq } })
  return { entry, names: events.map(({ name }) => name) }
}

describe('grantRole', () => {
  const give = (viewer: Viewer, userId: string, facilityId: string, over: object = {}) =>
    send(
      graph,
      'grantRole',
      {
        userId: globalId('User', userId),
        role: 'FACILITY_DIRECTOR',
        bodyId: globalId('Facility', facilityId),
        ...over,
      },
      { viewer, payload: 'roleAssignment { id role held startsOn endsOn }' },
    )

  it('gives somebody with an account a further role, from today', async () => {
    const { viewer, staff, facility, corporation } = await world()
    const { payload } = await give(viewer, staff.id, facility.id)
    expect(payload.roleAssignment).toMatchObject({
      role: 'FACILITY_DIRECTOR',
      held: true,
      startsOn: day(0),
      endsOn: null,
    })
    const created = await db.roleAssignment.findFirstOrThrow({
      where: { userId: staff.id, role: 'FACILITY_DIRECTOR' },
    })
    const { entry, names } = await eventsOf('grantRole', created.id)
    expect(names).toEqual(['identity.RoleGranted.v1'])
    expect(entry.audience).toEqual(
      expect.arrayContaining([`corporation:${corporation.id}`, `facility:${facility.id}`]),
    )
  })

  it('is refused for a role that is held already', async () => {
    const { viewer, staff, facility } = await world()
    expect(await give(viewer, staff.id, facility.id, { role: 'FACILITY_STAFF' })).toMatchObject({
      code: 'ROLE_ALREADY_HELD',
    })
  })

  it('finds nobody whom the viewer does not look after', async () => {
    const { viewer, facility } = await world()
    const stranger = await world()
    expect(await give(viewer, stranger.staff.id, facility.id)).toMatchObject({ code: 'NOT_FOUND' })
    expect(await give(stranger.viewer, stranger.staff.id, facility.id)).toMatchObject({
      reason: 'NOT_YOUR_BODY',
    })
  })

  it('takes effect for the whole installation only by an operator', async () => {
    const { viewer, staff } = await world()
    const operator = viewerActingAs(staff.id, 'SYSTEM_OPERATOR')
    const input = { userId: globalId('User', staff.id), role: 'SYSTEM_OPERATOR' }
    expect(await send(graph, 'grantRole', input, { viewer })).toMatchObject({
      reason: 'ROLE_NOT_YOURS_TO_GRANT',
    })
    expect(await send(graph, 'grantRole', input, { viewer: operator })).toMatchObject({
      typename: 'GrantRolePayload',
    })
  })
})

describe('endRole', () => {
  const end = (viewer: Viewer, roleId: string, endsOn: string, version = 1) =>
    send(
      graph,
      'endRole',
      { roleAssignmentId: globalId('RoleAssignment', roleId), endsOn, version },
      { viewer, payload: 'roleAssignment { endsOn held version }' },
    )

  it('sets the last day, and is audited and announced', async () => {
    const { viewer, staff } = await world()
    const [roleId = ''] = staff.roleIds
    const { payload } = await end(viewer, roleId, day(10))
    expect(payload.roleAssignment).toEqual({ endsOn: day(10), held: true, version: 2 })
    expect((await eventsOf('endRole', roleId)).names).toEqual(['identity.RoleEnded.v1'])
  })

  it('ends at once with yesterday', async () => {
    const { viewer, staff } = await world()
    const { payload } = await end(viewer, staff.roleIds[0] ?? '', day(-1))
    expect(payload.roleAssignment).toMatchObject({ held: false })
  })

  it('keeps a last administrator, but lets one of two go', async () => {
    const { viewer, administrator, corporation } = await world()
    const [roleId = ''] = administrator.roleIds
    expect(await end(viewer, roleId, day(0))).toMatchObject({ code: 'LAST_ADMINISTRATOR' })
    const other = await buildPerson(db)
    await buildRole(db, other.id, { role: 'CORPORATION_ADMIN', on: corporation, from: day(1) })
    expect(await end(viewer, roleId, day(-1))).toMatchObject({ code: 'LAST_ADMINISTRATOR' })
    expect(await end(viewer, roleId, day(0))).toMatchObject({ typename: 'EndRolePayload' })
  })

  it('two administrators cannot end each other at the same moment', async () => {
    const { viewer, administrator, corporation } = await world()
    const other = await buildPerson(db, { roles: [{ role: 'CORPORATION_ADMIN', on: corporation }] })
    const otherViewer = viewerActingAs(other.id, 'CORPORATION_ADMIN', { corporationId: corporation.id })
    const outcomes = await Promise.all([
      end(viewer, other.roleIds[0] ?? '', day(0)),
      end(otherViewer, administrator.roleIds[0] ?? '', day(0)),
    ])
    expect(outcomes.map(({ code, typename }) => code ?? typename ?? '').toSorted()).toEqual([
      'EndRolePayload',
      'LAST_ADMINISTRATOR',
    ])
  })

  it('is refused on an old version, to strangers, and for one that has ended', async () => {
    const { viewer, staff } = await world()
    const stranger = await world()
    const [roleId = ''] = staff.roleIds
    expect(await end(viewer, roleId, day(1), 7)).toMatchObject({
      typename: 'ConflictProblem',
      currentVersion: 1,
    })
    expect(await end(stranger.viewer, roleId, day(1))).toMatchObject({ code: 'NOT_FOUND' })
    expect(await end(guest, roleId, day(1))).toMatchObject({ code: 'UNAUTHENTICATED' })
    await db.roleAssignment.update({ where: { id: roleId }, data: { endsOn: dateOf(day(-1)) } })
    expect(await end(viewer, roleId, day(1))).toMatchObject({ code: 'ROLE_ALREADY_ENDED' })
  })

  it('is not for the person who merely holds it', async () => {
    const { staff, facility, corporation } = await world()
    const self = viewerActingAs(staff.id, 'FACILITY_STAFF', {
      facilityId: facility.id,
      corporationId: corporation.id,
    })
    expect(await end(self, staff.roleIds[0] ?? '', day(1))).toMatchObject({ reason: 'ADMINISTRATORS_ONLY' })
  })

  it('by a secretariat reaches an administrator of a member, and no longer once the member has left', async () => {
    const { administrator, platform, corporation, membership } = await world()
    await buildPerson(db, { roles: [{ role: 'CORPORATION_ADMIN', on: corporation }] })
    const secretariat = viewerActingAs(administrator.id, 'PLATFORM_SECRETARIAT', { platformId: platform.id })
    const [roleId = ''] = administrator.roleIds
    expect(await end(secretariat, roleId, day(30))).toMatchObject({ typename: 'EndRolePayload' })
    await db.platformMembership.update({ where: { id: membership.id }, data: { endsOn: dateOf(day(-1)) } })
    // Still their own role, so it is seen; but the corporation is no member any more.
    expect(await end(secretariat, roleId, day(31), 2)).toMatchObject({ reason: 'NOT_A_MEMBER' })
  })
})

describe('withdrawRole', () => {
  const withdraw = (viewer: Viewer, roleId: string, version = 1) =>
    send(graph, 'withdrawRole', { roleAssignmentId: globalId('RoleAssignment', roleId), version }, { viewer })

  it('takes back a role before its first day has passed', async () => {
    const { viewer, staff, facility } = await world()
    const roleId = await buildRole(db, staff.id, { role: 'FACILITY_DIRECTOR', on: facility, from: day(0) })
    expect(await withdraw(viewer, roleId)).toMatchObject({ typename: 'WithdrawRolePayload' })
    expect(await role(roleId)).toBeNull()
    expect((await eventsOf('withdrawRole', roleId)).names).toEqual(['identity.RoleWithdrawn.v1'])
  })

  it('is refused afterwards, on an old version, and for the last administrator', async () => {
    const { viewer, staff, facility, administrator, corporation } = await world()
    expect(await withdraw(viewer, staff.roleIds[0] ?? '')).toMatchObject({ code: 'ROLE_ALREADY_STARTED' })
    const future = await buildRole(db, staff.id, { role: 'FACILITY_DIRECTOR', on: facility, from: day(5) })
    expect(await withdraw(viewer, future, 4)).toMatchObject({ currentVersion: 1 })
    await db.roleAssignment.update({
      where: { id: administrator.roleIds[0] ?? '' },
      data: { endsOn: dateOf(day(-1)) },
    })
    const only = await buildRole(db, administrator.id, {
      role: 'CORPORATION_ADMIN',
      on: corporation,
      from: day(0),
    })
    expect(await withdraw(viewer, only)).toMatchObject({ code: 'LAST_ADMINISTRATOR' })
  })
})

describe('clearSecondFactors', () => {
  const clear = (viewer: Viewer, userId: string) =>
    send(
      graph,
      'clearSecondFactors',
      { userId: globalId('User', userId), reason: '電話で本人を確かめた' },
      { viewer },
    )

  it('takes everything away, ends the sessions and tells the person', async () => {
    const { viewer, staff } = await world()
    await db.twoFactor.create({ data: { userId: staff.id, secret: 'x', backupCodes: 'x' } })
    await db.user.update({ where: { id: staff.id }, data: { twoFactorEnabled: true } })
    await db.session.create({
      data: { userId: staff.id, token: staff.id, expiresAt: new Date('2099-01-01'), secondFactor: true },
    })
    expect(await clear(viewer, staff.id)).toMatchObject({ typename: 'ClearSecondFactorsPayload' })
    const after = await db.user.findUniqueOrThrow({
      where: { id: staff.id },
      include: { twoFactors: true, sessions: true },
    })
    expect(after).toMatchObject({ twoFactorEnabled: false, twoFactors: [], sessions: [] })
    const { entry, names } = await eventsOf('clearSecondFactors', staff.id)
    expect([entry.reason, names.toSorted()]).toEqual([
      '電話で本人を確かめた',
      ['identity.AccountSecured.v1', 'identity.SessionsRevoked.v1'],
    ])
  })

  it('is for whoever looks after every role of the person, and never for oneself', async () => {
    const { viewer, administrator, staff } = await world()
    const elsewhere = await world()
    expect(await clear(viewer, administrator.id)).toMatchObject({ reason: 'NOT_ONESELF' })
    await buildRole(db, staff.id, { role: 'FACILITY_STAFF', on: elsewhere.facility })
    expect(await clear(viewer, staff.id)).toMatchObject({ reason: 'NOT_YOUR_BODY' })
    expect(await clear({ ...viewer, secondFactor: false }, staff.id)).toMatchObject({
      reason: 'SECOND_FACTOR_REQUIRED',
    })
  })
})

import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { openTestGraph, TODAY, type TestGraph } from '../../../../../tests/support/graph.ts'
import { viewerActingAs } from '../../../../../tests/support/viewers.ts'
import { dateOf } from '../../../kernel/clock.ts'
import { runCommand } from '../../../kernel/command.ts'
import { globalId } from '../../../kernel/ids.ts'
import { guest, systemViewer, type RoleName, type Viewer } from '../../../kernel/viewer.ts'
import { membership, platform } from '../../platforms/fixtures.ts'
import { corporation, facility, serviceKind } from '../fixtures.ts'
import { completeSuccession } from './complete-succession.ts'

let graph: TestGraph
beforeAll(async () => {
  graph = await openTestGraph()
})

const someone = () =>
  graph.db.user.create({ data: { name: '見本 花子', email: `${randomUUID()}@mihon.example`, sample: true } })
const role = (userId: string, corporationId: string, more: object = {}) =>
  graph.db.roleAssignment.create({
    data: { userId, corporationId, role: 'CORPORATION_ADMIN', startsOn: dateOf('2020-04-01'), ...more },
  })
const idOf = (id: string) => globalId('Corporation', id)

/** Two members of one network; the old one also of another, with a facility, an office, contacts, people, an invitation. */
async function world() {
  const { db } = graph
  const { id: oldId } = await corporation(db, { seatMunicipalityCode: (await facility(db)).municipalityCode })
  const { id: newId } = await corporation(db)
  const { id: bothId } = await platform(db)
  const { id: oldOnlyId } = await platform(db)
  await membership(db, { platformId: bothId, corporationId: oldId, position: 3 })
  await membership(db, { platformId: bothId, corporationId: newId, position: 4 })
  await membership(db, { platformId: oldOnlyId, corporationId: oldId, position: 7 })
  const { id: facilityId } = await facility(db, { corporationId: oldId })
  const { id: serviceKindId } = await serviceKind(db)
  const { id: officeId } = await db.serviceOffice.create({
    data: { facilityId, corporationId: oldId, serviceKindId, name: '見本の事業所', sample: true },
  })
  await db.corporationContact.create({ data: { corporationId: oldId, position: 1, roleTitle: '旧理事長' } })
  await db.corporationContact.create({ data: { corporationId: newId, position: 1, roleTitle: '理事長' } })
  await db.procurementLimit.create({
    data: { corporationId: oldId, position: 1, method: 'TENDER', approver: '理事会' },
  })
  const [hanako, taro, director] = await Promise.all([someone(), someone(), someone()])
  await role(hanako.id, oldId)
  await role(taro.id, oldId)
  await role(taro.id, newId)
  await db.roleAssignment.create({
    data: { userId: director.id, facilityId, role: 'FACILITY_DIRECTOR', startsOn: dateOf('2020-04-01') },
  })
  const { id: invitationId } = await db.invitation.create({
    data: {
      email: `${randomUUID()}@mihon.example`,
      name: '見本 三郎',
      role: 'CORPORATION_REPORTER',
      corporationId: oldId,
      startsOn: dateOf('2026-11-23'),
      tokenHash: Buffer.from(randomUUID()),
      expiresAt: new Date('2026-12-20T00:00:00Z'),
      invitedByUserId: hanako.id,
    },
  })
  const secretary = await someone()
  const secretariat = viewerActingAs(secretary.id, 'PLATFORM_SECRETARIAT', {
    platformId: bothId,
    platformIds: [bothId],
  })
  return {
    oldId,
    newId,
    bothId,
    oldOnlyId,
    facilityId,
    officeId,
    hanako,
    taro,
    director,
    invitationId,
    secretariat,
  }
}
type World = Awaited<ReturnType<typeof world>>

const send = (name: string, viewer: Viewer, input: object, now?: Date) => {
  const Name = name.charAt(0).toUpperCase() + name.slice(1)
  return graph.request(
    /* GraphQL */ `mutation Send($input: ${Name}Input!) {
      ${name}(input: $input) {
        __typename
        ... on ${Name}Payload { corporation { status endedOn successor { id } } corporationSuccession { id status } }
        ... on Problem { code }
      }
    }`,
    { viewer, variables: { input }, ...(now && { now }) },
  )
}
const done = async (...args: Parameters<typeof send>) => {
  const { data, errors } = await send(...args)
  expect(errors).toBeUndefined()
  return data[args[0]]
}
const merge = ({ oldId, newId, secretariat }: World, onDate = '2026-11-23') =>
  done('recordMerger', secretariat, {
    corporationId: idOf(oldId),
    successorId: idOf(newId),
    onDate,
    reason: '合併契約（令和8年9月）による。',
  })

/** Everything that a succession moves, as it stands. */
async function standing({ oldId, newId, facilityId, officeId, invitationId, hanako, taro }: World) {
  const { db } = graph
  const who = (id: string | null) => (id === oldId ? 'old' : id === newId ? 'new' : id)
  const day = (at: Date | null) => at?.toISOString().slice(0, 10) ?? '–'
  const roles = await db.roleAssignment.findMany({ where: { corporationId: { in: [oldId, newId] } } })
  const memberships = await db.platformMembership.findMany({
    where: { corporationId: { in: [oldId, newId] } },
  })
  const contacts = await db.corporationContact.findMany({
    where: { corporationId: { in: [oldId, newId] } },
    orderBy: { position: 'asc' },
  })
  return {
    facility: who((await db.facility.findUniqueOrThrow({ where: { id: facilityId } })).corporationId),
    office: who((await db.serviceOffice.findUniqueOrThrow({ where: { id: officeId } })).corporationId),
    invitation: who((await db.invitation.findUniqueOrThrow({ where: { id: invitationId } })).corporationId),
    contacts: contacts
      .map(({ corporationId, position, roleTitle }) => `${who(corporationId)} ${position} ${roleTitle}`)
      .toSorted(),
    roles: roles
      .map(
        (one) =>
          `${{ [hanako.id]: 'hanako', [taro.id]: 'taro' }[one.userId]} ${who(one.corporationId)} ${day(one.startsOn)}…${day(one.endsOn)}`,
      )
      .toSorted(),
    memberships: memberships
      .map((one) => `${who(one.corporationId)} ${one.position} ${day(one.startsOn)}…${day(one.endsOn)}`)
      .toSorted(),
  }
}

const BEFORE = {
  facility: 'old',
  office: 'old',
  invitation: 'old',
  contacts: ['new 1 理事長', 'old 1 旧理事長'],
  roles: ['hanako old 2020-04-01…–', 'taro new 2020-04-01…–', 'taro old 2020-04-01…–'],
  memberships: ['new 4 2020-04-01…–', 'old 3 2020-04-01…–', 'old 7 2020-04-01…–'],
}
const AFTER = {
  facility: 'new',
  office: 'new',
  invitation: 'new',
  contacts: ['new 1 理事長', 'new 2 旧理事長'],
  roles: [
    'hanako new 2026-11-23…–',
    'hanako old 2020-04-01…2026-11-22',
    'taro new 2020-04-01…–',
    'taro old 2020-04-01…2026-11-22',
  ],
  memberships: [
    'new 4 2020-04-01…–',
    'new 7 2026-11-23…–',
    'old 3 2020-04-01…2026-11-22',
    'old 7 2020-04-01…2026-11-22',
  ],
}

describe('recordMerger', () => {
  it('carries facilities, offices, contacts, roles, memberships and invitations to the successor', async () => {
    const given = await world()
    expect(await standing(given)).toEqual(BEFORE)
    expect(await merge(given)).toMatchObject({
      corporation: { status: 'MERGED', endedOn: '2026-11-22', successor: { id: idOf(given.newId) } },
      corporationSuccession: { status: 'DONE' },
    })
    expect(await standing(given)).toEqual(AFTER)
    // Its own rule ends with it.
    expect(await graph.db.procurementLimit.count({ where: { corporationId: given.oldId } })).toBe(1)
  })

  it('is audited and announced once, to both corporations and their networks', async () => {
    const given = await world()
    await merge(given)
    const entry = await graph.db.auditEntry.findFirstOrThrow({
      where: { command: 'recordMerger', subjectId: given.oldId },
    })
    expect(entry.reason).toBe('合併契約（令和8年9月）による。')
    const [event, ...others] = await graph.db.eventLog.findMany({ where: { auditSeq: entry.seq } })
    expect(others).toEqual([])
    expect(event).toMatchObject({
      name: 'registry.CorporationSucceeded.v1',
      payload: { kind: 'MERGER', corporationId: given.oldId, successorId: given.newId, onDate: '2026-11-23' },
      entities: [idOf(given.oldId), idOf(given.newId)],
    })
    expect(event?.audience.toSorted()).toEqual(
      [
        `corporation:${given.oldId}`,
        `corporation:${given.newId}`,
        `platform:${given.bothId}`,
        `platform:${given.oldOnlyId}`,
      ].toSorted(),
    )
  })

  it('of a day that is over moves memberships from that day and access from today', async () => {
    const given = await world()
    await merge(given, '2026-10-01')
    const { memberships, roles } = await standing(given)
    expect(memberships).toContain('new 7 2026-10-01…–')
    expect(memberships).toContain('old 7 2020-04-01…2026-09-30')
    expect(roles).toContain('hanako new 2026-11-23…–')
  })

  it('of a day to come waits for it, is hidden from others, and takes effect once by itself', async () => {
    const given = await world()
    const { corporation: still, corporationSuccession } = await merge(given, '2027-04-01')
    expect([still.status, corporationSuccession.status]).toEqual(['ACTIVE', 'PLANNED'])
    expect(await standing(given)).toEqual(BEFORE)
    const seen = async (viewer: Viewer) => {
      const { corporation: found } = await graph.ask(
        'query Planned($id: ID!) { corporation(id: $id) { successions(first: 5) { nodes { status onDate } } } }',
        { viewer, variables: { id: idOf(given.oldId) } },
      )
      return found.successions.nodes.length
    }
    expect(await seen(given.secretariat)).toBe(1)
    expect(await seen(viewerActingAs('u', 'CORPORATION_ADMIN', { corporationId: given.newId }))).toBe(1)
    expect(await seen(viewerActingAs('u', 'SYSTEM_OPERATOR'))).toBe(1)
    expect(await seen(guest)).toBe(0)
    expect(await seen(viewerActingAs('u', 'CORPORATION_ADMIN', { corporationId: randomUUID() }))).toBe(0)

    const { id } = await graph.db.corporationSuccession.findFirstOrThrow({
      where: { corporationId: given.oldId },
    })
    const complete = (now: string) =>
      runCommand(
        completeSuccession,
        { corporationSuccessionId: id },
        { db: graph.db, viewer: systemViewer, clock: { now: () => new Date(now) }, requestId: null },
      )
    await complete('2027-03-31T03:00:00Z')
    expect(await standing(given)).toEqual(BEFORE)
    await Promise.all([complete('2027-03-31T15:05:00Z'), complete('2027-03-31T15:05:00Z')])
    expect((await standing(given)).roles).toContain('hanako new 2027-04-01…–')
    expect(await seen(guest)).toBe(1)
    const announced = await graph.db.eventLog.count({
      where: { name: 'registry.CorporationSucceeded.v1', payload: { path: ['successionId'], equals: id } },
    })
    expect(announced).toBe(1)
  })

  it('carries a planned hand-over to the new role', async () => {
    const given = await world()
    const planned = await graph.db.roleAssignment.findFirstOrThrow({
      where: { userId: given.hanako.id, corporationId: given.oldId },
    })
    await graph.db.roleHandover.create({
      data: {
        fromUserId: given.hanako.id,
        toUserId: given.director.id,
        onDate: dateOf('2027-04-01'),
        plannedByUserId: given.hanako.id,
        items: { create: { roleAssignmentId: planned.id } },
      },
    })
    const itemsRole = async () =>
      (
        await graph.db.handoverItem.findFirstOrThrow({
          where: { handover: { fromUserId: given.hanako.id } },
          include: { roleAssignment: true },
        })
      ).roleAssignment.corporationId
    const { corporationSuccession } = await merge(given)
    expect(await itemsRole()).toBe(given.newId)
    await undo(given, corporationSuccession.id)
    expect(await itemsRole()).toBe(given.oldId)
  })

  it.each<[string, (given: World) => Promise<object>, string]>([
    ['into itself', async ({ oldId }) => ({ successorId: idOf(oldId) }), 'SUCCESSOR_IS_ITSELF'],
    ['three years ahead', async () => ({ onDate: '2029-11-23' }), 'SUCCESSION_TOO_FAR_AHEAD'],
    ['two years ago', async () => ({ onDate: '2024-11-23' }), 'SUCCESSION_TOO_LONG_AGO'],
  ])('is refused %s', async (_what, wrong, code) => {
    const given = await world()
    const answer = await done('recordMerger', given.secretariat, {
      corporationId: idOf(given.oldId),
      successorId: idOf(given.newId),
      onDate: '2026-11-23',
      reason: '合併',
      ...(await wrong(given)),
    })
    expect(answer).toEqual({ __typename: 'RuleProblem', code })
    expect(await standing(given)).toEqual(BEFORE)
  })

  it('is refused a second time, and into one that has ended', async () => {
    const given = await world()
    await merge(given, '2027-04-01')
    expect(await merge(given, '2027-05-01')).toMatchObject({ code: 'SUCCESSION_RECORDED' })
    const operator = viewerActingAs((await someone()).id, 'SYSTEM_OPERATOR')
    const gone = await corporation(graph.db, { status: 'DISSOLVED', endedOn: new Date('2026-03-31') })
    const other = await corporation(graph.db)
    const into = {
      corporationId: idOf(other.id),
      successorId: idOf(gone.id),
      onDate: '2026-11-23',
      reason: '合併',
    }
    expect(await done('recordMerger', operator, into)).toMatchObject({ code: 'SUCCESSOR_HAS_ENDED' })
  })

  it.each<[string, RoleName, (given: World) => object, string]>([
    [
      'the old one’s administrator',
      'CORPORATION_ADMIN',
      ({ oldId }) => ({ corporationId: oldId }),
      'ONLY_THE_SECRETARIAT_RECORDS',
    ],
    [
      'the successor’s administrator',
      'CORPORATION_ADMIN',
      ({ newId }) => ({ corporationId: newId }),
      'ONLY_THE_SECRETARIAT_RECORDS',
    ],
    [
      'a secretariat that knows only one of them',
      'PLATFORM_SECRETARIAT',
      ({ oldOnlyId }) => ({ platformId: oldOnlyId, platformIds: [oldOnlyId] }),
      'NOT_A_MEMBER',
    ],
  ])('is refused to %s, and changes nothing', async (_who, name, body, reason) => {
    const given = await world()
    const { errors } = await send('recordMerger', viewerActingAs(given.hanako.id, name, body(given)), {
      corporationId: idOf(given.oldId),
      successorId: idOf(given.newId),
      onDate: '2026-11-23',
      reason: '合併',
    })
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', reason })
    expect(await standing(given)).toEqual(BEFORE)
  })
})

const undo = ({ secretariat }: World, corporationSuccessionId: string) =>
  done('undoSuccession', secretariat, { corporationSuccessionId, reason: '誤って記録したため。' })

describe('undoSuccession', () => {
  it('gives everything back', async () => {
    const given = await world()
    const { corporationSuccession } = await merge(given)
    expect(await undo(given, corporationSuccession.id)).toMatchObject({
      corporation: { status: 'ACTIVE', endedOn: null, successor: null },
    })
    expect(await standing(given)).toEqual(BEFORE)
    const names = await graph.db.eventLog.findMany({
      where: { payload: { path: ['corporationId'], equals: given.oldId } },
      orderBy: { seq: 'asc' },
    })
    expect(names.map(({ name }) => name)).toEqual([
      'registry.CorporationSucceeded.v1',
      'registry.CorporationSuccessionReverted.v1',
    ])
    // And it can be done again.
    expect(await merge(given)).toMatchObject({ corporation: { status: 'MERGED' } })
    expect(await standing(given)).toEqual(AFTER)
  })

  it('calls a planned one off', async () => {
    const given = await world()
    const { corporationSuccession } = await merge(given, '2027-04-01')
    expect(await undo(given, corporationSuccession.id)).toMatchObject({ corporation: { status: 'ACTIVE' } })
    expect(await undo(given, corporationSuccession.id)).toMatchObject({ code: 'SUCCESSION_UNDONE' })
    expect(await standing(given)).toEqual(BEFORE)
  })

  it('days later ends the roles that were held meanwhile, and keeps them in the history', async () => {
    const given = await world()
    const { corporationSuccession } = await merge(given)
    await done(
      'undoSuccession',
      given.secretariat,
      { corporationSuccessionId: corporationSuccession.id, reason: '誤り' },
      new Date('2026-11-30T03:00:00Z'),
    )
    expect((await standing(given)).roles).toEqual(
      [...BEFORE.roles, 'hanako new 2026-11-23…2026-11-29'].toSorted(),
    )
  })

  it.each<[string, (given: World) => Promise<unknown>]>([
    [
      'a facility went on to somebody else',
      async ({ facilityId }) =>
        graph.db.facility.update({
          where: { id: facilityId },
          data: { corporationId: (await corporation(graph.db)).id },
        }),
    ],
    [
      'a role was ended',
      ({ hanako, newId }) =>
        graph.db.roleAssignment.updateMany({
          where: { userId: hanako.id, corporationId: newId },
          data: { endsOn: dateOf('2026-12-31'), version: { increment: 1 } },
        }),
    ],
    [
      'the invitation was accepted',
      ({ invitationId, taro }) =>
        graph.db.invitation.update({
          where: { id: invitationId },
          data: { acceptedAt: TODAY, acceptedByUserId: taro.id, version: { increment: 1 } },
        }),
    ],
    [
      'a contact was changed',
      ({ newId }) =>
        graph.db.corporationContact.updateMany({
          where: { corporationId: newId, position: 2 },
          data: { roleTitle: '顧問', version: { increment: 1 } },
        }),
    ],
    [
      'the successor itself has merged',
      ({ newId }) =>
        graph.db.corporation.update({
          where: { id: newId },
          data: { status: 'DISSOLVED', endedOn: dateOf('2026-11-23') },
        }),
    ],
  ])('is refused as a whole once %s', async (_what, build) => {
    const given = await world()
    const { corporationSuccession } = await merge(given)
    await build(given)
    const before = await standing(given)
    expect(await undo(given, corporationSuccession.id)).toEqual({
      __typename: 'RuleProblem',
      code: 'SUCCESSION_BUILT_UPON',
    })
    expect(await standing(given)).toEqual(before)
  })

  it('is refused to strangers', async () => {
    const given = await world()
    const { corporationSuccession } = await merge(given)
    const { errors } = await send(
      'undoSuccession',
      viewerActingAs(given.hanako.id, 'CORPORATION_ADMIN', { corporationId: given.newId }),
      {
        corporationSuccessionId: corporationSuccession.id,
        reason: 'x',
      },
    )
    expect(errors?.[0]?.extensions).toMatchObject({ reason: 'ONLY_THE_SECRETARIAT_RECORDS' })
  })
})

describe('recordDissolution', () => {
  const dissolve = ({ oldId, secretariat }: World, more: object = {}) =>
    done('recordDissolution', secretariat, {
      corporationId: idOf(oldId),
      onDate: '2026-11-23',
      reason: '解散の認可による。',
      ...more,
    })

  it('is refused while it runs facilities that nobody takes over', async () => {
    const given = await world()
    expect(await dissolve(given)).toMatchObject({ code: 'DISSOLVED_WITH_FACILITIES' })
  })

  it('ends memberships, roles and invitations where nobody follows', async () => {
    const given = await world()
    await graph.db.facility.update({
      where: { id: given.facilityId },
      data: { status: 'CLOSED', endedOn: dateOf('2026-10-31') },
    })
    const { corporation: ended, corporationSuccession } = await dissolve(given)
    expect(ended).toMatchObject({ status: 'DISSOLVED', successor: null })
    expect(await standing(given)).toMatchObject({
      facility: 'old',
      contacts: ['new 1 理事長', 'old 1 旧理事長'],
      roles: ['hanako old 2020-04-01…2026-11-22', 'taro new 2020-04-01…–', 'taro old 2020-04-01…2026-11-22'],
      memberships: ['new 4 2020-04-01…–', 'old 3 2020-04-01…2026-11-22', 'old 7 2020-04-01…2026-11-22'],
    })
    expect(
      (await graph.db.invitation.findUniqueOrThrow({ where: { id: given.invitationId } })).revokedAt,
    ).toEqual(TODAY)
    // No network of its own is left to take it back in: the operator does.
    const operator = viewerActingAs((await someone()).id, 'SYSTEM_OPERATOR')
    await done('undoSuccession', operator, {
      corporationSuccessionId: corporationSuccession.id,
      reason: '誤り',
    })
    expect(await standing(given)).toEqual(BEFORE)
  })

  it('with a successor carries everything as a merger does', async () => {
    const given = await world()
    await dissolve(given, { successorId: idOf(given.newId) })
    expect(await standing(given)).toEqual(AFTER)
  })
})

describe('successionPreview', () => {
  const PREVIEW = /* GraphQL */ `
    query Preview($corporationId: ID!, $successorId: ID, $onDate: Date!) {
      successionPreview(corporationId: $corporationId, successorId: $successorId, onDate: $onDate) {
        problem
        lines {
          what
          goes
          there
          ends
        }
      }
    }
  `
  const preview = ({ oldId, newId, secretariat }: World, viewer: Viewer = secretariat, more: object = {}) =>
    graph.request(PREVIEW, {
      viewer,
      variables: { corporationId: idOf(oldId), successorId: idOf(newId), onDate: '2026-11-23', ...more },
    })

  it('says what would go where before it is done', async () => {
    const { data } = await preview(await world())
    expect(data.successionPreview.problem).toBeNull()
    expect(
      data.successionPreview.lines.map((one: Record<string, unknown>) =>
        Object.values(one).slice(0, 4).join(' '),
      ),
    ).toEqual([
      'FACILITIES 1 0 0',
      'OFFICES 1 0 0',
      'CONTACTS 1 0 0',
      'ROLES 1 1 0',
      'MEMBERSHIPS 1 1 0',
      'INVITATIONS 1 0 0',
      'LIMITS 0 0 1',
    ])
  })

  it('names the rule that forbids it', async () => {
    const given = await world()
    const { data } = await preview(given, given.secretariat, { successorId: null })
    expect(data.successionPreview.problem).toBe('DISSOLVED_WITH_FACILITIES')
  })

  it('is for those who may do it', async () => {
    const given = await world()
    const admin = viewerActingAs(given.hanako.id, 'CORPORATION_ADMIN', { corporationId: given.oldId })
    const refused = await preview(given, admin)
    expect(refused.errors?.[0]?.extensions).toMatchObject({ reason: 'ONLY_THE_SECRETARIAT_RECORDS' })
    const guests = await preview(given, guest)
    expect(guests.errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED')
  })
})

describe('corporationPermissions', () => {
  it('says with its reason what the asker may do', async () => {
    const { oldId, secretariat } = await world()
    const ask = async (viewer: Viewer) => {
      const { corporationPermissions } = await graph.ask(
        'query May($id: ID!) { corporationPermissions(corporationId: $id) { confirm { reason } edit { allowed } editLimits { allowed } recordSuccession { allowed reason } undoSuccession { allowed } } }',
        { viewer, variables: { id: idOf(oldId) } },
      )
      return corporationPermissions
    }
    expect(await ask(secretariat)).toEqual({
      confirm: { reason: 'ONLY_THE_CORPORATION_CONFIRMS' },
      edit: { allowed: true },
      editLimits: { allowed: false },
      recordSuccession: { allowed: true, reason: null },
      undoSuccession: { allowed: true },
    })
    expect(await ask(guest)).toMatchObject({ confirm: { reason: 'SIGN_IN_FIRST' }, edit: { allowed: false } })
  })
})

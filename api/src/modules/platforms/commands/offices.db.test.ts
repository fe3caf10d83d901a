import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { openTestGraph, TODAY } from '../../../../../tests/support/graph.ts'
import { memberWorld, networksOpenTo, type MemberWorld } from '../../../../../tests/support/member-world.ts'
import { somebody } from '../../../../../tests/support/network-world.ts'
import { send } from '../../../../../tests/support/send.ts'
import { viewerActingAs } from '../../../../../tests/support/viewers.ts'
import { globalId, parseGlobalId } from '../../../kernel/ids.ts'
import { react } from '../../../kernel/jobs/reaction.ts'
import { createLog } from '../../../kernel/log.ts'
import type { Viewer } from '../../../kernel/viewer.ts'
import { facility } from '../../registry/fixtures.ts'
import '../reactions.ts'

const graph = await openTestGraph()
const { db } = graph
const keyIn = (id: string) => parseGlobalId(id)?.id ?? ''
const OFFICER = 'platformOfficer { id version tied user { name email } invitation { email state } }'

const appoint = async (given: MemberWorld, over: object = {}) => {
  const { payload, code } = await send(
    graph,
    'appointOfficer',
    {
      platformId: given.network,
      office: '理事',
      organ: 'BOARD',
      name: '見本 のぞみ',
      corporationId: globalId('Corporation', given.members[0].id),
      startsOn: '2026-04-01',
      endsOn: '2028-03-31',
      ...over,
    },
    { viewer: given.secretariat, payload: OFFICER },
  )
  return { ...payload.platformOfficer, code } as {
    id: string
    version: number
    tied: boolean
    code?: string
  }
}
const act = (
  name: string,
  { id, version }: { id: string; version: number },
  viewer: Viewer,
  over: object = {},
  now = TODAY,
) =>
  send(
    graph,
    name,
    { platformOfficerId: id, version, ...over },
    { viewer, payload: name === 'endOffice' ? 'platformOfficer { id version }' : OFFICER, now },
  )
/** A director of a facility of the first member. */
async function directorOf(given: MemberWorld, name = '見本 のぞみ') {
  const { id: facilityId } = await facility(db, { corporationId: given.members[0].id })
  const { id } = await somebody(graph, name)
  await db.roleAssignment.create({
    data: { role: 'FACILITY_DIRECTOR', facilityId, userId: id, startsOn: new Date('2020-04-01') },
  })
  return { id, userId: globalId('User', id) }
}
/** What the worker does after the commit. */
async function reactTo(name: string, kept: (payload: Record<string, unknown>) => boolean, now = TODAY) {
  const events = await db.eventLog.findMany({ where: { name } })
  const wanted = events.filter(({ payload }) => kept(payload as Record<string, unknown>))
  expect(wanted).not.toHaveLength(0)
  for (const { id: eventId } of wanted)
    await react.run({ eventId }, { db, clock: { now: () => now }, log: createLog('silent'), mailer: null })
}
const candidates = async (given: MemberWorld, viewer: Viewer, corporationId: string | null) =>
  (
    await graph.ask(
      'query ($p: ID!, $c: ID) { officeCandidates(platformId: $p, corporationId: $c) { userId name role body } }',
      { viewer, variables: { p: given.network, c: corporationId && globalId('Corporation', corporationId) } },
    )
  ).officeCandidates
const officersSeenBy = async (given: MemberWorld, viewer: Viewer) =>
  (
    await graph.ask(
      'query ($p: ID!) { platform(id: $p) { officers(first: 9) { nodes { name tied user { email } invitation { email } } } } }',
      { viewer, variables: { p: given.network } },
    )
  ).platform.officers.nodes

describe('an office tied to a log-in', () => {
  it('is given to somebody of the officer’s corporation or of the network, whom the secretariat alone is shown', async () => {
    const given = await memberWorld(graph)
    const office = await appoint(given)
    const director = await directorOf(given)
    const stranger = await somebody(graph)
    expect(await candidates(given, given.secretariat, given.members[0].id)).toMatchObject([
      { userId: director.userId, name: '見本 のぞみ', role: 'FACILITY_DIRECTOR' },
    ])
    expect(await candidates(given, given.secretariat, given.members[1].id)).toEqual([])
    expect(await candidates(given, given.member, given.members[0].id)).toEqual([])

    const tie = (viewer: Viewer, userId: string) => act('tieOffice', office, viewer, { userId })
    expect(await tie(given.member, director.userId)).toMatchObject({ reason: 'ONLY_THE_SECRETARIAT_RUNS' })
    expect(await tie((await memberWorld(graph)).secretariat, director.userId)).toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(await tie(given.secretariat, globalId('User', stranger.id))).toMatchObject({
      code: 'NOT_A_CANDIDATE',
    })
    const { payload } = await tie(given.secretariat, director.userId)
    expect(payload.platformOfficer).toMatchObject({ tied: true, user: { name: '見本 のぞみ' } })

    // Members see that there is a log-in and the name of the office’s holder, never the address.
    const otherMember = viewerActingAs(given.adminId, 'CORPORATION_ADMIN', {
      corporationId: given.members[1].id,
      platformIds: [given.platformId],
    })
    expect(await officersSeenBy(given, otherMember)).toEqual([
      { name: '見本 のぞみ', tied: true, user: null, invitation: null },
    ])
    await reactTo('platforms.OfficeTied.v1', ({ userId }) => userId === director.id)
    expect(await db.notification.findMany({ where: { userId: director.id } })).toMatchObject([
      { kind: 'platforms.officeTied' },
    ])
    const untied = await act('untieOffice', payload.platformOfficer, given.secretariat)
    expect(untied.payload.platformOfficer).toMatchObject({ tied: false, user: null })
  })

  it('is tied when it is given, changed to another log-in, and once per body', async () => {
    const given = await memberWorld(graph)
    const [one, other] = [await directorOf(given), await directorOf(given, '見本 かなえ')]
    const first = await appoint(given, { userId: one.userId })
    expect(first.tied).toBe(true)
    expect(await appoint(given, { userId: one.userId })).toMatchObject({ code: 'ONE_SEAT_PER_PERSON' })
    // The board and the council are two bodies; so are two networks.
    expect(await appoint(given, { userId: one.userId, organ: 'EVALUATION_COUNCIL' })).toMatchObject({
      tied: true,
    })
    const changed = await act('tieOffice', first, given.secretariat, { userId: other.userId })
    expect(changed.payload.platformOfficer.user).toMatchObject({ name: '見本 かなえ' })
    expect(await act('tieOffice', first, given.secretariat, { userId: one.userId })).toMatchObject({
      typename: 'ConflictProblem',
    })
  })
})

describe('an invitation into an office', () => {
  it('lets its holder in as an officer until the end of the term, and ties the office when it is accepted', async () => {
    const given = await memberWorld(graph)
    const office = await appoint(given, { corporationId: undefined })
    const email = `${randomUUID()}@mihon.example`
    const invited = await act('inviteOfficer', office, given.secretariat, { email })
    expect(invited.payload.platformOfficer).toMatchObject({
      tied: false,
      invitation: { email, state: 'OPEN' },
    })
    expect(await officersSeenBy(given, given.member)).toMatchObject([{ tied: false, invitation: null }])
    expect(
      JSON.stringify(
        await db.auditEntry.findMany({ where: { command: 'inviteOfficer' }, select: { input: true } }),
      ),
    ).not.toContain(email)

    const mail = await db.mailMessage.findFirstOrThrow({ where: { toAddress: email } })
    expect(mail.subject).toContain('役員')
    const token = /\/invite#([\w-]+)/.exec(mail.body)?.[1] ?? ''
    await send(graph, 'acceptInvitation', { token, password: 'mihon no aikotoba' }, { payload: 'email' })
    const person = await db.user.findUniqueOrThrow({ where: { email }, include: { roles: true } })
    await reactTo('identity.InvitationAccepted.v1', ({ userId }) => userId === person.id)
    expect(await db.platformOfficer.findUniqueOrThrow({ where: { id: keyIn(office.id) } })).toMatchObject({
      userId: person.id,
      invitationId: null,
    })
    expect(person.roles).toMatchObject([{ role: 'PLATFORM_OFFICER', endsOn: new Date('2028-03-31') }])

    const session = randomUUID()
    await db.session.create({
      data: { token: session, userId: person.id, expiresAt: new Date('2099-01-01') },
    })
    expect(await networksOpenTo(session, '2026-11-23')).toEqual([given.platformId])
    // With the office the door closes.
    const { version } = await db.platformOfficer.findUniqueOrThrow({ where: { id: keyIn(office.id) } })
    await act('endOffice', { id: office.id, version }, given.secretariat, { endsOn: '2026-11-30' })
    expect(await networksOpenTo(session, '2026-11-30')).toEqual([given.platformId])
    expect(await networksOpenTo(session, '2026-12-01')).toEqual([])
  })

  it('that was accepted today leaves no sight until midnight when the office is untied the same day', async () => {
    const given = await memberWorld(graph)
    const office = await appoint(given, { corporationId: undefined })
    const email = `${randomUUID()}@mihon.example`
    await act('inviteOfficer', office, given.secretariat, { email })
    const mail = await db.mailMessage.findFirstOrThrow({ where: { toAddress: email } })
    const token = /\/invite#([\w-]+)/.exec(mail.body)?.[1] ?? ''
    await send(graph, 'acceptInvitation', { token, password: 'mihon no aikotoba' }, { payload: 'email' })
    const person = await db.user.findUniqueOrThrow({ where: { email }, include: { roles: true } })
    await reactTo('identity.InvitationAccepted.v1', ({ userId }) => userId === person.id)
    const session = randomUUID()
    await db.session.create({
      data: { token: session, userId: person.id, expiresAt: new Date('2099-01-01') },
    })
    expect(person.roles).toMatchObject([{ startsOn: new Date('2026-11-23') }])
    expect(await networksOpenTo(session, '2026-11-23')).toEqual([given.platformId])
    const { version } = await db.platformOfficer.findUniqueOrThrow({ where: { id: keyIn(office.id) } })
    await act('untieOffice', { id: office.id, version }, given.secretariat)
    expect(await db.roleAssignment.count({ where: { userId: person.id } })).toBe(0)
    expect(
      await db.eventLog.count({
        where: {
          name: 'identity.RoleWithdrawn.v1',
          payload: { path: ['userId'], equals: person.id },
        },
      }),
    ).toBe(1)
  })

  it('is taken back with the office, by another tie, and when the secretariat revokes it', async () => {
    const given = await memberWorld(graph)
    const director = await directorOf(given)
    const open = (officeId: string) =>
      db.platformOfficer.findUniqueOrThrow({
        where: { id: keyIn(officeId) },
        include: { invitation: true },
      })
    const inviting = async () => {
      const office = await appoint(given, { organ: undefined, office: '監事' })
      const email = `${randomUUID()}@mihon.example`
      const { payload } = await act('inviteOfficer', office, given.secretariat, { email })
      const { invitationId } = await open(office.id)
      return { office: payload.platformOfficer as typeof office, invitationId: invitationId ?? '' }
    }
    const revokedAt = async (id: string) =>
      (await db.invitation.findUniqueOrThrow({ where: { id } })).revokedAt

    const ended = await inviting()
    await act('endOffice', ended.office, given.secretariat, { endsOn: '2026-11-23' })
    expect(await revokedAt(ended.invitationId)).toEqual(TODAY)

    const tied = await inviting()
    await act('tieOffice', tied.office, given.secretariat, { userId: director.userId })
    expect(await revokedAt(tied.invitationId)).toEqual(TODAY)

    const revoked = await inviting()
    await send(
      graph,
      'revokeInvitation',
      { invitationId: globalId('Invitation', revoked.invitationId), version: 1 },
      { viewer: given.secretariat, payload: 'invitation { state }' },
    )
    await reactTo(
      'identity.InvitationRevoked.v1',
      ({ invitationId }) => invitationId === revoked.invitationId,
    )
    expect(await open(revoked.office.id)).toMatchObject({ userId: null, invitationId: null })
  })

  it('lets somebody stay who holds another office, and lets go who holds none', async () => {
    const given = await memberWorld(graph)
    const { id: userId } = await somebody(graph)
    await db.roleAssignment.create({
      data: {
        role: 'PLATFORM_OFFICER',
        platformId: given.platformId,
        userId,
        startsOn: new Date('2026-04-01'),
        endsOn: new Date('2027-03-31'),
      },
    })
    const endsOn = async () => (await db.roleAssignment.findFirstOrThrow({ where: { userId } })).endsOn
    const [board, audit] = [
      await appoint(given, { corporationId: undefined, userId: globalId('User', userId) }),
      await appoint(given, {
        corporationId: undefined,
        userId: globalId('User', userId),
        organ: undefined,
        office: '監事',
        endsOn: '2027-06-30',
      }),
    ]
    expect(await endsOn()).toEqual(new Date('2028-03-31'))
    await act('untieOffice', board, given.secretariat)
    expect(await endsOn()).toEqual(new Date('2027-06-30'))
    await act('untieOffice', audit, given.secretariat)
    expect(await endsOn()).toEqual(new Date('2026-11-22'))
    const ended = await appoint(given, { startsOn: '2024-04-01', endsOn: '2026-03-31' })
    const viewer = viewerActingAs(userId, 'PLATFORM_OFFICER', {
      platformId: given.platformId,
      platformIds: [given.platformId],
    })
    expect(await act('untieOffice', ended, viewer)).toMatchObject({ reason: 'ONLY_THE_SECRETARIAT_RUNS' })
    expect(await act('inviteOfficer', ended, given.secretariat, { email: 'a@mihon.example' })).toMatchObject({
      code: 'OFFICE_HAS_ENDED',
    })
  })
})

import { describe, expect, it } from 'vitest'
import { openTestGraph, TODAY } from '../../../../../tests/support/graph.ts'
import { send } from '../../../../../tests/support/send.ts'
import { viewerActingAs } from '../../../../../tests/support/viewers.ts'
import { globalId } from '../../../kernel/ids.ts'
import { guest, type Viewer } from '../../../kernel/viewer.ts'
import { buildPerson, buildSampleNetwork, dayFrom } from '../fixtures.ts'
import { placeOf } from '../rules/bodies.ts'

const graph = await openTestGraph()
const { db } = graph
const day = (days: number) => dayFrom(TODAY, days)

async function world() {
  const network = await buildSampleNetwork(db)
  const person = await buildPerson(db)
  const viewer = viewerActingAs(person.id, 'CORPORATION_ADMIN', {
    corporationId: network.corporation.id,
    platformIds: [network.platform.id],
    name: '見本会',
  })
  return { ...network, person, viewer }
}

let count = 0
const newEmail = () => `invited-${process.pid}-${count++}@example.com`

interface Overrides {
  readonly [field: string]: unknown
}

/** Invites somebody to be staff of the facility; returns what the mail holds. */
async function invite(viewer: Viewer, facilityId: string, over: Overrides = {}) {
  const email = newEmail()
  const input = {
    email,
    name: '見本 新人',
    role: 'FACILITY_STAFF',
    bodyId: globalId('Facility', facilityId),
    ...over,
  }
  const sent = await send(graph, 'invitePerson', input, {
    viewer,
    payload: 'invitation { id email state version facility { name } }',
  })
  const mail = await db.mailMessage.findFirst({ where: { toAddress: email } })
  const secret = /\/invite#([\w-]+)/.exec(mail?.body ?? '')?.[1] ?? ''
  return { sent, mail, email, secret, invitation: sent.payload.invitation }
}

const accept = (token: string, over: Overrides = {}, options: { viewer?: Viewer; now?: Date } = {}) =>
  send(
    graph,
    'acceptInvitation',
    { token, password: 'mihon no aikotoba', ...over },
    { ...options, payload: 'email' },
  )

describe('invitePerson', () => {
  it('sends a mail with a secret link, of which only a hash is kept, and is audited for the body', async () => {
    const { viewer, facility, corporation, name } = await world()
    const { sent, mail, email, secret, invitation } = await invite(viewer, facility.id)
    expect(sent.typename).toBe('InvitePersonPayload')
    expect(invitation).toMatchObject({ email, state: 'OPEN', facility: { name } })
    expect(mail?.subject).toBe(`【結】${name} 職員としてのご招待`)
    expect(secret).toHaveLength(43)

    const kept = await db.invitation.findFirstOrThrow({ where: { email } })
    expect(JSON.stringify(kept)).not.toContain(secret)
    expect(kept.expiresAt).toEqual(new Date(TODAY.getTime() + 7 * 86_400_000))
    const entry = await db.auditEntry.findFirstOrThrow({ where: { subjectId: kept.id } })
    expect(entry).toMatchObject({
      command: 'invitePerson',
      actorUserId: viewer.userId,
      actingKey: `CORPORATION:${corporation.id}`,
      actingName: '見本会',
    })
    expect(entry.audience).toEqual(
      expect.arrayContaining([`corporation:${corporation.id}`, `facility:${facility.id}`]),
    )
    expect(JSON.stringify(entry.input)).not.toContain(secret)
    const event = await db.eventLog.findFirstOrThrow({ where: { auditSeq: entry.seq } })
    expect([event.name, event.payload]).toEqual(['identity.PersonInvited.v1', { invitationId: kept.id }])
  })

  it('understands an address typed in full width', async () => {
    const { viewer, facility } = await world()
    const typed = `ＭＩＨＯＮ－${process.pid}@Ｅxample.com `
    const { invitation } = await invite(viewer, facility.id, { email: typed })
    expect(invitation.email).toBe(`mihon-${process.pid}@example.com`)
  })

  it.each([
    ['ROLE_STARTS_IN_THE_PAST', { startsOn: day(-1) }],
    ['ROLE_ENDS_BEFORE_START', { startsOn: day(5), endsOn: day(4) }],
    ['ROLE_DOES_NOT_FIT_BODY', { role: 'CORPORATION_REPORTER' }],
  ])('is refused: %s', async (code, over) => {
    const { viewer, facility } = await world()
    const { sent } = await invite(viewer, facility.id, over)
    expect([sent.typename, sent.code]).toEqual(['RuleProblem', code])
  })

  it('of an auditor for longer than a year is refused', async () => {
    const { platform, person } = await world()
    const secretariat = viewerActingAs(person.id, 'PLATFORM_SECRETARIAT', { platformId: platform.id })
    const bodyId = globalId('Platform', platform.id)
    const year = { role: 'PLATFORM_AUDITOR', bodyId, startsOn: '2026-12-01' }
    const { sent: open } = await invite(secretariat, '', year)
    const { sent: long } = await invite(secretariat, '', { ...year, endsOn: '2027-12-01' })
    const { sent: right } = await invite(secretariat, '', { ...year, endsOn: '2027-11-30' })
    expect([open.code, long.code, right.typename]).toEqual([
      'AUDITOR_TERM_TOO_LONG',
      'AUDITOR_TERM_TOO_LONG',
      'InvitePersonPayload',
    ])
  })

  it('says what is wrong with the form', async () => {
    const { viewer, facility } = await world()
    const { sent } = await invite(viewer, facility.id, { email: 'no address', name: ' ' })
    expect(sent.issues).toEqual([
      { path: ['email'], code: 'WRONG_FORMAT' },
      { path: ['name'], code: 'REQUIRED' },
    ])
  })

  it('is for those who look after the body', async () => {
    const { facility, person } = await world()
    const stranger = await world()
    const staff = viewerActingAs(person.id, 'FACILITY_STAFF', { facilityId: facility.id })
    expect((await invite(stranger.viewer, facility.id)).sent).toMatchObject({
      code: 'FORBIDDEN',
      reason: 'NOT_YOUR_BODY',
    })
    expect((await invite(staff, facility.id)).sent).toMatchObject({
      code: 'FORBIDDEN',
      reason: 'ADMINISTRATORS_ONLY',
    })
    expect((await invite(guest, facility.id)).sent).toMatchObject({ code: 'UNAUTHENTICATED' })
  })
})

describe('acceptInvitation', () => {
  it('opens an account with the role, and signs nobody in', async () => {
    const { viewer, facility } = await world()
    const { secret, email } = await invite(viewer, facility.id, { startsOn: day(3) })
    const sent = await accept(secret, { name: '見本 はるか' })
    expect(sent.payload).toEqual({ email })
    const user = await db.user.findUniqueOrThrow({
      where: { email },
      include: { roles: true, sessions: true },
    })
    expect(user).toMatchObject({ name: '見本 はるか', emailVerified: true, sessions: [] })
    expect(user.roles).toMatchObject([
      {
        role: 'FACILITY_STAFF',
        ...placeOf(facility),
        grantedByUserId: viewer.userId,
        startsOn: new Date(day(3)),
      },
    ])
    const entry = await db.auditEntry.findFirstOrThrow({
      where: { command: 'acceptInvitation' },
      orderBy: { seq: 'desc' },
    })
    expect(JSON.stringify(entry.input)).not.toMatch(/aikotoba|token/)
  })

  it('gives the role to whoever is signed in', async () => {
    const { viewer, facility } = await world()
    const { secret } = await invite(viewer, facility.id)
    const { id } = await buildPerson(db)
    const signedIn = { ...guest, userId: id, sessionId: id }
    expect((await accept(secret, { password: undefined }, { viewer: signedIn })).typename).toBe(
      'AcceptInvitationPayload',
    )
    expect(await db.roleAssignment.count({ where: { userId: id } })).toBe(1)
  })

  it('opens once, also when it is tried twice at the same moment', async () => {
    const { viewer, facility } = await world()
    const { secret, email } = await invite(viewer, facility.id)
    const people = await Promise.all([buildPerson(db), buildPerson(db)])
    const outcomes = await Promise.all(
      people.map(({ id }) => accept(secret, {}, { viewer: { ...guest, userId: id, sessionId: id } })),
    )
    expect(outcomes.map(({ typename, code }) => code ?? typename ?? '').toSorted()).toEqual([
      'AcceptInvitationPayload',
      'INVITATION_ALREADY_ACCEPTED',
    ])
    expect(await db.roleAssignment.count({ where: { userId: { in: people.map(({ id }) => id) } } })).toBe(1)
    expect(await db.invitation.count({ where: { email, acceptedAt: { not: null } } })).toBe(1)
  })

  it('asks to sign in when the address has an account', async () => {
    const { viewer, facility } = await world()
    const { email } = await buildPerson(db)
    const { secret } = await invite(viewer, facility.id, { email })
    const mail = await db.mailMessage.findFirstOrThrow({ where: { toAddress: email } })
    const token = /\/invite#([\w-]+)/.exec(mail.body)?.[1] ?? secret
    expect(await accept(token)).toMatchObject({ code: 'SIGN_IN_TO_ACCEPT' })
  })

  it('no longer opens after seven days, or once taken back', async () => {
    const { viewer, facility } = await world()
    const late = await invite(viewer, facility.id)
    const seventhDay = new Date(TODAY.getTime() + 7 * 86_400_000)
    expect(await accept(late.secret, {}, { now: seventhDay })).toMatchObject({ code: 'INVITATION_EXPIRED' })
    const revoked = await invite(viewer, facility.id)
    const { id: invitationId, version } = revoked.invitation
    await send(graph, 'revokeInvitation', { invitationId, version }, { viewer })
    expect(await accept(revoked.secret)).toMatchObject({ code: 'INVITATION_REVOKED' })
  })

  it('with a secret of nobody finds nothing', async () => {
    expect(await accept('no such secret')).toMatchObject({ code: 'NOT_FOUND' })
  })

  it.each([
    ['REQUIRED', undefined],
    ['PASSWORD_TOO_SHORT', 'short'],
    ['PASSWORD_TOO_COMMON', 'password2026'],
  ])('wants a good password: %s', async (code, password) => {
    const { viewer, facility } = await world()
    const { secret } = await invite(viewer, facility.id)
    expect((await accept(secret, { password })).issues).toEqual([{ path: ['password'], code }])
  })

  it('does not give a role twice for the same days', async () => {
    const { viewer, facility } = await world()
    const { id } = await buildPerson(db, { roles: [{ role: 'FACILITY_STAFF', on: facility }] })
    const { secret } = await invite(viewer, facility.id)
    const signedIn = { ...guest, userId: id, sessionId: id }
    expect(await accept(secret, {}, { viewer: signedIn })).toMatchObject({ code: 'ROLE_ALREADY_HELD' })
  })
})

describe('revokeInvitation', () => {
  it('is refused for one that was accepted, to others, and on an old version', async () => {
    const { viewer, facility } = await world()
    const { invitation, secret } = await invite(viewer, facility.id)
    const input = { invitationId: invitation.id, version: invitation.version }
    const stranger = await world()
    expect(await send(graph, 'revokeInvitation', input, { viewer: stranger.viewer })).toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(await send(graph, 'revokeInvitation', { ...input, version: 9 }, { viewer })).toMatchObject({
      currentVersion: 1,
    })
    await accept(secret)
    expect(await send(graph, 'revokeInvitation', input, { viewer })).toMatchObject({
      code: 'INVITATION_ALREADY_ACCEPTED',
    })
  })
})

describe('invitationOffer', () => {
  const offer = (token: string, now?: Date) =>
    graph.ask(
      'query Offer($token: String!) { invitationOffer(token: $token) { state name email role bodyName inviterName startsOn endsOn hasAccount } }',
      { variables: { token }, ...(now && { now }) },
    )

  it('tells whoever has the link, and nobody else', async () => {
    const { viewer, facility, name, person } = await world()
    const { secret, email } = await invite(viewer, facility.id, { endsOn: day(100) })
    expect(await offer(secret)).toEqual({
      invitationOffer: {
        state: 'OPEN',
        name: '見本 新人',
        email,
        role: 'FACILITY_STAFF',
        bodyName: name,
        inviterName: person.name,
        startsOn: day(0),
        endsOn: day(100),
        hasAccount: false,
      },
    })
    expect(await offer(`${secret.slice(0, -1)}x`)).toEqual({ invitationOffer: null })
    const { invitationOffer } = await offer(secret, new Date(TODAY.getTime() + 8 * 86_400_000))
    expect(invitationOffer.state).toBe('EXPIRED')
  })
})

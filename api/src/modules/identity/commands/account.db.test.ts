import { describe, expect, it } from 'vitest'
import { openTestGraph, TODAY } from '../../../../../tests/support/graph.ts'
import { send } from '../../../../../tests/support/send.ts'
import { viewerActingAs } from '../../../../../tests/support/viewers.ts'
import { globalId } from '../../../kernel/ids.ts'
import { guest, type Viewer } from '../../../kernel/viewer.ts'
import { buildPerson, buildSampleNetwork, dayFrom } from '../fixtures.ts'
import { hashOfSecret } from '../../../kernel/secrets.ts'

const graph = await openTestGraph()
const { db } = graph
const day = (days: number) => dayFrom(TODAY, days)

async function director() {
  const { facility, corporation } = await buildSampleNetwork(db)
  const person = await buildPerson(db, { roles: [{ role: 'FACILITY_DIRECTOR', on: facility }] })
  const viewer = viewerActingAs(person.id, 'FACILITY_DIRECTOR', {
    facilityId: facility.id,
    corporationId: corporation.id,
    name: '見本荘',
  })
  return { person, viewer, facility, corporation }
}

const entryOf = (command: string, actorUserId: string) =>
  db.auditEntry.findFirstOrThrow({ where: { command, actorUserId }, orderBy: { seq: 'desc' } })

describe('createApiToken', () => {
  const create = (viewer: Viewer, over: object = {}) =>
    send(
      graph,
      'createApiToken',
      { name: '見本の連携', scopes: ['registry:read'], lastDay: day(365), ...over },
      { viewer, payload: 'token apiToken { id prefix actingKey scopes expiresAt version }' },
    )

  it('shows the token once; the database keeps its hash, and the audit nothing of it', async () => {
    const { person, viewer, facility } = await director()
    const { payload } = await create(viewer)
    expect(payload.token).toMatch(/^yui_[\w-]{43}$/)
    expect(payload.apiToken).toMatchObject({
      prefix: payload.token.slice(0, 10),
      actingKey: `FACILITY:${facility.id}`,
      scopes: ['registry:read'],
      expiresAt: '2027-11-23T15:00:00+00:00',
    })
    const kept = await db.apiToken.findFirstOrThrow({ where: { userId: person.id } })
    expect(Buffer.from(kept.tokenHash)).toEqual(Buffer.from(hashOfSecret(payload.token)))
    const entry = await entryOf('createApiToken', person.id)
    expect(entry).toMatchObject({
      actingKey: `FACILITY:${facility.id}`,
      actingName: '見本荘',
      subjectId: kept.id,
    })
    expect(JSON.stringify(entry.input)).not.toContain(payload.token)
  })

  it.each([
    ['TOKEN_LIVES_TOO_LONG', { lastDay: day(366) }],
    ['TOKEN_ENDS_IN_THE_PAST', { lastDay: day(-1) }],
  ])('is refused: %s', async (code, over) => {
    const { viewer } = await director()
    expect(await create(viewer, over)).toMatchObject({ code })
  })

  it('knows its scopes', async () => {
    const { viewer } = await director()
    const sent = await create(viewer, { scopes: ['registry:read', 'everything'] })
    expect(sent.issues).toEqual([{ path: ['scopes', '1'], code: 'WRONG_VALUE' }])
  })

  it('needs a second factor of everybody, and cannot be done with a token', async () => {
    const { viewer } = await director()
    expect(await create({ ...viewer, secondFactor: false })).toMatchObject({
      reason: 'SECOND_FACTOR_REQUIRED',
    })
    const program = { ...viewer, tokenId: viewer.userId, scopes: ['registry:read', 'registry:write'] }
    expect(await create(program)).toMatchObject({ code: 'FORBIDDEN', reason: 'SCOPE_MISSING' })
  })

  it('taken back, cannot be taken back again, and never by somebody else', async () => {
    const { viewer } = await director()
    const other = await director()
    const { payload } = await create(viewer)
    const input = { apiTokenId: payload.apiToken.id, version: 1 }
    const revoke = (as: Viewer, over: object = {}) =>
      send(graph, 'revokeApiToken', { ...input, ...over }, { viewer: as })
    expect(await revoke(other.viewer)).toMatchObject({ code: 'NOT_FOUND' })
    expect(await revoke(viewer, { version: 2 })).toMatchObject({ currentVersion: 1 })
    expect(await revoke(viewer)).toMatchObject({ typename: 'RevokeApiTokenPayload' })
    expect(await revoke(viewer, { version: 2 })).toMatchObject({ code: 'TOKEN_ALREADY_REVOKED' })
  })
})

describe('sessions', () => {
  const open = (userId: string, name: string) =>
    db.session.create({
      data: { userId, token: `${userId} ${name}`, userAgent: name, expiresAt: new Date('2099-01-01') },
    })

  it('are listed for the person, with the one that asks, and for nobody else', async () => {
    const { person, viewer } = await director()
    const [here, there] = [await open(person.id, 'here'), await open(person.id, 'there')]
    const document = '{ me { sessions(first: 10) { nodes { userAgent current } } } }'
    const { me } = await graph.ask(document, { viewer: { ...viewer, sessionId: here.id } })
    expect(me.sessions.nodes).toEqual(
      expect.arrayContaining([
        { userAgent: 'here', current: true },
        { userAgent: 'there', current: false },
      ]),
    )
    const other = await director()
    const byId = 'query One($id: ID!) { node(id: $id) { id } }'
    const id = globalId('Session', there.id)
    expect(await graph.ask(byId, { viewer: other.viewer, variables: { id } })).toEqual({ node: null })
    const operator = viewerActingAs(other.person.id, 'SYSTEM_OPERATOR')
    expect(await graph.ask(byId, { viewer: operator, variables: { id } })).toEqual({ node: null })
  })

  it('are ended one by one, or all but this one', async () => {
    const { person, viewer } = await director()
    const [here, phone, tablet] = [
      await open(person.id, 'here'),
      await open(person.id, 'phone'),
      await open(person.id, 'tablet'),
    ]
    const asked = { viewer: { ...viewer, sessionId: here.id } }
    const other = await director()
    const input = { sessionId: globalId('Session', phone.id) }
    expect(await send(graph, 'endSession', input, { viewer: other.viewer })).toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(await send(graph, 'endSession', input, asked)).toMatchObject({ typename: 'EndSessionPayload' })
    const { payload } = await send(graph, 'endOtherSessions', {}, { ...asked, payload: 'count' })
    expect(payload).toEqual({ count: 1 })
    expect(await db.session.findMany({ where: { userId: person.id }, select: { id: true } })).toEqual([
      { id: here.id },
    ])
    expect(await db.session.count({ where: { id: tablet.id } })).toBe(0)
    expect(await entryOf('endSession', person.id)).toMatchObject({
      subjectType: 'Session',
      subjectId: phone.id,
    })
  })
})

describe('removePasskey', () => {
  const passkey = (userId: string) =>
    db.passkey.create({
      data: {
        userId,
        publicKey: 'x',
        credentialID: crypto.randomUUID(),
        counter: 0,
        deviceType: 'x',
        backedUp: false,
      },
    })

  it('with the last one gone, no session counts as one with a second factor', async () => {
    const { person, viewer } = await director()
    const [one, other] = [await passkey(person.id), await passkey(person.id)]
    const session = await db.session.create({
      data: { userId: person.id, token: person.id, expiresAt: new Date('2099-01-01'), secondFactor: true },
    })
    const passed = async () =>
      (await db.session.findUniqueOrThrow({ where: { id: session.id } })).secondFactor
    const remove = (id: string, as = viewer) =>
      send(graph, 'removePasskey', { passkeyId: globalId('Passkey', id) }, { viewer: as })
    expect(await remove(one.id, { ...viewer, secondFactor: false })).toMatchObject({
      reason: 'SECOND_FACTOR_REQUIRED',
    })
    await remove(one.id)
    expect(await passed()).toBe(true)
    await remove(other.id)
    expect(await passed()).toBe(false)
    expect(await entryOf('removePasskey', person.id)).toMatchObject({
      subjectType: 'Passkey',
      subjectId: other.id,
    })
  })

  it('never somebody else’s', async () => {
    const [one, other] = [await director(), await director()]
    const { id } = await passkey(other.person.id)
    const sent = await send(
      graph,
      'removePasskey',
      { passkeyId: globalId('Passkey', id) },
      { viewer: one.viewer },
    )
    expect(sent).toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('renameMyself', () => {
  it('takes a name as it is written, old character forms too', async () => {
    const { person, viewer } = await director()
    const name = '見本 \uFA19谷 髙子'
    await send(graph, 'renameMyself', { name }, { viewer })
    expect(await db.user.findUnique({ where: { id: person.id } })).toMatchObject({ name })
  })

  it('keeps the mark of an invented person', async () => {
    const { id } = await buildPerson(db, { sample: true })
    const viewer = { ...guest, userId: id, sessionId: id }
    expect(await send(graph, 'renameMyself', { name: '山形 太郎' }, { viewer })).toMatchObject({
      code: 'SAMPLE_NAME_WITHOUT_MARK',
    })
  })
})

describe('whom one acts for', () => {
  it('stands in the audit entry of every act, whichever of several bodies it is', async () => {
    const [one, other] = [await buildSampleNetwork(db), await buildSampleNetwork(db)]
    const person = await buildPerson(db)
    const seats = [one, other].map(({ facility, corporation, name }) => {
      const { acting } = viewerActingAs(person.id, 'FACILITY_STAFF', {
        facilityId: facility.id,
        corporationId: corporation.id,
        name,
      })
      if (!acting) throw new Error('a viewer acts')
      return acting
    })
    for (const acting of seats) {
      const viewer = { ...viewerActingAs(person.id, 'FACILITY_STAFF'), seats, acting }
      await send(
        graph,
        'createApiToken',
        { name: 'x', scopes: ['registry:read'], lastDay: day(1) },
        { viewer },
      )
      const entry = await entryOf('createApiToken', person.id)
      expect(entry).toMatchObject({
        actingKey: acting.key,
        actingName: acting.name,
        actingRoles: ['FACILITY_STAFF'],
      })
    }
    const undecided = { ...viewerActingAs(person.id, 'FACILITY_STAFF'), seats, acting: null }
    const sent = await send(
      graph,
      'createApiToken',
      { name: 'x', scopes: ['registry:read'], lastDay: day(1) },
      { viewer: undecided },
    )
    expect(sent).toMatchObject({ code: 'FORBIDDEN', reason: 'CHOOSE_ACTING' })
  })
})

describe('people', () => {
  const people = '{ people(first: 50) { nodes { email roles(first: 9) { nodes { role } } } } }'

  it('of a body are seen by whoever looks after it, and by no stranger', async () => {
    const { person, facility, corporation } = await director()
    const administrator = viewerActingAs(person.id, 'CORPORATION_ADMIN', { corporationId: corporation.id })
    const { people: found } = await graph.ask(people, { viewer: administrator })
    expect(found.nodes).toEqual([{ email: person.email, roles: { nodes: [{ role: 'FACILITY_DIRECTOR' }] } }])

    const stranger = await director()
    const { people: foreign } = await graph.ask(people, { viewer: stranger.viewer })
    expect(foreign.nodes.map(({ email }: { email: string }) => email)).toEqual([stranger.person.email])
    const staff = viewerActingAs(person.id, 'FACILITY_STAFF', { facilityId: facility.id })
    const { errors } = await graph.request(people, { viewer: staff })
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', reason: 'ADMINISTRATORS_ONLY' })
  })

  it('without a role any more are left out unless asked for', async () => {
    const { corporation, facility } = await buildSampleNetwork(db)
    const gone = await buildPerson(db, { roles: [{ role: 'FACILITY_STAFF', on: facility, until: day(-1) }] })
    const viewer = viewerActingAs(gone.id, 'CORPORATION_ADMIN', { corporationId: corporation.id })
    expect((await graph.ask(people, { viewer })).people.nodes).toEqual([])
    const past =
      '{ people(first: 50, past: true) { nodes { email roles(first: 9, past: true) { nodes { role held } } } } }'
    expect((await graph.ask(past, { viewer })).people.nodes).toEqual([
      { email: gone.email, roles: { nodes: [{ role: 'FACILITY_STAFF', held: false }] } },
    ])
  })

  it('are looked after on the bodies that the form offers', async () => {
    const { corporation, facility, platform, name } = await buildSampleNetwork(db)
    const bodies = async (viewer: Viewer, text?: string) => {
      const document =
        'query Bodies($text: String) { lookedAfterBodies(text: $text) { id kind name } grantableRoles }'
      return graph.ask(document, { viewer, variables: { text } })
    }
    const body = (kind: string, id: string) => ({ kind, id, name })
    const own = [
      body('CORPORATION', globalId('Corporation', corporation.id)),
      body('FACILITY', globalId('Facility', facility.id)),
    ]
    const { id } = await buildPerson(db)
    const administrator = viewerActingAs(id, 'CORPORATION_ADMIN', { corporationId: corporation.id })
    expect((await bodies(administrator)).lookedAfterBodies).toEqual(own)
    const secretariat = viewerActingAs(id, 'PLATFORM_SECRETARIAT', { platformId: platform.id })
    expect((await bodies(secretariat)).lookedAfterBodies).toEqual([
      body('PLATFORM', globalId('Platform', platform.id)),
      own[0],
    ])
    const operator = viewerActingAs(id, 'SYSTEM_OPERATOR')
    const system = { kind: 'SYSTEM', id: null, name: '結（ゆい）の運用' }
    expect((await bodies(operator)).lookedAfterBodies).toEqual([system])
    expect((await bodies(operator, name.slice(3, 20))).lookedAfterBodies).toEqual([
      system,
      body('PLATFORM', globalId('Platform', platform.id)),
      ...own,
    ])
  })
})

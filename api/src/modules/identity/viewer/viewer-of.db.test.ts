import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { AuthBrowser } from '../../../../../tests/support/auth-browser.ts'
import { openTestIdentity, type TestIdentity } from '../../../../../tests/support/identity.ts'
import { dateOf } from '../../../kernel/clock.ts'
import { buildPerson, buildRole, buildSampleNetwork, dayFrom, type RoleSpec } from '../fixtures.ts'
import { hashOfSecret, newSecret } from '../../../kernel/secrets.ts'

let world: TestIdentity
beforeAll(async () => {
  world = await openTestIdentity()
})
afterAll(() => world.close())
beforeEach(() => world.clock.set(new Date()))

const buildNetwork = () => buildSampleNetwork(world.db)

async function signedIn(...roles: RoleSpec[]) {
  const person = await buildPerson(world.db, { roles })
  const browser = world.browser()
  await browser.post('/sign-in/email', { email: person.email, password: person.password })
  return { person, browser }
}

const at = (browser: AuthBrowser, acting?: string) => world.identity.viewerOf(browser.headers(acting))

describe('the seats of a person', () => {
  it('hold every role on one body together, and know the networks open to it', async () => {
    const { facility, corporation, platform, name } = await buildNetwork()
    const { browser } = await signedIn(
      { role: 'FACILITY_DIRECTOR', on: facility },
      { role: 'FACILITY_STAFF', on: facility },
    )
    const viewer = await at(browser)
    expect(viewer.seats).toHaveLength(1)
    expect(viewer.acting).toMatchObject({
      key: `FACILITY:${facility.id}`,
      kind: 'FACILITY',
      id: facility.id,
      name,
      facilityId: facility.id,
      corporationId: corporation.id,
      platformId: null,
      municipalityCode: null,
      roles: ['FACILITY_DIRECTOR', 'FACILITY_STAFF'],
    })
    expect(viewer.platformIds).toEqual([platform.id])
  })

  it('are one each for facility, corporation, network and municipality', async () => {
    const network = await buildNetwork()
    const { browser } = await signedIn(
      { role: 'FACILITY_STAFF', on: network.facility },
      { role: 'CORPORATION_REPORTER', on: network.corporation },
      { role: 'PLATFORM_CHAIR', on: network.platform },
      { role: 'MUNICIPAL_LIAISON', on: network.city },
    )
    const { seats, acting } = await at(browser)
    expect(seats.map(({ key }) => key)).toEqual([
      `CORPORATION:${network.corporation.id}`,
      `FACILITY:${network.facility.id}`,
      `MUNICIPALITY:${network.city.id}`,
      `PLATFORM:${network.platform.id}`,
    ])
    expect(acting).toBeNull()
  })

  it('several: one is chosen per request, and a foreign one is none', async () => {
    const [one, other, foreign] = [await buildNetwork(), await buildNetwork(), await buildNetwork()]
    const { browser } = await signedIn(
      { role: 'FACILITY_STAFF', on: one.facility },
      { role: 'FACILITY_STAFF', on: other.facility },
    )
    const [first, second] = await Promise.all([
      at(browser, `FACILITY:${one.facility.id}`),
      at(browser, `FACILITY:${other.facility.id}`),
    ])
    expect([first.acting?.id, second.acting?.id]).toEqual([one.facility.id, other.facility.id])
    expect([first.platformIds, second.platformIds]).toEqual([[one.platform.id], [other.platform.id]])
    expect(await at(browser, `FACILITY:${foreign.facility.id}`)).toMatchObject({
      acting: null,
      platformIds: [],
    })
  })

  it('of a corporation that left a network are no longer in it', async () => {
    const { facility, membership } = await buildNetwork()
    const { browser } = await signedIn({ role: 'FACILITY_STAFF', on: facility })
    const before = await at(browser)
    expect(before.platformIds).toEqual([membership.platformId])
    await world.db.platformMembership.update({
      where: { id: membership.id },
      data: { endsOn: dateOf(dayFrom(world.clock.now(), -1)) },
    })
    await expect.poll(async () => (await at(browser)).platformIds).toEqual([])
  })
})

describe('roles begin and end by themselves, at midnight in Japan', () => {
  it('the last day counts until its last second', async () => {
    const { facility } = await buildNetwork()
    const { browser } = await signedIn({
      role: 'FACILITY_STAFF',
      on: facility,
      from: '2027-04-01',
      until: '2028-03-31',
    })
    await world.db.session.updateMany({ data: { expiresAt: new Date('2030-01-01') } })
    const seatsAt = async (moment: string) => {
      world.clock.set(moment)
      return (await at(browser)).seats.length
    }
    expect(await seatsAt('2027-03-31T23:59:59+09:00')).toBe(0)
    expect(await seatsAt('2027-04-01T00:00:00+09:00')).toBe(1)
    expect(await seatsAt('2028-03-31T23:59:59+09:00')).toBe(1)
    expect(await seatsAt('2028-04-01T00:00:00+09:00')).toBe(0)
  })
})

describe('what changes is seen at once in every process', () => {
  it('a session that was ended', async () => {
    const second = await world.another()
    const { person, browser } = await signedIn()
    const asked = () =>
      Promise.all([world.identity, second].map(async (one) => (await one.viewerOf(browser.headers())).userId))
    expect(await asked()).toEqual([person.id, person.id])
    await world.db.session.deleteMany({ where: { userId: person.id } })
    await expect.poll(asked, { timeout: 2_000, interval: 10 }).toEqual([null, null])
  })

  it('a role that was given, and one that was taken', async () => {
    const second = await world.another()
    const { facility } = await buildNetwork()
    const { person, browser } = await signedIn()
    const seats = () =>
      Promise.all(
        [world.identity, second].map(async (one) => (await one.viewerOf(browser.headers())).seats.length),
      )
    expect(await seats()).toEqual([0, 0])
    const roleId = await buildRole(world.db, person.id, { role: 'FACILITY_STAFF', on: facility })
    await expect.poll(seats, { timeout: 2_000, interval: 10 }).toEqual([1, 1])
    await world.db.roleAssignment.update({
      where: { id: roleId },
      data: { endsOn: dateOf(dayFrom(world.clock.now(), -1)) },
    })
    await expect.poll(seats, { timeout: 2_000, interval: 10 }).toEqual([0, 0])
  })
})

it('a session asks the database once in ten seconds, and again after its end', async () => {
  const { browser, person } = await signedIn()
  const start = world.clock.now()
  await at(browser)
  // Without the trigger nobody is told; what is seen is what was kept.
  await world.db.$executeRawUnsafe(`alter table auth_session disable trigger all`)
  await world.db.session.deleteMany({ where: { userId: person.id } })
  await world.db.$executeRawUnsafe(`alter table auth_session enable trigger all`)
  world.clock.set(new Date(start.getTime() + 9_999))
  expect((await at(browser)).userId).toBe(person.id)
  world.clock.set(new Date(start.getTime() + 10_000))
  expect((await at(browser)).userId).toBeNull()
})

describe('a token', () => {
  async function buildToken(over: object = {}) {
    const { facility, corporation } = await buildNetwork()
    const { person, browser } = await signedIn(
      { role: 'FACILITY_DIRECTOR', on: facility },
      { role: 'CORPORATION_ADMIN', on: corporation },
    )
    const secret = newSecret('yui_')
    const token = await world.db.apiToken.create({
      data: {
        userId: person.id,
        name: '見本',
        prefix: secret.slice(0, 10),
        tokenHash: hashOfSecret(secret),
        actingKey: `CORPORATION:${corporation.id}`,
        scopes: ['registry:read'],
        expiresAt: new Date(world.clock.now().getTime() + 86_400_000),
        ...over,
      },
    })
    const viewer = (headers: Record<string, string> = {}) =>
      world.identity.viewerOf(new Headers({ authorization: `Bearer ${secret}`, ...headers }))
    return { person, browser, facility, corporation, token, viewer, secret }
  }

  it('acts for its one body within its scopes, whatever seat is asked for', async () => {
    const { person, corporation, facility, token, viewer } = await buildToken()
    const expected = {
      userId: person.id,
      sessionId: null,
      tokenId: token.id,
      scopes: ['registry:read'],
      needsSecondFactor: false,
    }
    const { seats, acting } = await viewer()
    expect(await viewer()).toMatchObject(expected)
    expect([seats.length, acting?.id]).toEqual([1, corporation.id])
    expect((await viewer({ 'x-yui-acting': `FACILITY:${facility.id}` })).acting).toBeNull()
    const { lastUsedAt } = await world.db.apiToken.findUniqueOrThrow({ where: { id: token.id } })
    expect(lastUsedAt).toEqual(world.clock.now())
  })

  it('counts alone, also when a session comes with it', async () => {
    const { browser, secret, token } = await buildToken()
    const headers = browser.headers()
    headers.set('authorization', `Bearer ${secret}`)
    expect(await world.identity.viewerOf(headers)).toMatchObject({ tokenId: token.id, sessionId: null })
    headers.set('authorization', 'Bearer something else')
    expect(await world.identity.viewerOf(headers)).toMatchObject({ userId: null })
  })

  it('loses its body with the role of its person', async () => {
    const { person, viewer } = await buildToken()
    expect((await viewer()).acting).not.toBeNull()
    await world.db.roleAssignment.deleteMany({ where: { userId: person.id, role: 'CORPORATION_ADMIN' } })
    await expect.poll(async () => (await viewer()).seats).toEqual([])
  })

  it('opens no longer when it has ended, was taken back, or never was', async () => {
    const { token, viewer } = await buildToken()
    expect((await viewer()).userId).not.toBeNull()
    await world.db.apiToken.update({ where: { id: token.id }, data: { revokedAt: new Date() } })
    await expect.poll(async () => (await viewer()).userId).toBeNull()
    const ended = await buildToken({ expiresAt: new Date(world.clock.now().getTime() - 1) })
    expect((await ended.viewer()).userId).toBeNull()
    const never = new Headers({ authorization: `Bearer ${newSecret('yui_')}` })
    expect((await world.identity.viewerOf(never)).userId).toBeNull()
  })
})

import { randomUUID } from 'node:crypto'
import { hashPassword, symmetricEncrypt } from 'better-auth/crypto'
import { dateOf, dayInJapan } from '../../kernel/clock.ts'
import { runCommand } from '../../kernel/command.ts'
import type { Db } from '../../kernel/db.ts'
import { globalId, newId } from '../../kernel/ids.ts'
import type { Chapter, SampleYear } from '../../kernel/sample-year.ts'
import { guest, needsSecondFactorFor, type RoleName, type Viewer } from '../../kernel/viewer.ts'
import { invitePerson } from './commands/invite-person.ts'
import { planHandover } from './commands/plan-handover.ts'
import { DEMO_PASSWORD, DEMO_TOTP_SECRET, demoPeople, type DemoPerson } from './demo/people.ts'
import { kindOfBody, placeOf, systemBody, type Body } from './rules/bodies.ts'
import { lastDayOfYearFrom } from './rules/days.ts'

/** What a role is built from: on which body, and from when to when. */
export interface RoleSpec {
  readonly role: RoleName
  readonly on: Pick<Body, 'kind' | 'id'>
  /** `YYYY-MM-DD`; left out, it has been held for long. */
  readonly from?: string
  readonly until?: string
}

export interface PersonSpec {
  readonly name?: string
  readonly email?: string
  readonly password?: string
  readonly sample?: boolean
  readonly roles?: readonly RoleSpec[]
}

export interface BuiltPerson {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly password: string
  readonly roleIds: readonly string[]
}

const LONG_AGO = '2020-04-01'
const PASSWORD = 'mihon no aikotoba'
let hashOfPassword: Promise<string> | undefined

/** Builds a person with an account and roles; a valid one by default, any part overridable. */
export async function buildPerson(db: Db, spec: PersonSpec = {}): Promise<BuiltPerson> {
  const { name = '見本 太郎', email = `${randomUUID()}@example.com`, sample = false, roles = [] } = spec
  const user = await db.user.create({ data: { name, email, emailVerified: true, sample } })
  const password = await (spec.password
    ? hashPassword(spec.password)
    : (hashOfPassword ??= hashPassword(PASSWORD)))
  await db.account.create({
    data: { userId: user.id, accountId: user.id, providerId: 'credential', password },
  })
  const roleIds: string[] = []
  for (const role of roles) roleIds.push(await buildRole(db, user.id, role))
  return { id: user.id, name, email, password: spec.password ?? PASSWORD, roleIds }
}

/** Gives a person a role; returns its id. */
export async function buildRole(
  db: Db,
  userId: string,
  { role, on, from = LONG_AGO, until }: RoleSpec,
): Promise<string> {
  const { id } = await db.roleAssignment.create({
    data: { userId, role, ...placeOf(on), startsOn: dateOf(from), endsOn: until ? dateOf(until) : null },
  })
  return id
}

/** The days around now in Japan, for terms: 0 is today. */
export const dayFrom = (now: Date, days: number): string =>
  dayInJapan(new Date(now.getTime() + days * 86_400_000))

const YAMAGATA = '062014'

/** Builds a sample network with one member that has one facility: bodies for roles to stand on. */
export async function buildSampleNetwork(db: Db) {
  await db.municipality.upsert({
    where: { code: YAMAGATA },
    create: { code: YAMAGATA, name: '山形市', prefecture: '山形県' },
    update: {},
  })
  const name = `見本 ${randomUUID()}`
  const corporation = await db.corporation.create({ data: { name, kind: 'GENERAL', sample: true } })
  const facility = await db.facility.create({
    data: {
      name,
      address: '見本町1',
      municipalityCode: YAMAGATA,
      corporationId: corporation.id,
      sample: true,
    },
  })
  const platform = await db.platform.create({
    data: { name, kind: 'COUNCIL_LED', municipalityCode: YAMAGATA, sample: true },
  })
  const membership = await db.platformMembership.create({
    data: { platformId: platform.id, corporationId: corporation.id, startsOn: dateOf(LONG_AGO) },
  })
  return {
    name,
    membership,
    facility: { kind: 'FACILITY', id: facility.id },
    corporation: { kind: 'CORPORATION', id: corporation.id },
    platform: { kind: 'PLATFORM', id: platform.id },
    city: { kind: 'MUNICIPALITY', id: YAMAGATA },
  } as const
}

/** The people of the sample network whom a newcomer can sign in as. */
export const people: Chapter = {
  title: '見本の人と役割',
  async write(year) {
    const secret = process.env.YUI_SECRET
    if (!secret) throw new Error('YUI_SECRET encrypts the second factors of the sample people.')
    const password = await hashPassword(DEMO_PASSWORD)
    for (const person of demoPeople) await writePerson(year, person, password)
    await writeYearEnd(year)
    await writeAuthenticatorApps(year.db, secret)
  },
}

async function writePerson(
  { db, day, now }: SampleYear,
  { email, name, roles }: DemoPerson,
  password: string,
): Promise<void> {
  if (await db.user.findUnique({ where: { email } })) return
  const assignments = []
  for (const { role, on } of roles) {
    const endsOn = role === 'PLATFORM_AUDITOR' ? lastDayOfYearFrom(day(4, 1)) : null
    assignments.push({ role, ...placeOf(await sampleBody(db, role, on)), startsOn: day(4, 1), endsOn })
  }
  const id = newId(now)
  const accounts = { create: { accountId: id, providerId: 'credential', password } }
  // In one write, so that whoever stops the seed finds the person whole or not at all.
  await db.user.create({
    data: { id, name, email, emailVerified: true, sample: true, accounts, roles: { create: assignments } },
  })
}

/** The sample body that a role stands on, by the end of its name. */
async function sampleBody(
  db: Db,
  role: RoleName,
  ending: string,
): Promise<Pick<Body, 'kind' | 'id' | 'name'>> {
  const kind = kindOfBody[role]
  const found = { where: { sample: true, name: { endsWith: ending } }, select: { id: true, name: true } }
  switch (kind) {
    case 'FACILITY':
      return { kind, ...(await db.facility.findFirstOrThrow(found)) }
    case 'CORPORATION':
      return { kind, ...(await db.corporation.findFirstOrThrow(found)) }
    case 'PLATFORM':
      return { kind, ...(await db.platform.findFirstOrThrow(found)) }
    case 'MUNICIPALITY':
      return { kind, id: ending, name: ending }
    case 'SYSTEM':
      return systemBody
  }
}

/** What an administrator has begun: a hand-over at the end of the year, and an invitation that waits. */
async function writeYearEnd({ db, now, fiscalYear }: SampleYear): Promise<void> {
  const corporation = await sampleBody(db, 'CORPORATION_ADMIN', '見本あおば会')
  const facility = await sampleBody(db, 'FACILITY_DIRECTOR', '見本あおば荘')
  const personCalled = (name: string) => db.user.findFirstOrThrow({ where: { name, sample: true } })
  const [administrator, leaver, successor] = await Promise.all(
    ['見本 かおり', '見本 花子', '見本 太郎'].map(personCalled),
  )
  if (!administrator || !leaver || !successor) throw new Error('The cast has changed.')
  if ((await db.roleHandover.count({ where: { fromUserId: leaver.id } })) > 0) return
  const role = await db.roleAssignment.findFirstOrThrow({
    where: { userId: leaver.id, facilityId: facility.id },
  })

  const context = {
    db,
    viewer: actingFor(administrator.id, 'CORPORATION_ADMIN', corporation, dateOf(dayInJapan(now))),
    clock: { now: () => now },
    requestId: null,
  }
  await runCommand(
    planHandover,
    {
      fromUserId: globalId('User', leaver.id),
      toUserId: globalId('User', successor.id),
      onDate: dateOf(`${fiscalYear + 1}-04-01`),
      roleAssignmentIds: [globalId('RoleAssignment', role.id)],
      note: '年度末の人事異動にともなう引き継ぎです。',
    },
    context,
  )
  await runCommand(
    invitePerson,
    {
      email: 'shinjin@example.com',
      name: '見本 はるか',
      role: 'FACILITY_STAFF',
      bodyId: globalId('Facility', facility.id),
    },
    context,
  )
}

function actingFor(
  userId: string,
  role: RoleName,
  { kind, id, name }: Pick<Body, 'kind' | 'id' | 'name'>,
  today: Date,
): Viewer {
  const acting = { key: `${kind}:${id}`, kind, id, name, ...placeOf({ kind, id }), roles: [role] }
  return { ...guest, userId, secondFactor: true, seats: [acting], acting, today }
}

/** Gives every sample administrator the authenticator app whose codes the log-in page shows. */
async function writeAuthenticatorApps(db: Db, key: string): Promise<void> {
  const administrators = demoPeople.filter(({ roles }) =>
    needsSecondFactorFor({ roles: roles.map(({ role }) => role) }),
  )
  for (const { email } of administrators) {
    const { id: userId } = await db.user.update({ where: { email }, data: { twoFactorEnabled: true } })
    await db.twoFactor.deleteMany({ where: { userId } })
    await db.twoFactor.create({
      data: {
        userId,
        verified: true,
        secret: await symmetricEncrypt({ key, data: DEMO_TOTP_SECRET }),
        backupCodes: await symmetricEncrypt({ key, data: '[]' }),
      },
    })
  }
}

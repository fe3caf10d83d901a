import { randomUUID } from 'node:crypto'
import { hashPassword } from 'better-auth/crypto'
import { dateOf, dayInJapan } from '../../kernel/clock.ts'
import type { Db } from '../../kernel/db.ts'
import type { RoleName } from '../../kernel/viewer.ts'
import { placeOf, type Body } from './rules/bodies.ts'

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

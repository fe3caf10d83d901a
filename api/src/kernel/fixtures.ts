import { randomUUID } from 'node:crypto'
import { afterAll } from 'vitest'
import { z } from 'zod'
import { testDatabase } from '../../../tests/support/database.ts'
import type { Clock } from './clock.ts'
import { command, type CommandContext } from './command.ts'
import { createDb, type Db } from './db.ts'
import { event } from './events.ts'
import { globalId, idOf } from './ids.ts'
import { idempotencyKey, version } from './inputs.ts'
import { RuleProblem } from './problems.ts'
import { save } from './save.ts'
import { allow, deny } from './verdict.ts'
import { guest, type RoleName, type Seat, type SeatKind, type Viewer } from './viewer.ts'

/** The moment at which kernel tests take place. */
export const noon = new Date('2026-11-23T03:00:00Z')
export const noonClock: Clock = { now: () => noon }

let client: Db | undefined

/** Prisma on the worker's own database, closed after the test file. */
export async function testDb(): Promise<Db> {
  const { url } = await testDatabase()
  client ??= createDb(url)
  return client
}

afterAll(async () => {
  await client?.$disconnect()
  client = undefined
})

/** A seat on an invented body. */
export const seat = (kind: SeatKind, ...roles: RoleName[]): Seat => {
  const id = randomUUID()
  return {
    key: `${kind}:${id}`,
    kind,
    id,
    name: `見本の立場 ${kind}`,
    corporationId: kind === 'CORPORATION' ? id : null,
    facilityId: kind === 'FACILITY' ? id : null,
    platformId: kind === 'PLATFORM' ? id : null,
    municipalityCode: null,
    roles,
  }
}

/** A signed-in person acting for one body; every field can be said. */
export const personOf = (userId: string, over: Partial<Viewer> = {}): Viewer => {
  const acting = over.acting === undefined ? seat('FACILITY', 'FACILITY_DIRECTOR') : over.acting
  return { ...guest, userId, sessionId: randomUUID(), seats: acting ? [acting] : [], acting, ...over }
}

/** A person in the database, and as a viewer. */
export async function somebody(over: Partial<Viewer> = {}): Promise<Viewer & { userId: string }> {
  const db = await testDb()
  const { id } = await db.user.create({
    data: { name: '見本 太郎', email: `${randomUUID()}@example.jp`, sample: true },
  })
  return { ...personOf(id, over), userId: id }
}

export async function contextOf(viewer: Viewer, over: Partial<CommandContext> = {}): Promise<CommandContext> {
  return { viewer, clock: noonClock, db: await testDb(), requestId: randomUUID(), ...over }
}

export const PlatformFounded = event('kernel.PlatformFounded.v1', z.object({ platformId: z.uuid() }))
export const PlatformRenamed = event('kernel.PlatformRenamed.v1', z.object({ platformId: z.uuid() }))

const kind = 'OTHER' as const
const name = () => z.string().trim().min(1).max(200).describe('Name of the network; sample names carry 見本.')

/** Creates a record and announces it to everybody; takes an idempotency key and a secret. */
export const foundPlatform = command({
  name: 'foundPlatform',
  description: 'Anybody who is signed in founds a sample network.',
  scope: 'platforms:write',
  secret: ['password'],
  input: z.object({
    name: name(),
    password: z.string().optional().describe('Kept secret from the audit.'),
    reason: z.string().optional().describe('Why, for the audit.'),
    idempotencyKey: idempotencyKey(),
  }),
  subject: (_tx, _input, { userId }) => ({ userId }),
  may: (_viewer, _subject, input) => (input.name.includes('禁止') ? deny('NAME_FORBIDDEN') : allow),
  async run({ tx, input, emit }) {
    const { id } = await tx.platform.create({ data: { name: input.name, kind, sample: true } })
    emit(PlatformFounded, { platformId: id }, { audience: ['public'], entities: [globalId('Platform', id)] })
    return { platformId: id, password: input.password ?? null }
  },
})

/** Changes a record with an optimistic lock, by a rule and under a constraint of the database. */
export const renamePlatform = command({
  name: 'renamePlatform',
  description: 'A network that is not closed gets another name.',
  onConstraint: {
    platform_sample_is_marked: () => new RuleProblem('SAMPLE_NOT_MARKED', 'A sample name carries 見本.'),
  },
  input: z.object({
    platformId: idOf('Platform').describe('The network.'),
    name: name(),
    version: version(),
  }),
  subject: (tx, { platformId }) => tx.platform.findUnique({ where: { id: platformId } }),
  may: () => allow,
  async run({ tx, subject, input, emit }) {
    if (subject.name.includes('解散')) throw new RuleProblem('PLATFORM_CLOSED', 'It is closed.')
    await save(tx.platform, subject, input.version, { name: input.name })
    const audience = [`platform:${subject.id}` as const]
    emit(
      PlatformRenamed,
      { platformId: subject.id },
      { audience, entities: [globalId('Platform', subject.id)] },
    )
    return { platformId: subject.id }
  },
})

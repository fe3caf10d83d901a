import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { proveRuns } from '../../../tests/support/prove.ts'
import { testDatabase } from '../../../tests/support/database.ts'
import { command, runCommand } from './command.ts'
import type { Db } from './db.ts'
import { contextOf, somebody, testDb } from '../../../tests/support/kernel.ts'
import { foundPlatform, PlatformFounded, renamePlatform } from './fixtures/platforms.ts'
import { noon, seat } from './fixtures/viewers.ts'
import { globalId } from './ids.ts'
import { ConflictProblem, RuleProblem, ValidationProblem } from './problems.ts'
import { allow, deny } from './verdict.ts'
import { guest, systemViewer, type Viewer } from './viewer.ts'

let db: Db
beforeAll(async () => {
  db = await testDb()
})

const sampleName = () => `見本ネットワーク ${randomUUID()}`

const found = async (viewer: Viewer, input: object = {}) =>
  runCommand(foundPlatform, { name: sampleName(), ...input }, await contextOf(viewer))

/** A plain command with the given options, whose effect can be counted by its audit entries. */
const plain = (options: object) =>
  command({
    name: `plain${randomUUID()}`,
    description: 'Does nothing but leave a trace.',
    input: z.object({}),
    subject: () => ({}),
    may: () => allow,
    run: async () => ({}),
    ...options,
  })

const run = async (declared: ReturnType<typeof plain>, viewer: Viewer) =>
  runCommand(declared, {}, await contextOf(viewer))

const extensions = (extension: object) =>
  expect.objectContaining({ extensions: expect.objectContaining(extension) })

describe('a command that succeeds', () => {
  it('leaves the data, one audit entry, the event and its job, all of them together', async () => {
    const acting = seat('CORPORATION', 'CORPORATION_REPORTER')
    const viewer = await somebody({ acting })
    const context = await contextOf(viewer)
    const name = sampleName()
    const { platformId } = await runCommand(
      foundPlatform,
      { name, password: 'hidden', reason: '試し' },
      context,
    )

    expect(await db.platform.findUnique({ where: { id: platformId } })).toMatchObject({ name, version: 1 })
    const entry = await db.auditEntry.findFirstOrThrow({ where: { subjectId: platformId } })
    expect(entry).toMatchObject({
      at: noon,
      actorUserId: viewer.userId,
      tokenId: null,
      actingKey: acting.key,
      actingName: acting.name,
      actingRoles: ['CORPORATION_REPORTER'],
      command: 'foundPlatform',
      subjectType: 'Platform',
      input: { name, reason: '試し' },
      reason: '試し',
      requestId: context.requestId,
    })
    expect(entry.audience.toSorted()).toEqual(
      [`corporation:${acting.id}`, `platform:${platformId}`, `user:${viewer.userId}`].toSorted(),
    )
    const logged = await db.eventLog.findFirstOrThrow({ where: { auditSeq: entry.seq } })
    expect(logged).toMatchObject({
      name: PlatformFounded.name,
      payload: { platformId },
      audience: ['public'],
      entities: [globalId('Platform', platformId)],
      at: noon,
    })
    const { pool } = await testDatabase()
    const { rows } = await pool.query(
      `select count(*)::int as count from graphile_worker._private_jobs where payload ->> 'eventId' = $1`,
      [logged.id],
    )
    expect(rows).toEqual([{ count: 1 }])
  })
})

describe('what the viewer alone decides', () => {
  it('nobody signed in: UNAUTHENTICATED, unless the command is public', async () => {
    await expect(run(plain({}), guest)).rejects.toEqual(extensions({ code: 'UNAUTHENTICATED' }))
    await expect(run(plain({ public: true }), guest)).resolves.toEqual({})
  })

  it('a token needs the scope of the command, and no token opens a command without one', async () => {
    const token = await somebody({ tokenId: randomUUID(), scopes: ['platforms:write'] })
    await expect(run(plain({}), token)).rejects.toEqual(extensions({ reason: 'SCOPE_MISSING' }))
    await expect(run(plain({ scope: 'other:write' }), token)).rejects.toEqual(
      extensions({ reason: 'SCOPE_MISSING' }),
    )
    await expect(run(plain({ scope: 'platforms:write' }), token)).resolves.toEqual({})
    await expect(found(token)).resolves.toMatchObject({ platformId: expect.any(String) })
  })

  it.each(['CORPORATION_ADMIN', 'PLATFORM_SECRETARIAT', 'SYSTEM_OPERATOR'] as const)(
    'a %s acts with a second factor only, except to get one',
    async (role) => {
      const admin = await somebody({ acting: seat('CORPORATION', role) })
      const refused = extensions({ code: 'FORBIDDEN', reason: 'SECOND_FACTOR_REQUIRED' })
      await expect(run(plain({}), admin)).rejects.toEqual(refused)
      await expect(run(plain({ withoutSecondFactor: true }), admin)).resolves.toEqual({})
      await expect(run(plain({}), { ...admin, secondFactor: true })).resolves.toEqual({})
    },
  )

  it('a command may ask everybody for the second factor', async () => {
    const director = await somebody()
    const strict = plain({ secondFactor: true })
    await expect(run(strict, director)).rejects.toEqual(extensions({ reason: 'SECOND_FACTOR_REQUIRED' }))
    await expect(run(strict, { ...director, secondFactor: true })).resolves.toEqual({})
  })

  it('who has several bodies and chose none acts for none, except as a person', async () => {
    const undecided = await somebody({
      acting: null,
      seats: [seat('FACILITY', 'FACILITY_DIRECTOR'), seat('FACILITY', 'FACILITY_STAFF')],
    })
    await expect(run(plain({}), undecided)).rejects.toEqual(extensions({ reason: 'CHOOSE_ACTING' }))
    await expect(run(plain({ personal: true }), undecided)).resolves.toEqual({})
    await expect(run(plain({}), await somebody({ acting: null, seats: [] }))).resolves.toEqual({})
  })

  it('the portal itself passes; the policy still decides', async () => {
    await expect(run(plain({ secondFactor: true }), systemViewer)).resolves.toEqual({})
    await expect(run(plain({ may: () => deny('NO') }), systemViewer)).rejects.toEqual(
      extensions({ reason: 'NO' }),
    )
  })
})

describe('refusals leave nothing behind', () => {
  const unchanged = async (act: () => Promise<unknown>) => {
    const traces = () =>
      Promise.all([
        db.auditEntry.count(),
        db.eventLog.count(),
        db.platform.count(),
        db.idempotencyKey.count(),
      ])
    const before = await traces()
    const outcome = await act().then(
      () => {
        throw new Error('was not refused')
      },
      (error: unknown) => error,
    )
    expect(await traces()).toEqual(before)
    return outcome
  }

  it('an input of the wrong shape: every issue with its path and code', async () => {
    const viewer = await somebody()
    const problem = await unchanged(() => found(viewer, { name: ' ', reason: 7, idempotencyKey: 'x' }))
    expect(problem).toBeInstanceOf(ValidationProblem)
    expect((problem as ValidationProblem).issues.map(({ path, code }) => [path.join('.'), code])).toEqual([
      ['name', 'REQUIRED'],
      ['reason', 'WRONG_TYPE'],
      ['idempotencyKey', 'WRONG_FORMAT'],
    ])
  })

  it('text that PostgreSQL cannot keep', async () => {
    const viewer = await somebody()
    for (const name of ['見本\0', '見本\ud800']) {
      const problem = await unchanged(() => found(viewer, { name }))
      expect((problem as ValidationProblem).issues).toMatchObject([
        { path: ['name'], code: 'WRONG_CHARACTER' },
      ])
    }
  })

  it('an id of another type', async () => {
    const viewer = await somebody()
    const input = { platformId: globalId('Facility', randomUUID()), name: '見本', version: 1 }
    const context = await contextOf(viewer)
    const problem = await unchanged(() => runCommand(renamePlatform, input, context))
    expect((problem as ValidationProblem).issues).toMatchObject([{ path: ['platformId'], code: 'WRONG_ID' }])
  })

  it('a subject that is not there', async () => {
    const context = await contextOf(await somebody())
    const input = { platformId: globalId('Platform', randomUUID()), name: '見本', version: 1 }
    const error = await unchanged(() => runCommand(renamePlatform, input, context))
    expect(error).toEqual(extensions({ code: 'NOT_FOUND' }))
  })

  it('a policy that says no', async () => {
    const viewer = await somebody()
    const error = await unchanged(() => found(viewer, { name: '見本 禁止', idempotencyKey: randomUUID() }))
    expect(error).toEqual(extensions({ code: 'FORBIDDEN', reason: 'NAME_FORBIDDEN' }))
  })

  const rename = async (platformId: string, name: string, version: number) =>
    runCommand(
      renamePlatform,
      { platformId: globalId('Platform', platformId), name, version },
      await contextOf(await somebody()),
    )

  it('a rule, a constraint that is expected, and a version that has moved on', async () => {
    const { platformId } = await found(await somebody())
    const closed = await found(await somebody(), { name: '見本 解散' })
    expect(await unchanged(() => rename(closed.platformId, '見本', 1))).toMatchObject({
      code: 'PLATFORM_CLOSED',
    })
    const unmarked = await unchanged(() => rename(platformId, '本物のような名前', 1))
    expect(unmarked).toBeInstanceOf(RuleProblem)
    expect(unmarked).toMatchObject({ code: 'SAMPLE_NOT_MARKED' })

    await rename(platformId, '見本 二', 1)
    const conflict = await unchanged(() => rename(platformId, '見本 三', 1))
    expect(conflict).toBeInstanceOf(ConflictProblem)
    expect(conflict).toMatchObject({ currentVersion: 2 })
  })

  it('an event whose payload is not what it declares', async () => {
    const context = await contextOf(await somebody())
    const wrong = command({
      name: 'announceNonsense',
      description: 'Emits what the event does not allow.',
      input: z.object({}),
      subject: () => ({}),
      may: () => allow,
      async run({ tx, emit }) {
        await tx.platform.create({ data: { name: sampleName(), kind: 'OTHER', sample: true } })
        emit(PlatformFounded, { platformId: 'none' }, { audience: ['public'] })
        return {}
      },
    })
    expect(await unchanged(() => runCommand(wrong, {}, context))).toBeInstanceOf(z.ZodError)
  })
})

describe('what is sent twice', () => {
  it('sent 20 times at once, it happens once and is answered alike', async () => {
    const viewer = await somebody()
    const input = { name: sampleName(), idempotencyKey: randomUUID() }
    const context = await contextOf(viewer)
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => runCommand(foundPlatform, input, context)),
    )
    expect(new Set(answers.map(({ platformId }) => platformId)).size).toBe(1)
    expect(await db.platform.count({ where: { name: input.name } })).toBe(1)
    expect(await db.auditEntry.count({ where: { actorUserId: viewer.userId } })).toBe(1)
  })

  it('the key of one thing cannot be used for another, nor by acting for another body', async () => {
    const viewer = await somebody()
    const key = { idempotencyKey: randomUUID() }
    const name = sampleName()
    await found(viewer, { name, ...key })
    const reused = expect.objectContaining({ code: 'IDEMPOTENCY_KEY_REUSED' })
    await expect(found(viewer, { name: sampleName(), ...key })).rejects.toEqual(reused)
    const elsewhere = { ...viewer, acting: seat('FACILITY', 'FACILITY_STAFF') }
    await expect(found(elsewhere, { name, ...key })).rejects.toEqual(reused)
    await expect(found(await somebody(), { name, ...key })).resolves.toBeDefined()
  })

  it('a secret is neither in the audit nor beside the key, so the repeated answer comes without it', async () => {
    const viewer = await somebody()
    const input = { name: sampleName(), password: 'only once', idempotencyKey: randomUUID() }
    expect(await found(viewer, input)).toMatchObject({ password: 'only once' })
    expect((await found(viewer, input)).password).toBeUndefined()
    const kept = await db.idempotencyKey.findFirstOrThrow({ where: { key: input.idempotencyKey } })
    const entry = await db.auditEntry.findFirstOrThrow({ where: { actorUserId: viewer.userId } })
    expect(JSON.stringify([kept.result, entry.input])).not.toContain('only once')
  })

  it('a refused act keeps no answer: the same key may succeed later', async () => {
    const viewer = await somebody()
    const input = { platformId: '', name: '見本 名', version: 1 }
    const { platformId } = await found(viewer)
    await db.platform.update({ where: { id: platformId }, data: { version: 2 } })
    const context = await contextOf(viewer)
    const resend = { owner: `user:${viewer.userId}`, key: randomUUID() }
    const attempt = (version: number) =>
      runCommand(
        renamePlatform,
        { ...input, platformId: globalId('Platform', platformId), version },
        context,
        { resend },
      )
    await expect(attempt(1)).rejects.toBeInstanceOf(ConflictProblem)
    await expect(attempt(2)).resolves.toEqual({ platformId })
  })
})

describe('serialization failures', () => {
  const failing = (times: number) => {
    const attempts = { count: 0 }
    const declared = plain({
      async run({ tx }: { tx: Db }) {
        attempts.count += 1
        if (attempts.count <= times) {
          await tx.$executeRaw`do $$ begin raise exception 'again' using errcode = '40001'; end $$`
        }
        return {}
      },
    })
    return { attempts, declared }
  }

  it('are tried again up to three times', async () => {
    const { attempts, declared } = failing(3)
    await expect(run(declared, await somebody())).resolves.toEqual({})
    expect(attempts.count).toBe(4)
  })

  it('and then given up', async () => {
    const { attempts, declared } = failing(4)
    await expect(run(declared, await somebody())).rejects.toThrow('again')
    expect(attempts.count).toBe(4)
  })

  it('other faults are not tried again', async () => {
    let count = 0
    const declared = plain({
      async run() {
        count += 1
        throw new Error('a fault')
      },
    })
    await expect(run(declared, await somebody())).rejects.toThrow('a fault')
    expect(count).toBe(1)
  })

  it('serializable commands on the same sum all succeed, one after the other', async () => {
    const runs = proveRuns(12, 60)
    const { platformId } = await found(await somebody())
    const addOne = command({
      name: 'addOne',
      description: 'Counts up by reading and writing without a lock.',
      isolation: 'serializable',
      input: z.object({}),
      subject: (tx) => tx.platform.findUnique({ where: { id: platformId } }),
      may: () => allow,
      async run({ tx, subject }) {
        const helpPhone = String(Number(subject.helpPhone ?? 0) + 1)
        await tx.platform.update({ where: { id: subject.id }, data: { helpPhone } })
        return { platformId: subject.id }
      },
    })
    const context = await contextOf(await somebody())
    await Promise.all(Array.from({ length: runs }, () => runCommand(addOne, {}, context)))
    expect(await db.platform.findUnique({ where: { id: platformId } })).toMatchObject({
      helpPhone: String(runs),
    })
  })
})

import { createHash, randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { testDatabase } from '../support/database.ts'
import { decisionWorld, type DecisionWorld } from '../support/decision-world.ts'
import { testDb } from '../support/kernel.ts'
import { viewerActingAs } from '../support/viewers.ts'
import type { Db } from '../../api/src/kernel/db.ts'
import { noonClock } from '../../api/src/kernel/fixtures/viewers.ts'
import { mapIdentity, startApp, type TestApp } from '../../api/src/kernel/http/fixtures/app.ts'
import { globalId } from '../../api/src/kernel/ids.ts'
import { tasks } from '../../api/src/kernel/jobs/task.ts'
import { createLog } from '../../api/src/kernel/log.ts'
import { guest, type Viewer } from '../../api/src/kernel/viewer.ts'
import { editDocument } from '../../api/src/modules/bulletin/commands/edit-document.ts'
import '../../api/src/modules/bulletin/routes.ts'
import { draftMinutes } from '../../api/src/modules/meetings/commands/draft-minutes.ts'
import { putMinutesToSigners } from '../../api/src/modules/meetings/commands/put-minutes-to-signers.ts'
import { signMinutes } from '../../api/src/modules/meetings/commands/sign-minutes.ts'
import * as typesetting from '../../api/src/modules/meetings/documents/typeset.ts'
import '../../api/src/modules/meetings/reactions/filing.ts'
import '../../api/src/modules/meetings/routes.ts'

// Minutes on paper and decisions as a table: who gets them, as what, and from where.

const { identity, signIn } = mapIdentity()
let app: TestApp
let db: Db
beforeAll(async () => {
  const { url } = await testDatabase()
  app = await startApp({ databaseUrl: url, identity })
  db = await testDb()
})
afterAll(() => app.close())
afterEach(() => void vi.restoreAllMocks())

/** An answer, read to its end. */
const get = async (path: string, viewer: Viewer) => {
  const answer = await fetch(`${app.url}${path}`, { headers: { authorization: `Bearer ${signIn(viewer)}` } })
  return new Response(await answer.arrayBuffer(), answer)
}
const getMinutes = (minutesId: string, viewer: Viewer) =>
  get(`/api/minutes/${globalId('Minutes', minutesId)}.pdf`, viewer)
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer())
/** Everything an answer says, for comparing refusals. */
const said = async (response: Response) => ({ status: response.status, body: await response.text() })
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

const minutesOf = ({ meetingId }: DecisionWorld) =>
  db.minutes.findUniqueOrThrow({ where: { meetingId }, include: { signers: true, file: true } })

/** A meeting whose minutes are drafted; `signed` of the three who have to sign have done so. */
async function written(signed: number | null): Promise<DecisionWorld & { minutesId: string }> {
  const world = await decisionWorld({ db })
  const { run, secretariat, meetingId, voterIds } = world
  await run(draftMinutes, secretariat, { meetingId: globalId('Meeting', meetingId) })
  const { id, version } = await minutesOf(world)
  if (signed === null) return { ...world, minutesId: id }
  const signerIds = [1, 2].map((place) => globalId('MeetingVoter', voterIds[place] ?? ''))
  await run(putMinutesToSigners, secretariat, { minutesId: globalId('Minutes', id), signerIds, version })
  const { signers, contentHash } = await minutesOf(world)
  for (let n = 1; n <= signed; n++)
    await run(signMinutes, await world.member(n), {
      minutesSignerId: globalId(
        'MinutesSigner',
        signers.find(({ voterId }) => voterId === voterIds[n - 1])?.id ?? '',
      ),
      name: `見本 署名${n}`,
      contentHash: Buffer.from(contentHash ?? []).toString('hex'),
    })
  return { ...world, minutesId: id }
}

const jobContext = () => ({
  db,
  clock: noonClock,
  log: createLog('silent'),
  mailer: null,
})
const file = (minutesId: string) => tasks.get('meetings.fileMinutes')?.run({ minutesId }, jobContext())
const waitingJobs = async (minutesId: string) =>
  (
    await db.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM graphile_worker.jobs WHERE key = ${`meetings.fileMinutes:${minutesId}`}`
  )[0]?.count

describe('the paper of minutes', () => {
  it('is filed once after the last signature, and what is served is what was filed', async () => {
    const world = await written(3)
    const { minutesId, platformId, member, secretariat } = world
    expect(await waitingJobs(minutesId)).toBe(1)
    const early = await bytesOf(await getMinutes(minutesId, secretariat))
    // Two workers at the same moment, and one that comes late.
    await Promise.all([file(minutesId), file(minutesId)])
    await file(minutesId)

    const documents = await db.document.findMany({
      where: { platformId, kind: 'MINUTES' },
      include: { versions: { include: { chunks: { orderBy: { position: 'asc' } } } } },
    })
    expect(documents).toMatchObject([
      {
        title: '令和8年-総会-第2回 議事録',
        audience: 'MEMBERS',
        source: 'meetings',
        retainFrom: new Date('2026-11-19'),
        retentionYears: 10,
        latestNumber: 1,
      },
    ])
    const [version] = documents[0]?.versions ?? []
    const stored = Buffer.concat((version?.chunks ?? []).map(({ bytes }) => bytes))

    // Not set again: with the typesetting out of order, the bytes that were filed still come.
    vi.spyOn(typesetting, 'typeset').mockImplementation(() => {
      throw new Error('out of order')
    })
    const reader = await member(6)
    const answer = await getMinutes(minutesId, reader)
    const served = await bytesOf(answer)
    expect(answer.status).toBe(200)
    expect(Buffer.compare(served, stored)).toBe(0)
    expect(Buffer.compare(served, early)).toBe(0)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'cache-control': 'private, no-store',
      'content-disposition': `attachment; filename="minutes.pdf"; filename*=UTF-8''${encodeURIComponent('令和8年-総会-第2回-議事録.pdf')}`,
    })
    const hash = sha256(served)
    expect(Buffer.from((await minutesOf(world)).file?.contentHash ?? []).toString('hex')).toBe(hash)
    expect(Buffer.from(version?.contentHash ?? []).toString('hex')).toBe(hash)
  })

  it('is got from nowhere by whoever does not see the meeting', async () => {
    const { minutesId } = await written(3)
    await file(minutesId)
    const elsewhere = await decisionWorld({ db })
    const versions = await db.documentVersion.findMany({
      where: { document: { minutesFile: { is: { minutesId } } } },
    })
    const shelf = (key: string) => `/api/documents/versions/${globalId('DocumentVersion', key)}`
    for (const stranger of [await elsewhere.member(1), elsewhere.secretariat, await elsewhere.auditor()]) {
      const refused = await said(await getMinutes(minutesId, stranger))
      expect(refused.status).toBe(404)
      expect(refused).toEqual(await said(await getMinutes(randomUUID(), stranger)))
      const fromShelf = await said(await get(shelf(versions[0]?.id ?? ''), stranger))
      expect(fromShelf.status).toBe(404)
      expect(fromShelf).toEqual(await said(await get(shelf(randomUUID()), stranger)))
    }
  })

  it('waits while it cannot be set: the lock stands, nothing is half there, and the job tries again', async () => {
    const broken = vi.spyOn(typesetting, 'typeset').mockImplementation(() => {
      throw new Error('out of order')
    })
    const world = await written(3)
    await expect(file(world.minutesId)).rejects.toThrow('out of order')
    expect(await minutesOf(world)).toMatchObject({ state: 'LOCKED', file: null })
    expect(await db.document.count({ where: { platformId: world.platformId } })).toBe(0)
    broken.mockRestore()
    await file(world.minutesId)
    expect((await minutesOf(world)).file).not.toBeNull()
  })

  it('is looked for every day where a job was lost, and cannot be exchanged afterwards', async () => {
    const world = await written(3)
    const { minutesId } = world
    await db.$executeRaw`SELECT graphile_worker.remove_job(${`meetings.fileMinutes:${minutesId}`})`
    expect(await waitingJobs(minutesId)).toBe(0)
    await tasks.get('daily:meetings.fileMinutes')?.run({}, jobContext())
    expect(await waitingJobs(minutesId)).toBe(1)
    await file(minutesId)
    const where = { minutesId }
    const exchanged = db.minutesFile.update({ where, data: { contentHash: new Uint8Array(32) } })
    await expect(exchanged).rejects.toMatchObject({ code: 'P2003' })
    await expect(db.minutesFile.delete({ where })).rejects.toMatchObject({ code: 'P2003' })
  })

  it('takes no version from a person, and stays for those who see the meeting', async () => {
    const world = await written(3)
    await file(world.minutesId)
    const { file: filed } = await minutesOf(world)
    const id = globalId('Document', filed?.documentId ?? '')
    const added = await fetch(`${app.url}/api/documents/${id}/versions?name=x.pdf`, {
      method: 'PUT',
      body: new Uint8Array(Buffer.from('%PDF-1.7 x')),
      headers: {
        authorization: `Bearer ${signIn(world.secretariat)}`,
        'content-type': 'application/octet-stream',
      },
    })
    expect(await said(added)).toMatchObject({
      status: 403,
      body: expect.stringContaining('DOCUMENT_IS_KEPT_ELSEWHERE'),
    })
    const facts = {
      documentId: id,
      title: '総会の議事録',
      kind: 'MINUTES',
      audience: 'MEMBERS',
      retentionYears: null,
      retainFrom: new Date('2026-11-19'),
      version: 2,
    }
    const edit = (over: object) => world.run(editDocument, world.secretariat, { ...facts, ...over })
    const refused = { code: 'DOCUMENT_IS_KEPT_ELSEWHERE' }
    await expect(edit({ audience: 'OFFICERS' })).rejects.toMatchObject(refused)
    await expect(edit({ kind: 'OTHER' })).rejects.toMatchObject(refused)
    await edit({})
  })

  it('is a draft for the officers before the lock, and does not exist for members', async () => {
    const world = await written(null)
    const { minutesId } = world
    expect((await getMinutes(minutesId, world.secretariat)).status).toBe(200)
    expect((await getMinutes(minutesId, await world.auditor())).status).toBe(200)
    const member = await world.member(2)
    expect(await said(await getMinutes(minutesId, member))).toEqual(
      await said(await getMinutes(randomUUID(), member)),
    )
    expect(await db.document.count({ where: { platformId: world.platformId } })).toBe(0)
    await file(minutesId)
    expect((await minutesOf(world)).file).toBeNull()
  })
})

describe('a decision as a table', () => {
  const getDecision = (decisionId: string, viewer: Viewer) =>
    get(`/api/decisions/${globalId('Decision', decisionId)}.csv`, viewer)

  it('comes under its number, for whoever sees the register, and is kept by nobody on the way', async () => {
    const { decisionIds, member, auditor, secretariat } = await decisionWorld({ db })
    for (const viewer of [await member(5), await auditor(), secretariat]) {
      const answer = await getDecision(decisionIds[0] ?? '', viewer)
      expect(answer.status).toBe(200)
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'content-type': 'text/csv; charset=utf-8; header=absent',
        'cache-control': 'private, no-store',
        'content-disposition': `attachment; filename="decision.csv"; filename*=UTF-8''${encodeURIComponent('令和8年-総会-01.csv')}`,
      })
      expect(await answer.text()).toContain('議決番号,令和8年-総会-01')
    }
  })

  it('does not exist for others', async () => {
    const { decisionIds } = await decisionWorld({ db })
    const elsewhere = await decisionWorld({ db })
    for (const stranger of [await elsewhere.member(1), elsewhere.secretariat]) {
      const refused = await said(await getDecision(decisionIds[0] ?? '', stranger))
      expect(refused.status).toBe(404)
      expect(refused).toEqual(await said(await getDecision(randomUUID(), stranger)))
    }
  })
})

describe('both', () => {
  it('are for who is signed in and for tokens that may read meetings, and not without end', async () => {
    const world = await written(3)
    const paths = [
      `/api/minutes/${globalId('Minutes', world.minutesId)}.pdf`,
      `/api/decisions/${globalId('Decision', world.decisionIds[0] ?? '')}.csv`,
    ]
    const member = await world.member(4)
    for (const path of paths) {
      expect((await get(path, guest)).status).toBe(401)
      expect(await said(await get(path, { ...member, scopes: ['registry:read'] }))).toMatchObject({
        status: 403,
        body: expect.stringContaining('SCOPE_MISSING'),
      })
      expect((await get(path, { ...member, scopes: ['meetings:read'] })).status).toBe(200)
      // Names of another kind of record, or of none.
      expect((await get(path.replace(/\/[^/]+$/, '/x.pdf'), member)).status).toBe(404)
      expect((await get(path.replace(/\.\w+$/, '.txt'), member)).status).toBe(404)
    }
    const hasty = viewerActingAs(member.userId ?? '', 'SYSTEM_OPERATOR')
    const answers = await Promise.all(Array.from({ length: 30 }, () => get(paths[1] ?? '', hasty)))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 403]))
  })
})

import { createHash } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../tests/support/database.ts'
import { contextOf, somebody, testDb } from '../../../../tests/support/kernel.ts'
import { runCommand } from '../../kernel/command.ts'
import { noon, seat } from '../../kernel/fixtures/viewers.ts'
import { mapIdentity, startApp, type TestApp } from '../../kernel/http/fixtures/app.ts'
import { globalId, parseGlobalId } from '../../kernel/ids.ts'
import type { RoleName, Viewer } from '../../kernel/viewer.ts'
import { membership, platform } from '../platforms/fixtures.ts'
import { corporation } from '../registry/fixtures.ts'
import { addCalendarEntry } from './commands/add-calendar-entry.ts'
import { addDocument } from './commands/add-document.ts'
import { cancelCalendarEntry } from './commands/cancel-calendar-entry.ts'
import { createCalendarFeed } from './commands/create-calendar-feed.ts'
import { deleteDocument } from './commands/delete-document.ts'
import { revokeCalendarFeed } from './commands/revoke-calendar-feed.ts'
import './routes.ts'

const { identity, signIn } = mapIdentity()
let app: TestApp
let platformId: string
let memberId: string
let secretary: Viewer
let member: Viewer

const officer = (role: RoleName) => {
  const acting = { ...seat('PLATFORM', role), id: platformId, platformId }
  return somebody({ acting, secondFactor: true, platformIds: [platformId], today: noon })
}

beforeAll(async () => {
  const { url } = await testDatabase()
  app = await startApp({ databaseUrl: url, identity })
  const db = await testDb()
  platformId = (await platform(db)).id
  const { id: corporationId } = await corporation(db)
  await membership(db, { platformId, corporationId })
  memberId = corporationId
  secretary = await officer('PLATFORM_SECRETARIAT')
  const acting = { ...seat('CORPORATION', 'CORPORATION_REPORTER'), id: corporationId, corporationId }
  member = await somebody({ acting, platformIds: [platformId], today: noon })
})
afterAll(() => app.close())

async function shelved(over: object = {}): Promise<string> {
  const input = {
    platformId: globalId('Platform', platformId),
    title: '令和8年度 総会議事録',
    kind: 'MINUTES',
    audience: 'MEMBERS',
    retentionYears: 10,
    retainFrom: new Date('2026-06-01'),
    ...over,
  }
  const { documentId } = await runCommand(addDocument, input, await contextOf(secretary))
  return globalId('Document', documentId)
}

const put = (id: string, body: string | Uint8Array<ArrayBuffer>, viewer: Viewer, name = '議事録.pdf') =>
  fetch(
    `${app.url}/api/documents/${id}/versions?name=${encodeURIComponent(name)}&note=${encodeURIComponent('署名後')}`,
    {
      method: 'PUT',
      body,
      headers: { authorization: `Bearer ${signIn(viewer)}`, 'content-type': 'application/octet-stream' },
    },
  )
const get = (versionId: string, viewer: Viewer) =>
  fetch(`${app.url}/api/documents/versions/${versionId}`, {
    headers: { authorization: `Bearer ${signIn(viewer)}` },
  })
const versionIdOf = async (response: Response) => ((await response.json()) as { versionId: string }).versionId
const codeOf = async (response: Response) =>
  ((await response.json()) as { error: { code: string } }).error.code
const pdf = (text: string) => new Uint8Array(Buffer.from(`%PDF-1.7\n${text}`))

describe('a document', () => {
  it('comes back byte for byte, as a file and never as a page, and the older version stays', async () => {
    const id = await shelved()
    const long = pdf('あ'.repeat(300_000))
    const first = await versionIdOf(await put(id, long, secretary))
    const second = await versionIdOf(await put(id, pdf('改訂'), secretary))
    const answer = await get(first, member)
    expect(answer.status).toBe(200)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': expect.stringMatching(/^attachment; filename="document"; filename\*=UTF-8''%E8/),
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    })
    expect(Buffer.compare(Buffer.from(await answer.arrayBuffer()), Buffer.from(long))).toBe(0)
    const db = await testDb()
    const versions = await db.documentVersion.findMany({
      where: { documentId: parseGlobalId(id)?.id },
      orderBy: { number: 'asc' },
      include: { readings: true },
    })
    expect(versions.map(({ number, note }) => [number, note])).toEqual([
      [1, '署名後'],
      [2, '署名後'],
    ])
    expect(Buffer.from(versions[0]?.contentHash ?? []).toString('hex')).toBe(
      createHash('sha256').update(long).digest('hex'),
    )
    await get(first, member)
    expect(versions.map(({ readings }) => readings.length)).toEqual([1, 0])
    expect(await db.documentReading.count({ where: { versionId: versions[0]?.id } })).toBe(1)
    expect(parseGlobalId(second)?.id).toBe(versions[1]?.id)
  })

  it('is put there by the secretariat alone, and read by whom it is meant for', async () => {
    const id = await shelved({ audience: 'OFFICERS' })
    expect((await put(id, pdf('x'), member)).status).toBe(404)
    expect((await put(id, pdf('x'), await officer('PLATFORM_CHAIR'))).status).toBe(403)
    const versionId = await versionIdOf(await put(id, pdf('x'), secretary))
    expect((await get(versionId, member)).status).toBe(404)
    expect((await get(versionId, await officer('PLATFORM_AUDITOR'))).status).toBe(200)
    const elsewhere = await somebody({ acting: seat('PLATFORM', 'PLATFORM_SECRETARIAT'), secondFactor: true })
    expect((await get(versionId, elsewhere)).status).toBe(404)
    expect((await fetch(`${app.url}/api/documents/versions/${versionId}`)).status).toBe(401)
  })

  it('is refused when it is too large, empty or of another kind, and leaves nothing behind', async () => {
    const id = await shelved()
    expect(await codeOf(await put(id, new Uint8Array(0), secretary))).toBe('DOCUMENT_FILE_EMPTY')
    expect(await codeOf(await put(id, '<html>', secretary, '案内.html'))).toBe('DOCUMENT_KIND_NOT_KEPT')
    const large = new Uint8Array(20 * 1024 * 1024 + 1)
    large.set(Buffer.from('%PDF-'))
    expect(await codeOf(await put(id, large, secretary))).toBe('DOCUMENT_FILE_TOO_LARGE')
    const db = await testDb()
    expect(await db.documentVersion.count({ where: { documentId: parseGlobalId(id)?.id } })).toBe(0)
  })

  it('is deleted after its time alone, with its bytes, and its record stays', async () => {
    const kept = await shelved()
    await put(kept, pdf('x'), secretary)
    const old = await shelved({ retentionYears: 5, retainFrom: new Date('2021-11-22') })
    const versionId = await versionIdOf(await put(old, pdf('x'), secretary))
    const remove = async (documentId: string) =>
      runCommand(
        deleteDocument,
        { documentId, reason: '保存期間が終わったため', version: 2 },
        await contextOf(secretary),
      )
    await expect(remove(kept)).rejects.toMatchObject({ extensions: { reason: 'STILL_TO_BE_KEPT' } })
    await remove(old)
    const db = await testDb()
    const id = parseGlobalId(old)?.id ?? ''
    const record = await db.document.findUniqueOrThrow({ where: { id }, include: { versions: true } })
    expect(record).toMatchObject({
      deletionReason: '保存期間が終わったため',
      deletedByUserId: secretary.userId,
    })
    expect(record.versions).toHaveLength(1)
    expect(await db.documentChunk.count({ where: { version: { documentId: id } } })).toBe(0)
    expect((await get(versionId, member)).status).toBe(404)
    expect((await get(versionId, secretary)).status).toBe(403)
    const { id: platformKey } = await platform(db)
    await expect(
      db.document.create({
        data: {
          platformId: platformKey,
          title: '見本',
          kind: 'OTHER',
          retentionYears: 5,
          retainFrom: new Date('2026-01-01'),
          retainUntil: new Date('2026-01-02'),
        },
      }),
    ).rejects.toThrow(/document_kept_until/)
  })

  it('leaves no name of a file in the log', () => expect(app.lines.join('\n')).not.toContain('議事録'))
})

describe('the address for other calendars', () => {
  const feed = (address: string) => fetch(`${app.url}${new URL(address).pathname}`)
  const meeting = {
    kind: 'MEETING',
    place: '見本会館',
    note: null,
    startsOn: new Date('2026-11-10'),
    endsOn: new Date('2026-11-10'),
    startMinute: 810,
    endMinute: 930,
    repeat: 'MONTHLY_WEEKDAY',
    repeatUntil: new Date('2027-03-31'),
  }
  async function added(title: string, audience: string): Promise<string> {
    const input = { ...meeting, platformId: globalId('Platform', platformId), title, audience }
    const { calendarEntryId } = await runCommand(addCalendarEntry, input, await contextOf(secretary))
    return globalId('CalendarEntry', calendarEntryId)
  }
  const subscribed = async (viewer: Viewer) =>
    runCommand(createCalendarFeed, { platformId: globalId('Platform', platformId) }, await contextOf(viewer))

  it('opens without log-in while its owner belongs there, follows changes and closes for good', async () => {
    const db = await testDb()
    const startsOn = new Date('2020-04-01')
    const userId = member.userId ?? ''
    const role = { userId, role: 'CORPORATION_REPORTER' as const, corporationId: memberId, startsOn }
    const { id: roleId } = await db.roleAssignment.create({ data: role })
    const entryId = await added('施設長連絡会', 'MEMBERS')
    await added('事務局の打合せ', 'OFFICERS')
    const { address } = await subscribed(member)
    const answer = await feed(address)
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    const text = await answer.text()
    expect(text).toContain('SUMMARY:施設長連絡会')
    expect(text).not.toContain('事務局の打合せ')
    expect(text).toContain('SEQUENCE:0\r\n')

    const only = { calendarEntryId: entryId, onlyOn: new Date('2026-12-08'), version: 1 }
    await runCommand(cancelCalendarEntry, only, await contextOf(secretary))
    const skipped = await (await feed(address)).text()
    expect(skipped).toContain('EXDATE;TZID=Asia/Tokyo:20261208T133000')
    expect(skipped).toContain('SEQUENCE:1\r\n')
    expect(/UID:(.*)/.exec(skipped)?.[1]).toBe(/UID:(.*)/.exec(text)?.[1])
    await runCommand(
      cancelCalendarEntry,
      { calendarEntryId: entryId, version: 2 },
      await contextOf(secretary),
    )
    expect(await (await feed(address)).text()).toContain('STATUS:CANCELLED')

    const { address: second, calendarFeedId } = await subscribed(member)
    expect((await feed(address)).status).toBe(404)
    expect((await feed(second)).status).toBe(200)
    await db.roleAssignment.update({ where: { id: roleId }, data: { endsOn: new Date('2026-01-01') } })
    expect((await feed(second)).status).toBe(404)
    await db.roleAssignment.update({ where: { id: roleId }, data: { endsOn: null } })
    await runCommand(
      revokeCalendarFeed,
      { calendarFeedId: globalId('CalendarFeed', calendarFeedId) },
      await contextOf(member),
    )
    expect((await feed(second)).status).toBe(404)
    expect((await fetch(`${app.url}/api/calendars/${'x'.repeat(43)}.ics`)).status).toBe(404)
    expect(app.lines.join('\n')).not.toContain(new URL(second).pathname.slice('/api/calendars/'.length))
  })
})

describe('the hand-over package', () => {
  const take = (viewer: Viewer) =>
    fetch(`${app.url}/api/networks/${globalId('Platform', platformId)}/handover.zip`, {
      headers: { authorization: `Bearer ${signIn(viewer)}` },
    })
  const unpacked = async (answer: Response) => unzipSync(new Uint8Array(await answer.arrayBuffer()))

  it('holds index, contacts, calendar and the newest versions for the secretariat, and the reading is logged', async () => {
    const db = await testDb()
    const { id: contactId } = await db.corporationContact.create({
      data: {
        corporationId: memberId,
        roleTitle: '事務長',
        personName: '見本 花子',
        dayPhone: '0000000001',
        position: 1,
      },
    })
    const id = await shelved({ title: '会則 </td><script>' })
    await put(id, pdf('古い'), secretary)
    await put(id, pdf('新しい'), secretary)
    const answer = await take(secretary)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('application/zip')
    const files = await unpacked(answer)
    const names = Object.keys(files)
    expect(names).toEqual(
      expect.arrayContaining(['index.html', 'members.csv', 'contacts.csv', 'calendar.ics']),
    )
    const name = names.find((one) => one.includes('会則')) ?? ''
    expect(strFromU8(files[name] ?? new Uint8Array())).toContain('新しい')
    const index = strFromU8(files['index.html'] ?? new Uint8Array())
    expect(index).toContain('会則 &lt;/td&gt;&lt;script&gt;')
    expect(index).toContain(encodeURIComponent(name.replace('documents/', '')))
    expect(strFromU8(files['contacts.csv'] ?? new Uint8Array())).toContain('事務長,見本 花子,,0000000001')
    const read = await db.auditEntry.findMany({
      where: {
        actorUserId: secretary.userId,
        command: 'lookAtPersonalData',
        subjectType: 'CorporationContact',
      },
    })
    expect(JSON.stringify(read.map(({ input }) => input))).toContain(contactId)
  })

  it('holds the index alone for the auditor, and nothing for members and strangers', async () => {
    const files = await unpacked(await take(await officer('PLATFORM_AUDITOR')))
    expect(Object.keys(files)).toEqual(['index.html'])
    expect(strFromU8(files['index.html'] ?? new Uint8Array())).not.toContain('0000000001')
    const chairs = await unpacked(await take(await officer('PLATFORM_CHAIR')))
    expect(Object.keys(chairs)).toContain('contacts.csv')
    expect((await take(member)).status).toBe(403)
    const elsewhere = await somebody({ acting: seat('PLATFORM', 'PLATFORM_SECRETARIAT'), secondFactor: true })
    expect((await take(elsewhere)).status).toBe(403)
  })
})

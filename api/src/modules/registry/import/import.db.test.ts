import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { projectRoot } from '../../../../../scripts/project.ts'
import { freshDatabase } from '../../../../../tests/support/database.ts'
import { bring, changesOf, check, confirm, refusalsOf, undo } from '../../../../../tests/support/imports.ts'
import { runCommand, type CommandContext } from '../../../kernel/command.ts'
import { createDb, type Db } from '../../../kernel/db.ts'
import { personOf, seat } from '../../../kernel/fixtures/viewers.ts'
import { globalId } from '../../../kernel/ids.ts'
import type { RoleName, SeatKind } from '../../../kernel/viewer.ts'
import { applyImport } from '../commands/apply-import.ts'
import { confirmImport } from '../commands/confirm-import.ts'
import { dropImport } from '../commands/drop-import.ts'
import { takeProtectedChanges } from '../commands/take-protected-changes.ts'
import { undoImport } from '../commands/undo-import.ts'
import { importFolder } from './import-folder.ts'
import { refusedRows } from './refused-rows.ts'

const folder = path.join(projectRoot, 'data')
const clock = { now: () => new Date('2026-11-23T03:00:00Z') }
const NAME = 'kaigo/jigyosho_510_yamagatashi.csv'
const issued = fs.readFileSync(path.join(folder, NAME), 'utf8')

let db: Db
let operator: CommandContext

beforeAll(async () => {
  db = createDb(await freshDatabase(), 4)
  await importFolder(folder, { db, clock })
  operator = await person('SYSTEM', 'SYSTEM_OPERATOR')
}, 300_000)
afterAll(() => db.$disconnect())

async function person(kind: SeatKind, role: RoleName, over: object = {}): Promise<CommandContext> {
  const { id } = await db.user.create({
    data: { name: '見本 花子', email: `${crypto.randomUUID()}@example.jp`, sample: true },
  })
  const acting = { ...seat(kind, role), ...over }
  return { db, clock, viewer: personOf(id, { acting, secondFactor: true }), requestId: null }
}

/** The whole registry as it can be compared: without versions and times. */
async function registry(): Promise<string> {
  const tables = [
    await db.$queryRaw`SELECT to_jsonb(t) - '{version,updated_at}'::text[] AS row FROM corporation t ORDER BY id`,
    await db.$queryRaw`SELECT to_jsonb(t) - '{version,updated_at}'::text[] AS row FROM facility t ORDER BY id`,
    await db.$queryRaw`SELECT to_jsonb(t) - '{version,updated_at}'::text[] AS row FROM service_office t ORDER BY id`,
    await db.$queryRaw`SELECT to_jsonb(t) - '{version,updated_at}'::text[] AS row FROM facility_contact t ORDER BY id`,
    await db.$queryRaw`SELECT to_jsonb(t) - '{version,updated_at}'::text[] AS row FROM shelter t ORDER BY id`,
    await db.$queryRaw`SELECT to_jsonb(t) AS row FROM data_source t ORDER BY id`,
  ]
  return JSON.stringify(tables)
}

async function pieces(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array[]> {
  const all: Uint8Array[] = []
  for await (const piece of stream) all.push(piece)
  return all
}

const source = {
  title: '介護サービス情報公表システム オープンデータ',
  issuer: '厚生労働省',
  licence: 'CC BY 4.0',
}
const issue = (content: string | Uint8Array, describe: object = {}) => ({
  name: NAME,
  sourceKey: NAME,
  content,
  describe: { ...source, asOf: new Date('2026-06-30'), ...describe },
})

describe('a new issue of a published file', () => {
  const changed = issued.replace('023-632-2791', '023-632-2799')

  it('is compared value by value, written when confirmed, and gone without a trace when undone', async () => {
    const before = await registry()
    const runId = await bring(operator, issue(changed))
    const checked = await check(operator, runId)
    expect(checked).toMatchObject({ state: 'CHECKED', createdCount: 0, changedCount: 2, refusedCount: 0 })
    expect(await changesOf(operator, runId)).toEqual([
      'CHANGE FACILITY 特別養護老人ホーム　愛日荘: phone',
      'CHANGE SERVICE_OFFICE 特別養護老人ホーム　愛日荘: phone',
    ])
    expect(await registry()).toBe(before)

    expect(await confirm(operator, runId)).toMatchObject({ state: 'APPLIED' })
    const facility = await db.facility.findFirstOrThrow({ where: { phone: '023-632-2799' } })
    const revision = await db.registryRevision.findFirstOrThrow({
      where: { recordId: facility.id, validTo: null },
      include: { act: { include: { importApplied: true } } },
    })
    expect(revision.changed).toEqual(['phone'])
    expect(revision.act.importApplied?.id).toBe(runId)

    const again = await bring(operator, issue(changed))
    expect(await check(operator, again)).toMatchObject({ createdCount: 0, changedCount: 0, closedCount: 0 })

    expect(await undo(operator, runId)).toMatchObject({ state: 'UNDONE' })
    expect(await registry()).toBe(before)
  })

  it('closes what vanished from it only when it is said to be complete', async () => {
    const before = await registry()
    const lines = issued.trimEnd().split('\n')
    const shorter = [...lines.slice(0, 5), ...lines.slice(6)].join('\n')
    const part = await bring(operator, issue(shorter))
    expect(await check(operator, part)).toMatchObject({ closedCount: 0 })

    const whole = await bring(operator, issue(shorter, { complete: true }))
    await check(operator, whole)
    const closed = (await changesOf(operator, whole)).filter((change) => change.startsWith('CLOSE'))
    expect(closed.length).toBeGreaterThanOrEqual(1)
    await confirm(operator, whole)
    expect(
      await db.serviceOffice.count({ where: { status: 'CLOSED', endedOn: new Date('2026-06-30') } }),
    ).toBe(1)

    // Listed again, it is opened again.
    const back = await bring(operator, issue(issued, { complete: true }))
    await check(operator, back)
    await confirm(operator, back)
    expect(await db.serviceOffice.count({ where: { status: 'CLOSED' } })).toBe(0)
    await undo(operator, back)
    await undo(operator, whole)
    expect(await registry()).toBe(before)
  })

  it('is refused when the registry was changed after the check, until it is checked again', async () => {
    const runId = await bring(operator, issue(changed))
    await check(operator, runId)
    const facility = await db.facility.findFirstOrThrow({ where: { name: '特別養護老人ホーム　愛日荘' } })
    await db.facility.update({
      where: { id: facility.id },
      data: { fax: '023-000-0000', version: { increment: 1 } },
    })
    const before = await registry()
    await expect(confirm(operator, runId)).rejects.toMatchObject({ code: 'IMPORT_OUTDATED' })
    expect(await registry()).toBe(before)
    await db.facility.update({
      where: { id: facility.id },
      data: { fax: facility.fax, version: { increment: 1 } },
    })
  })

  it('is written once when two people confirm it at once', async () => {
    const runId = await bring(operator, issue(changed))
    const { version } = await check(operator, runId)
    const colleague = await person('SYSTEM', 'SYSTEM_OPERATOR')
    const input = { importRunId: globalId('ImportRun', runId), version }
    const outcomes = await Promise.allSettled([
      runCommand(confirmImport, input, operator),
      runCommand(confirmImport, input, colleague),
    ])
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    // It can still be dropped, because the worker has not begun.
    await runCommand(dropImport, { importRunId: input.importRunId }, colleague)
  })
})

describe('what a person set or confirmed', () => {
  const changed = issued.replace('023-632-2791', '023-632-2799')
  let facilityId: string

  beforeEach(async () => {
    const facility = await db.facility.findFirstOrThrow({ where: { name: '特別養護老人ホーム　愛日荘' } })
    facilityId = facility.id
  })

  it('is shown and stays, unless the file’s value is chosen', async () => {
    await db.facility.update({ where: { id: facilityId }, data: { handSet: ['phone'] } })
    const runId = await bring(operator, issue(changed))
    expect(await check(operator, runId)).toMatchObject({ protectedCount: 1, changedCount: 1 })
    expect(await changesOf(operator, runId)).toEqual([
      'KEEP FACILITY 特別養護老人ホーム　愛日荘: phone',
      'CHANGE SERVICE_OFFICE 特別養護老人ホーム　愛日荘: phone',
    ])
    await confirm(operator, runId)
    expect(await db.facility.findUnique({ where: { id: facilityId } })).toMatchObject({
      phone: '023-632-2791',
    })
    await undo(operator, runId)

    const chosen = await bring(operator, issue(changed))
    await check(operator, chosen)
    await runCommand(takeProtectedChanges, { importRunId: globalId('ImportRun', chosen) }, operator)
    await confirm(operator, chosen)
    expect(await db.facility.findUnique({ where: { id: facilityId } })).toMatchObject({
      phone: '023-632-2799',
    })
    await undo(operator, chosen)
    await db.facility.update({ where: { id: facilityId }, data: { handSet: [] } })
  })

  it('is every value of a block that somebody confirmed', async () => {
    const confirmation = await db.facilityConfirmation.create({
      data: {
        facilityId,
        block: 'BASIC',
        confirmedAt: clock.now(),
        confirmedByUserId: operator.viewer.userId ?? '',
        confirmedByRole: 'FACILITY_DIRECTOR',
      },
    })
    const runId = await bring(operator, issue(changed))
    await check(operator, runId)
    expect((await changesOf(operator, runId))[0]).toBe('KEEP FACILITY 特別養護老人ホーム　愛日荘: phone')
    await db.$executeRaw`ALTER TABLE facility_confirmation DISABLE TRIGGER USER`
    await db.facilityConfirmation.delete({ where: { id: confirmation.id } })
    await db.$executeRaw`ALTER TABLE facility_confirmation ENABLE TRIGGER USER`
  })
})

describe('a list of one’s own', () => {
  const own = (rows: string) => ({
    name: '見本の施設.csv',
    content: `施設名,法人名,住所,電話,施設長,夜間の電話\r\n${rows}`,
    describe: {
      format: 'MAPPED',
      target: 'FACILITY',
      municipalityCode: '062014',
      keepMappingAs: '施設の一覧',
      columns: [
        { heading: '施設名', field: 'name' },
        { heading: '法人名', field: 'corporationName' },
        { heading: '住所', field: 'address' },
        { heading: '電話', field: 'phone' },
        { heading: '施設長', field: 'directorName' },
        { heading: '夜間の電話', field: 'nightPhone' },
      ],
    },
  })

  it('creates invented facilities beside the real ones, finds them again, and is undone', async () => {
    const before = await registry()
    const rows =
      '見本さくら荘,社会福祉法人見本さくら会,山形市見本町1丁目2-3,023-600-0001,見本 一郎,023-600-0002\r\n' +
      '見本もみじ荘,社会福祉法人見本さくら会,山形市見本町4丁目5-6,023-600-0003,,\r\n'
    const runId = await bring(operator, own(rows))
    expect(await check(operator, runId)).toMatchObject({ createdCount: 4, refusedCount: 0 })
    expect(await changesOf(operator, runId)).toEqual([
      'CREATE CORPORATION 社会福祉法人見本さくら会',
      'CREATE FACILITY 見本さくら荘',
      'CREATE FACILITY 見本もみじ荘',
      'CREATE FACILITY_CONTACT 見本さくら荘',
    ])
    await confirm(operator, runId)
    const facility = await db.facility.findFirstOrThrow({
      where: { name: '見本さくら荘' },
      include: { corporation: true, contacts: true },
    })
    expect(facility).toMatchObject({ sample: true, dataSourceId: null, corporation: { sample: true } })
    expect(facility.contacts).toMatchObject([{ roleTitle: '施設長', personName: '見本 一郎', position: 1 }])

    const again = await bring(operator, own(rows.replace('023-600-0003', '023-600-0004')))
    await check(operator, again)
    expect(await changesOf(operator, again)).toEqual(['CHANGE FACILITY 見本もみじ荘: phone'])

    await undo(operator, runId)
    expect(await registry()).toBe(before)
  })

  it('cannot be undone once somebody has built on it', async () => {
    const before = await registry()
    const runId = await bring(
      operator,
      own('見本かえで荘,社会福祉法人見本かえで会,山形市見本町7丁目8-9,,,\r\n'),
    )
    await check(operator, runId)
    await confirm(operator, runId)
    const facility = await db.facility.findFirstOrThrow({ where: { name: '見本かえで荘' } })
    const equipment = await db.facilityEquipment.create({
      data: { facilityId: facility.id, item: '自家発電機', state: 'YES', position: 1 },
    })
    await expect(undo(operator, runId)).rejects.toMatchObject({ code: 'IMPORT_BUILT_ON' })
    expect(await db.$queryRaw`SELECT * FROM import_undo_obstacles(${runId}::uuid)`).toEqual([
      { record: 'FACILITY', label: '見本かえで荘', reason: 'FACILITY_EQUIPMENT', count: 1 },
    ])
    await db.facilityEquipment.delete({ where: { id: equipment.id } })
    await db.facility.update({ where: { id: facility.id }, data: { phone: '023-600-0009', version: 2 } })
    expect(await db.$queryRaw`SELECT reason FROM import_undo_obstacles(${runId}::uuid)`).toEqual([
      { reason: 'CHANGED_SINCE' },
    ])
    await db.facility.update({ where: { id: facility.id }, data: { phone: null, version: 1 } })
    await undo(operator, runId)
    expect(await registry()).toBe(before)
  })

  it('is offered its mapping again when the same headings come', async () => {
    const secretariat = await person('PLATFORM', 'PLATFORM_SECRETARIAT')
    const plain = own('見本なら荘,社会福祉法人見本なら会,山形市見本町1-1,,,\r\n')
    await bring(secretariat, plain)
    const runId = await bring(secretariat, { name: 'また.csv', content: plain.content })
    const [file] = await db.importFile.findMany({ where: { runId } })
    expect(file).toMatchObject({ format: 'MAPPED', target: 'FACILITY', mapping: { 施設名: 'name' } })
  })
})

describe('who imports', () => {
  it('a corporation takes its own rows only', async () => {
    const office = await db.serviceOffice.findFirstOrThrow({ where: { name: { contains: '愛日荘' } } })
    const corporationId = office.corporationId ?? ''
    const admin = await person('CORPORATION', 'CORPORATION_ADMIN', { corporationId })
    const runId = await bring(admin, issue(issued.replace('023-632-2791', '023-632-2799')))
    const run = await check(admin, runId)
    expect(run.refusedCount).toBe(
      issued.trimEnd().split('\n').length -
        1 -
        (await db.serviceOffice.count({ where: { corporationId, dataSource: { key: NAME } } })),
    )
    expect(new Set((await refusalsOf(admin, runId)).map((text) => text.split(': ')[1]))).toEqual(
      new Set(['NOT_YOUR_ROW']),
    )
    expect(await changesOf(admin, runId)).toEqual([
      'CHANGE FACILITY 特別養護老人ホーム　愛日荘: phone',
      'CHANGE SERVICE_OFFICE 特別養護老人ホーム　愛日荘: phone',
    ])
  })

  it('nobody reads or goes on with another body’s import', async () => {
    const runId = await bring(operator, issue(issued))
    const stranger = await person('CORPORATION', 'CORPORATION_ADMIN', { corporationId: crypto.randomUUID() })
    const importRunId = globalId('ImportRun', runId)
    await expect(runCommand(dropImport, { importRunId }, stranger)).rejects.toThrow('No such record')
    await expect(refusedRows(stranger, { runId, fileId: null, encoding: 'utf-8' })).rejects.toThrow(
      'No such record',
    )
    const director = await person('FACILITY', 'FACILITY_DIRECTOR')
    await expect(bring(director, issue(issued))).rejects.toThrow('ONLY_WHO_IMPORTS')
  })
})

describe('rows in error', () => {
  it('come back as a table with their reasons, and are taken once mended', async () => {
    const broken = issued.replace('0670100734,,,0', 'X,,,0')
    const runId = await bring(operator, issue(broken))
    await check(operator, runId)
    expect(await refusalsOf(operator, runId)).toHaveLength(1)
    const bytes = await pieces(await refusedRows(operator, { runId, fileId: null, encoding: 'utf-8' }))
    const text = Buffer.concat(bytes).toString('utf8')
    expect(text.startsWith('\ufeff')).toBe(true)
    expect(text.split('\r\n')).toHaveLength(3)
    expect(text.split('\r\n')[0]).toMatch(/行,理由$/)

    const sjis = Buffer.concat(
      await pieces(await refusedRows(operator, { runId, fileId: null, encoding: 'shift_jis' })),
    )
    expect(`\ufeff${new TextDecoder('shift_jis').decode(sjis)}`).toBe(text)
  })
})

describe('an import that was undone or is being written', () => {
  it('is neither confirmed nor undone again', async () => {
    const runId = await bring(operator, issue(issued))
    await expect(
      runCommand(undoImport, { importRunId: globalId('ImportRun', runId), version: 1 }, operator),
    ).rejects.toMatchObject({ code: 'IMPORT_NOT_THERE' })
    await expect(runCommand(applyImport, { importRunId: runId }, { ...operator })).rejects.toThrow(
      'No such record',
    )
  })
})

import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { projectRoot } from '../../../../../scripts/project.ts'
import { assemble } from '../../../../../tests/support/assemble/assemble.ts'
import { readOfficeRows } from '../../../../../tests/support/assemble/read-published.ts'
import { freshDatabase } from '../../../../../tests/support/database.ts'
import { bring, check, confirm } from '../../../../../tests/support/imports.ts'
import { createDb, type Db } from '../../../kernel/db.ts'
import { systemViewer } from '../../../kernel/viewer.ts'
import { importFolder, type ImportResult } from './import-folder.ts'

const folder = path.join(projectRoot, 'data')
const clock = { now: () => new Date('2026-11-23T03:00:00Z') }

let db: Db
let first: ImportResult

beforeAll(async () => {
  db = createDb(await freshDatabase(), 2)
  first = await importFolder(folder, { db, clock })
}, 300_000)
afterAll(() => db.$disconnect())

const tally = (codes: readonly { readonly code: string }[]): Record<string, number> =>
  Object.fromEntries([...Map.groupBy(codes, ({ code }) => code)].map(([code, { length }]) => [code, length]))

describe('the published files of Yamagata', () => {
  it('give these records', () => {
    expect(first.counts).toEqual({
      sourcesRead: 24,
      'municipalities.created': 35,
      'municipalities.changed': 0,
      'municipalities.unchanged': 0,
      'corporations.created': 248,
      'corporations.changed': 0,
      'corporations.unchanged': 0,
      'facilities.created': 422,
      'facilities.changed': 0,
      'facilities.unchanged': 0,
      'offices.created': 658,
      'offices.changed': 0,
      'offices.unchanged': 0,
      'shelters.created': 3918,
      'shelters.changed': 0,
      'shelters.unchanged': 0,
    })
  })

  it('have no row that must be refused, and these that lack a value', () => {
    expect(first.refused).toEqual([])
    expect(first.unreadable).toEqual([])
    expect(tally(first.noted)).toEqual({
      CORPORATE_NUMBER_MISSING: 5,
      CORPORATION_NAME_MISSING: 5,
      CORPORATE_NUMBER_WRONG: 5,
      URL_UNREADABLE: 23,
      EMAIL_IN_URL: 4,
      MUNICIPALITY_CONTRADICTED: 10,
      POINT_OUTSIDE_MUNICIPALITY: 2,
    })
    expect(first.noted).toContainEqual({
      file: 'kaigo/jigyosho_720_yamagata.csv',
      line: 16,
      code: 'CORPORATE_NUMBER_WRONG',
    })
  })

  it('say that 真室川町 publishes no shelters', () => {
    expect(first.unavailable).toEqual(['shelters/gsi_yamagata/evacuation/063649.json'])
  })

  it('carry issuer, licence, day and number of rows with every record', async () => {
    const source = await db.dataSource.findUniqueOrThrow({
      where: { key: 'kaigo/jigyosho_510_yamagatashi.csv' },
    })
    expect(source).toMatchObject({
      issuer: '厚生労働省',
      licence: 'CC BY 4.0',
      asOf: new Date('2025-12-31'),
      rowCount: 15,
    })
    for (const table of [db.corporation, db.facility, db.serviceOffice, db.shelter])
      expect(await (table as typeof db.facility).count({ where: { dataSourceId: null } })).toBe(0)
  })

  it('keep a row whose 法人番号 fails, with the corporation of the same name', async () => {
    const office = await db.serviceOffice.findFirstOrThrow({
      where: { officeNumber: '0670700517' },
      include: { corporation: true },
    })
    expect(office.corporation).toMatchObject({ corporateNumber: '6390005005041', kind: 'COUNCIL' })
  })

  it('keep a corporation that has no right number under its name', async () => {
    const [corporation, ...others] = await db.corporation.findMany({ where: { corporateNumber: null } })
    expect(corporation).toMatchObject({ name: '株式会社ウェルランド', kind: 'NOT_WELFARE' })
    expect(others).toEqual([])
  })

  it('name a corporation by its most frequent spelling and keep the others', async () => {
    const corporation = await db.corporation.findUniqueOrThrow({
      where: { corporateNumber: '3010405001696' },
    })
    expect(corporation.name).toBe('社会福祉法人恩賜財団済生会支部山形県済生会')
    expect(corporation.otherSpellings).toEqual(['社会福祉法人恩賜財団済生会'])
  })

  it('put the services of one corporation at one address into one facility', async () => {
    const facility = await db.facility.findFirstOrThrow({
      where: { offices: { some: { officeNumber: '0651380008' } } },
      include: { offices: { include: { serviceKind: true } }, mainServiceKind: true },
    })
    expect(facility.mainServiceKind?.code).toBe('520')
    expect(facility.offices.map(({ serviceKind }) => serviceKind.code).toSorted()).toEqual([
      '160',
      '160',
      '220',
      '520',
      '720',
    ])
  })

  it('are put together in the database exactly as by the rule in plain code', async () => {
    const { corporations, facilities } = assemble(await readOfficeRows())
    const written = await db.facility.findMany({
      select: {
        name: true,
        offices: { select: { officeNumber: true, serviceKind: { select: { code: true } } } },
      },
    })
    const shapeOf = (name: string, offices: readonly string[]) => `${name}: ${offices.toSorted().join(' ')}`
    expect(
      written
        .map(({ name, offices }) =>
          shapeOf(
            name,
            offices.map(({ officeNumber, serviceKind }) => `${officeNumber}-${serviceKind.code}`),
          ),
        )
        .toSorted(),
    ).toEqual(
      facilities
        .map(({ main, offices }) =>
          shapeOf(
            main.name,
            offices.map(({ officeNumber, serviceCode }) => `${officeNumber}-${serviceCode}`),
          ),
        )
        .toSorted(),
    )
    const named = await db.corporation.findMany({
      select: { corporateNumber: true, name: true, otherSpellings: true, kind: true },
      orderBy: [{ corporateNumber: 'asc' }, { name: 'asc' }],
    })
    const expected = corporations.map(({ corporateNumber, name, otherSpellings, kind }) => ({
      corporateNumber,
      name,
      otherSpellings,
      kind,
    }))
    expect(new Set(named)).toEqual(new Set(expected))
  })

  it('take capacity 0 and blank for not given', async () => {
    expect(await db.serviceOffice.count({ where: { capacity: null } })).toBe(453)
    expect(await db.serviceOffice.count({ where: { capacity: { gt: 0 } } })).toBe(205)
  })

  it('leave nobody’s invented facts', async () => {
    expect(await db.corporation.count({ where: { sample: true } })).toBe(0)
    expect(await db.facilityConfirmation.count()).toBe(0)
  })
})

describe('the same files again', () => {
  it('are not even compared', async () => {
    expect((await importFolder(folder, { db, clock })).counts).toEqual({ sourcesRead: 0 })
  })

  it('change no version of any row when they are compared', async () => {
    const versions = async () => [
      await db.corporation.findMany({
        select: { id: true, version: true, updatedAt: true },
        orderBy: { id: 'asc' },
      }),
      await db.facility.findMany({
        select: { id: true, version: true, updatedAt: true },
        orderBy: { id: 'asc' },
      }),
      await db.serviceOffice.findMany({
        select: { id: true, version: true, updatedAt: true },
        orderBy: { id: 'asc' },
      }),
      await db.shelter.findMany({
        select: { id: true, version: true, updatedAt: true },
        orderBy: { id: 'asc' },
      }),
      await db.dataSource.findMany({ orderBy: { id: 'asc' } }),
    ]
    const before = await versions()
    const { counts } = await importFolder(folder, { db, clock }, { again: true })
    expect(counts).toMatchObject({
      'facilities.unchanged': 422,
      'offices.unchanged': 658,
      'shelters.unchanged': 3918,
    })
    expect(await versions()).toEqual(before)
  })

  it('leave every step in the audit, and an event only when something changed', async () => {
    const acts = await db.auditEntry.groupBy({ by: ['command'], _count: true })
    expect(Object.fromEntries(acts.map(({ command, _count }) => [command, _count]))).toEqual({
      importMunicipalities: 2,
      startImport: 2,
      putInFiles: 2,
      checkImport: 2,
      concludeImportCheck: 2,
      confirmImport: 1,
      applyImport: 1,
      dropImport: 1,
    })
    expect(await db.eventLog.count({ where: { name: 'registry.PublishedDataImported.v1' } })).toBe(1)
    const entry = await db.auditEntry.findFirstOrThrow({ where: { command: 'putInFiles' } })
    expect(Object.keys(entry.input as object)).toEqual(['importRunId'])
  })

  it('mend a row that was changed by hand, and only that row', async () => {
    const facility = await db.facility.findFirstOrThrow({ where: { name: '特別養護老人ホーム　愛日荘' } })
    await db.facility.update({ where: { id: facility.id }, data: { phone: '000-000-0000' } })
    const { counts } = await importFolder(folder, { db, clock }, { again: true })
    expect(counts).toMatchObject({
      'facilities.changed': 1,
      'facilities.unchanged': 421,
      'corporations.changed': 0,
    })
    const mended = await db.facility.findUniqueOrThrow({ where: { id: facility.id } })
    expect(mended).toMatchObject({ phone: '023-632-2791', version: facility.version + 1 })
  })
})

describe('the emergency sites of 山形市 in its own workbook', () => {
  const context = () => ({ db, clock, viewer: systemViewer, requestId: null })
  const name = 'shelters/yamagatashi_emergency_sites.xlsx'
  const file = {
    name,
    sourceKey: name,
    content: fs.readFileSync(path.join(folder, name)),
    describe: {
      title: '指定緊急避難場所一覧',
      issuer: '山形市',
      licence: 'CC BY 4.0',
      asOf: new Date('2024-01-01'),
    },
  }

  it('are recognized by name, add their capacity with its source, and change nothing the second time', async () => {
    const runId = await bring(context(), file)
    expect(await check(context(), runId)).toMatchObject({
      rowsTotal: 354,
      createdCount: 3,
      changedCount: 351,
      refusedCount: 0,
    })
    await confirm(context(), runId)
    const source = await db.dataSource.findUniqueOrThrow({ where: { key: name } })
    expect(await db.shelter.count({ where: { capacitySourceId: source.id } })).toBe(354)
    expect(await db.shelter.count({ where: { dataSourceId: source.id } })).toBe(3)

    const again = await bring(context(), file)
    expect(await check(context(), again)).toMatchObject({ createdCount: 0, changedCount: 0, sameCount: 354 })
  })
})

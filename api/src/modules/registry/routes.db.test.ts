import path from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { projectRoot } from '../../../../scripts/project.ts'
import { freshDatabase } from '../../../../tests/support/database.ts'
import { createDb, type Db } from '../../kernel/db.ts'
import { mapIdentity, samplePortal, startApp, type TestApp } from '../../kernel/http/fixtures/app.ts'
import { sqlFor } from '../../kernel/read/sql.ts'
import { inPortions } from './export/portions.ts'
import { facility } from './fixtures.ts'
import { importFolder } from './import/import-folder.ts'
import { parse } from 'csv-parse/sync'
import './routes.ts'

// The files of the public registry, made from the real data of 山形県.

const TODAY = new Date('2026-11-23T03:00:00Z')

let db: Db
let app: TestApp
beforeAll(async () => {
  const databaseUrl = await freshDatabase()
  db = createDb(databaseUrl, 2)
  await importFolder(path.join(projectRoot, 'data'), { db, clock: { now: () => TODAY } })
  await facility(db, { name: '=見本の式', kana: 'ん', capacity: null })
  app = await startApp({
    databaseUrl,
    identity: mapIdentity().identity,
    operations: {},
    portal: samplePortal(),
  })
})
afterAll(async () => {
  await app.close()
  await db.$disconnect()
})

const get = (file: string, query: Record<string, string> = {}) =>
  fetch(`${app.url}/api/export/${file}?${new URLSearchParams(query).toString()}`)
const filter = (conditions: object) => ({ filter: JSON.stringify(conditions) })
const rowsOf = (text: string): Record<string, string>[] => parse(text, { columns: true, bom: true })

describe('CSV', () => {
  it('holds exactly the facilities of the search, for guests too, with source and licence in every row', async () => {
    const response = await get(
      'facilities.csv',
      filter({ municipalityCodes: ['062014'], serviceKinds: ['KAIGO-510'] }),
    )
    expect(response.status).toBe(200)
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="facilities_\d{4}-\d\d-\d\d\.csv"; filename\*=UTF-8''%E6%96%BD/,
    )
    const bytes = Buffer.from(await response.arrayBuffer())
    expect(bytes.subarray(0, 3).toString('hex')).toBe('efbbbf')
    const rows = rowsOf(bytes.toString('utf8'))
    expect(rows).toHaveLength(15)
    for (const row of rows) {
      expect(row['市区町村']).toBe('山形市')
      expect(row['出典']).toContain('厚生労働省')
      expect(row['ライセンス']).toContain('CC BY 4.0')
    }
  })

  it('holds every facility once, over several portions', async () => {
    const rows = rowsOf(await (await get('facilities.csv')).text())
    expect(rows).toHaveLength(await db.facility.count({ where: { status: 'ACTIVE' } }))
    expect(new Set(rows.map((row) => `${row['施設名']} ${row['住所']} ${row['事業所番号']}`)).size).toBe(
      rows.length,
    )
  })

  it('writes what is not known as a blank, never as 0, and no formula', async () => {
    const text = await (await get('facilities.csv', filter({ sample: true }))).text()
    const [row] = rowsOf(text)
    expect(row).toMatchObject({ 施設名: "'=見本の式", '定員（人）': '', 見本: '見本', 出典: '見本（架空）' })
    const all = rowsOf(await (await get('facilities.csv')).text())
    expect(all.filter((one) => one['定員（人）'] === '0')).toEqual([])
  })

  it('comes in Shift_JIS when asked for', async () => {
    const response = await get('facilities.csv', { ...filter({ text: '愛日荘' }), encoding: 'shift_jis' })
    const text = new TextDecoder('shift_jis', { fatal: true }).decode(await response.arrayBuffer())
    expect(rowsOf(text)[0]?.['施設名']).toContain('愛日荘')
  })

  it('comes in the columns of the standard, an office a row', async () => {
    const response = await get('facilities.csv', { ...filter({ text: '0670100718' }), columns: 'standard' })
    const rows = rowsOf(await response.text())
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.find((row) => row['事業所番号'] === '0670100718')).toMatchObject({
      都道府県コード又は市区町村コード: '062014',
      市区町村名: '山形市',
      介護サービス事業所名称_カナ: expect.stringMatching(/^[ァ-ヶー・　 「」()（）]+$/),
      内線番号: '',
    })
  })
})

describe('shelters', () => {
  it('of the filter, in CSV', async () => {
    const rows = rowsOf(
      await (await get('shelters.csv', filter({ municipalityCodes: ['062014'], welfare: true }))).text(),
    )
    expect(rows).toHaveLength(59)
  })

  it('in the 39 columns in which 山形市 publishes its emergency sites', async () => {
    const rows = rowsOf(
      await (
        await get('shelters.csv', { ...filter({ municipalityCodes: ['062014'] }), columns: 'standard' })
      ).text(),
    )
    expect(rows).toHaveLength(355)
    const headings = Object.keys(rows[0] ?? {})
    expect(headings).toHaveLength(39)
    expect(headings.slice(24, 33)).toEqual([
      '災害種別_洪水',
      '災害種別_崖崩れ、土石流及び地滑り',
      '災害種別_高潮',
      '災害種別_地震',
      '災害種別_津波',
      '災害種別_大規模な火事',
      '災害種別_内水氾濫',
      '災害種別_火山現象',
      '指定避難所との重複',
    ])
    expect(rows.some((row) => row['災害種別_地震'] === '1')).toBe(true)
  })
})

describe('xlsx', () => {
  it('is a workbook with the table and a sheet of sources, licences and legend', async () => {
    const response = await get('facilities.xlsx', filter({ text: '愛日荘' }))
    const files = unzipSync(new Uint8Array(await response.arrayBuffer()))
    const sheet = (n: number) => strFromU8(files[`xl/worksheets/sheet${n}.xml`] ?? new Uint8Array())
    expect(sheet(1)).toContain('愛日荘')
    expect(sheet(1).match(/<row>/g)).toHaveLength(2)
    expect(sheet(2)).toContain('CC BY 4.0')
    expect(sheet(2)).toContain('空欄は「記載なし・未確認」')
  })
})

describe('GeoJSON', () => {
  it('is a FeatureCollection with source and licence', async () => {
    const response = await get('facilities.geojson', filter({ municipalityCodes: ['062014'] }))
    expect(response.headers.get('content-type')).toContain('application/geo+json')
    const collection = (await response.json()) as {
      notes: string[]
      features: { geometry: unknown; properties: object }[]
    }
    expect(collection.features).toHaveLength(117)
    expect(collection.notes.join()).toContain('CC BY 4.0')
    expect(collection.features[0]).toMatchObject({ type: 'Feature', properties: { 市区町村: '山形市' } })
  })

  it('of nothing is still one', async () => {
    const response = await get('shelters.geojson', filter({ text: '見当たらない名前' }))
    expect(await response.json()).toMatchObject({ type: 'FeatureCollection', features: [] })
  })
})

describe('what cannot be read', () => {
  it.each(['{', '{"x":1}', '{"conditions":{"near":{"latitude":1,"longitude":1,"km":9999}}}', '[]'])(
    'is refused: %s',
    async (given) => {
      const response = await get('facilities.csv', { filter: given })
      expect([response.status, await response.json()]).toMatchObject([400, { error: 'BAD_FILTER' }])
    },
  )
})

describe('portions', () => {
  it('end where the table ends, also when it fills its last portion', async () => {
    const sql = sqlFor(app.readPool)
    const portions = inPortions<{ name: string; key_0: string }, 'Shelter'>(sql, {
      model: 'Shelter',
      from: 'shelter f',
      filter: {},
      select: 'f.name',
      joins: '',
      keys: [{ expression: 'f.id', type: 'uuid' }],
    })
    const seen = new Set<string>()
    for await (const portion of portions) for (const { key_0: id } of portion) seen.add(id)
    expect(seen.size).toBe(await db.shelter.count())
  })
})

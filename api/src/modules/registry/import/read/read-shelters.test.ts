import { describe, expect, it } from 'vitest'
import { fileOf, readRows, told } from '../../../../../../tests/support/import-files.ts'
import type { ReadRow } from '../reading.ts'

const SHELTER = {
  NO: 1,
  共通ID: 'E0620100001111',
  都道府県名及び市町村名: '山形県山形市',
  '施設・場所名': '見本会館',
  住所: '山形県山形市見本町1-2',
  その他市町村長が必要と認める事項: null,
  受入対象者: null,
}
const features = (...properties: object[]): string =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: properties.map((own) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [140.33, 38.25] },
      properties: { ...SHELTER, ...own },
    })),
  })
const readShelter = async (own: object, name = 'shelters/062014.json'): Promise<ReadRow | undefined> =>
  (await readRows(features(own), { format: 'GSI_SHELTERS' }, name))[0]

describe('shelters of 国土地理院', () => {
  it.each([
    [{ 受入対象者: '要配慮者' }, true, '要配慮者'],
    [{ 受入対象者: '妊婦や乳児世帯' }, true, '妊婦や乳児世帯'],
    [{ 受入対象者: '', その他市町村長が必要と認める事項: '福祉避難所' }, true, null],
    [{ 受入対象者: null, その他市町村長が必要と認める事項: '予備施設' }, false, null],
    [{}, false, null],
  ])('%j: welfare %s, accepts %s', async (own, welfare, acceptedPersons) => {
    expect((await readShelter(own))?.facts).toMatchObject({
      kind: 'DESIGNATED_SHELTER',
      welfare,
      acceptedPersons,
    })
  })

  it.each([
    [{ 共通ID: '' }, 'SOURCE_KEY_MISSING'],
    [{ '施設・場所名': '　' }, 'NAME_MISSING'],
  ])('refuses %j', async (own, code) => {
    const row = await readShelter(own)
    expect(row?.facts).toBeNull()
    expect(row && told(row)).toEqual([`REFUSED ${code}`])
  })

  it.each([
    ['its name', {}, 'x.json', '062014'],
    ['its name in another file', {}, 'shelters/062022.json', '062014'],
    ['its ID', { 都道府県名及び市町村名: '' }, 'x.json', '062014'],
    [
      'the ID rather than the address',
      { 都道府県名及び市町村名: '', 住所: '山形県東根市1' },
      'x.json',
      '062014',
    ],
    ['the address', { 都道府県名及び市町村名: '', 共通ID: 'X1' }, 'x.json', '062014'],
    [
      'the name of the file',
      { 都道府県名及び市町村名: '', 共通ID: 'X1', 住所: '見本町1' },
      '062014.json',
      '062014',
    ],
  ])('tells the municipality by %s', async (_, own, name, code) => {
    expect((await readShelter(own, name))?.facts).toMatchObject({ municipalityCode: code })
  })

  it('refuses one of which nothing tells the municipality', async () => {
    const own = { 都道府県名及び市町村名: '', 共通ID: 'X1', 住所: '見本町1' }
    const row = await readShelter(own, 'x.json')
    expect(row && told(row)).toEqual(['REFUSED MUNICIPALITY_UNKNOWN'])
  })

  it('knows a shelter that a town has in the next town', async () => {
    const row = await readShelter({
      共通ID: 'E0632100001',
      都道府県名及び市町村名: '山形県河北町',
      住所: '山形県東根市大字郡山411-1',
    })
    expect(row?.facts).toMatchObject({
      municipalityCode: '063215',
      address: '東根市大字郡山411-1',
      addressKey: '郡山411-1',
    })
    expect(row && told(row)).toContain('NOTED MUNICIPALITY_CONTRADICTED')
  })

  it('finds a property that only a later feature has', async () => {
    const many = Array.from({ length: 60 }, (_, n) => ({
      共通ID: `E06201${n}`,
      ...(n === 55 ? { 電話番号: '023-000-0001' } : {}),
    }))
    const rows = await readRows(features(...many), { format: 'GSI_SHELTERS' })
    expect(rows).toHaveLength(60)
    expect(rows[55]?.cells).toMatchObject({ 電話番号: '023-000-0001' })
  })

  it('says so when nothing is published', async () => {
    const file = fileOf('data/shelters/gsi_yamagata/evacuation/063649.json')
    await expect(readRows(file, { format: 'GSI_SHELTERS' })).rejects.toMatchObject({
      code: 'NOTHING_PUBLISHED',
    })
  })

  it.each([
    '{"type":"Topology"}',
    '{"type":"FeatureCollection","features":[{"a":1}',
    '{"type":',
    '[1,',
    'null',
  ])('refuses %s', async (text) => {
    await expect(readRows(text, { format: 'GSI_SHELTERS' })).rejects.toMatchObject({
      code: expect.stringMatching(/^FILE_|^COLUMNS/) as string,
    })
  })

  it('cannot tell designated shelters from emergency sites without their columns; a person can', async () => {
    const { その他市町村長が必要と認める事項: _, 受入対象者: __, ...bare } = SHELTER
    const text = JSON.stringify({
      type: 'FeatureCollection',
      features: [{ type: 'Feature', geometry: null, properties: bare }],
    })
    await expect(readRows(text, { format: 'GSI_SHELTERS' })).rejects.toMatchObject({
      code: 'SHELTER_KIND_UNKNOWN',
    })
    const [named] = await readRows(text, { format: 'GSI_SHELTERS' }, 'emergency/062014.json')
    expect(named?.facts).toMatchObject({ kind: 'EMERGENCY_SITE' })
    const [row] = await readRows(text, { format: 'GSI_SHELTERS', shelterKind: 'DESIGNATED_SHELTER' })
    // Nor can the hazards and the welfare mark be told, so they are not.
    expect(row?.facts).not.toHaveProperty('welfare')
    expect(row?.facts).not.toHaveProperty('hazards')
    expect(row?.facts).toMatchObject({ kind: 'DESIGNATED_SHELTER', point: null })
  })
})

describe('自治体標準オープンデータセット', () => {
  it('reads the table of 山形市 as a spreadsheet left it', async () => {
    const rows = await readRows(fileOf('data/shelters/yamagatashi_emergency_sites.xlsx'), {
      format: 'STANDARD_EMERGENCY_SITES',
    })
    expect(rows).toHaveLength(354)
    expect(rows[0]).toMatchObject({
      line: 2,
      facts: {
        kind: 'EMERGENCY_SITE',
        sourceKey: 'E0620140000001',
        municipalityCode: '062014',
        phone: '023-641-3275',
        capacity: 370,
        capacityText: null,
        hazards: ['洪水', '崖崩れ、土石流及び地滑り', '地震', '火山現象'],
        // 山家町二丁目4-48 stands there as 448, which is another place.
        address: '山形市山家町二丁目448',
        addressKey: null,
      },
    })
    const counts = Map.groupBy(rows.flatMap(told), (code) => code)
    expect(Object.fromEntries([...counts].map(([code, { length }]) => [code, length]))).toEqual({
      'NOTED ADDRESS_RUN_TOGETHER': 194,
      'MENDED PHONE_REGROUPED': 154,
    })
  })

  it('reads emergency sites of the first version', async () => {
    const file = fileOf('tests/fixtures/import/standard_emergency_sites_v1_mihon.csv')
    const rows = await readRows(file, { format: 'STANDARD_EMERGENCY_SITES' })
    expect(rows.map(({ facts }) => facts)).toMatchObject([
      {
        sourceKey: '062022-1',
        capacity: null,
        capacityText: '屋内480人/屋外3,350人(面積の1/2)',
        address: '米沢市見本町3-1',
      },
      {
        sourceKey: '062022-2',
        capacity: null,
        capacityText: null,
        phone: null,
        hazards: ['地震', '大規模な火事'],
      },
    ])
    expect(rows[0]?.problems).toMatchObject([{ code: 'CAPACITY_UNSURE', proposal: '480' }])
  })

  it('leaves out the hazards of a row with a mark it cannot read', async () => {
    const text = fileOf('tests/fixtures/import/standard_emergency_sites_v1_mihon.csv')
      .toString()
      .replace(',1,1,,1,', ',1,△,,1,')
    const [row] = await readRows(text, { format: 'STANDARD_EMERGENCY_SITES' })
    expect(row?.facts).not.toHaveProperty('hazards')
    expect(row && told(row)).toContain('NOTED HAZARD_UNREADABLE')
  })

  it.each(['v1', 'v2'])('reads care offices of %s', async (version) => {
    const file = fileOf(`tests/fixtures/import/standard_care_offices_${version}_mihon.csv`)
    const [row] = await readRows(file, { format: 'STANDARD_CARE_OFFICES' })
    expect(row).toMatchObject({
      problems: [],
      facts: {
        name: '見本あおば荘',
        serviceCode: '510',
        municipalityCode: '062014',
        address: '山形市見本町1-1',
        capacity: 29,
      },
    })
  })

  it('gives a row of several services once for each', async () => {
    const text = fileOf('tests/fixtures/import/standard_care_offices_v1_mihon.csv').toString()
    const rows = await readRows(text, { format: 'STANDARD_CARE_OFFICES' })
    expect(rows.slice(1)).toMatchObject([
      { line: 3, part: 0, facts: { serviceCode: '150' } },
      { line: 3, part: 1, facts: { serviceCode: '210' } },
    ])
    const partly = await readRows(text.replace('短期入所生活介護', '見本サービス'), {
      format: 'STANDARD_CARE_OFFICES',
    })
    expect(partly[1]).toMatchObject({
      facts: { serviceCode: '150' },
      problems: [{ code: 'SERVICE_PARTLY_UNKNOWN' }],
    })
  })
})

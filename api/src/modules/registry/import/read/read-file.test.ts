import { describe, expect, it } from 'vitest'
import {
  all,
  encoded,
  fileOf,
  opened,
  separated,
  workbook,
  yamagata,
} from '../../../../../../tests/support/import-files.ts'
import type { ImportFormat, ReadRow } from '../reading.ts'
import type { ColumnMapping, ReadPlan } from './plan.ts'
import { readFile } from './read-file.ts'

const municipalities = yamagata()

const read = (
  bytes: Uint8Array | string,
  plan: Partial<ReadPlan> & { format: ImportFormat },
  name = 'file',
): Promise<ReadRow[]> =>
  all(
    readFile(opened(typeof bytes === 'string' ? Buffer.from(bytes) : bytes), name, {
      municipalities,
      ...plan,
    }),
  )

const told = ({ problems }: ReadRow): string[] => problems.map(({ weight, code }) => `${weight} ${code}`)

const CARE = {
  都道府県コード又は市町村コード: '062014',
  No: '0670100734',
  都道府県名: '山形県',
  市区町村名: '山形市',
  事業所名: '見本荘',
  事業所名カナ: 'ミホンソウ',
  サービスの種類: '介護老人福祉施設',
  住所: '山形県山形市見本町１－２',
  '方書（ビル名等）': '',
  緯度: '38.29',
  経度: '140.33',
  電話番号: '023-684-2391',
  FAX番号: '',
  法人番号: '3010405001696',
  法人の名称: '社会福祉法人見本会',
  事業所番号: '0670100734',
  利用可能曜日: '平日,土曜日',
  利用可能曜日特記事項: 'なし',
  定員: '0',
  URL: 'http://www.example.jp',
}
type Care = Partial<Record<keyof typeof CARE, string>>

const careTable = (...changes: Care[]): string[][] => [
  Object.keys(CARE),
  ...changes.map((change) => Object.values({ ...CARE, ...change })),
]
const readCare = async (change: Care): Promise<ReadRow> => {
  const [row] = await read(separated(careTable(change)), { format: 'CARE_SERVICES' })
  if (!row) throw new Error('no row')
  return row
}

describe('介護サービス情報公表', () => {
  it('reads a row', async () => {
    const row = await readCare({})
    expect(row).toMatchObject({ line: 2, problems: [] })
    expect(row.cells).toMatchObject({ 事業所名: '見本荘', 住所: '山形県山形市見本町１－２' })
    expect(row.facts).toEqual({
      target: 'OFFICE',
      officeNumber: '0670100734',
      serviceScheme: 'KAIGO',
      serviceCode: '510',
      name: '見本荘',
      kana: 'みほんそう',
      municipalityCode: '062014',
      address: '山形市見本町1-2',
      addressKey: '見本町1-2',
      building: null,
      point: { latitude: 38.29, longitude: 140.33 },
      phone: '023-684-2391',
      fax: null,
      url: 'http://www.example.jp',
      capacity: null,
      openDays: '平日,土曜日',
      openDaysNote: 'なし',
      corporateNumber: '3010405001696',
      corporationName: '社会福祉法人見本会',
    })
  })

  it.each<[Care, string]>([
    [{ 都道府県コード又は市町村コード: '132012' }, 'MUNICIPALITY_UNKNOWN'],
    [{ 事業所番号: '0670100735' }, 'OFFICE_NUMBER_WRONG'],
    [{ 事業所番号: '6.70E+08' }, 'OFFICE_NUMBER_ROUNDED'],
    [{ 事業所番号: '' }, 'OFFICE_NUMBER_MISSING'],
    [{ 事業所番号: '67010073' }, 'OFFICE_NUMBER_WRONG'],
    [{ 事業所番号: '#N/A' }, 'CELL_LOST'],
    [{ サービスの種類: '見本サービス' }, 'SERVICE_UNKNOWN'],
    [{ 事業所名: ' 　' }, 'NAME_MISSING'],
    [{ 事業所名: '見本\ufffd荘' }, 'CELL_LOST'],
    [{ 住所: '　' }, 'ADDRESS_MISSING'],
  ])('refuses a row with %j: %s', async (change, code) => {
    const row = await readCare(change)
    expect(row.facts).toBeNull()
    expect(told(row)).toEqual([`REFUSED ${code}`])
    const [heading, cell] = Object.entries(change)[0] ?? []
    expect(row.problems[0]).toMatchObject({ heading, cell })
  })

  it.each<[Care, string, string | null]>([
    [{ 法人番号: '3010405001697' }, 'NOTED CORPORATE_NUMBER_WRONG', null],
    [{ 法人番号: '3.01E+12' }, 'NOTED CORPORATE_NUMBER_ROUNDED', null],
    [{ 法人番号: '' }, 'NOTED CORPORATE_NUMBER_MISSING', null],
    [{ 法人の名称: '' }, 'NOTED CORPORATION_NAME_MISSING', null],
    [{ 電話番号: '代表' }, 'NOTED PHONE_UNREADABLE', null],
    [{ 電話番号: '02-3684-2391' }, 'MENDED PHONE_REGROUPED', '023-684-2391'],
    [{ FAX番号: 'なし' }, 'NOTED FAX_UNREADABLE', null],
    [{ URL: 'info@example.jp' }, 'NOTED EMAIL_IN_URL', null],
    [{ URL: 'hppts://example.jp' }, 'NOTED URL_UNREADABLE', null],
    [{ 緯度: '35.82', 経度: '139.67' }, 'NOTED POINT_OUTSIDE_MUNICIPALITY', null],
    [{ 緯度: '140.33', 経度: '38.29' }, 'NOTED POINT_SWAPPED', '38.29, 140.33'],
    [{ 緯度: '51.5', 経度: '0.1' }, 'NOTED POINT_OUTSIDE_JAPAN', null],
    [{ 定員: '若干名' }, 'NOTED CAPACITY_UNREADABLE', null],
    [{ 定員: '20人（30人）' }, 'NOTED CAPACITY_UNSURE', '20'],
    [{ 事業所番号: '670100734' }, 'MENDED ZERO_RESTORED', '0670100734'],
    [{ 事業所番号: '670100734.0' }, 'MENDED ZERO_RESTORED', '0670100734'],
    [{ 法人番号: '3010405001696.0' }, 'MENDED DECIMALS_REMOVED', '3010405001696'],
    [{ 都道府県コード又は市町村コード: '山形' }, 'MENDED MUNICIPALITY_BY_NAME', '062014'],
    [{ 市区町村名: '米沢市' }, 'NOTED MUNICIPALITY_CONTRADICTED', '山形市'],
    [{ 事業所名カナ: '#REF!' }, 'NOTED CHARACTERS_LOST', null],
  ])('keeps a row with %j, and says %s', async (change, problem, proposal) => {
    const row = await readCare(change)
    expect(row.facts).not.toBeNull()
    expect(told(row)).toEqual([problem])
    expect(row.problems[0]?.proposal).toBe(proposal)
  })

  it.each(['062014', '62014', '62014.0', '06201', '6201', '0620100', '620100', '="062014"', "'062014"])(
    'takes %s for 山形市',
    async (code) => {
      const row = await readCare({ 都道府県コード又は市町村コード: code })
      expect(row).toMatchObject({ facts: { municipalityCode: '062014' }, problems: [] })
    },
  )

  it('takes over a municipality that is not known yet when code, prefecture and name are there', async () => {
    const elsewhere = {
      都道府県コード又は市町村コード: '011011',
      都道府県名: '北海道',
      市区町村名: '札幌市中央区',
      住所: '北海道札幌市中央区見本１',
      緯度: '43.06',
      経度: '141.35',
    }
    const { facts } = await readCare(elsewhere)
    expect(facts).toMatchObject({
      municipalityCode: '011011',
      newMunicipality: { code: '011011', prefecture: '北海道', name: '札幌市中央区' },
      address: '札幌市中央区見本1',
      addressKey: '見本1',
    })
  })

  it('does not give back a zero that would make an office of another prefecture', async () => {
    // 0110100017 passes its check digit, but 山形県 is 06.
    const row = await readCare({ 事業所番号: '110100015' })
    expect(row.facts).toBeNull()
    expect(told(row)).toEqual(['REFUSED OFFICE_NUMBER_WRONG'])
  })

  it('notices what Shift_JIS has lost, but not the question mark of a web address', async () => {
    const table = careTable(
      { 法人の名称: '社会福祉法人?会', URL: 'http://www.example.jp/?id=1' },
      { 事業所名: '?田荘' },
    )
    const [first, second] = await read(encoded(separated(table), 'Shift_JIS'), { format: 'CARE_SERVICES' })
    expect(first).toMatchObject({ facts: { corporationName: null, url: 'http://www.example.jp/?id=1' } })
    expect(first && told(first)).toEqual(['NOTED CHARACTERS_LOST'])
    expect(second && told(second)).toEqual(['REFUSED CELL_LOST'])
  })

  it('refuses a row whose cells have moved, and the last when it is cut off', async () => {
    const [heading, row = []] = careTable({})
    const text = separated([heading ?? [], ['', ...row], row, row]).slice(0, -60)
    const rows = await read(text, { format: 'CARE_SERVICES' })
    expect(rows.map(told)).toEqual([['REFUSED ROW_SHIFTED'], [], ['REFUSED ROW_CUT_OFF']])
  })

  it('counts lines as an editor does, and leaves out blank rows and repeated headings', async () => {
    const [heading = [], row = []] = careTable({ 利用可能曜日特記事項: '一行目\r\n二行目' })
    const blank = row.map(() => '')
    const rows = await read(separated([heading, row, blank, heading, row]), { format: 'CARE_SERVICES' })
    expect(rows.map(({ line }) => line)).toEqual([2, 6])
    expect(rows[0]?.facts).toMatchObject({ openDaysNote: '一行目 二行目' })
  })

  it('uses the columns a person has assigned before its own', async () => {
    const table = careTable({})
    const [heading = []] = table
    const renamed = [heading.map((name) => (name === '事業所番号' ? '番号（県）' : name)), ...table.slice(1)]
    await expect(read(separated(renamed), { format: 'CARE_SERVICES' })).rejects.toMatchObject({
      code: 'COLUMNS_MISSING',
      detail: '事業所番号',
    })
    const mapping: ColumnMapping = { target: 'OFFICE', columns: { '番号（県）': 'officeNumber' } }
    const [row] = await read(separated(renamed), { format: 'CARE_SERVICES', mapping })
    expect(row?.facts).toMatchObject({ officeNumber: '0670100734' })
  })

  it('refuses a file in which a column stands twice, unless a person says which', async () => {
    const table = careTable({}).map((cells) => [...cells, cells[15] ?? ''])
    await expect(read(separated(table), { format: 'CARE_SERVICES' })).rejects.toMatchObject({
      code: 'HEADING_TWICE',
      detail: '事業所番号',
    })
  })

  it('names a column without data under a blank heading', async () => {
    const table = careTable({}).map((cells, n) => [...cells, n === 0 ? '' : 'x', n === 0 ? '' : 'y'])
    const [row] = await read(separated(table), { format: 'CARE_SERVICES' })
    expect(row?.cells).toMatchObject({ 列21: 'x', 列22: 'y' })
  })
})

describe('障害福祉 of WAM', () => {
  it('reads five-digit codes, addresses in two columns and services of its own', async () => {
    const rows = await read(fileOf('tests/fixtures/import/wam_mihon.csv'), { format: 'WAM_DISABILITY' })
    expect(rows.flatMap(told)).toEqual([])
    expect(rows.map(({ facts }) => facts)).toMatchObject([
      {
        municipalityCode: '062014',
        address: '山形市見本町二丁目3-4',
        addressKey: '見本町2-3-4',
        serviceScheme: 'SHOGAI',
        serviceCode: '22',
        corporationSeat: '山形県山形市見本町一丁目1番1号',
      },
      { serviceCode: '46', capacity: 20, openDaysNote: '送迎あり' },
      { serviceCode: '33', municipalityCode: '062022' },
      { serviceCode: '53', capacity: null },
      {
        serviceCode: '63',
        municipalityCode: '063649',
        address: '最上郡真室川町大字見本字沢100番地2',
        addressKey: '見本沢100-2',
      },
      { serviceCode: '42' },
    ])
  })

  it('refuses 番地 that a spreadsheet has taken for a day', async () => {
    const text = fileOf('tests/fixtures/import/wam_mihon.csv')
      .toString()
      .replace('見本町二丁目3-4', '2003/4/1')
    const [row] = await read(text, { format: 'WAM_DISABILITY' })
    expect(row && told(row)).toEqual(['REFUSED CELL_LOST'])
  })
})

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
  (await read(features(own), { format: 'GSI_SHELTERS' }, name))[0]

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
    const rows = await read(features(...many), { format: 'GSI_SHELTERS' })
    expect(rows).toHaveLength(60)
    expect(rows[55]?.cells).toMatchObject({ 電話番号: '023-000-0001' })
  })

  it('says so when nothing is published', async () => {
    const file = fileOf('data/shelters/gsi_yamagata/evacuation/063649.json')
    await expect(read(file, { format: 'GSI_SHELTERS' })).rejects.toMatchObject({ code: 'NOTHING_PUBLISHED' })
  })

  it.each([
    '{"type":"Topology"}',
    '{"type":"FeatureCollection","features":[{"a":1}',
    '{"type":',
    '[1,',
    'null',
  ])('refuses %s', async (text) => {
    await expect(read(text, { format: 'GSI_SHELTERS' })).rejects.toMatchObject({
      code: expect.stringMatching(/^FILE_|^COLUMNS/) as string,
    })
  })

  it('cannot tell designated shelters from emergency sites without their columns; a person can', async () => {
    const { その他市町村長が必要と認める事項: _, 受入対象者: __, ...bare } = SHELTER
    const text = JSON.stringify({
      type: 'FeatureCollection',
      features: [{ type: 'Feature', geometry: null, properties: bare }],
    })
    await expect(read(text, { format: 'GSI_SHELTERS' })).rejects.toMatchObject({
      code: 'SHELTER_KIND_UNKNOWN',
    })
    const [named] = await read(text, { format: 'GSI_SHELTERS' }, 'emergency/062014.json')
    expect(named?.facts).toMatchObject({ kind: 'EMERGENCY_SITE' })
    const [row] = await read(text, { format: 'GSI_SHELTERS', shelterKind: 'DESIGNATED_SHELTER' })
    // Nor can the hazards and the welfare mark be told, so they are not.
    expect(row?.facts).not.toHaveProperty('welfare')
    expect(row?.facts).not.toHaveProperty('hazards')
    expect(row?.facts).toMatchObject({ kind: 'DESIGNATED_SHELTER', point: null })
  })
})

describe('自治体標準オープンデータセット', () => {
  it('reads the table of 山形市 as a spreadsheet left it', async () => {
    const rows = await read(fileOf('data/shelters/yamagatashi_emergency_sites.xlsx'), {
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
    const rows = await read(file, { format: 'STANDARD_EMERGENCY_SITES' })
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
    const [row] = await read(text, { format: 'STANDARD_EMERGENCY_SITES' })
    expect(row?.facts).not.toHaveProperty('hazards')
    expect(row && told(row)).toContain('NOTED HAZARD_UNREADABLE')
  })

  it.each(['v1', 'v2'])('reads care offices of %s', async (version) => {
    const file = fileOf(`tests/fixtures/import/standard_care_offices_${version}_mihon.csv`)
    const [row] = await read(file, { format: 'STANDARD_CARE_OFFICES' })
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
    const rows = await read(text, { format: 'STANDARD_CARE_OFFICES' })
    expect(rows.slice(1)).toMatchObject([
      { line: 3, part: 0, facts: { serviceCode: '150' } },
      { line: 3, part: 1, facts: { serviceCode: '210' } },
    ])
    const partly = await read(text.replace('短期入所生活介護', '見本サービス'), {
      format: 'STANDARD_CARE_OFFICES',
    })
    expect(partly[1]).toMatchObject({
      facts: { serviceCode: '150' },
      problems: [{ code: 'SERVICE_PARTLY_UNKNOWN' }],
    })
  })
})

describe('a table of somebody’s own', () => {
  const mapping: ColumnMapping = {
    target: 'FACILITY',
    columns: {
      施設名: 'name',
      事業所番号: 'officeNumber',
      法人番号: 'corporateNumber',
      運営法人名: 'corporationName',
      '定員（人）': 'capacity',
      電話: 'phone',
      夜間連絡先: 'nightPhone',
      住所: 'address',
      施設長: 'directorName',
      開設年月日: 'openedOn',
    },
  }
  const own = fileOf('tests/fixtures/import/own_list_mihon.csv').toString()

  it('is read by the columns a person has assigned', async () => {
    const rows = await read(own, { format: 'MAPPED', mapping })
    expect(rows).toMatchObject([
      {
        line: 3,
        problems: [],
        facts: {
          target: 'FACILITY',
          name: '見本あおば荘',
          officeNumber: '0679990010',
          municipalityCode: '062014',
          address: '山形市見本町1-1',
          capacity: 29,
          nightPhone: '023-000-0209',
          openedOn: '1991-04-01',
          directorName: '見本 花子',
        },
      },
      {
        line: 4,
        problems: [],
        facts: { officeNumber: null, corporateNumber: null, capacity: 50, municipalityCode: '062022' },
      },
    ])
    expect(rows[0]?.facts).not.toHaveProperty('fax')
  })

  it.each([
    ['0679990010', '0679990011', 'OFFICE_NUMBER_WRONG'],
    ['8999999999901', '8999999999902', 'CORPORATE_NUMBER_WRONG'],
  ])('refuses a row whose number fails its check digit: %s → %s', async (right, wrong, code) => {
    const [row] = await read(own.replace(right, wrong), { format: 'MAPPED', mapping })
    expect(row?.facts).toBeNull()
    expect(row && told(row)).toEqual([`REFUSED ${code}`])
  })

  it('finds the columns again when signs and width of a heading have changed', async () => {
    const [row] = await read(own.replace('定員（人）', ' 定員(人)'), { format: 'MAPPED', mapping })
    expect(row?.facts).toMatchObject({ capacity: 29 })
  })

  it('says which columns are gone', async () => {
    const text = own.replace('施設長', '管理者').replace('電話', '代表')
    await expect(read(text, { format: 'MAPPED', mapping })).rejects.toMatchObject({
      code: 'COLUMNS_MISSING',
      detail: '電話、施設長',
    })
  })

  it('needs a name and an address', async () => {
    const few: ColumnMapping = { target: 'FACILITY', columns: { 施設名: 'name' } }
    await expect(read(own, { format: 'MAPPED', mapping: few })).rejects.toMatchObject({
      code: 'COLUMNS_MISSING',
      detail: '住所',
    })
  })

  it('may be about corporations, whose seat may lie anywhere', async () => {
    const text =
      '法人番号,法人名,所在地\n3010405001696,社会福祉法人見本会,愛媛県松山市見本町1\n,社会福祉法人見本会,山形市見本町1-1\n1,見本,\n'
    const columns = { 法人番号: 'corporateNumber', 法人名: 'corporationName', 所在地: 'address' } as const
    const rows = await read(text, { format: 'MAPPED', mapping: { target: 'CORPORATION', columns } })
    expect(rows).toMatchObject([
      {
        facts: {
          corporateNumber: '3010405001696',
          seatMunicipalityCode: null,
          seatAddress: '愛媛県松山市見本町1',
        },
      },
      { facts: { corporateNumber: null, seatMunicipalityCode: '062014', seatAddress: '山形市見本町1-1' } },
      { facts: null, problems: [{ weight: 'REFUSED', code: 'CORPORATE_NUMBER_WRONG' }] },
    ])
  })

  it('may be a workbook about offices, or shelters', async () => {
    const offices = workbook([
      ['事業所', '番号', 'サービス', '場所'],
      ['見本荘', '0670100734', '特別養護老人ホーム', '山形市見本町1-2'],
    ])
    const columns = {
      事業所: 'name',
      番号: 'officeNumber',
      サービス: 'serviceName',
      場所: 'address',
    } as const
    const [office] = await read(offices, { format: 'MAPPED', mapping: { target: 'OFFICE', columns } })
    expect(office?.facts).toMatchObject({
      officeNumber: '0670100734',
      serviceCode: '510',
      corporateNumber: null,
    })
    const shelters = '番号,避難所,住所\n1,見本会館,山形市見本町1-2\n'
    const [shelter] = await read(shelters, {
      format: 'MAPPED',
      mapping: { target: 'SHELTER', columns: { 番号: 'sourceKey', 避難所: 'name', 住所: 'address' } },
      shelterKind: 'DESIGNATED_SHELTER',
    })
    expect(shelter?.facts).toMatchObject({ target: 'SHELTER', sourceKey: '062014-1' })
  })

  it('of one city hall needs no municipality in its rows', async () => {
    const text = '施設名,住所\n見本荘,見本町1-2\n'
    const columns = { 施設名: 'name', 住所: 'address' } as const
    const plan = { format: 'MAPPED', mapping: { target: 'FACILITY', columns } } as const
    const [row] = await read(text, { ...plan, municipalityCode: '062014' })
    expect(row?.facts).toMatchObject({ municipalityCode: '062014', address: '山形市見本町1-2' })
    const [without] = await read(text, plan)
    expect(without && told(without)).toEqual(['REFUSED MUNICIPALITY_UNKNOWN'])
  })
})

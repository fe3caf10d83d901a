import { describe, expect, it } from 'vitest'
import { encoded, fileOf, readRows, separated, told } from '../../../../../../tests/support/import-files.ts'
import type { ReadRow } from '../reading.ts'
import type { ColumnMapping } from './plan.ts'

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
  const [row] = await readRows(separated(careTable(change)), { format: 'CARE_SERVICES' })
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
    const [first, second] = await readRows(encoded(separated(table), 'Shift_JIS'), {
      format: 'CARE_SERVICES',
    })
    expect(first).toMatchObject({ facts: { corporationName: null, url: 'http://www.example.jp/?id=1' } })
    expect(first && told(first)).toEqual(['NOTED CHARACTERS_LOST'])
    expect(second && told(second)).toEqual(['REFUSED CELL_LOST'])
  })

  it('refuses a row whose cells have moved, and the last when it is cut off', async () => {
    const [heading, row = []] = careTable({})
    const text = separated([heading ?? [], ['', ...row], row, row]).slice(0, -60)
    const rows = await readRows(text, { format: 'CARE_SERVICES' })
    expect(rows.map(told)).toEqual([['REFUSED ROW_SHIFTED'], [], ['REFUSED ROW_CUT_OFF']])
  })

  it('counts lines as an editor does, and leaves out blank rows and repeated headings', async () => {
    const [heading = [], row = []] = careTable({ 利用可能曜日特記事項: '一行目\r\n二行目' })
    const blank = row.map(() => '')
    const rows = await readRows(separated([heading, row, blank, heading, row]), { format: 'CARE_SERVICES' })
    expect(rows.map(({ line }) => line)).toEqual([2, 6])
    expect(rows[0]?.facts).toMatchObject({ openDaysNote: '一行目 二行目' })
  })

  it('uses the columns a person has assigned before its own', async () => {
    const table = careTable({})
    const [heading = []] = table
    const renamed = [heading.map((name) => (name === '事業所番号' ? '番号（県）' : name)), ...table.slice(1)]
    await expect(readRows(separated(renamed), { format: 'CARE_SERVICES' })).rejects.toMatchObject({
      code: 'COLUMNS_MISSING',
      detail: '事業所番号',
    })
    const mapping: ColumnMapping = { target: 'OFFICE', columns: { '番号（県）': 'officeNumber' } }
    const [row] = await readRows(separated(renamed), { format: 'CARE_SERVICES', mapping })
    expect(row?.facts).toMatchObject({ officeNumber: '0670100734' })
  })

  it('refuses a file in which a column stands twice, unless a person says which', async () => {
    const table = careTable({}).map((cells) => [...cells, cells[15] ?? ''])
    await expect(readRows(separated(table), { format: 'CARE_SERVICES' })).rejects.toMatchObject({
      code: 'HEADING_TWICE',
      detail: '事業所番号',
    })
  })

  it('names a column without data under a blank heading', async () => {
    const table = careTable({}).map((cells, n) => [...cells, n === 0 ? '' : 'x', n === 0 ? '' : 'y'])
    const [row] = await readRows(separated(table), { format: 'CARE_SERVICES' })
    expect(row?.cells).toMatchObject({ 列21: 'x', 列22: 'y' })
  })
})

describe('障害福祉 of WAM', () => {
  it('reads five-digit codes, addresses in two columns and services of its own', async () => {
    const rows = await readRows(fileOf('tests/fixtures/import/wam_mihon.csv'), { format: 'WAM_DISABILITY' })
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
    const [row] = await readRows(text, { format: 'WAM_DISABILITY' })
    expect(row && told(row)).toEqual(['REFUSED CELL_LOST'])
  })
})

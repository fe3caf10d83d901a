import { describe, expect, it } from 'vitest'
import { readCareServices } from './care-services.ts'
import type { PublishedMunicipality } from './published.ts'
import { decode } from './table.ts'

const yamagata: PublishedMunicipality = {
  code: '062014',
  prefecture: '山形県',
  district: null,
  name: '山形市',
  bounds: { south: 38.1, west: 140.2, north: 38.4, east: 140.55 },
}
const municipalities = new Map([[yamagata.code, yamagata]])

const HEADINGS =
  '都道府県コード又は市町村コード,No,都道府県名,市区町村名,事業所名,事業所名カナ,サービスの種類,住所,方書（ビル名等）,緯度,経度,電話番号,FAX番号,法人番号,法人の名称,事業所番号,利用可能曜日,利用可能曜日特記事項,定員,URL'
const LINE =
  '062014,0670100734,山形県,山形市,見本荘,ミホンソウ,介護老人福祉施設,山形県山形市見本町１－２,,38.29,140.33,023-684-2391,,3010405001696,社会福祉法人見本会,0670100734,"平日,土曜日",なし,0,http://www.example.jp'
const read = (...lines: string[]) =>
  readCareServices('kaigo/a.csv', [HEADINGS, ...lines].join('\r\n'), municipalities)

describe('readCareServices', () => {
  it('reads a row', () => {
    const { rows, refused, noted } = read(LINE)
    expect({ refused, noted }).toEqual({ refused: [], noted: [] })
    expect(rows).toEqual([
      {
        file: 'kaigo/a.csv',
        line: 2,
        officeNumber: '0670100734',
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
      },
    ])
  })

  it('reads what a spreadsheet made of it', () => {
    const damaged = LINE.replace('062014,0670100734', '62014.0,670100734')
      .replace('0670100734,"平日', '670100734.0,"平日')
      .replace('023-684-2391', '02-3684-2391')
      .replace('3010405001696', '3010405001696.0')
    expect(read(damaged).rows).toEqual(read(LINE).rows)
  })

  it('finds columns by their heading, wherever they stand', () => {
    const turned = [HEADINGS, LINE.replace('"平日,土曜日"', '平日')]
      .map((line) => line.split(',').toReversed().join(','))
      .join('\n')
    const { rows } = readCareServices('kaigo/a.csv', turned, municipalities)
    expect(rows[0]).toMatchObject({ officeNumber: '0670100734', name: '見本荘', address: '山形市見本町1-2' })
  })

  it.each([
    ['062014', '999999', 'MUNICIPALITY_UNKNOWN'],
    ['0670100734,"', '0670100735,"', 'OFFICE_NUMBER_WRONG'],
    ['介護老人福祉施設', '見本サービス', 'SERVICE_UNKNOWN'],
    ['見本荘,', ' ,', 'NAME_MISSING'],
    ['山形県山形市見本町１－２', '　', 'ADDRESS_MISSING'],
  ])('refuses a row in which %s is %s', (right, wrong, code) => {
    const { rows, refused } = read(LINE, LINE.replace(right, wrong))
    expect(rows).toHaveLength(1)
    expect(refused).toEqual([{ file: 'kaigo/a.csv', line: 3, code }])
  })

  it.each([
    ['3010405001696', '3010405001697', 'CORPORATE_NUMBER_WRONG'],
    ['3010405001696', '', 'CORPORATE_NUMBER_MISSING'],
    ['社会福祉法人見本会', '', 'CORPORATION_NAME_MISSING'],
    ['023-684-2391,', '代表,', 'PHONE_UNREADABLE'],
    ['023-684-2391,,', '023-684-2391,なし,', 'FAX_UNREADABLE'],
    ['http://www.example.jp', 'info@example.jp', 'EMAIL_IN_URL'],
    ['38.29,140.33', '35.82,139.67', 'POINT_OUTSIDE_MUNICIPALITY'],
    [',0,http', ',若干名,http', 'CAPACITY_UNREADABLE'],
  ])('keeps a row in which %s is %s, and says so', (right, wrong, code) => {
    const { rows, noted } = read(LINE.replace(right, wrong))
    expect(rows).toHaveLength(1)
    expect(noted).toEqual([{ file: 'kaigo/a.csv', line: 2, code }])
  })

  it('refuses a file without a column it needs, by name', () => {
    const text = [HEADINGS.replace('法人番号', '法人'), LINE].join('\n')
    expect(() => readCareServices('kaigo/a.csv', text, municipalities)).toThrow(
      'kaigo/a.csv: no column 法人番号',
    )
  })
})

describe('decode', () => {
  it('reads UTF-8 with a byte order mark, and Shift_JIS', () => {
    expect(decode(Buffer.from('\ufeff山形'))).toBe('山形')
    expect(decode(Uint8Array.from([0x8e, 0x52, 0x8c, 0x60]))).toBe('山形')
  })
})

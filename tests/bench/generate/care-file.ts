import { isCorporateNumber, isOfficeNumber } from '../../../api/src/modules/registry/rules/checked-numbers.ts'
import { SERVICE_KINDS } from '../../../api/src/modules/registry/rules/service-kinds.ts'

const HEADINGS =
  '都道府県コード又は市町村コード,No,都道府県名,市区町村名,事業所名,事業所名カナ,サービスの種類,住所,方書（ビル名等）,緯度,経度,電話番号,FAX番号,法人番号,法人の名称,事業所番号,利用可能曜日,利用可能曜日特記事項,定員,URL,備考'

const TOWNS = [
  ['062014', '山形市', 38.25, 140.33],
  ['062022', '米沢市', 37.92, 140.11],
  ['062031', '鶴岡市', 38.72, 139.82],
  ['062049', '酒田市', 38.91, 139.84],
  ['062057', '新庄市', 38.76, 140.3],
  ['062065', '寒河江市', 38.38, 140.27],
] as const

const services = SERVICE_KINDS.filter(({ scheme }) => scheme === 'KAIGO')

/** The digit that makes a number valid: tried, because the rule is the product's own. */
const checked = (make: (digit: number) => string, isValid: (text: string) => boolean): string => {
  const found = [...Array(10).keys()].map(make).find(isValid)
  if (found === undefined) throw new Error('No digit makes this number valid.')
  return found
}

// No prefecture has 99 and no registry office 9999: these numbers are nobody's.
const officeNumber = (n: number) =>
  checked((digit) => `997${String(n).padStart(6, '0')}${digit}`, isOfficeNumber)
const corporateNumber = (n: number) =>
  checked((digit) => `${digit}9999${String(n).padStart(8, '0')}`, isCorporateNumber)

/**
 * A file like those of 介護サービス情報公表, of as many rows as asked: three services to a facility, five facilities to a
 * corporation. `issue` makes another issue of the same list: every tenth telephone is another one.
 */
export function* careFile(rows: number, issue = 1): Generator<Buffer> {
  yield Buffer.from(`\ufeff${HEADINGS}\r\n`)
  let block = ''
  for (let n = 0; n < rows; n++) {
    const place = Math.floor(n / 3)
    const corporation = Math.floor(place / 5)
    const [code, town, latitude, longitude] = TOWNS[place % TOWNS.length] ?? TOWNS[0]
    const service = services[(place + (n % 3)) % services.length]
    const phone = `023-6${String(10 + (n % 10 === 0 ? issue : 0))}-${String(place % 10_000).padStart(4, '0')}`
    block += [
      code,
      n + 1,
      '山形県',
      town,
      `試験の里${place}号館${n % 3}`,
      `シケンノサト${n}`,
      service?.name,
      `山形県${town}試験町${1 + (place % 40)}丁目${1 + Math.floor(place / 40)}-${1 + (place % 7)}`,
      '',
      (latitude + (place % 100) / 10_000).toFixed(6),
      (longitude + (place % 90) / 10_000).toFixed(6),
      phone,
      phone,
      corporateNumber(corporation),
      `社会福祉法人試験${corporation}会`,
      officeNumber(n),
      '平日,土曜日'.replace(',', '・'),
      '',
      n % 2 === 0 ? 0 : 10 + (n % 40),
      `https://example.jp/${place}/`,
      '',
    ].join(',')
    block += '\r\n'
    if (block.length > 60_000) {
      yield Buffer.from(block)
      block = ''
    }
  }
  if (block !== '') yield Buffer.from(block)
}

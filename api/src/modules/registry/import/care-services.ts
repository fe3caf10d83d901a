import { addressKey, readableAddress } from '../rules/address.ts'
import { readCorporateNumber, readMunicipalityCode, readOfficeNumber } from '../rules/checked-numbers.ts'
import { readCapacity } from '../rules/capacity.ts'
import { readPhone, readWebAddress } from '../rules/contact.ts'
import { readPoint } from '../rules/place.ts'
import type { NoteCode } from '../rules/reading.ts'
import { careServiceCode } from '../rules/service-kinds.ts'
import { plain, toHiragana } from '../rules/text.ts'
import {
  UnreadableFile,
  type FileReading,
  type Municipalities,
  type OfficeRow,
  type PublishedMunicipality,
  type RefusalCode,
  type RowReport,
} from './published.ts'
import { readTable, type TableRow } from './table.ts'

const NEEDED = [
  '都道府県コード又は市町村コード',
  '事業所名',
  'サービスの種類',
  '住所',
  '法人番号',
  '法人の名称',
  '事業所番号',
] as const

/** Reads one file of 介護サービス情報公表システム オープンデータ. */
export function readCareServices(
  file: string,
  text: string,
  municipalities: Municipalities,
): FileReading<OfficeRow> {
  const table = readTable(text)
  const missing = NEEDED.filter((heading) => !table.headings.includes(heading))
  if (missing.length > 0) throw new UnreadableFile(`${file}: no column ${missing.join(', ')}`)

  const rows: OfficeRow[] = []
  const refused: RowReport<RefusalCode>[] = []
  const noted: RowReport<NoteCode>[] = []
  const codes = new Set(municipalities.keys())
  for (const row of table.rows) {
    const municipality = municipalities.get(readMunicipalityCode(row.cell(NEEDED[0]), codes) ?? '')
    const read = municipality ? readRow(row, municipality) : 'MUNICIPALITY_UNKNOWN'
    if (typeof read === 'string') {
      refused.push({ file, line: row.line, code: read })
      continue
    }
    rows.push({ file, line: row.line, ...read.office })
    noted.push(...read.notes.map((code) => ({ file, line: row.line, code })))
  }
  return { rows, refused, noted }
}

interface ReadRow {
  readonly office: Omit<OfficeRow, 'file' | 'line'>
  readonly notes: readonly NoteCode[]
}

function readRow(row: TableRow, municipality: PublishedMunicipality): ReadRow | RefusalCode {
  const officeNumber = readOfficeNumber(row.cell('事業所番号')).value
  const serviceCode = careServiceCode(row.cell('サービスの種類'))
  const name = row.cell('事業所名').trim()
  const address = row.cell('住所')
  if (!officeNumber) return 'OFFICE_NUMBER_WRONG'
  if (!serviceCode) return 'SERVICE_UNKNOWN'
  if (name === '') return 'NAME_MISSING'
  if (address.trim() === '') return 'ADDRESS_MISSING'

  const phone = readPhone(row.cell('電話番号'))
  const fax = readPhone(row.cell('FAX番号'))
  const url = readWebAddress(row.cell('URL'))
  const capacity = readCapacity(row.cell('定員'))
  const point = readPoint(row.cell('緯度'), row.cell('経度'), municipality.bounds)
  const corporateNumber = readCorporateNumber(row.cell('法人番号'))
  const corporationName = row.cell('法人の名称').trim() || null
  const building = row.cell('方書（ビル名等）')
  const notes = [
    phone.note,
    fax.note && ('FAX_UNREADABLE' as const),
    url.note,
    capacity.note,
    point.note,
    corporateNumber.note,
    corporationName ? null : ('CORPORATION_NAME_MISSING' as const),
  ].filter((note) => note !== null)

  const office = {
    officeNumber,
    serviceCode,
    name,
    kana: toHiragana(row.cell('事業所名カナ')),
    municipalityCode: municipality.code,
    address: readableAddress(address, municipality, building),
    addressKey: addressKey(address, municipality, building),
    building: readBuilding(building),
    point: point.value,
    phone: phone.value,
    fax: fax.value,
    url: url.value,
    capacity: capacity.value,
    openDays: plain(row.cell('利用可能曜日')) || null,
    openDaysNote: plain(row.cell('利用可能曜日特記事項')) || null,
    corporateNumber: corporateNumber.value,
    corporationName,
  }
  return { office, notes }
}

// One row has a web address where the building should stand.
const readBuilding = (cell: string): string | null => (cell.includes('://') ? null : plain(cell) || null)

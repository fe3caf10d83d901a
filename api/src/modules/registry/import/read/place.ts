import { addressKey, mayHaveRunTogether, readableAddress } from '../../rules/address.ts'
import { readPoint, type Point } from '../../rules/place.ts'
import { plain, unspaced } from '../../rules/text.ts'
import type { NewMunicipality } from '../reading.ts'
import {
  municipalityOf,
  type FoundMunicipality,
  type Gazetteer,
  type MunicipalityHints,
} from './municipality.ts'
import type { Row } from './row.ts'

/** What the rows of one file have in common. */
export interface FileContext {
  readonly gazetteer: Gazetteer
  /** The file has lost what separates the numbers of its addresses. */
  readonly runTogether: boolean
  readonly hints: MunicipalityHints
}

export interface ReadPlace {
  readonly municipalityCode: string
  readonly newMunicipality?: NewMunicipality
  readonly address: string
  readonly addressKey: string | null
  readonly building?: string | null
  readonly point?: Point | null
}

// A spreadsheet takes 番地 「1-2-3」 for a day.
const DAY = /^(?:[0-9]{4}[/-][0-9]{1,2}[/-][0-9]{1,2}(?: .*)?|[0-9]{1,2}月[0-9]{1,2}日|[0-9]{5})$/

/** Where a row says that its place is; null when the row is refused. */
export function readPlace(
  row: Row,
  { gazetteer, runTogether, hints }: FileContext,
  { blankAddress = false } = {},
): ReadPlace | null {
  const place = municipalityOf(row, gazetteer, hints)
  const written = wholeAddress(row)
  const rest = plain(row.cell('addressRest'))
  if (row.isLost('address') || row.isLost('addressRest') || DAY.test(rest))
    return row.refuse('CELL_LOST', 'address')
  if (plain(written) === '')
    if (blankAddress) row.note('ADDRESS_MISSING', 'address')
    else return row.refuse('ADDRESS_MISSING', 'address')
  if (!place) return null

  const { municipality } = place
  const area = gazetteer.startOf(inPrefecture(written, municipality.prefecture)) ?? municipality
  if (area.code !== municipality.code) row.note('MUNICIPALITY_CONTRADICTED', 'address', municipality.name)
  const building = readBuilding(row)
  const uncertain = runTogether && mayHaveRunTogether(written)
  if (uncertain) row.note('ADDRESS_RUN_TOGETHER', 'address')
  return withoutUndefined({
    municipalityCode: municipality.code,
    newMunicipality: place.isNew ? nameOf(place) : undefined,
    address: readableAddress(written, area, row.cell('building')),
    addressKey: uncertain ? null : addressKey(written, area, row.cell('building')),
    building,
    point:
      row.has('latitude') && row.has('longitude')
        ? row.take('latitude', readPoint(row.cell('latitude'), row.cell('longitude'), area.bounds))
        : undefined,
  })
}

const inPrefecture = (address: string, prefecture: string): string =>
  unspaced(address).startsWith(prefecture) ? unspaced(address) : `${prefecture}${unspaced(address)}`

const nameOf = ({ municipality: { code, prefecture, name } }: FoundMunicipality): NewMunicipality => ({
  code,
  prefecture,
  name,
})

/** The address in one piece, however many columns it is spread over. */
export function wholeAddress(row: Row): string {
  const start = row.cell('address')
  const [town, rest] = [row.cell('addressTown'), row.cell('addressRest')]
  // 所在地_連結表記 holds the whole; 住所（市区町村） only the beginning.
  const told = unspaced(start)
  if (rest === '') return holdsTown(told, unspaced(town)) ? start : `${start}${town}`
  if (told.endsWith(unspaced(`${town}${rest}`))) return start
  return town !== '' && told.endsWith(unspaced(town)) ? `${start}${rest}` : `${start}${town}${rest}`
}

// Behind the name of a municipality: 府中 in 東京都府中市 is the city, not the part of it.
const holdsTown = (address: string, town: string): boolean =>
  town === '' || ['市', '区', '町', '村'].some((end) => address.includes(`${end}${town}`))

// One published row has a web address where the building should stand.
function readBuilding(row: Row): string | null | undefined {
  const building = row.text('building')
  return building?.includes('://') ? null : building
}

/** The same without keys whose value is undefined: what the file has no column for is not said at all. */
export const withoutUndefined = <Facts extends object>(facts: Facts): Facts =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Facts

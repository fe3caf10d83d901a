import { plain, unspaced } from './text.ts'

const NUMERALS = '〇一二三四五六七八九'

const digitOf = (numeral: string): number => NUMERALS.indexOf(numeral)

/** 二十一 → 21; only as far as 丁目 go. */
function fromNumerals(text: string): string {
  const [tens, ones = text] = text.includes('十') ? text.split('十') : []
  const ten = tens === undefined ? 0 : tens === '' ? 10 : digitOf(tens) * 10
  return String(ten + (ones === '' ? 0 : digitOf(ones)))
}

/** Where an address lies, told by its municipality. */
export interface AddressArea {
  readonly prefecture: string
  /** 郡, or null for a city. */
  readonly district: string | null
  readonly name: string
}

/**
 * The address down to 町丁目・番地 in one spelling, so that two spellings of one place can be compared:
 * 「山形県山形市桜田西四丁目3番26号」 and 「桜田西４丁目3-26」 both give 「桜田西4-3-26」.
 * What follows the number (a building, a floor) is left out. Null when there is no number to tell places apart.
 */
export function addressKey(address: string, area: AddressArea, building = ''): string | null {
  const text = withoutArea(withoutBuilding(unspaced(address), unspaced(building)), area)
    .replace(/[‐‒–—―−─]/g, '-')
    .replace(/(\d)ー(?=\d)/g, '$1-')
    .replace(/(\d),(?=\d{3})/g, '$1')
    .replace(/[〇一二三四五六七八九十]{1,3}(?=丁目)/g, fromNumerals)
    .replace(/(\d)丁目[-の]?/g, '$1-')
    .replace(/(\d)番地?[-の]?(?=\d)/g, '$1-')
    .replace(/(\d)号?の(?=\d)/g, '$1-')
    .replace(/大?字/g, '')
    .replace(/[ヶヵ]/g, (small) => (small === 'ヶ' ? 'ケ' : 'カ'))
    .replaceAll('籠', '篭')
  const parts = /^(\D*)(\d+(?:-\d+)*)(.?)/.exec(text)
  // 「34-12F」 is 34-1 on the second floor; without the column of buildings nobody can tell where the floor begins.
  return parts && !/[F階]/i.test(parts[3] ?? '') ? `${parts[1]}${parts[2]}` : null
}

const withoutBuilding = (address: string, building: string): string =>
  building !== '' && address.endsWith(building) ? address.slice(0, -building.length) : address

function withoutArea(address: string, { prefecture, district, name }: AddressArea): string {
  // Some rows repeat the municipality, some leave out its last character before 大字.
  const inPrefecture = withoutStart(address, prefecture)
  const inDistrict = withoutStart(inPrefecture, district ?? districtBefore(name, inPrefecture))
  const rest = [name, name].reduce(withoutStart, inDistrict)
  const stem = name.slice(0, -1)
  return rest.startsWith(`${stem}大字`) ? rest.slice(stem.length) : rest
}

const withoutChome = (address: string): string =>
  unspaced(address).replace(/[0-9〇一二三四五六七八九十]+丁目/g, '')

/** Numbers with nothing between or behind them. */
const isBare = (address: string): boolean => /\d\d/.test(address) && !/\d\D+\d|\d[番号]/.test(address)

/**
 * Whether a list of addresses has lost its hyphens: 「落合町1087-1」 stands as 「落合町10871」, which is another place. One
 * municipality issues such a list. Of a short list nobody can tell.
 */
export function haveLostHyphens(addresses: readonly string[]): boolean {
  const numbered = addresses.map(withoutChome).filter((address) => /\d\d/.test(address))
  const hyphened = numbered.filter((address) => /\d[-‐‒–—―−ー─]\d/.test(address))
  const bare = numbered.filter(isBare)
  return numbered.length >= 30 && hyphened.length < numbered.length / 20 && bare.length > numbered.length / 2
}

/** Whether the numbers of an address could be several that ran together. */
export const mayHaveRunTogether = (address: string): boolean => isBare(withoutChome(address))

const withoutStart = (text: string, start: string): string =>
  text.startsWith(start) ? text.slice(start.length) : text

/** The 郡 with which an address begins before the name of its 町 or 村, where nobody has told it. */
function districtBefore(name: string, address: string): string {
  const end = address.indexOf(name)
  const start = end < 0 ? '' : address.slice(0, end)
  return /^[^0-9]{1,6}郡$/.test(start) ? start : ''
}

/** An address as it is shown: plain digits, without the prefecture, beginning with its municipality. */
export function readableAddress(address: string, area: AddressArea, building = ''): string {
  const text = withoutStart(plain(address), area.prefecture)
  const ending = plain(building)
  const whole = ending !== '' && text.endsWith(ending) ? text.slice(0, -ending.length).trim() : text
  const starts = [`${area.district ?? districtBefore(area.name, whole)}${area.name}`, area.name]
  return starts.some((start) => whole.startsWith(start)) ? whole : `${area.name}${whole}`
}

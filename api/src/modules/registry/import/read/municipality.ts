import { isMunicipalityCode, municipalityCheckDigit, municipalityCodes } from '../../rules/checked-numbers.ts'
import { PREFECTURES, prefectureOf } from '../../rules/prefectures.ts'
import { unspaced } from '../../rules/text.ts'
import type { KnownMunicipality, Municipalities } from './plan.ts'
import type { Row } from './row.ts'

/** A municipality of a row, and whether the registry does not have it yet. */
export interface FoundMunicipality {
  readonly municipality: KnownMunicipality
  readonly isNew: boolean
}

/** What tells the municipality where the row does not. */
export interface MunicipalityHints {
  /** By the file's name or by the plan. */
  readonly code?: string | undefined
  /** JIS five digits within an ID of the row. */
  readonly jis?: string | undefined
}

/** The known municipalities by code and by every way of writing their names. */
export class Gazetteer {
  readonly #byCode: Municipalities
  readonly #byName = new Map<string, KnownMunicipality | null>()
  readonly #longest: number

  constructor(municipalities: Municipalities) {
    this.#byCode = municipalities
    for (const municipality of municipalities.values()) {
      const { prefecture, district, name } = municipality
      const own = district === null ? [name] : [name, `${district}${name}`]
      for (const name of own.flatMap((one) => [one, `${prefecture}${one}`]))
        // Two municipalities of one name are told apart by their prefecture only.
        this.#byName.set(name, this.#byName.has(name) ? null : municipality)
    }
    this.#longest = Math.max(0, ...Array.from(this.#byName.keys(), ({ length }) => length))
  }

  code(code: string): KnownMunicipality | null {
    return this.#byCode.get(code) ?? null
  }

  name(name: string): KnownMunicipality | null {
    return this.#byName.get(name) ?? null
  }

  /** The municipality with whose name an address begins. */
  startOf(address: string): KnownMunicipality | null {
    for (let length = Math.min(this.#longest, address.length); length > 1; length--) {
      const found = this.#byName.get(address.slice(0, length))
      if (found !== undefined) return found
    }
    const district = /^(北海道|東京都|(?:京都|大阪)府|..県|...県)?[^0-9]{1,5}郡(.*)$/.exec(address)
    return district ? this.startOf(`${district[1] ?? ''}${district[2] ?? ''}`) : null
  }
}

/**
 * The municipality a row lies in: by its code in any of three forms, where that leaves a choice or nothing by the names
 * beside it, the address, or the hints. A municipality that is not known yet is taken over with its name when code and
 * prefecture agree. The row is refused where nothing tells, or where two things contradict each other.
 */
export function municipalityOf(
  row: Row,
  gazetteer: Gazetteer,
  hints: MunicipalityHints = {},
): FoundMunicipality | null {
  const written = row.cell('municipalityCode')
  const codes = municipalityCodes(written)
  const names = namesOf(row, gazetteer)
  const known = codes.flatMap((code) => gazetteer.code(code) ?? [])
  const [only, ...others] = known
  if (only && others.length === 0) {
    if (names.stated && names.stated.code !== only.code)
      row.note('MUNICIPALITY_CONTRADICTED', 'municipalityName', only.name)
    return found(only)
  }
  if (only) {
    const agreeing = known.find(({ code }) => code === names.known?.code) ?? null
    return agreeing ? found(agreeing) : row.refuse('MUNICIPALITY_UNKNOWN', 'municipalityCode')
  }

  const meant = codes.filter((code) => !isPrefecture(code))
  const fresh = newMunicipality(meant.length > 0 ? meant : codesOfJis(hints.jis), names)
  if (meant.length > 0) {
    if (fresh) return fresh
    return row.refuse('MUNICIPALITY_UNKNOWN', 'municipalityCode', names.known?.code)
  }
  // Who designated a shelter stands in its ID; its address may lie in the next town.
  const jis = codesOfJis(hints.jis).flatMap((code) => gazetteer.code(code) ?? [])[0]
  const named = names.stated ?? jis ?? names.known
  if (named) {
    if (written !== '' && codes.length === 0) row.mend('MUNICIPALITY_BY_NAME', 'municipalityCode', named.code)
    return found(named)
  }
  const hinted = gazetteer.code(hints.code ?? '')
  if (hinted && agrees(hinted, names)) return found(hinted)
  return (
    fresh ?? row.refuse('MUNICIPALITY_UNKNOWN', row.has('municipalityCode') ? 'municipalityCode' : 'address')
  )
}

const found = (municipality: KnownMunicipality): FoundMunicipality => ({ municipality, isNew: false })

const isPrefecture = (code: string): boolean => code.slice(2, 5) === '000'

const codesOfJis = (jis: string | undefined): string[] =>
  jis === undefined ? [] : [`${jis}${municipalityCheckDigit(jis)}`].filter(isMunicipalityCode)

interface RowNames {
  readonly prefecture: string | null
  /** The municipality's name as the row writes it, without prefecture. */
  readonly name: string
  /** The known municipality that the columns of names state. */
  readonly stated: KnownMunicipality | null
  /** The same, else the one with which the address begins. */
  readonly known: KnownMunicipality | null
}

// 「横浜市西区」 is a municipality of its own, 「東京都港区」 too; 「郡」 belongs to the district before the name.
const NAME_IN_ADDRESS = /^(?:[^0-9]{1,5}郡)?([^0-9\s]{1,7}?市(?:[^0-9\s]{1,5}?区)?|[^0-9\s]{1,7}?[区町村])/

function namesOf(row: Row, gazetteer: Gazetteer): RowNames {
  const cell = unspaced(row.cell('municipalityName'))
  const address = unspaced(row.cell('address'))
  const prefecture =
    prefectureOf(unspaced(row.cell('prefecture'))) ?? prefectureOf(cell) ?? prefectureOf(address)
  const named = withoutStart(cell, prefectureOf(cell) ?? '')
  const inAddress = withoutStart(address, prefectureOf(address) ?? '')
  const stated = named === '' ? null : lookUp(gazetteer, prefecture, named)
  const byAddress = gazetteer.startOf(prefectureOf(address) ? address : `${prefecture ?? ''}${address}`)
  const name =
    named === '' ? (NAME_IN_ADDRESS.exec(inAddress)?.[1] ?? '') : named.replace(/^[^0-9]{1,5}郡/, '')
  return { prefecture, name, stated, known: stated ?? (named === '' ? byAddress : null) }
}

const lookUp = (gazetteer: Gazetteer, prefecture: string | null, name: string): KnownMunicipality | null =>
  gazetteer.name(`${prefecture ?? ''}${name}`) ??
  gazetteer.name(`${prefecture ?? ''}${name.replace(/^[^0-9]{1,5}郡/, '')}`)

const withoutStart = (text: string, start: string): string =>
  text.startsWith(start) ? text.slice(start.length) : text

/** A hint from outside the row counts only if the row does not speak of another prefecture or municipality. */
const agrees = (hinted: KnownMunicipality, { prefecture, name }: RowNames): boolean =>
  (prefecture === null || prefecture === hinted.prefecture) &&
  (name === '' || name.startsWith(hinted.name) || hinted.name === name)

function newMunicipality(codes: readonly string[], { prefecture, name }: RowNames): FoundMunicipality | null {
  if (prefecture === null || name === '') return null
  const [code, ...others] = codes.filter((one) => PREFECTURES.get(one.slice(0, 2)) === prefecture)
  if (code === undefined || others.length > 0) return null
  return { municipality: { code, prefecture, district: null, name, bounds: null }, isNew: true }
}

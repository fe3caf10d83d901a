import type { Point } from '../../../api/src/modules/registry/rules/place.ts'
import type { CorporationKind } from '../../../api/src/generated/prisma/enums.ts'

/** One service of one office, as a published file has it. */
export interface OfficeRow {
  readonly file: string
  readonly line: number
  readonly officeNumber: string
  readonly serviceCode: string
  readonly name: string
  readonly kana: string
  readonly municipalityCode: string
  readonly address: string
  readonly phone: string | null
  readonly addressKey: string | null
  readonly point: Point | null
  readonly corporateNumber: string | null
  readonly corporationName: string | null
}

export interface PublishedCorporation {
  /** Tells corporations apart within one import: the number, or the name where there is none. */
  readonly key: string
  readonly file: string
  readonly corporateNumber: string | null
  readonly name: string
  readonly otherSpellings: readonly string[]
  readonly kind: CorporationKind
}

/** A place: the offices of one corporation at one address, and always all services of one 事業所番号. */
export interface PublishedFacility {
  /** The office that names the place, by the order of services. */
  readonly main: OfficeRow
  readonly offices: readonly OfficeRow[]
  readonly corporationKey: string | null
}

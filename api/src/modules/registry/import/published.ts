import type { NoteCode } from '../rules/reading.ts'
import type { AddressArea } from '../rules/address.ts'
import type { Bounds, Point } from '../rules/place.ts'
import type { CorporationKind, ShelterKind } from '../../../generated/prisma/enums.ts'

/** Why a row could not be taken at all. */
export type RefusalCode =
  | 'MUNICIPALITY_UNKNOWN'
  | 'OFFICE_NUMBER_WRONG'
  | 'SERVICE_UNKNOWN'
  | 'NAME_MISSING'
  | 'ADDRESS_MISSING'
  | 'ROW_TWICE'
  | 'SOURCE_KEY_MISSING'

/** One thing to tell about a row: it was refused, or taken without one of its values. */
export interface RowReport<Code extends string = RefusalCode | NoteCode> {
  readonly file: string
  readonly line: number
  readonly code: Code
}

/** What a file gave, and what it did not. */
export interface FileReading<Row> {
  readonly rows: readonly Row[]
  readonly refused: readonly RowReport<RefusalCode>[]
  readonly noted: readonly RowReport<NoteCode>[]
}

/** A published file that cannot be used as a whole. */
export class UnreadableFile extends Error {}

export interface PublishedMunicipality extends AddressArea {
  readonly code: string
  readonly bounds: Bounds
}

export type Municipalities = ReadonlyMap<string, PublishedMunicipality>

/** One row of 介護サービス情報公表: one service of one office. */
export interface OfficeRow {
  readonly file: string
  readonly line: number
  readonly officeNumber: string
  readonly serviceCode: string
  readonly name: string
  readonly kana: string
  readonly municipalityCode: string
  readonly address: string
  readonly addressKey: string | null
  readonly building: string | null
  readonly point: Point | null
  readonly phone: string | null
  readonly fax: string | null
  readonly url: string | null
  readonly capacity: number | null
  readonly openDays: string | null
  readonly openDaysNote: string | null
  readonly corporateNumber: string | null
  readonly corporationName: string | null
}

export interface ShelterRow {
  readonly file: string
  readonly kind: ShelterKind
  readonly sourceKey: string
  readonly name: string
  readonly address: string
  readonly addressKey: string | null
  readonly municipalityCode: string
  readonly point: Point | null
  readonly welfare: boolean
  readonly acceptedPersons: string | null
  readonly hazards: readonly string[]
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

/** Everything that the published files say, put together. */
export interface PublishedRegistry {
  readonly municipalities: readonly PublishedMunicipality[]
  readonly corporations: readonly PublishedCorporation[]
  readonly facilities: readonly PublishedFacility[]
  readonly shelters: readonly ShelterRow[]
}

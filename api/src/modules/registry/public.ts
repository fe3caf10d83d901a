import type { Tx } from '../../kernel/db.ts'
import type { Sql } from '../../kernel/read/sql.ts'

// What other modules may call inside their own transaction.

export { joinSuccessions, type CarriedItem, type KeptItem } from './corporation-succession.ts'
export { contactsOfNetwork } from './network-contacts.ts'
export { accessChangesOn, builtUpon, carryTerm, daysAfter } from './rules/succession.ts'
// What other modules may know of the registry without asking the database: how its facts are read and named.
export { isMunicipalityCode, isOfficeNumber, municipalityCheckDigit } from './rules/checked-numbers.ts'
export { csvCell } from './export/csv.ts'
export { freshnessOf } from './rules/freshness.ts'
export { shortFacilityName } from './rules/names.ts'
export { PREFECTURES } from './rules/prefectures.ts'
export { readServiceKey, SERVICE_KINDS, serviceKey } from './rules/service-kinds.ts'
export { searchWords } from './rules/text.ts'
// Tables that are handed out as files are written in one way, safe for spreadsheets.
export { csvLines, utf8 } from './export/csv.ts'
export type { Cell as ExportCell, ExportTable } from './export/table.ts'
export { xlsx } from './export/xlsx.ts'

/** Which record becomes part of which. */
export interface Absorption {
  readonly record: 'CORPORATION' | 'FACILITY'
  readonly keptId: string
  readonly absorbedId: string
}

/** A value as it stands in a JSON of its row. */
export type Cell = string | number | boolean | null | readonly string[]
export type Cells = Readonly<Record<string, Cell>>

/** One row that changes: the columns that are set, as they were and as they become. */
export interface Move {
  /** Table of the row. */
  readonly relation: string
  readonly id: string
  readonly before: Cells
  readonly after: Cells
}

/** Something that stays with the absorbed record, and why, for people to see before it happens. */
export interface Stay {
  readonly code: StayCode
  /** What it is called, or a code such as a role's name. */
  readonly what: string
}

export type StayCode =
  | 'CONTACT_TWICE'
  | 'EQUIPMENT_TWICE'
  | 'EQUIPMENT_ANSWER_TAKEN'
  | 'RESOURCE_TWICE'
  | 'QUALIFICATION_TWICE'
  | 'QUALIFICATION_COUNT_TAKEN'
  | 'PROCUREMENT_LIMITS_OF_KEPT_COUNT'
  | 'ROLE_TWICE'
  | 'MEMBERSHIP_TWICE'
  | 'MANDATE_TWICE'
  | 'COMMITTEE_SEAT_TWICE'
  | 'SHELTER_OFFER_TWICE'
  | 'MENTORSHIP_TWICE'
  | 'CALLED_TWICE'
  | 'OPENING_TWICE'

export interface CarryPlan {
  readonly moves: readonly Move[]
  readonly stays: readonly Stay[]
}

/** What one module carries from an absorbed record to the kept one. It alone writes its tables. */
export interface Carrier {
  readonly relations: readonly string[]
  /** Says what would move and what would stay; reads only. `today` is `YYYY-MM-DD`. */
  readonly plan: (sql: Sql, absorption: Absorption, today: string) => Promise<CarryPlan>
  /** Sets the columns of `after`, inside the caller's transaction. */
  readonly apply: (tx: Tx, moves: readonly Move[], now: Date) => Promise<void>
}

const registered: Carrier[] = []

/** A module whose records hang at facilities or corporations says how they are carried; its schema.ts calls this. */
export function registerCarrier(carrier: Carrier): void {
  registered.push(carrier)
}

// Most rows only change the record they hang at.
export { carrierOf } from './owned-rows.ts'

export const carriers = (): readonly Carrier[] => registered

// Times of people and memberships are carried by one rule, whoever keeps them.
export { carryTerms, type CarriedTerm } from './rules/carrying.ts'

import type { Tx } from '../../kernel/db.ts'
import type { Sql } from '../../kernel/read/sql.ts'

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
  | 'DUES_TWICE'
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

export const carriers = (): readonly Carrier[] => registered

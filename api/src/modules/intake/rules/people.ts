import type { CareNeed, Field } from './entries.ts'
import type { Standing } from './standing.ts'

export interface Person {
  /** The smallest of the ids it was entered under. */
  readonly id: string
  readonly members: readonly string[]
  /** Somewhere in this shelter, as far as anybody here knows. */
  readonly here: boolean
  /** `HERE`, or a destination with what was noted; more than one is a conflict. */
  readonly presence: readonly Standing[]
  readonly fields: Readonly<Partial<Record<Field, readonly Standing[]>>>
}

/** Persons who were counted and not named. */
export interface Group {
  readonly id: string
  readonly members: readonly string[]
  readonly need: CareNeed | null
  readonly byDay: boolean
  readonly counted: number
  readonly named: number
  readonly left: number
  /** Counted, neither named nor gone. */
  readonly remaining: number
  readonly counts: readonly Standing[]
}

import type { Field } from './entries.ts'

/** One of the values that stand for a thing, and the entries that say so. */
export interface Standing {
  readonly value: string
  readonly entries: readonly string[]
}

export type ConflictKind =
  | 'FIELD'
  | 'PRESENCE'
  | 'COUNT'
  | 'OVERDRAWN'
  | 'SAMENESS'
  | 'CONTRADICTION'
  | 'REFERRAL'

/** Something that two people have written differently without knowing of each other: a person decides. */
export interface Conflict {
  readonly kind: ConflictKind
  readonly subjects: readonly string[]
  readonly field: Field | null
  readonly values: readonly Standing[]
}

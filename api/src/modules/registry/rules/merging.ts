/** Two records that are to become one, as far as it decides whether they may. */
export interface MergeSide {
  readonly sample: boolean
  readonly active: boolean
  /** 法人番号; null for a facility, or if none is known. */
  readonly number: string | null
}

export type MergeObstacle =
  | 'MERGE_SAME_RECORD'
  | 'MERGE_SAMPLE_AND_REAL'
  | 'MERGE_NOT_ACTIVE'
  | 'MERGE_TWO_NUMBERS'
  | 'MERGE_KEEP_THE_NUMBERED'

/** Why two records can never become one, the gravest first; null if they can. */
export function mergeObstacle(kept: MergeSide, absorbed: MergeSide, same: boolean): MergeObstacle | null {
  if (same) return 'MERGE_SAME_RECORD'
  if (kept.sample !== absorbed.sample) return 'MERGE_SAMPLE_AND_REAL'
  if (!kept.active || !absorbed.active) return 'MERGE_NOT_ACTIVE'
  if (kept.number !== null && absorbed.number !== null && kept.number !== absorbed.number)
    return 'MERGE_TWO_NUMBERS'
  return kept.number === null && absorbed.number !== null ? 'MERGE_KEEP_THE_NUMBERED' : null
}

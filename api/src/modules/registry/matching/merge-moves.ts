import type { Cells, Move, Absorption } from '../public.ts'

interface MoveRow {
  readonly relation: string
  readonly rowId: string
  readonly before: unknown
  readonly after: unknown
}

/** What a merge moved, as it was kept with it. */
export const movesOf = (rows: readonly MoveRow[]): Move[] =>
  rows.map(({ relation, rowId, before, after }) => ({
    relation,
    id: rowId,
    before: before as Cells,
    after: after as Cells,
  }))

interface MergeRow {
  readonly record: Absorption['record']
  readonly keptFacilityId: string | null
  readonly absorbedFacilityId: string | null
  readonly keptCorporationId: string | null
  readonly absorbedCorporationId: string | null
}

/** Which record became part of which. */
export function absorptionOf(merge: MergeRow): Absorption {
  const keptId = merge.keptFacilityId ?? merge.keptCorporationId
  const absorbedId = merge.absorbedFacilityId ?? merge.absorbedCorporationId
  if (!keptId || !absorbedId) throw new Error('A merge always names both of its records.')
  return { record: merge.record, keptId, absorbedId }
}

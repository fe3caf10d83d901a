import type { CollaborationStage } from '../../generated/graphql.ts'

interface Pair {
  oneId: string
  otherId: string
  stage: CollaborationStage
}

interface MatrixCell {
  /** Places in the list of members; `row` is the later one. */
  row: number
  column: number
  /** Null = membership only. */
  stage: CollaborationStage | null
}

/** Every pair of members once, below the diagonal. */
export function matrixOf(members: readonly string[], pairs: readonly Pair[]): MatrixCell[] {
  const place = new Map(members.map((id, n) => [id, n]))
  const stages = new Map<string, CollaborationStage>()
  for (const { oneId, otherId, stage } of pairs) {
    const [one, other] = [place.get(oneId), place.get(otherId)]
    if (one === undefined || other === undefined) continue
    stages.set(`${Math.max(one, other)} ${Math.min(one, other)}`, stage)
  }
  return members.flatMap((_, row) =>
    Array.from({ length: row }, (_none, column) => ({
      row,
      column,
      stage: stages.get(`${row} ${column}`) ?? null,
    })),
  )
}

import type { CostLine } from '../figures.ts'

export interface ClaimLine {
  readonly code: string
  readonly name: string
  /** Checked against the source; else 未確認. */
  readonly confirmed: boolean
  readonly lines: number
  readonly yen: number
  /** Entries that say hours or pieces and no amount yet. */
  readonly withoutYen: number
  readonly withoutEvidence: number
}

/** Costs by category, in the order in which the categories come; nothing is left out. */
export function claimPack(costs: readonly CostLine[]): ClaimLine[] {
  return [...Map.groupBy(costs, ({ category }) => category)].map(([code, lines]) => ({
    code,
    name: lines[0]?.categoryName ?? code,
    confirmed: lines.every(({ categoryConfirmed }) => categoryConfirmed),
    lines: lines.length,
    yen: lines.reduce((total, { yen }) => total + (yen ?? 0), 0),
    withoutYen: lines.filter(({ yen }) => yen === null).length,
    withoutEvidence: lines.filter(({ evidence }) => evidence === null).length,
  }))
}

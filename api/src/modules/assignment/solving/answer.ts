import type { Certificate } from './certificate.ts'
import { check } from './check.ts'
import type { Placement, Problem, Score } from './problem.ts'
import type { Limits } from './placing.ts'
import { solve } from './solve.ts'

/** A placement that was checked, and what was shown of it. */
export interface Answer {
  readonly placement: Placement
  readonly certificate: Certificate
  readonly score: Score
  readonly leastLeftOver: number
  readonly leastBurden: number | null
}

/** Solves and lets the checker say what is shown. What it does not find valid is no answer. */
export function answer(problem: Problem, limits?: Limits): Answer {
  const { placement, certificate } = solve(problem, limits)
  const finding = check(problem, placement, certificate)
  if (!finding.valid) throw new Error(`The proposal does not hold: ${finding.because}.`)
  const { score, leastLeftOver, leastBurden } = finding
  return { placement, certificate, score, leastLeftOver, leastBurden }
}

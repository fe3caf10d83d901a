import {
  allOpen,
  asManyAs,
  boundAt,
  fewerThan,
  Unsound,
  whole,
  withoutDear,
  type Objective,
  type Open,
} from './bounds.ts'
import type { BoundNode, Certificate, Proof } from './certificate.ts'
import { breach, read, scoreOf, type Placement, type Problem, type Score, type Table } from './problem.ts'

/** What has been shown of a placement without trusting whoever made it. */
export type Finding =
  | { readonly valid: false; readonly because: string }
  | {
      readonly valid: true
      readonly score: Score
      /** No placement has less left over (by weight). */
      readonly leastLeftOver: number
      /** No placement with as little left over has less burden; null = not shown, because less may be left over. */
      readonly leastBurden: number | null
      readonly optimal: boolean
    }

/**
 * Checks a placement and its proof against the problem. Reads the problem, the certificate and what a bound is (`bounds.ts`),
 * nothing of how it was found.
 */
export function check(problem: Problem, placement: Placement, certificate: Certificate): Finding {
  const because = breach(problem, placement)
  if (because) return { valid: false, because }
  const { table, settled } = read(problem)
  for (const [index, at] of settled) {
    if ((placement[index] ?? null) !== at) return { valid: false, because: `group ${index} is locked` }
  }
  let shown: { readonly leftOver: number; readonly bound: number }
  try {
    shown = shownBy(table, certificate)
  } catch (error) {
    if (error instanceof Unsound) return { valid: false, because: error.message }
    throw error
  }
  const score = scoreOf(problem, placement)
  const fixed = settledScore(problem, settled)
  const least = Math.max(0, shown.leftOver, Math.ceil((shown.bound - (table.leftOver - 1)) / table.leftOver))
  const leastLeftOver = least + fixed.leftOver
  const proven = score.leftOver === leastLeftOver
  const leastBurden = proven ? Math.max(0, shown.bound - least * table.leftOver) + fixed.burden : null
  if (score.leftOver < leastLeftOver || (leastBurden !== null && score.burden < leastBurden))
    return { valid: false, because: 'the bound lies above the placement' }
  return { valid: true, score, leastLeftOver, leastBurden, optimal: leastBurden === score.burden }
}

function settledScore(problem: Problem, settled: ReadonlyMap<number, number | null>): Score {
  const only = problem.groups.filter((_group, index) => settled.has(index))
  const current = problem.current && {
    ...problem.current,
    shelters: problem.current.shelters.filter((_at, index) => settled.has(index)),
  }
  return scoreOf({ ...problem, groups: only, ...(current && { current }) }, [...settled.values()])
}

/** What must be left over (by weight), and the bound of the whole objective. */
function shownBy(table: Table, { scale, leftOver, root }: Certificate) {
  if (!(whole(scale) >= 1)) throw new Unsound('no scale')
  const unavoidable = leftOver ? Math.max(0, lowestOf(table, 'LEFT_OVER', scale, leftOver)) : 0
  return { leftOver: unavoidable, bound: lowestOf(table, { unavoidable }, scale, root) }
}

/** The lowest bound of all leaves, in units of the objective. */
export function lowestOf(table: Table, objective: Objective, scale: number, { claim, node }: Proof): number {
  const limit = claim === undefined ? Infinity : whole((whole(claim) - 1) * scale)
  const first = allOpen(table, objective, scale)
  let lowest = Infinity
  const waiting: { readonly open: Open; readonly node: BoundNode; readonly above: Float64Array }[] = [
    { open: first, node, above: new Float64Array(first.room.length) },
  ]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { open, above } = next
    const prices = changed(open, above, next.node.prices ?? [])
    const bound = boundAt(open, prices)
    if (!next.node.split || bound.least > limit) {
      lowest = Math.min(lowest, bound.least)
      continue
    }
    const [at, shelter, groups] = next.node.split
    if (!(at in open.choices) || !(whole(groups) >= 1)) throw new Unsound('nothing to tell apart')
    const left = withoutDear(open, prices, bound, limit)
    const fewer = fewerThan(left, at, shelter, groups)
    const more = asManyAs(left, at, shelter, groups)
    if (fewer) waiting.push({ open: fewer, node: next.node.fewer ?? {}, above: prices })
    if (more) waiting.push({ open: more, node: next.node.more ?? {}, above: prices })
  }
  return Math.min(Math.ceil(lowest / scale), claim ?? Infinity)
}

function changed(open: Open, above: Float64Array, given: NonNullable<BoundNode['prices']>): Float64Array {
  const prices = Float64Array.from(above)
  for (const [row, price] of given) {
    if (!(row in prices) || !(whole(price) >= 0) || open.room[row] === Infinity)
      throw new Unsound('a wrong price')
    prices[row] = price
  }
  return prices
}

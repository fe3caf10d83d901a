// oxlint-disable typescript/no-non-null-assertion -- indexes of arrays that were made here; asking at each would be most of the work
import type { BoundNode, Certificate } from './certificate.ts'
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

/** Checks a placement and its proof against the problem. Reads the problem and the certificate, nothing of the solver. */
export function check(problem: Problem, placement: Placement, certificate: Certificate): Finding {
  const because = breach(problem, placement)
  if (because) return { valid: false, because }
  const { table, settled } = read(problem)
  for (const [index, at] of settled) {
    if ((placement[index] ?? null) !== at) return { valid: false, because: `group ${index} is locked` }
  }
  let bound: number
  try {
    bound = lowestOf(table, certificate)
  } catch (error) {
    if (error instanceof Unsound) return { valid: false, because: error.message }
    throw error
  }
  const score = scoreOf(problem, placement)
  const fixed = settledScore(problem, settled)
  const least = Math.max(0, Math.ceil((bound - (table.leftOver - 1)) / table.leftOver))
  const leastLeftOver = least + fixed.leftOver
  const proven = score.leftOver === leastLeftOver
  const leastBurden = proven ? Math.max(0, bound - least * table.leftOver) + fixed.burden : null
  if (score.leftOver < leastLeftOver || (leastBurden !== null && score.burden < leastBurden))
    return { valid: false, because: 'the bound lies above the placement' }
  return { valid: true, score, leastLeftOver, leastBurden, optimal: leastBurden === score.burden }
}

class Unsound extends Error {}

const whole = (value: number): number => {
  if (!Number.isSafeInteger(value)) throw new Unsound('a number is not whole or too large')
  return value
}

function settledScore(problem: Problem, settled: ReadonlyMap<number, number | null>): Score {
  const only = problem.groups.filter((_group, index) => settled.has(index))
  const current = problem.current && {
    ...problem.current,
    shelters: problem.current.shelters.filter((_at, index) => settled.has(index)),
  }
  return scoreOf({ ...problem, groups: only, ...(current && { current }) }, [...settled.values()])
}

/** What is still open at a node of the proof. */
interface Open {
  readonly room: Float64Array
  /** Groups of each class that are not told apart yet. */
  readonly waiting: number[]
  /** Groups of a class are alike, so they go to shelters in ascending order, and those left over come last. */
  readonly lowest: number[]
  /** What those told apart count. */
  readonly spent: number
}

/** The lowest bound of all leaves, in units of the objective. */
function lowestOf(table: Table, { scale, root }: Certificate): number {
  if (!(whole(scale) >= 1)) throw new Unsound('no scale')
  const open: Open = {
    room: table.room,
    waiting: table.classes.map(({ groups }) => groups.length),
    lowest: table.classes.map(() => 0),
    spent: 0,
  }
  return Math.ceil(descend(table, scale, root, new Float64Array(table.room.length), open) / scale)
}

function descend(table: Table, scale: number, node: BoundNode, inherited: Float64Array, open: Open): number {
  const prices = node.prices ? pricesOf(table, node.prices) : inherited
  const here = boundAt(table, scale, prices, open)
  if (node.branch === undefined) return here
  const { branch } = node
  const kind = table.classes[branch]
  if (!kind || !((open.waiting[branch] ?? 0) > 0)) throw new Unsound('nothing to tell apart')
  const children = new Map(node.children)
  if (children.size !== (node.children?.length ?? 0)) throw new Unsound('a possibility is told twice')
  const cheapest = choices(table, scale, prices, open, branch)
  const least = Math.min(...cheapest.values())
  let lowest = Infinity
  for (const [shelter, price] of cheapest) {
    const child = children.get(shelter)
    children.delete(shelter)
    const bound = child
      ? descend(table, scale, child, prices, take(table, scale, open, branch, shelter))
      : whole(here - least + price)
    lowest = Math.min(lowest, bound)
  }
  if (children.size > 0) throw new Unsound('a possibility that does not exist')
  return lowest
}

function pricesOf(table: Table, given: NonNullable<BoundNode['prices']>): Float64Array {
  const prices = new Float64Array(table.room.length)
  for (const [row, price] of given) {
    if (!(row in prices) || !(whole(price) >= 0) || table.room[row] === Infinity)
      throw new Unsound('a wrong price')
    prices[row] = price
  }
  return prices
}

/** What the next group of a class counts in a shelter at these prices; Infinity = it cannot go there. */
function priceIn(
  table: Table,
  scale: number,
  prices: Float64Array,
  open: Open,
  at: number,
  shelter: number,
): number {
  const burden = table.burden[at * table.shelters + shelter]!
  if (burden === Infinity || shelter < open.lowest[at]!) return Infinity
  let price = burden * scale
  for (const [row, amount] of table.classes[at]!.uses) {
    const place = shelter * table.rows + row
    if (amount > open.room[place]!) return Infinity
    price += amount * prices[place]!
  }
  return whole(price)
}

/** Where the next group of a class can go, and what it counts there. */
function choices(
  table: Table,
  scale: number,
  prices: Float64Array,
  open: Open,
  at: number,
): Map<number, number> {
  const found = new Map<number, number>([[-1, whole(table.classes[at]!.leaving * scale)]])
  for (let shelter = 0; shelter < table.shelters; shelter++) {
    const price = priceIn(table, scale, prices, open, at, shelter)
    if (price < Infinity) found.set(shelter, price)
  }
  return found
}

function boundAt(table: Table, scale: number, prices: Float64Array, open: Open): number {
  let bound = whole(open.spent)
  let anybody = false
  for (const [at, waiting] of open.waiting.entries()) {
    if (waiting === 0) continue
    anybody = true
    let least = whole(table.classes[at]!.leaving * scale)
    for (let shelter = open.lowest[at]!; shelter < table.shelters; shelter++)
      least = Math.min(least, priceIn(table, scale, prices, open, at, shelter))
    bound = whole(bound + waiting * least)
  }
  // Nobody is left to be placed: what has been spent is the whole of it.
  if (!anybody) return bound
  for (const [row, price] of prices.entries()) {
    if (price > 0) bound = whole(bound - price * open.room[row]!)
  }
  return bound
}

/** The next group of a class goes there. */
function take(table: Table, scale: number, open: Open, at: number, shelter: number): Open {
  const kind = table.classes[at]!
  const waiting = open.waiting.with(at, open.waiting[at]! - 1)
  if (shelter < 0) {
    // Those left over come last: all that are still waiting are left over with it.
    return {
      room: open.room,
      waiting: open.waiting.with(at, 0),
      lowest: open.lowest,
      spent: whole(open.spent + open.waiting[at]! * kind.leaving * scale),
    }
  }
  const room = Float64Array.from(open.room)
  for (const [row, amount] of kind.uses) room[shelter * table.rows + row]! -= amount
  return {
    room,
    waiting,
    lowest: open.lowest.with(at, shelter),
    spent: whole(open.spent + table.burden[at * table.shelters + shelter]! * scale),
  }
}

// oxlint-disable typescript/no-non-null-assertion -- indexes of arrays that were made here; asking at each would be most of the work
import type { Table } from './problem.ts'

/** A proof that is not one. */
export class Unsound extends Error {}

export const whole = (value: number): number => {
  if (!Number.isSafeInteger(value)) throw new Unsound('a number is not whole or too large')
  return value
}

/** Where groups of a class may go. */
export interface Option {
  /** -1 = left over. */
  readonly shelter: number
  /** What one group counts there, in parts. */
  readonly cost: number
  /** What one group uses: pairs of a row and an amount; leaving one over uses up what must be left over (below zero). */
  readonly uses: readonly (readonly [row: number, amount: number])[]
  /** Groups that are there in any case. */
  readonly taken: number
  /** Groups that may come beside them. */
  readonly most: number
}

export interface Choice {
  /** Groups that are not in a shelter yet. */
  readonly count: number
  readonly options: readonly Option[]
}

/** What is still open: the room that is left beside what is taken, what that counts, and what each class may do. */
export interface Open {
  readonly room: Float64Array
  readonly spent: number
  readonly choices: readonly Choice[]
}

/** What counts: everything, with so much that must be left over (by weight), or only who is left over. */
export type Objective = { readonly unavoidable: number } | 'LEFT_OVER'

/** The whole problem before anything is told apart. Costs are in parts of a unit (1 / scale). */
export function allOpen(table: Table, objective: Objective, scale: number): Open {
  const { shelters, rows, burden } = table
  const places = table.room.length
  const room = new Float64Array(places + 1)
  room.set(table.room)
  room[places] = objective === 'LEFT_OVER' ? 0 : -objective.unavoidable
  const known = new Map<string, readonly (readonly [number, number])[]>()
  const usesIn = (uses: readonly (readonly [number, number])[], shelter: number) => {
    const name = `${shelter}:${uses.join(';')}`
    const found =
      known.get(name) ??
      uses
        .map(([row, amount]) => [shelter * rows + row, amount] as const)
        .filter(([place]) => room[place]! < Infinity)
    known.set(name, found)
    return found
  }
  const choices = table.classes.map(({ groups, uses, leaving }, at): Choice => {
    const count = groups.length
    const weight = leaving / table.leftOver
    const left = objective === 'LEFT_OVER' ? weight : leaving
    const options: Option[] = [
      { shelter: -1, cost: whole(left * scale), uses: [[places, -weight]], taken: 0, most: count },
    ]
    for (let shelter = 0; shelter < shelters; shelter++) {
      const way = burden[at * shelters + shelter]!
      if (way === Infinity) continue
      const cost = whole((objective === 'LEFT_OVER' ? 0 : way) * scale)
      options.push({ shelter, cost, uses: usesIn(uses, shelter), taken: 0, most: count })
    }
    return { count, options }
  })
  return { room, spent: 0, choices }
}

/** How many more groups find room there. */
function roomFor({ room }: Open, { uses, most }: Option): number {
  let count = most
  for (const [row, amount] of uses) {
    if (amount > 0) count = Math.min(count, Math.floor(room[row]! / amount))
  }
  return count
}

function priceOf({ cost, uses }: Option, prices: Float64Array): number {
  let price = cost
  for (const [row, amount] of uses) price += amount * prices[row]!
  return price
}

export interface Bound {
  /** No placement counts less, in parts; Infinity = there is none. */
  readonly least: number
  /** The price of the dearest that a class has to take, whatever it chooses. */
  readonly dearest: Float64Array
}

/** The bound at these prices: every class takes what is cheapest for it, and what all places are worth is given back. */
export function boundAt(open: Open, prices: Float64Array): Bound {
  const dearest = new Float64Array(open.choices.length)
  let least = open.spent
  for (const [at, { count, options }] of open.choices.entries()) {
    let waiting = count
    if (waiting === 0) continue
    let [price, fits, first] = [Infinity, 0, -1]
    for (const [n, option] of options.entries()) {
      const own = priceOf(option, prices)
      if (own >= price) continue
      const room = roomFor(open, option)
      if (room > 0) [price, fits, first] = [own, room, n]
    }
    if (fits < waiting && first >= 0) {
      // One alone cannot take them all: the cheapest one after the other.
      const priced = options
        .map((option) => ({ price: priceOf(option, prices), room: roomFor(open, option) }))
        .toSorted((one, other) => one.price - other.price)
      for (const option of priced) {
        const here = Math.min(waiting, option.room)
        if (here <= 0) continue
        waiting -= here
        least += here * option.price
        price = option.price
        if (waiting === 0) break
      }
      if (waiting > 0) return { least: Infinity, dearest }
    } else if (first < 0) return { least: Infinity, dearest }
    else least += waiting * price
    dearest[at] = whole(price)
    whole(least)
  }
  for (const [row, price] of prices.entries()) {
    if (price > 0) least = whole(least - price * open.room[row]!)
  }
  return { least, dearest }
}

/** The same without what would lift the bound above `limit` (in parts) if one more group took it. */
export function withoutDear(
  open: Open,
  prices: Float64Array,
  { least, dearest }: Bound,
  limit: number,
): Open {
  const choices = open.choices.map(({ count, options }, at): Choice => {
    const left = options.flatMap((option) => {
      const isDear = count === 0 || least + priceOf(option, prices) - dearest[at]! > limit
      if (!isDear && roomFor(open, option) > 0) return [option]
      return option.taken > 0 ? [{ ...option, most: 0 }] : []
    })
    return { count, options: left }
  })
  return { ...open, choices }
}

/** Fewer than so many groups of a class in a shelter; null = that cannot be. */
export function fewerThan(open: Open, at: number, shelter: number, groups: number): Open | null {
  const choice = open.choices[at]!
  const options = choice.options.map((option) =>
    option.shelter === shelter
      ? { ...option, most: Math.min(option.most, groups - 1 - option.taken) }
      : option,
  )
  if (options.some(({ most }) => most < 0)) return null
  return { ...open, choices: open.choices.with(at, { ...choice, options }) }
}

/** So many groups of a class in a shelter or more; null = that cannot be. */
export function asManyAs(open: Open, at: number, shelter: number, groups: number): Open | null {
  const choice = open.choices[at]!
  const option = choice.options.find((one) => one.shelter === shelter)
  const more = groups - (option?.taken ?? 0)
  if (more <= 0) return open
  if (!option || more > choice.count || more > roomFor(open, option)) return null
  const room = Float64Array.from(open.room)
  for (const [row, amount] of option.uses) room[row]! -= more * amount
  const taken = { ...option, taken: groups, most: option.most - more }
  return {
    room,
    spent: whole(open.spent + more * option.cost),
    choices: open.choices.with(at, {
      count: choice.count - more,
      options: choice.options.map((one) => (one === option ? taken : one)),
    }),
  }
}

// oxlint-disable typescript/no-non-null-assertion -- indexes of arrays that were made here; asking at each would be most of the work
/**
 * Who is to be placed, where there is room, and what counts. This file says what is asked; how it is answered stands in
 * `solve.ts`, and that the answer is right is checked by `check.ts`. All numbers are whole.
 */

/** One person: what the person needs a place for, and what has to be there. */
export interface Person {
  /** Kinds of need; a companion without one has none. A person with two takes a place of both kinds. */
  readonly needs: readonly string[]
  /** Equipment without which the person cannot stay. */
  readonly equipment: readonly string[]
}

/** People who stay together. */
export interface Group {
  readonly id: string
  /** Index of the place it comes from (a row of `distances`). */
  readonly from: number
  readonly members: readonly Person[]
  /** What one person of it left over counts; 1 unless there are classes of urgency. */
  readonly weight: number
  /** Set by hand: here and nowhere else. */
  readonly lockedTo?: string | null
  /** The lock was set with a reason although there is too little room, or no place of their kind: it stands all the same. */
  readonly lockedBeyond?: boolean
  /** Set by hand: not here. */
  readonly barredFrom?: readonly string[]
}

export interface Shelter {
  readonly id: string
  /** Free places over all kinds of need. */
  readonly places: number
  /** Kinds it takes, each with its free places; null = no limit of its own. Not given at all = every kind. */
  readonly byNeed: Readonly<Record<string, number | null>> | null
  readonly equipment: readonly string[]
  /** Persons it takes of one group, if it says so. */
  readonly largestGroup?: number | null
}

export interface Problem {
  readonly groups: readonly Group[]
  readonly shelters: readonly Shelter[]
  /** Burden of one person from a place to a shelter, in units of 100 m by road; null = cannot be reached. */
  readonly distances: readonly (readonly (number | null)[])[]
  /** Where groups are now (an index of `shelters`), and what one person who has to move from there counts in units of 100 m. */
  readonly current?: { readonly shelters: readonly (number | null)[]; readonly moving: number }
}

/** Where every group goes: an index of `shelters`, or null = left over. */
export type Placement = readonly (number | null)[]

/** Why a shelter cannot take a group, in the order in which it is asked. */
export type Obstacle = 'NEED' | 'EQUIPMENT' | 'UNREACHABLE' | 'LOCKED' | 'TOO_LARGE'

/** Groups that are alike in all that counts. */
export interface Class {
  /** Indexes of its groups, ascending. */
  readonly groups: readonly number[]
  readonly size: number
  /** What one group of it uses of a shelter: pairs of a row of that shelter and an amount. */
  readonly uses: readonly (readonly [row: number, amount: number])[]
  /** What leaving one group over counts. */
  readonly leaving: number
}

/** A problem in numbers. Row 0 of a shelter is its places, the others are its places by kind of need. */
export interface Table {
  readonly shelters: number
  readonly rows: number
  /** Room of row `shelter * rows + row`; Infinity = no limit. */
  readonly room: Float64Array
  readonly classes: readonly Class[]
  /** Burden of one group of a class in a shelter, at `class * shelters + shelter`; Infinity = cannot go there. */
  readonly burden: Float64Array
  /** What one unit of weight left over counts: more than all burdens together, so that it always goes first. */
  readonly leftOver: number
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

export const needsOf = (problem: Problem): string[] =>
  [...new Set(problem.groups.flatMap(({ members }) => members.flatMap(({ needs }) => needs)))].toSorted()

/** What a group uses: persons, then persons of each kind of need. */
function demandOf(group: Group, needs: readonly string[]): number[] {
  return [
    group.members.length,
    ...needs.map((need) => group.members.filter((person) => person.needs.includes(need)).length),
  ]
}

const isLockedBeyond = ({ lockedTo, lockedBeyond }: Group, { id }: Shelter): boolean =>
  lockedBeyond === true && lockedTo === id

/**
 * The first thing that keeps a group out of a shelter even if it were empty; null = it may go there. A lock with a reason
 * goes before kind and size, not before equipment and roads.
 */
export function obstacle(problem: Problem, group: Group, at: number): Obstacle | null {
  const shelter = problem.shelters[at]
  if (!shelter) return 'UNREACHABLE'
  const { byNeed, equipment } = shelter
  const isBeyond = isLockedBeyond(group, shelter)
  if (
    !isBeyond &&
    byNeed &&
    group.members.some(({ needs }) => needs.some((need) => !(need in byNeed) || byNeed[need] === 0))
  )
    return 'NEED'
  if (group.members.some((person) => person.equipment.some((thing) => !equipment.includes(thing))))
    return 'EQUIPMENT'
  if ((problem.distances[group.from]?.[at] ?? null) === null) return 'UNREACHABLE'
  if (group.lockedTo && group.lockedTo !== shelter.id) return 'LOCKED'
  if (group.barredFrom?.includes(shelter.id)) return 'LOCKED'
  if (isBeyond) return null
  if (shelter.largestGroup != null && group.members.length > shelter.largestGroup) return 'TOO_LARGE'
  if (group.members.length > shelter.places) return 'TOO_LARGE'
  if (byNeed) {
    for (const need of new Set(group.members.flatMap(({ needs }) => needs))) {
      const room = byNeed[need] ?? null
      if (room !== null && group.members.filter(({ needs }) => needs.includes(need)).length > room)
        return 'TOO_LARGE'
    }
  }
  return null
}

/** What one group counts in a shelter: its way, and moving if it is somewhere else now. */
function burdenOf(problem: Problem, group: Group, index: number, at: number): number {
  const way = problem.distances[group.from]?.[at] ?? 0
  const now = problem.current?.shelters[index] ?? null
  const moves = problem.current && now !== null && now !== at ? problem.current.moving : 0
  return group.members.length * (way + moves)
}

/**
 * The groups that are locked to a shelter go there before anybody else is placed, in their order, as long as they fit. What
 * does not fit beside an earlier lock is left over, unless the lock was set with a reason: the room grows to what is locked.
 */
function settleLocks(
  problem: Problem,
  needs: readonly string[],
  room: Float64Array,
): Map<number, number | null> {
  const settled = new Map<number, number | null>()
  const rows = needs.length + 1
  const locked = [...problem.groups.entries()].filter(([, { lockedTo }]) => Boolean(lockedTo))
  const beyond = locked.filter(([, { lockedBeyond }]) => lockedBeyond)
  for (const [index, group] of [...locked.filter(([, { lockedBeyond }]) => !lockedBeyond), ...beyond]) {
    const at = problem.shelters.findIndex(({ id }) => id === group.lockedTo)
    const demand = demandOf(group, needs)
    const fits =
      at >= 0 &&
      obstacle(problem, group, at) === null &&
      (group.lockedBeyond || demand.every((amount, row) => amount <= (room[at * rows + row] ?? 0)))
    settled.set(index, fits ? at : null)
    if (!fits) continue
    for (const [row, amount] of demand.entries())
      room[at * rows + row] = Math.max(0, room[at * rows + row]! - amount)
  }
  // In the order of the groups, in which their score is counted.
  return new Map(locked.map(([index]) => [index, settled.get(index) ?? null]))
}

export interface Reading {
  readonly table: Table
  /** Groups that are settled by a lock: their shelter, or null. */
  readonly settled: ReadonlyMap<number, number | null>
  /** Row of a kind of need is its index + 1. */
  readonly needs: readonly string[]
}

/** Puts a problem into numbers. Groups that are alike become one class, which is what makes thousands of people few. */
export function read(problem: Problem): Reading {
  const needs = needsOf(problem)
  const rows = needs.length + 1
  const shelters = problem.shelters.length
  const room = Float64Array.from(
    problem.shelters.flatMap(({ places, byNeed }) => [
      places,
      ...needs.map((need) => (byNeed ? (byNeed[need] ?? Infinity) : Infinity)),
    ]),
  )
  const settled = settleLocks(problem, needs, room)
  const alike = new Map<string, number[]>()
  for (const [index, group] of problem.groups.entries()) {
    if (settled.has(index)) continue
    const people = group.members.map((person) =>
      [[...person.needs].toSorted().join(), [...person.equipment].toSorted().join()].join('/'),
    )
    const now = problem.current?.shelters[index] ?? null
    const key = [
      group.from,
      group.weight,
      now,
      (group.barredFrom ?? []).toSorted().join(),
      ...people.toSorted(),
    ].join('|')
    const among = alike.get(key)
    if (among) among.push(index)
    else alike.set(key, [index])
  }
  const classes: Class[] = []
  const burden = new Float64Array(alike.size * shelters)
  let most = 0
  for (const indexes of alike.values()) {
    const [first = 0] = indexes
    const group = problem.groups[first]
    if (!group) continue
    const row = classes.length * shelters
    let worst = 0
    for (let at = 0; at < shelters; at++) {
      const can = obstacle(problem, group, at) === null
      burden[row + at] = can ? burdenOf(problem, group, first, at) : Infinity
      if (can) worst = Math.max(worst, burden[row + at] ?? 0)
    }
    most += worst * indexes.length
    classes.push({
      groups: indexes,
      size: group.members.length,
      uses: demandOf(group, needs).flatMap((amount, at) => (amount > 0 ? [[at, amount] as const] : [])),
      leaving: group.weight * group.members.length,
    })
  }
  const leftOver = most + 1
  return {
    table: {
      shelters,
      rows,
      room,
      classes: classes.map((one) => ({ ...one, leaving: one.leaving * leftOver })),
      burden,
      leftOver,
    },
    settled,
    needs,
  }
}

/** What a placement counts, as people read it. */
export interface Score {
  /** Persons left over, each by its weight; what goes first. */
  readonly leftOver: number
  /** Persons left over, each once. */
  readonly persons: number
  /** Total way in units of 100 m, and moving if it counts; what goes second. */
  readonly burden: number
}

export function scoreOf(problem: Problem, placement: Placement): Score {
  const left = problem.groups.filter((_group, index) => (placement[index] ?? null) === null)
  return {
    leftOver: sum(left.map(({ members, weight }) => weight * members.length)),
    persons: sum(left.map(({ members }) => members.length)),
    burden: sum(
      problem.groups.map((group, index) => {
        const at = placement[index] ?? null
        return at === null ? 0 : burdenOf(problem, group, index, at)
      }),
    ),
  }
}

/** The first thing that is wrong with a placement; null = it keeps every rule. */
export function breach(problem: Problem, placement: Placement): string | null {
  if (placement.length !== problem.groups.length) return 'not every group is in it'
  const needs = needsOf(problem)
  const none = () => problem.shelters.map(() => Array.from({ length: needs.length + 1 }, () => 0))
  const [used, locked] = [none(), none()]
  const hasGrown = new Set<number>()
  for (const [index, group] of problem.groups.entries()) {
    const at = placement[index] ?? null
    if (at === null) continue
    const bars = obstacle(problem, group, at)
    if (bars) return `group ${index}: ${bars}`
    if (group.lockedBeyond && group.lockedTo) hasGrown.add(at)
    for (const [row, amount] of demandOf(group, needs).entries()) {
      used[at]![row]! += amount
      if (group.lockedTo) locked[at]![row]! += amount
    }
  }
  // Where a lock goes beyond the room, there is as much as is locked, and nothing for others.
  const most = (at: number, row: number, limit: number) =>
    hasGrown.has(at) ? Math.max(limit, locked[at]?.[row] ?? 0) : limit
  for (const [at, shelter] of problem.shelters.entries()) {
    const [persons = 0, ...byNeed] = used[at] ?? []
    if (persons > most(at, 0, shelter.places)) return `shelter ${at}: too many persons`
    for (const [row, amount] of byNeed.entries()) {
      const limit = shelter.byNeed ? (shelter.byNeed[needs[row] ?? ''] ?? null) : null
      if (limit !== null && amount > most(at, row + 1, limit)) return `shelter ${at}: too many of a kind`
    }
  }
  return null
}

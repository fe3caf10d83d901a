import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Group, Placement, Problem, Score } from './solving/problem.ts'
import { whyLeftOver, type Reason } from './solving/reasons.ts'
import { MOVING } from './solving/what-if.ts'

/** What a person left over counts by urgency: one of FIRST as four of NORMAL. */
export const WEIGHTS = { NORMAL: 1, SOON: 2, FIRST: 4 } as const

const person = z.object({ needs: z.array(z.string()), equipment: z.array(z.string()) })

/** Everything a proposal is computed from, as it is kept beside it. */
export const inputsShape = z.object({
  groups: z.array(
    z.object({
      groupId: z.string(),
      /** Households of the entry that wait for a place. */
      households: z.int().min(1),
      from: z.string(),
      weight: z.int().min(1),
      members: z.array(person).min(1),
      lockedTo: z.string().nullable(),
      /** The lock stands although there is too little room: a coordinator has said why. */
      lockedBeyond: z.literal(true).optional(),
      barredFrom: z.array(z.string()),
      /** Where the households are in the proposal this one starts from: a facility, null = nowhere, and how many. */
      current: z
        .array(z.object({ facilityId: z.string().nullable(), households: z.int().min(1) }))
        .optional(),
    }),
  ),
  shelters: z.array(
    z.object({
      facilityId: z.string(),
      places: z.int().min(0),
      byNeed: z.record(z.string(), z.int().min(0).nullable()).nullable(),
      equipment: z.array(z.string()),
    }),
  ),
  /** Way from a municipality to every shelter, in units of 100 m; null = cannot be reached. */
  ways: z.record(z.string(), z.array(z.int().min(0).nullable())),
})
export type Inputs = z.infer<typeof inputsShape>

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, item]) => [key, sorted(item)]),
  )
}

/** The fingerprint of inputs: equal exactly where they are. */
export const hashOf = (inputs: Inputs): string =>
  createHash('sha256')
    .update(JSON.stringify(sorted(inputs)))
    .digest('hex')

/** The problem that the solver is asked, household by household. */
export function problemOf({ groups, shelters, ways }: Inputs): Problem {
  const places = Object.keys(ways).toSorted()
  const shelterAt = new Map(shelters.map(({ facilityId }, at) => [facilityId, at]))
  const households = groups.flatMap(({ current, ...group }) => {
    const now = current?.flatMap(({ facilityId, households: count }) =>
      Array.from({ length: count }, () => (facilityId === null ? null : (shelterAt.get(facilityId) ?? null))),
    )
    return Array.from({ length: group.households }, (_, n) => ({ group, now: now?.[n] ?? null }))
  })
  const isVariation = groups.some(({ current }) => current !== undefined)
  return {
    groups: households.map(({ group }): Group => ({
      id: group.groupId,
      from: places.indexOf(group.from),
      weight: group.weight,
      members: group.members,
      lockedTo: group.lockedTo,
      ...(group.lockedBeyond && { lockedBeyond: true }),
      barredFrom: group.barredFrom,
    })),
    shelters: shelters.map(({ facilityId, ...shelter }) => ({ id: facilityId, ...shelter })),
    distances: places.map((place) => ways[place] ?? []),
    ...(isVariation && { current: { moving: MOVING, shelters: households.map(({ now }) => now) } }),
  }
}

/** Persons who wait for a place. */
export const personsOf = ({ groups }: Inputs): number =>
  groups.reduce((sum, { households, members }) => sum + households * members.length, 0)

/** The inputs without one shelter, starting from a proposal. */
export function inputsWithout(inputs: Inputs, placement: Placement, lostFacilityId: string): Inputs {
  const lost = inputs.shelters.findIndex(({ facilityId }) => facilityId === lostFacilityId)
  let next = 0
  const groups = inputs.groups.map(({ current: _before, ...group }) => {
    const there = placement.slice(next, next + group.households)
    next += group.households
    const counts = new Map<string | null, number>()
    for (const at of there) {
      const facilityId = at === null || at === lost ? null : (inputs.shelters[at]?.facilityId ?? null)
      counts.set(facilityId, (counts.get(facilityId) ?? 0) + 1)
    }
    return { ...group, current: [...counts].map(([facilityId, households]) => ({ facilityId, households })) }
  })
  const without = <T>(list: readonly T[]): T[] => list.filter((_item, at) => at !== lost)
  return {
    groups,
    shelters: without(inputs.shelters),
    ways: Object.fromEntries(Object.entries(inputs.ways).map(([from, ways]) => [from, without(ways)])),
  }
}

/** One line of a proposal: households of an entry that go to the same place, or are left over for the same reason. */
export interface Line {
  readonly groupId: string
  readonly households: number
  readonly persons: number
  readonly facilityId: string | null
  readonly way: number | null
  readonly reason: Reason | null
  readonly movedFromId: string | null
}

/** A placement line by line, in the order of the entries. `before` = where each household was in the proposal it starts from. */
export function linesOf(inputs: Inputs, placement: Placement, before?: readonly (string | null)[]): Line[] {
  const problem = problemOf(inputs)
  const reasons = new Map<string, Reason>()
  const reasonFor = (group: string, index: number): Reason => {
    const known = reasons.get(group)
    if (known) return known
    const reason = whyLeftOver(problem, placement, index)
    reasons.set(group, reason)
    return reason
  }
  let next = 0
  return inputs.groups.flatMap(({ groupId, households, members, from }) => {
    const first = next
    next += households
    const found = new Map<string, Line>()
    for (let index = first; index < next; index++) {
      const at = placement[index] ?? null
      const facilityId = at === null ? null : (inputs.shelters[at]?.facilityId ?? null)
      const was = before?.[index] ?? null
      const movedFromId = was !== null && was !== facilityId ? was : null
      const key = `${facilityId} ${movedFromId}`
      const line = found.get(key)
      found.set(key, {
        groupId,
        households: (line?.households ?? 0) + 1,
        persons: (line?.persons ?? 0) + members.length,
        facilityId,
        way: at === null ? null : (inputs.ways[from]?.[at] ?? 0),
        reason: at === null ? reasonFor(groupId, index) : null,
        movedFromId,
      })
    }
    return [...found.values()]
  })
}

/** Where each household is, by facility. */
export const facilitiesOf = (inputs: Inputs, placement: Placement): (string | null)[] =>
  placement.map((at) => (at === null ? null : (inputs.shelters[at]?.facilityId ?? null)))

/** What a solved problem comes to. */
export interface Solved {
  readonly placement: (number | null)[]
  readonly certificate: unknown
  readonly score: Score
  readonly leastLeftOver: number
  readonly leastBurden: number | null
}

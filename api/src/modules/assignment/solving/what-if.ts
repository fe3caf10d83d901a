import type { Placement, Problem } from './problem.ts'

/**
 * What one person who has to move from a shelter counts beside the ways, in units of 100 m: as 1,000 km, more than any way
 * within a prefecture, so that nobody moves to shorten others' ways.
 */
export const MOVING = 10_000

/** The same problem without one shelter: who stays where they were counts nothing, everybody else who moves a lot. */
export function withoutShelter(problem: Problem, placement: Placement, lost: number): Problem {
  const without = <T>(list: readonly T[]): T[] => list.filter((_item, at) => at !== lost)
  return {
    groups: problem.groups,
    shelters: without(problem.shelters),
    distances: problem.distances.map(without),
    current: {
      moving: MOVING,
      shelters: placement.map((at) => (at === null || at === lost ? null : at > lost ? at - 1 : at)),
    },
  }
}

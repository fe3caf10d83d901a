import { needsOf, obstacle, type Group, type Obstacle, type Placement, type Problem } from './problem.ts'

/** Why a group is left over. */
export type Reason = 'NO_SHELTER_OPEN' | Obstacle | 'FULL'

const ORDER: readonly Obstacle[] = ['NEED', 'EQUIPMENT', 'UNREACHABLE', 'LOCKED', 'TOO_LARGE']

/** Whether a group finds room in a shelter beside everybody who is placed. */
function hasRoom(problem: Problem, placement: Placement, group: Group, at: number): boolean {
  const there = problem.groups.filter((_group, index) => placement[index] === at)
  const persons = there.reduce((sum, { members }) => sum + members.length, group.members.length)
  const shelter = problem.shelters[at]
  if (!shelter || persons > shelter.places) return false
  return needsOf(problem).every((need) => {
    const limit = shelter.byNeed?.[need] ?? null
    const own = group.members.filter(({ needs }) => needs.includes(need)).length
    if (limit === null || own === 0) return true
    const others = there.reduce(
      (sum, { members }) => sum + members.filter(({ needs }) => needs.includes(need)).length,
      0,
    )
    return own + others <= limit
  })
}

/**
 * What keeps a group out that a placement leaves over: where shelters are ruled out one after the other (need, equipment,
 * way, lock, size), the one that ruled out the last of them; FULL where some were left and had no room beside those placed.
 * A lock is the reason where it alone rules out the last of them, and where a shelter it forbids would have had room.
 */
export function whyLeftOver(problem: Problem, placement: Placement, index: number): Reason {
  const group = problem.groups[index]
  if (!group || problem.shelters.length === 0) return 'NO_SHELTER_OPEN'
  const free: Group = { ...group, lockedTo: null, barredFrom: [] }
  const isLocked = Boolean(group.lockedTo) || (group.barredFrom?.length ?? 0) > 0
  if (isLocked) {
    const wouldDo = problem.shelters.some(
      (_shelter, at) => obstacle(problem, free, at) === null && hasRoom(problem, placement, free, at),
    )
    if (wouldDo) return 'LOCKED'
  }
  const found = problem.shelters.map((_shelter, at) => obstacle(problem, group, at))
  if (found.includes(null)) return 'FULL'
  const without = isLocked ? problem.shelters.map((_shelter, at) => obstacle(problem, free, at)) : found
  if (without.includes(null)) return 'LOCKED'
  return ORDER.findLast((reason) => without.includes(reason)) ?? 'UNREACHABLE'
}

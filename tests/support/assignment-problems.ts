import type {
  Group,
  Person,
  Placement,
  Problem,
  Score,
} from '../../api/src/modules/assignment/solving/problem.ts'

/** Numbers from a seed: the same on every machine. */
function numbers(seed: number) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    next,
    below: (most: number) => Math.floor(next() * most),
    chance: (share: number) => next() < share,
  }
}

const LETTERS = ['A', 'B', 'C']
const THINGS = ['x', 'y']

/** A problem small enough to try everything: families, several needs, equipment, closed roads and locks. */
export function smallProblem(seed: number): Problem {
  const { below, chance } = numbers(seed)
  const shelters = Array.from({ length: 1 + below(3) }, (_, at) => ({
    id: `s${at}`,
    places: below(8),
    byNeed: chance(0.3)
      ? null
      : Object.fromEntries(
          LETTERS.filter(() => chance(0.75)).map((need) => [need, chance(0.3) ? null : below(5)]),
        ),
    equipment: THINGS.filter(() => chance(0.7)),
    ...(chance(0.2) && { largestGroup: 1 + below(3) }),
  }))
  const places = 1 + below(3)
  /** Some locks are set with a reason although there may be too little room. */
  const lock = () =>
    chance(0.2) ? { lockedTo: `s${below(shelters.length)}`, lockedBeyond: chance(0.5) } : { lockedTo: null }
  const groups = Array.from({ length: 1 + below(6) }, (_, at): Group => ({
    id: `g${at}`,
    from: below(places),
    weight: chance(0.7) ? 1 : 1 + below(3),
    members: Array.from({ length: chance(0.4) ? 1 : 1 + below(4) }, () => ({
      needs: LETTERS.filter(() => chance(0.35)),
      equipment: THINGS.filter(() => chance(0.12)),
    })),
    ...lock(),
    barredFrom: chance(0.15) ? [`s${below(shelters.length)}`] : [],
  }))
  return {
    groups,
    shelters,
    distances: Array.from({ length: places }, () => shelters.map(() => (chance(0.15) ? null : below(60)))),
    ...(chance(0.3) && {
      current: { moving: 500, shelters: groups.map(() => (chance(0.5) ? null : below(shelters.length))) },
    }),
  }
}

/** Families only, in little room: small enough to try everything, and hardly ever proven by prices alone. */
export function familyProblem(seed: number): Problem {
  const { below, chance } = numbers(seed)
  const shelters = Array.from({ length: 3 }, (_, at) => ({
    id: `s${at}`,
    places: 4 + below(4),
    byNeed: chance(0.6) ? { A: 1 + below(4), B: chance(0.5) ? null : 1 + below(3), C: null } : null,
    equipment: [],
  }))
  const groups = Array.from({ length: 7 }, (_, at): Group => ({
    id: `g${at}`,
    from: below(3),
    weight: 1,
    members: Array.from({ length: 2 + below(3) }, () => ({
      needs: LETTERS.filter(() => chance(0.4)),
      equipment: [],
    })),
  }))
  return { groups, shelters, distances: Array.from({ length: 3 }, () => shelters.map(() => 1 + below(90))) }
}

const count = (people: readonly Person[], need: string) =>
  people.filter(({ needs }) => needs.includes(need)).length

/** Whether a placement keeps the rules: said once more from the words of the rules, sharing nothing with the solver. */
export function keepsRules({ groups, shelters, distances }: Problem, placement: Placement): boolean {
  return (
    groups.every((group, index) => {
      const at = placement[index] ?? null
      const shelter = at === null ? null : shelters[at]
      if (at === null || !shelter) return true
      const { byNeed } = shelter
      // Somebody has said why they go there although there is no room, or no place of their kind.
      const isAgreed = group.lockedBeyond === true && group.lockedTo === shelter.id
      return (
        group.members.every(
          ({ needs, equipment }) =>
            (isAgreed || needs.every((need) => byNeed === null || (need in byNeed && byNeed[need] !== 0))) &&
            equipment.every((thing) => shelter.equipment.includes(thing)),
        ) &&
        (distances[group.from]?.[at] ?? null) !== null &&
        (!group.lockedTo || group.lockedTo === shelter.id) &&
        !group.barredFrom?.includes(shelter.id) &&
        (isAgreed || group.members.length <= (shelter.largestGroup ?? Infinity))
      )
    }) &&
    shelters.every(({ places, byNeed }, at) => {
      const there = groups.filter((_group, index) => placement[index] === at)
      const people = there.flatMap(({ members }) => members)
      // Where a lock goes beyond the room there is room for what is locked, and for nobody else.
      const locked = there.some(({ lockedTo, lockedBeyond }) => lockedTo && lockedBeyond)
        ? there.filter(({ lockedTo }) => lockedTo).flatMap(({ members }) => members)
        : []
      return (
        people.length <= Math.max(places, locked.length) &&
        Object.entries(byNeed ?? {}).every(
          ([need, most]) => most === null || count(people, need) <= Math.max(most, count(locked, need)),
        )
      )
    })
  )
}

/** What a placement counts, said once more. */
export function countOf(
  { groups, distances, current }: Problem,
  placement: Placement,
): Omit<Score, 'persons'> {
  let [leftOver, burden] = [0, 0]
  for (const [index, { members, weight, from }] of groups.entries()) {
    const at = placement[index] ?? null
    if (at === null) leftOver += weight * members.length
    else {
      const now = current?.shelters[index] ?? null
      const moves = current && now !== null && now !== at ? current.moving : 0
      burden += members.length * ((distances[from]?.[at] ?? 0) + moves)
    }
  }
  return { leftOver, burden }
}

/**
 * The best of all placements, by trying every one. Locked groups go first, in their order, as far as they fit; then those
 * that are locked with a reason, whether they fit or not.
 */
export function bestOfAll(problem: Problem): Omit<Score, 'persons'> {
  const { groups, shelters } = problem
  const locked = new Map<number, number | null>()
  const none = groups.map((): number | null => null)
  const all = [...groups.entries()]
  for (const [index, { lockedTo }] of [
    ...all.filter(([, group]) => !group.lockedBeyond),
    ...all.filter(([, group]) => group.lockedBeyond),
  ]) {
    if (!lockedTo) continue
    const trial = none.map((at, other) => locked.get(other) ?? at)
    trial[index] = shelters.findIndex(({ id }) => id === lockedTo)
    locked.set(index, keepsRules(problem, trial) ? (trial[index] ?? null) : null)
  }
  let best: Omit<Score, 'persons'> | null = null
  const placement = [...none]
  const tryFrom = (index: number): void => {
    if (index === groups.length) {
      if (!keepsRules(problem, placement)) return
      const found = countOf(problem, placement)
      if (
        !best ||
        found.leftOver < best.leftOver ||
        (found.leftOver === best.leftOver && found.burden < best.burden)
      )
        best = found
      return
    }
    for (const at of locked.has(index) ? [locked.get(index) ?? null] : [null, ...shelters.keys()]) {
      placement[index] = at
      tryFrom(index + 1)
    }
  }
  tryFrom(0)
  if (!best) throw new Error('nothing is allowed, not even leaving everybody over')
  return best
}

const NEEDS = ['OLDER_PERSON', 'DISABILITY', 'PREGNANCY', 'INFANT', 'MEDICAL_CARE']
const EQUIPMENT = ['自家発電機', '酸素', '車いす']

export interface Size {
  readonly people: number
  readonly shelters: number
  /** Places people come from. */
  readonly places: number
  /** Families of one to five, or single persons only. */
  readonly families: boolean
  /** Places per person, about. */
  readonly room: number
  readonly seed: number
}

/** A problem of any size, invented: an area of 80 × 100 km, one way in twenty closed, one person in seven with a device. */
export function largeProblem({ people, shelters: count, places, families, room, seed }: Size): Problem {
  const { next, below, chance } = numbers(seed)
  const point = () => [next() * 80, next() * 100] as const
  const origins = Array.from({ length: places }, point)
  const sites = Array.from({ length: count }, point)
  const shelters = sites.map((_site, at) => {
    const free = Math.round((people / count) * room * (0.5 + next()))
    return {
      id: `s${at}`,
      places: free,
      byNeed: Object.fromEntries(
        NEEDS.filter(() => chance(0.75)).map((need) => [
          need,
          chance(0.3) ? null : Math.ceil(free * (0.2 + 0.5 * next())),
        ]),
      ),
      equipment: EQUIPMENT.filter(() => chance(0.7)),
    }
  })
  const distances = origins.map(([x, y]) =>
    sites.map(([a, b]) => (chance(0.05) ? null : Math.round(13 * Math.hypot(x - a, y - b)))),
  )
  const groups: Group[] = []
  for (let left = people; left > 0;) {
    const size = families ? Math.min(left, [1, 1, 1, 2, 2, 2, 3, 3, 4, 5][below(10)] ?? 1) : 1
    left -= size
    groups.push({
      id: `g${groups.length}`,
      from: below(places),
      weight: 1,
      members: Array.from({ length: size }, (_, n) => ({
        needs: n === 0 || chance(0.2) ? [NEEDS[Math.min(below(8), 4)] ?? ''] : [],
        equipment: n === 0 && chance(0.15) ? [EQUIPMENT[below(3)] ?? ''] : [],
      })),
    })
  }
  return { groups, shelters, distances }
}

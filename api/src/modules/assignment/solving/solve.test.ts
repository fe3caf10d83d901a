import { describe, expect, it } from 'vitest'
import {
  bestOfAll,
  countOf,
  familyProblem,
  keepsRules,
  largeProblem,
  smallProblem,
} from '../../../../../tests/support/assignment-problems.ts'
import type { BoundNode, Certificate } from './certificate.ts'
import { check, type Finding } from './check.ts'
import type { Placement, Problem } from './problem.ts'
import { whyLeftOver } from './reasons.ts'
import { solve } from './solve.ts'
import { withoutShelter } from './what-if.ts'

/** What was found of a placement that keeps the rules; anything else fails the test. */
function valid(found: Finding): Extract<Finding, { valid: true }> {
  if (!found.valid) throw new Error(found.because)
  return found
}

const SEEDS = Array.from({ length: 700 }, (_, seed) => seed + 1)

describe('small cases', () => {
  it('finds the best of all placements, tried one by one, and proves it, in 700 cases', () => {
    for (const seed of SEEDS) {
      const problem = smallProblem(seed)
      const { placement, certificate, finished } = solve(problem)
      expect(finished, `seed ${seed}`).toBe(true)
      expect(keepsRules(problem, placement), `seed ${seed}`).toBe(true)
      const best = bestOfAll(problem)
      expect(countOf(problem, placement), `seed ${seed}`).toEqual(best)
      expect(check(problem, placement, certificate), `seed ${seed}`).toMatchObject({
        valid: true,
        optimal: true,
        score: best,
        leastLeftOver: best.leftOver,
        leastBurden: best.burden,
      })
    }
  })

  it('has room for what is locked with a reason, and lets nobody else in beside it', () => {
    const shelter = { id: 'near', places: 2, byNeed: { A: 1 }, equipment: [] }
    const far = { id: 'far', places: 9, byNeed: null, equipment: [] }
    const person = (needs: string[]) => ({ needs, equipment: [] })
    const one = { id: 'one', from: 0, weight: 1, members: [person(['A'])] }
    const problem: Problem = {
      groups: [
        // Three with a kind of need of which there is one place, and a kind that is not taken at all.
        {
          ...one,
          id: 'agreed',
          members: [person(['A']), person(['A']), person(['B'])],
          lockedTo: 'near',
          lockedBeyond: true,
        },
        { ...one, id: 'locked', lockedTo: 'near' },
        { ...one, id: 'free', members: [person([])] },
      ],
      shelters: [shelter, far],
      distances: [[1, 50]],
    }
    const { placement, certificate } = solve(problem)
    // The lock without a reason goes first, because it fits; all of them are placed, and the free one goes on.
    expect(placement).toEqual([0, 0, 1])
    expect(check(problem, placement, certificate)).toMatchObject({
      valid: true,
      optimal: true,
      score: { leftOver: 0, burden: 54 },
    })
    expect(check(problem, [0, 0, 0], certificate)).toMatchObject({ valid: false })
    const without = problem.groups.map((group) => ({ ...group, lockedBeyond: false }))
    expect(solve({ ...problem, groups: without }).placement).toEqual([null, 0, 0])
    // A road that is closed keeps them out all the same.
    const closed = solve({ ...problem, distances: [[null, 50]] })
    expect(closed.placement).toEqual([null, null, 1])
    const seen = SEEDS.filter((seed) => {
      const small = smallProblem(seed)
      const { placement: found } = solve(small)
      const strict = { ...small, groups: small.groups.map((group) => ({ ...group, lockedBeyond: false })) }
      return !keepsRules(strict, found)
    })
    expect(seen.length).toBeGreaterThan(50)
  })

  it('finds the best for families in too little room, tried one by one, and proves it by telling apart', () => {
    let [left, split] = [0, 0]
    for (const seed of SEEDS.slice(0, 40)) {
      const problem = familyProblem(seed)
      const { placement, certificate } = solve(problem)
      const best = bestOfAll(problem)
      if (best.leftOver > 0) left++
      if (certificate.root.node.split ?? certificate.leftOver?.node.split) split++
      expect(check(problem, placement, certificate), `seed ${seed}`).toMatchObject({
        valid: true,
        optimal: true,
        score: best,
      })
    }
    expect(Math.min(left, split)).toBeGreaterThan(20)
  })

  it('gives everybody left over a reason that is so', () => {
    const seen = new Set<string>()
    for (const seed of SEEDS) {
      const problem = smallProblem(seed)
      const { placement } = solve(problem)
      for (const [index, at] of placement.entries()) {
        if (at !== null) continue
        const reason = whyLeftOver(problem, placement, index)
        seen.add(reason)
        expect(isSo(problem, placement, index, reason), `seed ${seed}, group ${index}: ${reason}`).toBe(true)
      }
    }
    expect([...seen].toSorted()).toEqual(['EQUIPMENT', 'FULL', 'LOCKED', 'NEED', 'TOO_LARGE', 'UNREACHABLE'])
  })

  it('answers the same every time', () => {
    for (const seed of SEEDS.slice(0, 60))
      expect(solve(smallProblem(seed))).toEqual(solve(smallProblem(seed)))
  })
})

/** Taking the named thing away, and only it, opens a shelter that was closed to the group. */
function isSo(problem: Problem, placement: Placement, index: number, reason: string): boolean {
  const eased: Record<string, (given: Problem) => Problem> = {
    NEED: (given) => ({ ...given, shelters: given.shelters.map((one) => ({ ...one, byNeed: null })) }),
    EQUIPMENT: (given) => ({
      ...given,
      groups: given.groups.map((group) => ({
        ...group,
        members: group.members.map((person) => ({ ...person, equipment: [] })),
      })),
    }),
    UNREACHABLE: (given) => ({
      ...given,
      distances: given.distances.map((row) => row.map((way) => way ?? 0)),
    }),
    LOCKED: (given) => ({
      ...given,
      groups: given.groups.map((group) => ({ ...group, lockedTo: null, barredFrom: [] })),
    }),
    TOO_LARGE: (given) => ({
      ...given,
      shelters: given.shelters.map((one) => ({
        ...one,
        places: 99,
        largestGroup: null,
        byNeed:
          one.byNeed &&
          Object.fromEntries(Object.entries(one.byNeed).map(([need, n]) => [need, n === 0 ? 0 : null])),
      })),
    }),
  }
  // Alone, as if nobody else were there.
  const alone = (given: Problem): boolean => {
    const group = given.groups[index]
    if (!group) return false
    const only: Problem = { groups: [group], shelters: given.shelters, distances: given.distances }
    return given.shelters.some((_shelter, at) => keepsRules(only, [at]))
  }
  const beside = (given: Problem): boolean =>
    given.shelters.some((_shelter, at) => {
      const trial = placement.map((where, other) => (other === index ? at : where))
      return keepsRules(
        {
          ...given,
          groups: given.groups.map((one, other) =>
            other === index ? one : { ...one, lockedTo: null, barredFrom: [] },
          ),
        },
        trial,
      )
    })
  if (reason === 'FULL') return alone(problem) && !beside(problem)
  const ease = (name: string, given: Problem) => eased[name]?.(given) ?? given
  const unlocked = ease('LOCKED', problem)
  if (reason === 'LOCKED')
    return !beside(problem) && (beside(unlocked) || (!alone(problem) && alone(unlocked)))
  // What comes later in the order may be in the way as well: with it eased too, the named thing alone must have been it.
  const order = ['NEED', 'EQUIPMENT', 'UNREACHABLE', 'TOO_LARGE']
  const later = order.slice(order.indexOf(reason) + 1).reduce((given, next) => ease(next, given), unlocked)
  return !alone(unlocked) && !alone(later) && alone(ease(reason, later))
}

describe('larger cases', () => {
  const singles = largeProblem({
    people: 600,
    shelters: 40,
    places: 12,
    families: false,
    room: 0.95,
    seed: 1,
  })
  const families = largeProblem({ people: 240, shelters: 12, places: 8, families: true, room: 1.2, seed: 2 })

  it('proves the optimum of single persons by the prices of the flow alone', () => {
    const { placement, certificate } = solve(singles)
    expect(certificate.root.node.split).toBeUndefined()
    expect(check(singles, placement, certificate)).toMatchObject({ valid: true, optimal: true })
  })

  it('says how far families may be from the optimum, by a bound that the checker finds by itself', () => {
    const { placement, certificate } = solve(families, { work: 1e7 })
    const found = valid(check(families, placement, certificate))
    expect(found.leastLeftOver).toBe(found.score.leftOver)
    expect(found.score.burden / (found.leastBurden ?? 0)).toBeLessThan(1.02)
    expect(solve(families, { work: 1e7 })).toEqual({
      placement,
      certificate,
      finished: expect.any(Boolean),
      work: expect.any(Number),
    })
  })

  it.each([3, 4])(
    'proves the optimum of 1,000 people in families, instance %d',
    { timeout: 120_000 },
    (seed) => {
      const problem = largeProblem({ people: 1_000, shelters: 40, places: 20, families: true, room: 1, seed })
      const { placement, certificate } = solve(problem)
      expect(check(problem, placement, certificate)).toMatchObject({ valid: true, optimal: true })
    },
  )

  it('says nothing that is not shown when it is stopped at once', () => {
    const { placement, certificate, finished } = solve(families, { work: 1 })
    const found = check(families, placement, certificate)
    expect(finished).toBe(false)
    expect(found).toMatchObject({ valid: true, optimal: false })
  })

  it('moves nobody without need when a shelter is lost, and leaves over as few as can be', () => {
    const { placement } = solve(singles)
    const lost = 3
    const problem = withoutShelter(singles, placement, lost)
    const again = solve(problem)
    const found = check(problem, again.placement, again.certificate)
    expect(found).toMatchObject({ valid: true, optimal: true })
    const afresh = { ...problem, current: undefined }
    const { placement: best, certificate } = solve(afresh)
    expect(valid(found).score.leftOver).toBe(valid(check(afresh, best, certificate)).score.leftOver)
    const movesIn = (answer: Placement) =>
      answer.filter((at, index) => {
        const was = problem.current?.shelters[index] ?? null
        return was !== null && at !== was
      }).length
    expect(movesIn(again.placement)).toBeLessThan(movesIn(best))
  })
})

describe('a certificate that was tampered with', () => {
  const problem = largeProblem({ people: 200, shelters: 10, places: 6, families: false, room: 0.9, seed: 3 })
  const { placement, certificate } = solve(problem)
  const withRoot = (node: BoundNode): Certificate => ({ ...certificate, root: { node } })
  const prices = certificate.root.node.prices ?? []

  it('proves less with other prices, and never more than is so', () => {
    expect(prices.length).toBeGreaterThan(0)
    for (const [at, [row, price]] of prices.entries()) {
      for (const other of [0, price + certificate.scale * 7, Math.floor(price / 2)]) {
        const changed = prices.map((pair, n) => (n === at ? ([row, other] as const) : pair))
        const found = valid(check(problem, placement, withRoot({ prices: changed })))
        expect(found.leastLeftOver).toBeLessThanOrEqual(found.score.leftOver)
      }
    }
    const without = check(problem, placement, withRoot({ prices: [] }))
    expect(without).toMatchObject({ valid: true, optimal: false })
  })

  it.each([
    ['a price below zero', withRoot({ prices: [[0, -5]] })],
    ['a price that is not whole', withRoot({ prices: [[0, 0.5]] })],
    ['a price of a place that does not exist', withRoot({ prices: [[999_999, 1]] })],
    ['a price beyond what is exact', withRoot({ prices: [[0, 1e300]] })],
    ['no scale', { ...certificate, scale: 0 }],
    ['a class that does not exist', withRoot({ prices, split: [99_999, 0, 1] })],
    ['no groups told apart', withRoot({ prices, split: [0, 0, 0] })],
    ['a claim that is not whole', { ...certificate, root: { claim: 0.5, node: { prices } } }],
  ])('is refused for %s', (_name, tampered) => {
    expect(check(problem, placement, tampered)).toMatchObject({ valid: false })
  })

  it('does not help a placement that breaks a rule', () => {
    const [first = 0] = placement.flatMap((at, index) => (at === null ? [] : [index]))
    const crowded = placement.map(() => placement[first] ?? null)
    expect(check(problem, crowded, certificate)).toMatchObject({ valid: false })
    expect(check(problem, placement.slice(1), certificate)).toMatchObject({ valid: false })
  })

  it('shows that another placement is not the best', () => {
    const worse = placement.map((at, index) =>
      index === placement.findIndex((one) => one !== null) ? null : at,
    )
    expect(check(problem, worse, certificate)).toMatchObject({ valid: true, optimal: false })
  })

  it('does not forget possibilities that a tree leaves out', () => {
    const solved = SEEDS.map((seed) => {
      const small = smallProblem(seed)
      return { small, ...solve(small) }
    }).filter(({ certificate: { root, leftOver } }) => root.node.split ?? leftOver?.node.split)
    expect(solved.length).toBeGreaterThan(20)
    for (const { small, placement: found, certificate: full } of solved) {
      const best = bestOfAll(small)
      for (const pruned of halved(full)) {
        const shown = valid(check(small, found, pruned))
        expect(shown.leastLeftOver).toBeLessThanOrEqual(best.leftOver)
        expect(shown.leastBurden ?? 0).toBeLessThanOrEqual(best.burden)
      }
    }
  })

  it('does not show more than a claim, nor more than is so by a claim that is too high', () => {
    for (const seed of SEEDS.slice(0, 200)) {
      const small = smallProblem(seed)
      const { placement: found, certificate: full } = solve(small)
      const best = bestOfAll(small)
      for (const by of [-50, -1, 1, 50, 100_000]) {
        const claim = (full.root.claim ?? 0) + by
        const shown = check(small, found, { ...full, root: { ...full.root, claim } })
        if (!shown.valid) throw new Error(`seed ${seed}, ${by}: ${shown.because}`)
        expect(shown.leastLeftOver).toBeLessThanOrEqual(best.leftOver)
        expect(shown.leastBurden ?? 0).toBeLessThanOrEqual(best.burden)
      }
    }
  })
})

/** The same proof with one half of it missing. */
function halved(full: Certificate): Certificate[] {
  return [
    { ...full, root: { ...full.root, node: { ...full.root.node, fewer: undefined } } },
    { ...full, root: { ...full.root, node: { ...full.root.node, more: undefined } } },
    { ...full, leftOver: undefined },
  ]
}

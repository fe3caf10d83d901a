import fc from 'fast-check'
import { expect, it } from 'vitest'
import { depthOf, FAN_OUT, phoneTree, type Call } from './phone-tree.ts'

const everybody = <T>(tree: readonly Call<T>[]): T[] =>
  tree.flatMap(({ who, next }) => [who, ...everybody(next)])
const callers = <T>(tree: readonly Call<T>[]): number[] => [
  tree.length,
  ...tree.flatMap(({ next }) => callers(next)),
]

it.each([
  [0, 0],
  [1, 1],
  [4, 1],
  [5, 2],
  [20, 2],
  [21, 3],
  [84, 3],
  [85, 4],
])('of %i reaches everybody in %i steps', (count, depth) => {
  expect(depthOf(phoneTree(Array.from({ length: count }, (_, n) => n)))).toBe(depth)
})

it('calls everybody once in the order of the list, and nobody calls more than four', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { maxLength: 300 }), (list) => {
      const tree = phoneTree(list)
      expect(everybody(tree)).toEqual(list)
      expect(Math.max(...callers(tree))).toBeLessThanOrEqual(FAN_OUT)
    }),
  )
})

it('keeps neighbours together', () => {
  const [first, second] = phoneTree(['a1', 'a2', 'a3', 'b1', 'b2', 'c1', 'c2', 'd1', 'd2'])
  expect(first?.who).toBe('a1')
  expect(first?.next.map(({ who }) => who)).toEqual(['a2', 'a3'])
  expect(second?.who).toBe('b1')
})

import { expect, it } from 'vitest'
import { buddiesOf, kilometres, type Placed } from './buddies.ts'

const place = (
  id: string,
  latitude: number | null,
  longitude: number | null,
  municipalityCode = '062014',
): Placed => ({
  id,
  corporationId: null,
  municipalityCode,
  latitude,
  longitude,
})

it('measures as the crow flies', () => {
  // 山形駅 to 仙台駅.
  expect(kilometres(place('a', 38.2485, 140.3277), place('b', 38.2601, 140.8822))).toBeCloseTo(48.5, 0)
  expect(kilometres(place('a', null, 140), place('b', 38, 140))).toBeNull()
})

it.each<[string, Placed[], Record<string, string | null>]>([
  ['alone', [place('a', 38, 140)], { a: null }],
  [
    'by distance',
    [place('a', 38, 140), place('b', 38.1, 140), place('c', 38.3, 140)],
    { a: 'b', b: 'a', c: 'b' },
  ],
  [
    'of another place',
    [place('a', 38, 140), place('b', 38, 140), place('c', 38.3, 140)],
    { a: 'c', b: 'c', c: 'a' },
  ],
  [
    'in the same municipality without a place',
    [place('a', null, null, '063011'), place('b', 38, 140), place('c', 38, 141, '063011')],
    { a: 'c', b: 'c', c: 'b' },
  ],
  [
    'in a ring where no place is known',
    [place('a', null, null), place('b', null, null), place('c', null, null)],
    { a: 'b', b: 'c', c: 'a' },
  ],
])('finds the neighbour %s', (_how, facilities, expected) => {
  expect(Object.fromEntries(buddiesOf(facilities))).toEqual(expected)
  expect(Object.fromEntries(buddiesOf(facilities.toReversed()))).toEqual(expected)
})

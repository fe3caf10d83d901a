import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { appendToList, carryTerms, type CarriedTerm } from './carrying.ts'

const TODAY = '2026-11-23'
const term = (id: string, startsOn: string, endsOn: string | null = null, key = 'k'): CarriedTerm => ({
  id,
  key,
  startsOn,
  endsOn,
})

describe('times on two records that become one', () => {
  it.each([
    [
      'what does not overlap moves',
      [term('k1', '2020-01-01', '2020-12-31')],
      [term('a', '2021-01-01')],
      ['a'],
      [],
    ],
    [
      'another person’s moves',
      [term('k1', '2020-01-01', null, 'other')],
      [term('a', '2020-01-01')],
      ['a'],
      [],
    ],
    [
      'the same stays and ends yesterday',
      [term('k1', '2020-01-01')],
      [term('a', '2021-01-01')],
      [],
      [['a', '2026-11-22']],
    ],
    [
      'the kept one lasts as long as the other would have',
      [term('k1', '2020-01-01', '2026-12-31')],
      [term('a', '2021-01-01')],
      [],
      [
        ['a', '2026-11-22'],
        ['k1', null],
      ],
    ],
    [
      'but not into the next time of the same',
      [term('k1', '2020-01-01', '2026-12-31'), term('k2', '2027-04-01')],
      [term('a', '2021-01-01', '2027-03-01')],
      [],
      [
        ['a', '2026-11-22'],
        ['k1', '2027-03-01'],
      ],
    ],
    [
      'what is over stays as it was',
      [term('k1', '2020-01-01')],
      [term('a', '2020-02-01', '2020-03-01')],
      [],
      [],
    ],
  ])('%s', (_what, kept, absorbed, moved, ends) => {
    const carried = carryTerms(kept, absorbed, TODAY)
    expect(carried.moved.map(({ id }) => id)).toEqual(moved)
    expect(carried.ends.map(({ id, endsOn }) => [id, endsOn])).toEqual(ends)
  })

  it('never stand twice on one day on the kept record', () => {
    const day = fc.integer({ min: 0, max: 40 }).map((n) => `2026-${String(1 + (n % 12)).padStart(2, '0')}-01`)
    const terms = (name: string) =>
      fc
        .uniqueArray(fc.record({ from: day, to: fc.option(day), key: fc.constantFrom('a', 'b') }), {
          maxLength: 3,
          selector: ({ key }) => key,
        })
        .map((all) =>
          all.map(({ from, to, key }, n) =>
            term(`${name}${n}`, from, to !== null && to >= from ? to : null, key),
          ),
        )
    fc.assert(
      fc.property(terms('k'), terms('a'), (kept, absorbed) => {
        const { moved, ends } = carryTerms(kept, absorbed, TODAY)
        const endOf = new Map(ends.map(({ id, endsOn }) => [id, endsOn]))
        const after = [...kept, ...moved].map((each) => ({
          ...each,
          endsOn: endOf.has(each.id) ? (endOf.get(each.id) ?? null) : each.endsOn,
        }))
        const twice = after.flatMap((one, n) =>
          after
            .slice(n + 1)
            .filter(
              (other) =>
                one.key === other.key &&
                one.startsOn <= (other.endsOn ?? '9999') &&
                other.startsOn <= (one.endsOn ?? '9999'),
            ),
        )
        expect(twice).toEqual([])
      }),
    )
  })
})

it('things in a list come behind those that are there, and what is there already stays', () => {
  const item = (position: number, name: string) => ({ position, name })
  const { moved, stay } = appendToList(
    [item(1, 'a'), item(4, 'b')],
    [item(2, 'c'), item(1, 'a'), item(3, 'd')],
    (one, other) => one.name === other.name,
  )
  expect(moved.map(({ item: { name }, position }) => [name, position])).toEqual([
    ['c', 5],
    ['d', 6],
  ])
  expect(stay.map(({ name }) => name)).toEqual(['a'])
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { doubledNames, planRows, strangeRows } from './rows.ts'

describe('a list as it was sent', () => {
  it('keeps rows with an id, makes those without, removes those left out, in the order sent', () => {
    expect(planRows(['a', 'b', 'c'], [{ id: 'c' }, {}, { id: 'a' }])).toEqual({
      create: [{ position: 2 }],
      keep: [
        { id: 'c', facts: { position: 1 } },
        { id: 'a', facts: { position: 3 } },
      ],
      remove: ['b'],
    })
  })

  it('ends with as many rows as were sent, each in one place', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string()), fc.array(fc.boolean()), fc.nat(5), (standing, kept, more) => {
        const sent = [
          ...standing.filter((_, n) => kept[n]).map((id) => ({ id })),
          ...Array.from({ length: more }, () => ({ id: null })),
        ]
        const { create, keep, remove } = planRows(standing, sent)
        expect(create.length + keep.length).toBe(sent.length)
        expect(keep.length + remove.length).toBe(standing.length)
        const positions = [...create, ...keep.map(({ facts }) => facts)]
          .map(({ position }) => position)
          .toSorted((a, b) => a - b)
        expect(positions).toEqual(sent.map((_, n) => n + 1))
      }),
    )
  })

  it('names no row of another list and none twice', () => {
    expect(strangeRows('contacts', ['a'], [{ id: 'a' }, {}])).toEqual([])
    expect(
      strangeRows('contacts', ['a'], [{ id: 'x' }, { id: 'a' }, { id: 'a' }]).map(({ path }) => path),
    ).toEqual([
      ['contacts', '0', 'id'],
      ['contacts', '2', 'id'],
    ])
  })

  it('says no name twice', () => {
    const rows = [{ item: '簡易ベッド' }, { item: '発電機' }, { item: '簡易ベッド' }]
    expect(doubledNames('equipment', 'item', rows, ({ item }) => item)).toMatchObject([
      { path: ['equipment', '2', 'item'], code: 'ALREADY_THERE' },
    ])
  })
})

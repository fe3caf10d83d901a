import { expect, test } from 'vitest'
import { readDuesSearch, yearsToChoose } from './dues-search.ts'

test('whatever stands in the address, the page opens', () => {
  expect(readDuesSearch({ id: 'x', year: 2026, open: true, after: 'y' })).toEqual({
    id: 'x',
    year: 2026,
    open: true,
    after: 'y',
  })
  expect(readDuesSearch({ id: 7, year: '2026年', open: 'yes', after: null })).toEqual({})
  expect(readDuesSearch({ year: 12 })).toEqual({})
})

test('the years are those with dues and today’s, and the next one for who charges', () => {
  expect(yearsToChoose([2025, 2026], 2026, true)).toEqual([2027, 2026, 2025])
  expect(yearsToChoose([2024], 2026, false)).toEqual([2026, 2024])
})

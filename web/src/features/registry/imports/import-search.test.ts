import { expect, it } from 'vitest'
import { isRows, readImportSearch } from './import-search.ts'

it.each([
  [{}, {}],
  [
    { show: 'CLOSE', after: 'x' },
    { show: 'CLOSE', after: 'x' },
  ],
  [{ show: 'GONE', before: 3 }, {}],
])('reads %o as %o', (given, read) => expect(readImportSearch(given)).toEqual(read))

it('tells rows of a file from records', () => {
  expect(isRows('REFUSED')).toBe(true)
  expect(isRows('CHANGE')).toBe(false)
  expect(isRows(undefined)).toBe(false)
})

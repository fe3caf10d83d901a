import { expect, it } from 'vitest'
import { readReviewSearch } from './review-search.ts'

it.each([
  [{}, {}],
  [
    { show: 'linked', after: 'x' },
    { show: 'linked', after: 'x' },
  ],
  [{ show: 'waiting' }, {}],
  [{ show: 3, pair: ['a'], after: null }, {}],
  [{ pair: 'TWF0Y2g' }, { pair: 'TWF0Y2g' }],
])('reads %o as %o', (given, expected) => {
  expect(readReviewSearch(given)).toEqual(expected)
})

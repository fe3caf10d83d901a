import { describe, expect, it } from 'vitest'
import { decodeCursor, encodeCursor, orderingTag } from './cursor.ts'
import { modelOf } from './models.ts'
import type { Ordering } from './tree.ts'

const facility = modelOf('Facility')
const ordering: Ordering = [
  { confirmedAt: 'desc' },
  { openedOn: { sort: 'asc', nulls: 'first' } },
  { corporation: { name: 'asc' } },
  { offices: { _count: 'desc' } },
  { status: 'asc' },
  { sample: 'asc' },
  { capacity: 'asc' },
  { latitude: 'asc' },
  { kana: 'asc' },
  { id: 'asc' },
]
const tag = orderingTag(facility, ordering)
const id = '01a20a27-f1ae-7118-9651-5806c5bad6c7'
const place = [
  '2026-04-01T00:00:00.123456+00:00',
  '2026-04-01',
  '見本',
  3,
  'ACTIVE',
  true,
  20,
  38.25,
  'か',
  id,
]

const withKey = (index: number, value: unknown) => place.map((key, at) => (at === index ? value : key))
const decode = (cursor: string) => decodeCursor(facility, ordering, cursor)
const rawCursor = (content: unknown) => Buffer.from(JSON.stringify(content)).toString('base64url')
const refused = (message: RegExp) =>
  expect.objectContaining({ message: expect.stringMatching(message), extensions: { code: 'BAD_USER_INPUT' } })

it('carries a place there and back, to the microsecond', () => {
  expect(decode(encodeCursor(tag, place))).toEqual(place)
  const empty = place.map((key, at) => ([0, 1, 2, 6, 7].includes(at) ? null : key))
  expect(decode(encodeCursor(tag, empty))).toEqual(empty)
})

it('tells orders apart', () => {
  const tags = [ordering, ordering.slice(1), [{ id: 'asc' }], [{ id: 'desc' }]].map((one) =>
    orderingTag(facility, one),
  )
  expect(new Set([...tags, orderingTag(modelOf('Shelter'), [{ id: 'asc' }])]).size).toBe(5)
})

describe('refuses', () => {
  it.each([
    ['what is no cursor', ['', 'x', '%%%', '見本', 'bnVsbA', '{}', rawCursor({ length: 3 })], /not a cursor/],
    ['another version', [rawCursor([2, tag, ...place]), rawCursor([])], /another version/],
    ['another order', [rawCursor([1, 'other', ...place]), rawCursor([1])], /another order/],
    [
      'keys that are too few or too many',
      [encodeCursor(tag, []), encodeCursor(tag, place.slice(1)), encodeCursor(tag, [...place, 1])],
      /altered/,
    ],
  ])('%s', (_what, cursors, message) => {
    for (const cursor of cursors) expect(() => decode(cursor)).toThrow(refused(message))
  })

  it.each([
    [
      0,
      ['2026-04-01', '2026-02-31T00:00:00+00:00', '2026-04-01T00:00:00Z', '2026-04-01T00:00:00+09:00', 5, {}],
    ],
    [1, ['2026-02-30', '20260401', '2026-04-01T00:00:00Z', '99999-01-01', false]],
    [2, [5, '\0', ['見本']]],
    [3, ['3', 1.5, null, 1e300]],
    [4, ['OPEN', null, 0]],
    [5, ['true', null, 1]],
    [6, [1.5, 2 ** 31, '20', {}]],
    [7, ['38', {}, true]],
    [8, [null, '\0', 1, []]],
    [9, [null, 'x', `${id}' OR true`, id.toUpperCase(), 7]],
  ])('a value that key %i cannot have', (index, values) => {
    for (const value of values)
      expect(() => decode(encodeCursor(tag, withKey(index, value)))).toThrow(refused(/altered/))
  })
})

import { expect, it } from 'vitest'
import { monthsBefore, periodOf, readChangeSearch } from './change-search.ts'

it.each([
  ['2026-11-24', 1, '2026-10-24'],
  ['2026-03-31', 1, '2026-02-28'],
  ['2028-03-31', 1, '2028-02-29'],
  ['2026-01-15', 1, '2025-12-15'],
  ['2026-02-28', 3, '2025-11-28'],
])('%s, %s months before: %s', (iso, months, before) => expect(monthsBefore(iso, months)).toBe(before))

it('covers the time since the same day last month, unless it says otherwise', () => {
  expect(periodOf({}, '2026-11-24')).toEqual({ since: '2026-10-24', until: '2026-11-24' })
  expect(periodOf({ until: '2026-05-31' }, '2026-11-24')).toEqual({
    since: '2026-04-30',
    until: '2026-05-31',
  })
  expect(periodOf({ since: '2026-04-01' }, '2026-11-24')).toEqual({
    since: '2026-04-01',
    until: '2026-11-24',
  })
})

it.each([
  [{}, {}],
  [
    { id: 'x', member: 'y', since: '2026-04-01', until: '2026-04-30', kind: 'MOVED', after: 'z' },
    { id: 'x', member: 'y', since: '2026-04-01', until: '2026-04-30', kind: 'MOVED', after: 'z' },
  ],
  [{ id: 1, since: '2026-02-30', until: 'yesterday', kind: 'FLOWN' }, {}],
])('reads %o as %o', (given, read) => expect(readChangeSearch(given)).toEqual(read))

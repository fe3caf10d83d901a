import { expect, it } from 'vitest'
import { readMemberSearch, stateOf } from './member-search.ts'

it('reads what it knows from the address, and nothing else', () => {
  expect(readMemberSearch({ id: 'x', on: '2026-04-01', every: true, after: 'c', other: 1 })).toEqual({
    id: 'x',
    on: '2026-04-01',
    every: true,
    after: 'c',
  })
  expect(readMemberSearch({ on: '2026-13-40', every: 'yes' })).toEqual({})
})

it.each([
  ['2026-04-02', null, false, 'coming'],
  ['2020-04-01', '2026-03-31', false, 'ended'],
  ['2020-04-01', '2026-04-01', false, 'leaving'],
  ['2020-04-01', null, true, 'suspended'],
  ['2020-04-01', null, false, 'active'],
] as const)('a membership from %s to %s (suspended: %s) is %s', (startsOn, endsOn, suspended, state) => {
  expect(stateOf({ startsOn, endsOn }, suspended, '2026-04-01')).toBe(state)
})

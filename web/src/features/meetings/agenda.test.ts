import { expect, test } from 'vitest'
import { shortName } from '../../locales/short-name.ts'
import { currentOf, isSettled, nextOf, numbersOf } from './agenda.ts'

test('items are numbered among those of their kind', () => {
  const numbers = numbersOf([
    { id: 'a', kind: 'REPORT' },
    { id: 'b', kind: 'RESOLUTION' },
    { id: 'c', kind: 'REPORT' },
    { id: 'd', kind: 'RESOLUTION' },
  ])
  expect([...numbers]).toEqual([
    ['a', 1],
    ['b', 1],
    ['c', 2],
    ['d', 2],
  ])
})

test.each([
  [['DECIDED', 'VOTING', 'OPEN'], 'VOTING'],
  [['DECIDED', 'UPCOMING', 'OPEN'], 'OPEN'],
  [['DECIDED', 'UPCOMING', 'UPCOMING'], 'DECIDED'],
  [['UPCOMING', 'UPCOMING'], 'UPCOMING'],
  [['WITHDRAWN', 'UPCOMING'], 'UPCOMING'],
  [['REPORTED', 'DECIDED'], 'DECIDED'],
] as const)('of %j the meeting is at %s', (states, state) => {
  expect(currentOf(states.map((one) => ({ state: one })))?.state).toBe(state)
})

test('an empty agenda has no current item and no next one', () => {
  expect(currentOf([])).toBeUndefined()
  expect(nextOf([])).toBeUndefined()
  expect(nextOf([{ state: 'DECIDED' }, { state: 'UPCOMING' }])).toEqual({ state: 'UPCOMING' })
})

test('what is voted on is not settled', () => {
  expect((['UPCOMING', 'OPEN', 'VOTING'] as const).some(isSettled)).toBe(false)
})

test('the roll leaves out the legal form that all share', () => {
  expect(shortName('社会福祉法人 見本あおば会')).toBe('見本あおば会')
  expect(shortName('見本NPO')).toBe('見本NPO')
})

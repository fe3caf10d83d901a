import { expect, it } from 'vitest'
import { closingFaults } from './closing.ts'

const today = new Date('2026-11-23')
const facility = { id: 'f1', sample: true, openedOn: new Date('2001-04-01') }
const closing = { endedOn: today, successorId: null, successor: null }
const successor = { status: 'ACTIVE', sample: true }

it.each([
  ['today', {}, []],
  ['tomorrow', { endedOn: new Date('2026-11-24') }, ['endedOn DAY_IN_FUTURE']],
  ['before it was opened', { endedOn: new Date('2001-03-31') }, ['endedOn ENDS_BEFORE_OPENING']],
  ['with a successor', { successorId: 'f2', successor }, []],
  ['with itself', { successorId: 'f1', successor }, ['successorId SUCCESSOR_IS_ITSELF']],
  ['with nobody', { successorId: 'f2' }, ['successorId WRONG_VALUE']],
  [
    'with one that is closed',
    { successorId: 'f2', successor: { ...successor, status: 'CLOSED' } },
    ['successorId WRONG_VALUE'],
  ],
  [
    'a sample with a real one',
    { successorId: 'f2', successor: { ...successor, sample: false } },
    ['successorId WRONG_VALUE'],
  ],
] as const)('closed %s', (_what, given, expected) => {
  const issues = closingFaults(facility, { ...closing, ...given }, today)
  expect(issues.map(({ path, code }) => `${path.join('.')} ${code}`)).toEqual(expected)
})

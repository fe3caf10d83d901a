import { expect, it } from 'vitest'
import { correctionOf } from './retention.ts'

const day = (iso: string) => new Date(iso)
const open = { startsOn: day('2026-04-01'), endsOn: null }
const ended = { startsOn: day('2026-04-01'), endsOn: day('2027-03-31') }

it.each([
  ['before its first day', open, '2025-04-01', { kind: 'WRONG_FROM_THE_START' }],
  ['on its first day', open, '2026-04-01', { kind: 'WRONG_FROM_THE_START' }],
  ['on its second day', open, '2026-04-02', { kind: 'RIGHT_UNTIL', lastDay: day('2026-04-01') }],
  ['on its last day', ended, '2027-03-31', { kind: 'RIGHT_UNTIL', lastDay: day('2027-03-30') }],
  ['after its last day', ended, '2027-04-01', { kind: 'OVER' }],
])('a correction %s', (_title, term, fromOn, expected) =>
  expect(correctionOf(term, day(fromOn))).toEqual(expected),
)

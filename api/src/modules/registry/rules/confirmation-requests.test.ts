import { describe, expect, it } from 'vitest'
import {
  askedBefore,
  blocksToAsk,
  hopedForUntil,
  peopleToTell,
  requestStateOf,
} from './confirmation-requests.ts'

const now = new Date('2026-11-23T03:00:00Z')
const moment = new Date('2026-11-01T00:00:00Z')

describe('a request is repeated in days of Japan', () => {
  it.each([
    // Asked on 16 November in Japan, whatever the hour: due on the 23rd.
    ['2026-11-15T15:00:00Z', '2026-11-23', true],
    ['2026-11-16T14:59:59Z', '2026-11-23', true],
    ['2026-11-16T15:00:00Z', '2026-11-23', false],
    ['2026-11-16T14:59:59Z', '2026-11-22', false],
  ])('asked at %s, on %s: due %s', (askedAt, today, due) => {
    expect(new Date(askedAt) < askedBefore(today, 7)).toBe(due)
  })

  it('and an answer is hoped for until the last reminder', () => {
    expect(hopedForUntil('2026-11-20')).toBe('2026-12-04')
  })
})

it.each([
  [null, null, 'OPEN'],
  [moment, null, 'ANSWERED'],
  [null, moment, 'WITHDRAWN'],
])('answered %s, withdrawn %s: %s', (answeredAt, withdrawnAt, state) => {
  expect(requestStateOf({ answeredAt, withdrawnAt })).toBe(state)
})

describe('what a facility is asked about', () => {
  const last = new Map([
    ['BASIC', new Date('2026-10-01T00:00:00Z')],
    ['CONTACTS', new Date('2025-10-01T00:00:00Z')],
  ] as const)
  it.each([
    [
      'all that is stale',
      { picked: false, blocks: null },
      ['CONTACTS', 'EQUIPMENT', 'SERVICES', 'RESOURCES', 'STAFF'],
    ],
    ['of the wanted what is stale', { picked: false, blocks: ['BASIC', 'CONTACTS'] as const }, ['CONTACTS']],
    [
      'of a picked one what is stale',
      { picked: true, blocks: null },
      ['CONTACTS', 'EQUIPMENT', 'SERVICES', 'RESOURCES', 'STAFF'],
    ],
    [
      'of a picked one what was said',
      { picked: true, blocks: ['CONTACTS', 'BASIC'] as const },
      ['BASIC', 'CONTACTS'],
    ],
  ])('%s', (_, wish, blocks) => {
    expect(blocksToAsk(last, wish, now)).toEqual(blocks)
  })
})

describe('who is told', () => {
  const director = { userId: 'director', facilityId: 'f', corporationId: null }
  const other = { userId: 'other', facilityId: 'g', corporationId: null }
  const administrator = { userId: 'administrator', facilityId: null, corporationId: 'c' }
  it.each([
    ['the directors', 'c', [director, director, other, administrator], ['director']],
    ['without one, the administrators', 'c', [other, administrator], ['administrator']],
    ['nobody, where there is nobody', 'c', [other], []],
    ['nobody of a corporation that is not known', null, [other, administrator], []],
  ])('%s', (_, corporationId, answerers, told) => {
    expect(peopleToTell({ id: 'f', corporationId }, answerers)).toEqual(told)
  })
})

import { describe, expect, it } from 'vitest'
import { blocksToConfirm, confirmedAtOf, freshUntil, monthsFrom, staleBefore } from './freshness.ts'

const now = new Date('2026-11-23T03:00:00Z')
const fresh = new Date('2026-08-03T03:00:00Z')
const onTheDay = new Date('2025-11-23T03:00:00Z')
const stale = new Date('2025-11-23T02:59:59Z')

it.each([
  ['2026-11-23T03:00:00Z', -12, '2025-11-23T03:00:00.000Z'],
  ['2024-02-29T00:00:00Z', 12, '2025-02-28T00:00:00.000Z'],
  ['2026-03-31T00:00:00Z', -1, '2026-02-28T00:00:00.000Z'],
  ['2026-01-15T00:00:00Z', 12, '2027-01-15T00:00:00.000Z'],
])('%s moved by %i months is %s', (from, months, to) =>
  expect(monthsFrom(new Date(from), months).toISOString()).toBe(to),
)

it('counts a confirmation for twelve months to the second', () => {
  expect(freshUntil(onTheDay)).toEqual(now)
  expect(staleBefore(now)).toEqual(onTheDay)
})

describe('blocksToConfirm', () => {
  it('names what was never confirmed and what is too old, in the order of the page', () => {
    const last = new Map([
      ['SERVICES', fresh],
      ['EQUIPMENT', stale],
      ['BASIC', onTheDay],
    ] as const)
    expect(blocksToConfirm(last, now)).toEqual(['CONTACTS', 'EQUIPMENT', 'RESOURCES', 'STAFF'])
  })
})

describe('confirmedAtOf', () => {
  it('is the oldest of the blocks', () => {
    const last = new Map([
      ['BASIC', fresh],
      ['CONTACTS', fresh],
      ['EQUIPMENT', stale],
      ['SERVICES', onTheDay],
      ['RESOURCES', fresh],
      ['STAFF', fresh],
    ] as const)
    expect(confirmedAtOf(last)).toEqual(stale)
  })

  it('is none while a block was never confirmed', () => {
    expect(confirmedAtOf(new Map([['BASIC', fresh]]))).toBeNull()
  })
})

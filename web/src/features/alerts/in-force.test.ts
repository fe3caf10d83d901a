import { describe, expect, it } from 'vitest'
import { coming, inForce } from './in-force.ts'

const all = (minimum: number, startsOn: string) => ({
  signal: 'INTENSITY',
  minimum,
  startsOn,
  platform: null,
})
const own = (minimum: number, startsOn: string) => ({
  ...all(minimum, startsOn),
  platform: { id: 'network' },
})

describe('the threshold in force', () => {
  it.each([
    ['the latest that has begun', [all(5, '2026-04-01'), all(6, '2026-10-01'), all(7, '2027-04-01')], 6],
    ['the network’s own before one for all, however old', [own(3, '2025-04-01'), all(6, '2026-10-01')], 3],
    ['the one for all until the own begins', [own(3, '2027-01-01'), all(6, '2026-10-01')], 6],
    ['nothing of another signal', [{ ...all(2, '2026-04-01'), signal: 'TSUNAMI' }], undefined],
  ])('is %s', (_, thresholds, minimum) => {
    expect(inForce(thresholds, 'INTENSITY', '2026-11-28')?.minimum).toBe(minimum)
  })

  it('says what will take its place, and not what is for all where there is an own', () => {
    const now = own(3, '2025-04-01')
    const next = own(4, '2027-01-01')
    expect(coming([now, next, all(9, '2026-12-01')], 'INTENSITY', '2026-11-28')).toEqual([next])
    expect(coming([all(5, '2026-04-01'), all(6, '2026-12-01')], 'INTENSITY', '2026-11-28')).toMatchObject([
      { minimum: 6 },
    ])
  })
})

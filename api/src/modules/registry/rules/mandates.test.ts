import { describe, expect, it } from 'vitest'
import { checkHolder, mandateStateOf, termFaults } from './mandates.ts'

const day = (text: string) => new Date(`${text}T00:00:00Z`)
const today = day('2026-11-27')

describe('a mandate', () => {
  it.each([
    ['2026-11-28', null, null, 'PLANNED'],
    ['2026-11-27', null, null, 'HELD'],
    ['2026-04-01', '2026-11-27', null, 'HELD'],
    ['2026-04-01', '2026-11-26', null, 'ENDED'],
    ['2026-04-01', null, '2026-11-27T01:00:00Z', 'ENDED'],
    ['2026-12-01', null, '2026-11-27T01:00:00Z', 'ENDED'],
  ])('from %s to %s, ended at %s: %s', (from, to, at, state) => {
    const term = {
      startsOn: day(from),
      endsOn: to === null ? null : day(to),
      endedAt: at === null ? null : new Date(at),
    }
    expect(mandateStateOf(term, today)).toBe(state)
  })

  it.each([
    ['2026-11-26', null, ['DAY_IS_OVER']],
    ['2026-11-27', null, []],
    ['2026-11-27', '2026-11-27', []],
    ['2026-11-28', '2026-11-27', ['ENDS_BEFORE_START']],
  ])('given from %s to %s: %j', (from, to, codes) => {
    const faults = termFaults({ startsOn: day(from), endsOn: to === null ? null : day(to) }, today)
    expect(faults.map(({ code }) => code)).toEqual(codes)
  })
})

describe('who is entrusted', () => {
  const giver = { id: 'g', status: 'ACTIVE', sample: true }
  const hub = { id: 'h', status: 'ACTIVE', sample: true }
  const network = { id: 'p', ofMember: true }
  it.each([
    ['nobody', { corporation: null, platform: null }, 'EDIT_FACTS', 'MANDATE_NEEDS_ONE_HOLDER'],
    ['both', { corporation: hub, platform: network }, 'EDIT_FACTS', 'MANDATE_NEEDS_ONE_HOLDER'],
    ['itself', { corporation: giver, platform: null }, 'EDIT_FACTS', 'MANDATE_HOLDER_IS_ITSELF'],
    [
      'one that has ended',
      { corporation: { ...hub, status: 'MERGED' }, platform: null },
      'EDIT_FACTS',
      'MANDATE_HOLDER_HAS_ENDED',
    ],
    [
      'a real one by an invented one',
      { corporation: { ...hub, sample: false }, platform: null },
      'EDIT_FACTS',
      'MANDATE_SAMPLE_WITH_REAL',
    ],
    [
      'a network it does not belong to',
      { corporation: null, platform: { ...network, ofMember: false } },
      'CONFIRM_FACTS',
      'MANDATE_HOLDER_NOT_YOUR_NETWORK',
    ],
    [
      'a network with what its secretariat may already',
      { corporation: null, platform: network },
      'EDIT_FACTS',
      'MANDATE_SECRETARIAT_MAY_ALREADY',
    ],
  ] as const)('is not %s', (_who, holder, permission, code) => {
    expect(() => checkHolder(giver, holder, [permission])).toThrow(expect.objectContaining({ code }))
  })

  it('is another corporation, or a network of the own', () => {
    expect(() => checkHolder(giver, { corporation: hub, platform: null }, ['EDIT_FACTS'])).not.toThrow()
    expect(() =>
      checkHolder(giver, { corporation: null, platform: network }, ['CONFIRM_FACTS']),
    ).not.toThrow()
  })
})

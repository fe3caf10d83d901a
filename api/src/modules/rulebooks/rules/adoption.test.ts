import { describe, expect, it } from 'vitest'
import { adoptionDay } from './adoption.ts'

const day = (text: string) => new Date(`${text}T00:00:00Z`)
const today = day('2026-11-27')
const carried = { outcome: 'CARRIED', resolutionKind: 'AMENDMENT', decidedOn: day('2026-05-20') }
const first = {
  effectiveOn: day('2014-07-01'),
  adoptedOn: day('2014-06-20'),
  today,
  latestEffectiveOn: null,
  decision: null,
}
const further = {
  effectiveOn: day('2026-06-01'),
  adoptedOn: null,
  today,
  latestEffectiveOn: day('2019-04-01'),
  decision: carried,
}

describe('a version is adopted', () => {
  it.each([
    ['the first, as the network has it', first, '2014-06-20'],
    ['the first, on the day it begins', { ...first, adoptedOn: day('2014-07-01') }, '2014-07-01'],
    ['the first, without a day', { ...first, adoptedOn: null }, 'ADOPTION_DAY_MISSING'],
    [
      'the first, before it was adopted',
      { ...first, effectiveOn: day('2014-06-19') },
      'IN_FORCE_BEFORE_ADOPTION',
    ],
    [
      'the first, tomorrow',
      { ...first, adoptedOn: day('2026-11-28'), effectiveOn: day('2026-12-01') },
      'ADOPTED_IN_THE_FUTURE',
    ],
    [
      'the first, today for next year',
      { ...first, adoptedOn: today, effectiveOn: day('2027-04-01') },
      '2026-11-27',
    ],
    ['a further one by a decision', further, '2026-05-20'],
    ['… whose day counts, not the one given', { ...further, adoptedOn: day('2026-01-01') }, '2026-05-20'],
    [
      '… by a special resolution',
      { ...further, decision: { ...carried, resolutionKind: 'SPECIAL' } },
      '2026-05-20',
    ],
    ['a further one without a decision', { ...further, decision: null }, 'RULEBOOK_NEEDS_A_DECISION'],
    [
      '… by one that was rejected',
      { ...further, decision: { ...carried, outcome: 'REJECTED' } },
      'DECISION_NOT_CARRIED',
    ],
    [
      '… by one without a quorum',
      { ...further, decision: { ...carried, outcome: 'NO_QUORUM' } },
      'DECISION_NOT_CARRIED',
    ],
    [
      '… by an ordinary one',
      { ...further, decision: { ...carried, resolutionKind: 'ORDINARY' } },
      'DECISION_AMENDS_NOTHING',
    ],
    ['… before it was decided', { ...further, effectiveOn: day('2026-05-19') }, 'IN_FORCE_BEFORE_ADOPTION'],
    [
      '… before the one that is there',
      { ...further, latestEffectiveOn: day('2027-04-01') },
      'IN_FORCE_BEFORE_THE_LATEST',
    ],
  ])('%s', (_what, adoption, expected) => {
    const answer = () => {
      try {
        return adoptionDay(adoption).toISOString().slice(0, 10)
      } catch (error) {
        return error instanceof Error && 'code' in error ? error.code : error
      }
    }
    expect(answer()).toBe(expected)
  })
})

import { describe, expect, it } from 'vitest'
import { RuleProblem } from '../../../kernel/problems.ts'
import { accessChangesOn, carryTerm, checkSuccession, without, type Term } from './succession.ts'

const day = (iso: string) => new Date(iso)
const term = (startsOn: string, endsOn: string | null = null): Term => ({
  startsOn: day(startsOn),
  endsOn: endsOn === null ? null : day(endsOn),
})
const ON = day('2027-04-01')

describe('a term that goes over to the successor', () => {
  it.each<[string, Term, Term[], string, Term[]]>([
    ['an open one', term('2020-04-01'), [], 'END', [term('2027-04-01')]],
    ['one with a last day', term('2020-04-01', '2028-03-31'), [], 'END', [term('2027-04-01', '2028-03-31')]],
    ['one that was over', term('2020-04-01', '2027-03-31'), [], 'KEEP', []],
    [
      'one that ends on the day',
      term('2020-04-01', '2027-04-01'),
      [],
      'END',
      [term('2027-04-01', '2027-04-01')],
    ],
    ['one that begins on the day', term('2027-04-01'), [], 'REMOVE', [term('2027-04-01')]],
    ['one that begins later', term('2027-06-01'), [], 'REMOVE', [term('2027-06-01')]],
    ['held there already', term('2020-04-01'), [term('2019-04-01')], 'END', []],
    [
      'held there until a day',
      term('2020-04-01'),
      [term('2019-04-01', '2027-09-30')],
      'END',
      [term('2027-10-01')],
    ],
    [
      'held there from a later day',
      term('2020-04-01'),
      [term('2027-07-01')],
      'END',
      [term('2027-04-01', '2027-06-30')],
    ],
    [
      'held there for a while in between',
      term('2020-04-01'),
      [term('2027-07-01', '2027-09-30')],
      'END',
      [term('2027-04-01', '2027-06-30'), term('2027-10-01')],
    ],
    [
      'held there long ago',
      term('2020-04-01'),
      [term('2015-04-01', '2019-03-31')],
      'END',
      [term('2027-04-01')],
    ],
  ])('%s', (_what, given, held, old, gained) => {
    expect(carryTerm(given, held, ON)).toEqual({ old, gained })
  })

  it('never covers a day twice and leaves none out', () => {
    const base = day('2027-04-01').getTime()
    const at = (n: number) => new Date(base + n * 86_400_000)
    for (let seed = 1; seed <= 300; seed++) {
      const draw = (salt: number, below: number) => ((seed * 7919 + salt * 104_729) % 9973) % below
      const make = (salt: number): Term => {
        const start = draw(salt, 20)
        return {
          startsOn: at(start),
          endsOn: draw(salt + 1, 4) === 0 ? null : at(start + draw(salt + 2, 10)),
        }
      }
      const given = make(1)
      const others = [make(11), make(21), make(31)]
      const left = without(given, others)
      const covers = (one: Term, n: number) =>
        one.startsOn <= at(n) && (one.endsOn === null || one.endsOn >= at(n))
      for (let n = 0; n < 60; n++) {
        const wanted = covers(given, n) && !others.some((other) => covers(other, n))
        expect(left.filter((one) => covers(one, n)).length, `seed ${seed} day ${n}`).toBe(wanted ? 1 : 0)
      }
    }
  })

  it('changes access from today on, however long ago the effect date is', () => {
    expect(accessChangesOn(day('2026-04-01'), day('2026-11-23'))).toEqual(day('2026-11-23'))
    expect(accessChangesOn(day('2027-04-01'), day('2026-11-23'))).toEqual(day('2027-04-01'))
  })
})

describe('a succession that cannot be', () => {
  const old = { id: 'a', status: 'ACTIVE', sample: true }
  const successor = { id: 'b', status: 'ACTIVE', sample: true }
  const when = { onDate: day('2026-11-23'), today: day('2026-11-23'), activeFacilities: 2 }
  const codeOf = (run: () => void): string => {
    try {
      run()
      return '✓'
    } catch (error) {
      if (error instanceof RuleProblem) return error.code
      throw error
    }
  }

  it.each([
    ['two that stand', old, successor, when, '✓'],
    ['one that has ended', { ...old, status: 'MERGED' }, successor, when, 'CORPORATION_HAS_ENDED'],
    ['into itself', old, { ...old }, when, 'SUCCESSOR_IS_ITSELF'],
    ['into one that has ended', old, { ...successor, status: 'DISSOLVED' }, when, 'SUCCESSOR_HAS_ENDED'],
    ['invented into real', old, { ...successor, sample: false }, when, 'SAMPLE_WITH_REAL'],
    ['dissolved with facilities', old, null, when, 'DISSOLVED_WITH_FACILITIES'],
    ['dissolved without', old, null, { ...when, activeFacilities: 0 }, '✓'],
    [
      'a year and a day ago',
      old,
      successor,
      { ...when, onDate: day('2025-11-21') },
      'SUCCESSION_TOO_LONG_AGO',
    ],
    ['in three years', old, successor, { ...when, onDate: day('2029-11-23') }, 'SUCCESSION_TOO_FAR_AHEAD'],
  ])('%s: %s', (_what, one, other, circumstances, expected) => {
    expect(codeOf(() => checkSuccession(one, other, circumstances))).toBe(expected)
  })
})

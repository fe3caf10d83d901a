import { expect, it } from 'vitest'
import type { ShelterFactKind } from '../../../generated/prisma/enums.ts'
import { COUNT_DEFINITIONS, countInEveryWay, countShelters, type CountedFact } from './counting.ts'

const DISASTER = 'disaster'
const DRILL = 'drill'
const at = (day: number) => new Date(`2026-11-${String(day).padStart(2, '0')}T00:00:00Z`)
const ask = (eventId: string | null, day = 28) => ({ eventId, at: at(day), knownAt: at(30) })

let number = 0
const fact = (
  facilityId: string,
  kind: ShelterFactKind,
  day: number,
  more: Partial<CountedFact> = {},
): CountedFact => ({
  id: String(number++).padStart(4, '0'),
  facilityId,
  kind,
  at: at(day),
  source: 'MUNICIPALITY',
  eventId: null,
  drill: false,
  recordedAt: at(day),
  withdrawnAt: null,
  ...more,
})
const inDisaster = { eventId: DISASTER }

// Facilities by what happened to them; the letters say whom a way of counting counts.
const FACTS: readonly CountedFact[] = [
  fact('a', 'DESIGNATED', 1),
  fact('b', 'DESIGNATED', 1),
  fact('b', 'OPENED', 10, inDisaster),
  fact('c', 'DESIGNATED', 1),
  fact('c', 'DE_FACTO_OPENED', 10, inDisaster),
  fact('c', 'OPENED', 12, inDisaster),
  fact('c', 'CLOSED', 20, inDisaster),
  fact('d', 'AGREED', 1),
  fact('d', 'DE_FACTO_OPENED', 11, inDisaster),
  fact('e', 'DE_FACTO_OPENED', 11, inDisaster),
  fact('e', 'CLOSED', 13, inDisaster),
  fact('f', 'PLANNED', 1),
  fact('g', 'DESIGNATED', 1),
  fact('g', 'DESIGNATION_ENDED', 5),
  fact('h', 'DESIGNATED', 1, { withdrawnAt: at(2) }),
  fact('h', 'OPENED', 10, { ...inDisaster, withdrawnAt: at(11) }),
  fact('i', 'AGREED', 1),
  fact('i', 'AGREEMENT_ENDED', 3),
  fact('i', 'PLANNED', 4),
  fact('j', 'DESIGNATED', 1),
  fact('j', 'OPENED', 10, { eventId: DRILL, drill: true }),
  fact('k', 'AGREED', 1),
  fact('k', 'OPENED', 10, inDisaster),
  fact('l', 'OPENED', 2, { eventId: 'an earlier disaster' }),
  fact('l', 'CLOSED', 3, { eventId: 'an earlier disaster' }),
]

const who = (definition: (typeof COUNT_DEFINITIONS)[number], eventId: string | null, day?: number) =>
  countShelters(definition, FACTS, ask(eventId, day))
    .map(({ facilityId }) => facilityId)
    .toSorted()
    .join('')

it.each([
  ['DESIGNATED', 'abcj'],
  ['AGREED', 'dk'],
  ['DESIGNATED_OR_AGREED', 'abcdjk'],
  ['PLANNED', 'fi'],
  ['OPEN_BY_DECISION', 'bk'],
  ['OPEN_DE_FACTO', 'd'],
  ['OPEN', 'bdk'],
  ['EVER_OPENED_BY_DECISION', 'bck'],
  ['EVER_OPENED_DE_FACTO', 'cde'],
  ['EVER_OPENED', 'bcdek'],
  ['OPENED_AND_CLOSED', 'ce'],
  ['DESIGNATED_AND_EVER_OPENED', 'bc'],
  ['DESIGNATED_NEVER_OPENED', 'aj'],
  ['OPENED_WITHOUT_DESIGNATION', 'dek'],
] as const)('%s counts %s', (definition, facilities) => {
  expect(who(definition, DISASTER)).toBe(facilities)
  expect(countInEveryWay(FACTS, ask(DISASTER))[definition]).toBe(facilities.length)
})

it('a drill is counted in that drill alone, and there without any disaster', () => {
  expect(COUNT_DEFINITIONS.filter((definition) => who(definition, null).includes('j'))).toEqual([
    'DESIGNATED',
    'DESIGNATED_OR_AGREED',
    'DESIGNATED_NEVER_OPENED',
  ])
  expect(who('EVER_OPENED', DRILL)).toBe('j')
  expect(who('DESIGNATED', DRILL)).toBe('abcj')
})

it('without a disaster every one of them counts, also the earlier', () => {
  expect(who('EVER_OPENED', null)).toBe('bcdekl')
  expect(who('OPEN', null)).toBe('bdk')
})

it('the moment counts: before and after each fact', () => {
  expect(who('OPEN', DISASTER, 9)).toBe('')
  expect(who('OPEN', DISASTER, 10)).toBe('bck')
  expect(who('OPEN_DE_FACTO', DISASTER, 11)).toBe('cde')
  expect(who('OPEN_BY_DECISION', DISASTER, 12)).toBe('bck')
  expect(who('OPEN', DISASTER, 20)).toBe('bdk')
  expect(who('DESIGNATED', null, 4)).toBe('abcgj')
})

it('as it was known: what was withdrawn later was counted then', () => {
  const then = { eventId: DISASTER, at: at(28), knownAt: at(10) }
  expect(countShelters('OPEN', FACTS, then).map(({ facilityId }) => facilityId)).toEqual(['b', 'c', 'h', 'k'])
})

it('shows the fact by which it counts: the first opening, not what repeats it', () => {
  const twice = [...FACTS, fact('b', 'OPENED', 15, { ...inDisaster, source: 'THIRD_PARTY' })]
  const [, row] = countShelters('EVER_OPENED', twice, ask(DISASTER))
  expect(row?.fact).toMatchObject({ facilityId: 'c', kind: 'DE_FACTO_OPENED' })
  const found = countShelters('OPEN_BY_DECISION', twice, ask(DISASTER)).find(
    ({ facilityId }) => facilityId === 'b',
  )
  expect(found?.fact).toMatchObject({ at: at(10), source: 'MUNICIPALITY' })
})

it('what ended and began again on one day goes by the order of recording', () => {
  const facts = [
    fact('m', 'CLOSED', 5, { ...inDisaster, recordedAt: at(7) }),
    fact('m', 'OPENED', 5, { ...inDisaster, recordedAt: at(6) }),
  ]
  expect(countShelters('OPEN', facts, ask(DISASTER))).toEqual([])
  expect(countShelters('OPENED_AND_CLOSED', facts, ask(DISASTER))).toHaveLength(1)
})

import { describe, expect, it } from 'vitest'
import { compareSides, metresOf, sidesOf, type Side } from './compare.ts'

const words = {
  welfare: '指定福祉避難所',
  shelterKinds: { DESIGNATED_SHELTER: '指定避難所', EMERGENCY_SITE: '指定緊急避難場所' },
  persons: (count: number) => `${count}人`,
  facilityCount: (count: number) => `${count}か所`,
} as const

const facility = {
  __typename: 'Facility' as const,
  id: 'f',
  name: '特別養護老人ホーム　見本荘',
  sample: true,
  address: '山形市見本町1-2',
  phone: '000-000-0001',
  capacity: null,
  latitude: 38,
  longitude: 140,
  corporation: null,
  offices: { __typename: 'ServiceOfficeConnection' as const, nodes: [] },
  dataSource: null,
}
const shelter = {
  __typename: 'Shelter' as const,
  id: 's',
  name: '見本荘',
  sample: true,
  address: '山形市 見本町1-2',
  kind: 'DESIGNATED_SHELTER' as const,
  welfare: true,
  acceptedPersons: null,
  latitude: null,
  longitude: null,
  dataSource: null,
}

const sides = (): readonly [Side, Side] => {
  const found = sidesOf({ shelters: [shelter], facilities: [facility], corporations: [] }, words)
  if (!found) throw new Error('both records are there')
  return found
}
const verdicts = (codes: readonly string[]) =>
  Object.fromEntries(compareSides(sides(), codes).map(({ item, verdict }) => [item, verdict]))

describe('a shelter beside a facility', () => {
  it('puts the shelter first', () => {
    expect(sides().map(({ model }) => model)).toEqual(['shelter', 'facility'])
    expect(sides().map(({ point }) => point)).toEqual([null, { latitude: 38, longitude: 140 }])
  })

  it('says in a word what the signs say, and else what stands there', () => {
    expect(verdicts([])).toMatchObject({ name: 'different', address: 'same' })
    expect(verdicts(['NAME_SAME'])).toMatchObject({ name: 'same' })
    expect(verdicts(['NAME_PART', 'ADDRESS_TOWN'])).toMatchObject({ name: 'partly', address: 'partly' })
  })

  it('compares nothing that only one of the two kinds has, and leaves out what neither says', () => {
    expect(verdicts([])).toMatchObject({ phone: 'notCompared', kind: 'notCompared' })
    expect(Object.keys(verdicts([]))).not.toContain('accepts')
  })
})

it('has no two sides when a record is gone', () => {
  expect(sidesOf({ shelters: [shelter], facilities: [], corporations: [] }, words)).toBeNull()
})

it.each([
  [[{ code: 'WITHIN_100_METRES', one: '45' }], 45],
  [[{ code: 'NAME_SAME', one: 'a' }], null],
])('reads the distance from the signs', (reasons, metres) => {
  expect(metresOf(reasons)).toBe(metres)
})

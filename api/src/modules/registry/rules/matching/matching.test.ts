import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { storedAddressKey } from './addresses.ts'
import { compareCorporations, keyedCorporation, type CorporationRecord } from './corporations.ts'
import { scoreOf, WEIGHTS, type EvidenceCode } from './evidence.ts'
import { comparePlaces, keyedPlace, type Place, type PlaceRecord } from './places.ts'
import { hasNewEvidence, shelterMatchReason, THRESHOLDS, verdictOn } from './verdicts.ts'

const here = { latitude: 38.25, longitude: 140.33 }
const nextDoor = { latitude: 38.2515, longitude: 140.33 }
const farAway = { latitude: 38.29, longitude: 140.33 }

const facility = (name: string, more: Partial<PlaceRecord> = {}): Place =>
  keyedPlace({
    id: name,
    is: 'FACILITY',
    names: [name],
    kana: [],
    address: '山形市見本町1-2',
    addressKey: '見本町1-2',
    municipalityCode: '062014',
    point: here,
    phones: [],
    ownerId: 'owner',
    ownerNames: ['社会福祉法人　見本会'],
    welfare: false,
    ...more,
  })
const shelter = (name: string, more: Partial<PlaceRecord> = {}): Place =>
  facility(name, { is: 'SHELTER', ownerId: null, ownerNames: [], welfare: true, ...more })

const aoba = facility('特別養護老人ホーム　見本あおば荘')
const codes = (one: Place, other: Place): EvidenceCode[] => comparePlaces(one, other).map(({ code }) => code)

describe('a shelter beside 特別養護老人ホーム　見本あおば荘', () => {
  const { link, ask } = THRESHOLDS.SHELTER_FACILITY
  const elsewhere = { addressKey: '別町1', point: farAway }
  it.each<[what: string, given: Place, outcome: 'link' | 'ask' | 'leave']>([
    ['same name and address', shelter('指定介護老人福祉施設見本あおば荘'), 'link'],
    ['the owner in front', shelter('社会福祉法人見本会　見本あおば荘'), 'link'],
    ['same name, 170 m away', shelter('見本あおば荘', { addressKey: '見本町9', point: nextDoor }), 'link'],
    ['part of the name at the same address', shelter('見本あおば荘 別館'), 'link'],
    ['same name, 4 km away', shelter('見本あおば荘', elsewhere), 'ask'],
    [
      'same name, 4 km away, no welfare shelter',
      shelter('見本あおば荘', { ...elsewhere, welfare: false }),
      'leave',
    ],
    ['part of the name elsewhere', shelter('見本あおば荘 別館', elsewhere), 'leave'],
    ['another name at the same address', shelter('ホテル見本'), 'ask'],
    [
      'another kind of house of that name next door',
      shelter('介護老人保健施設見本あおば荘', { addressKey: '見本町9', point: nextDoor }),
      'leave',
    ],
    ['another kind of house of that name at the address', shelter('介護老人保健施設見本あおば荘'), 'ask'],
    ['the second house', shelter('第二見本あおば荘', { addressKey: '見本町9' }), 'ask'],
    [
      'a school of that neighbourhood',
      shelter('見本あおば小学校', { welfare: false, addressKey: '見本町3', point: nextDoor }),
      'leave',
    ],
    ['only a kind of house', shelter('特別養護老人ホーム', elsewhere), 'leave'],
    ['an old form of a character', shelter('見本あおば荘', { addressKey: '見本町1-2' }), 'link'],
  ])('%s', (_what, given, outcome) => {
    const score = scoreOf(comparePlaces(given, aoba))
    expect(score >= (link ?? 0) ? 'link' : score >= ask ? 'ask' : 'leave').toBe(outcome)
  })

  it('is recognized by its reading', () => {
    const place = facility('長町荘', { kana: ['ながまちそう'] })
    expect(codes(shelter('ながまちそう'), place)).toContain('NAME_IN_KANA_SAME')
  })

  it('is recognized whatever the form of its characters', () => {
    expect(codes(shelter('髙﨑荘'), facility('高崎荘'))).toContain('NAME_SAME')
  })

  it('is recognized by a telephone that a spreadsheet regrouped', () => {
    const one = facility('甲荘', { phones: ['023-641-3275'] })
    expect(codes(one, facility('乙園', { phones: ['02-3641-3275'] }))).toContain('PHONE_SAME')
  })
})

describe('two lists of shelters', () => {
  const listed = (name: string, more: Partial<PlaceRecord> = {}) => shelter(name, { welfare: false, ...more })
  it('name the same one although a spreadsheet lost the hyphens', () => {
    const one = listed('千歳コミュニティセンター', { addressKey: '落合町1087-1' })
    expect(codes(one, listed('千歳コミュニティセンター', { addressKey: '落合町10871' }))).toContain(
      'ADDRESS_DIGITS_SAME',
    )
  })
  it('have the gymnasium and the grounds as two', () => {
    const score = scoreOf(comparePlaces(listed('第一小学校（体育館）'), listed('第一小学校（グラウンド）')))
    expect(score).toBeLessThan(THRESHOLDS.SHELTER_SHELTER.link ?? 0)
  })
})

describe('two facilities', () => {
  it('of two owners are hardly ever one', () => {
    const other = facility('特別養護老人ホーム 見本あおば荘', {
      ownerId: 'other',
      ownerNames: ['株式会社別'],
    })
    expect(codes(aoba, other)).toContain('OWNER_DIFFERS')
  })
  it('are never linked without a person', () => {
    expect(verdictOn('FACILITY_FACILITY', [{ item: 'a', score: 100 }])).toEqual({ link: null, ask: ['a'] })
  })
})

describe('the verdict', () => {
  it.each([
    ['one that is certain', [90], [0], []],
    ['one that leads by ten', [90, 80], [0], []],
    ['two that are nearly as good', [90, 85], null, [0, 1]],
    ['none that is certain', [75, 50], null, [0, 1]],
    ['none worth asking', [40, 10], null, []],
    ['at most five', [70, 69, 68, 67, 66, 65], null, [0, 1, 2, 3, 4]],
  ])('%s', (_what, scores, link, ask) => {
    const verdict = verdictOn(
      'SHELTER_FACILITY',
      scores.map((score, item) => ({ item, score })),
    )
    expect(verdict).toEqual(link === null ? { link: null, ask } : { link: link[0], ask: [] })
  })

  it.each([
    [['NAME_SAME', 'ADDRESS_SAME'], 'NAME_AND_ADDRESS'],
    [['NAME_SAME', 'WITHIN_300_METRES'], 'NAME_AND_DISTANCE'],
    [['NAME_PART', 'ADDRESS_SAME'], 'PART_OF_NAME_AND_ADDRESS'],
    [['NAME_PART', 'PHONE_SAME'], 'SEVERAL_SIGNS'],
  ] as const)('is told in a few words: %o', (found, reason) => {
    expect(shelterMatchReason(found.map((code) => ({ code })))).toBe(reason)
  })

  it('brings a rejected pair back only for a sign that was not there', () => {
    const then = [{ code: 'NAME_SAME', weight: 50 }]
    expect(hasNewEvidence(then, then)).toBe(false)
    expect(hasNewEvidence(then, [...then, { code: 'FAR_APART', weight: -20 }])).toBe(false)
    expect(hasNewEvidence(then, [...then, { code: 'PHONE_SAME', weight: 30 }])).toBe(true)
    expect(hasNewEvidence(then, [{ code: 'NAME_PART', weight: 25 }])).toBe(false)
  })
})

describe('corporations', () => {
  const corporation = (name: string, more: Partial<CorporationRecord> = {}) =>
    keyedCorporation({
      id: name,
      number: null,
      names: [name],
      seat: null,
      seatKey: null,
      municipalityCodes: ['062014'],
      phones: [],
      placeKeys: [],
      ...more,
    })
  it.each<[string, string, EvidenceCode]>([
    ['社会福祉法人　見本会', '（福）見本會', 'CORPORATION_NAME_SAME'],
    ['株式会社ウェルランド', '株式会社ウエルランド', 'CORPORATION_SPELLING_SAME'],
    ['株式会社見本ケア', '見本ケア株式会社', 'CORPORATION_SPELLING_SAME'],
    ['社会福祉法人見本', '株式会社見本', 'LEGAL_FORM_DIFFERS'],
  ])('%s and %s: %s', (one, other, code) => {
    const found = compareCorporations(corporation(one), corporation(other))
    expect(found.map((each) => each.code)).toContain(code)
  })
  it('with two numbers are never one, whatever else agrees', () => {
    const shared = { seatKey: 'a', placeKeys: ['b'], phones: ['000-000-0001'] }
    fc.assert(
      fc.property(fc.string(), (name) => {
        const one = corporation(name, { ...shared, number: '3010405001696' })
        const other = corporation(name, { ...shared, number: '2390005001102' })
        expect(scoreOf(compareCorporations(one, other))).toBe(0)
      }),
    )
  })
})

const someText = fc.constantFrom(
  '見本あおば荘',
  '第二見本あおば荘',
  'デイサービスセンター 見本',
  '髙﨑荘',
  '特養 見本',
  '見本小学校',
  'ま',
  '',
)
const anyPlace = fc
  .record({
    is: fc.constantFrom('FACILITY' as const, 'SHELTER' as const),
    name: someText,
    key: fc.constantFrom('見本町1-2', '見本町1', '見本町12', '別町3-4-5', null),
    point: fc.constantFrom(here, nextDoor, farAway, null),
    phones: fc.constantFrom([], ['023-641-3275'], ['02-3641-3275']),
    ownerId: fc.constantFrom('a', 'b', null),
    welfare: fc.boolean(),
  })
  .map(({ name, key, is, ownerId, ...rest }) =>
    facility(name, { ...rest, is, addressKey: key, ownerId: is === 'SHELTER' ? null : ownerId }),
  )

describe('the score', () => {
  it('is the same from both sides', () => {
    fc.assert(
      fc.property(anyPlace, anyPlace, (one, other) => {
        const there = comparePlaces(one, other)
        const back = comparePlaces(other, one)
        expect(scoreOf(back)).toBe(scoreOf(there))
        expect(back.map(({ code }) => code)).toEqual(there.map(({ code }) => code))
      }),
    )
  })

  it('never falls with one more sign for it, never rises with one more against it, and stays within 0 and 100', () => {
    const signs = fc.array(fc.constantFrom(...(Object.keys(WEIGHTS) as EvidenceCode[])))
    const weighed = (found: readonly EvidenceCode[]) =>
      scoreOf(found.map((code) => ({ weight: WEIGHTS[code] })))
    fc.assert(
      fc.property(signs, fc.constantFrom(...(Object.keys(WEIGHTS) as EvidenceCode[])), (found, more) => {
        const [before, after] = [weighed(found), weighed([...found, more])]
        expect(WEIGHTS[more] > 0 ? after >= before : after <= before).toBe(true)
        expect(after).toBeGreaterThanOrEqual(0)
        expect(after).toBeLessThanOrEqual(100)
      }),
    )
  })
})

describe('an address as the registry keeps it', () => {
  it.each([
    ['西置賜郡飯豊町大字添川3514番地82', '飯豊町', '添川3514-82'],
    ['飯豊町大字添川3514-82', '飯豊町', '添川3514-82'],
    ['山形県山形市桜田西四丁目3番26号', '山形市', '桜田西4-3-26'],
  ])('%s', (address, name, key) => {
    expect(storedAddressKey(address, { name, prefecture: '山形県' }, null)).toBe(key)
  })
})

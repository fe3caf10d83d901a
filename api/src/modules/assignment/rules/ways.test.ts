import { describe, expect, it } from 'vitest'
import { DETOUR, isClosed, wayBetween, type Closure } from './ways.ts'

const YAMAGATA = { latitude: 38.2554, longitude: 140.3396 }
const TENDO = { latitude: 38.3623, longitude: 140.378 }

describe('a way', () => {
  it('is the straight line times what is assumed, in units of 100 m', () => {
    // 12.4 km as the crow flies.
    expect(wayBetween(YAMAGATA, TENDO)).toBe(Math.round(123.6 * DETOUR.factor))
    expect(wayBetween(YAMAGATA, YAMAGATA)).toBe(0)
  })

  it('counts as 50 km where an end is not known', () => {
    expect(wayBetween(null, TENDO)).toBe(500)
  })
})

const none = { municipalityCode: null, otherMunicipalityCode: null, facilityId: null }
const cutOff: Closure = { ...none, kind: 'MUNICIPALITY_CUT_OFF', municipalityCode: 'A' }
const between: Closure = {
  ...none,
  kind: 'BETWEEN_MUNICIPALITIES',
  municipalityCode: 'A',
  otherMunicipalityCode: 'B',
}
const facility: Closure = { ...none, kind: 'FACILITY_CUT_OFF', facilityId: 'f' }

describe('a closed road', () => {
  it.each<[string, Closure, string, string, string, boolean]>([
    ['a municipality that is cut off keeps its people in', cutOff, 'A', 'B', 'g', true],
    ['and others out', cutOff, 'B', 'A', 'g', true],
    ['within it people move', cutOff, 'A', 'A', 'g', false],
    ['others are not concerned', cutOff, 'B', 'C', 'g', false],
    ['a road is closed in one direction', between, 'A', 'B', 'g', true],
    ['and in the other', between, 'B', 'A', 'g', true],
    ['not to elsewhere', between, 'A', 'C', 'g', false],
    ['a facility is reached by nobody', facility, 'A', 'A', 'f', true],
    ['its neighbour is', facility, 'A', 'A', 'g', false],
  ])('%s', (_name, closure, from, municipalityCode, facilityId, expected) => {
    expect(isClosed([closure], from, { municipalityCode, facilityId })).toBe(expected)
  })
})

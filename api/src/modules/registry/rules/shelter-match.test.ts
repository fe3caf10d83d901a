import { describe, expect, it } from 'vitest'
import { keyedByMunicipality, matchShelter, type Place } from './shelter-match.ts'

const here = { latitude: 38.25, longitude: 140.33 }
const nextDoor = { latitude: 38.2515, longitude: 140.33 }
const farAway = { latitude: 38.29, longitude: 140.33 }

const place = (name: string, more: Partial<Place> = {}): Place => ({
  names: [name],
  corporationName: '社会福祉法人　見本会',
  municipalityCode: '062014',
  addressKey: '見本町1-2',
  point: here,
  ...more,
})
const shelter = (name: string, more: Partial<Place & { welfare: boolean }> = {}) => ({
  ...place(name),
  corporationName: null,
  welfare: true,
  ...more,
})

const aoba = place('特別養護老人ホーム　見本あおば荘')

describe('matchShelter', () => {
  it.each([
    ['same name and address', shelter('指定介護老人福祉施設見本あおば荘'), 'NAME_AND_ADDRESS'],
    ['the owner in front', shelter('社会福祉法人見本会　見本あおば荘'), 'NAME_AND_ADDRESS'],
    [
      'same name, 170 m away',
      shelter('見本あおば荘', { addressKey: '見本町9', point: nextDoor }),
      'NAME_AND_DISTANCE',
    ],
    [
      'same name, far away, a welfare shelter',
      shelter('見本あおば荘', { addressKey: '別町1', point: farAway }),
      'NAME_ALONE',
    ],
    [
      'same name, far away',
      shelter('見本あおば荘', { addressKey: '別町1', point: farAway, welfare: false }),
      null,
    ],
    ['same name in another municipality', shelter('見本あおば荘', { municipalityCode: '062022' }), null],
    ['part of the name at the same address', shelter('見本あおば荘 別館'), 'PART_OF_NAME_AND_ADDRESS'],
    ['part of the name elsewhere', shelter('見本あおば荘 別館', { addressKey: '見本町3' }), null],
    ['another name at the same address', shelter('ホテル見本'), null],
    [
      'another kind of house of that name next door',
      shelter('介護老人保健施設見本あおば荘', { addressKey: '見本町9', point: nextDoor }),
      null,
    ],
    ['only a kind of house', shelter('特別養護老人ホーム'), null],
  ])('%s', (_case, given, reason) => {
    expect(matchShelter(given, keyedByMunicipality([aoba]))?.reason ?? null).toBe(reason)
  })

  it('prefers the stronger sign', () => {
    const branch = place('特別養護老人ホーム　見本あおば荘', { addressKey: '見本町9', point: nextDoor })
    expect(matchShelter(shelter('見本あおば荘'), keyedByMunicipality([branch, aoba]))?.facility).toBe(aoba)
  })

  it('does not choose between two that are equally likely', () => {
    const twin = { ...aoba }
    expect(matchShelter(shelter('見本あおば荘'), keyedByMunicipality([aoba, twin]))).toBeNull()
  })
})

import { expect, it } from 'vitest'
import { basicFaults } from './facility-facts.ts'

const today = new Date('2026-11-23')
const facts = { name: '見本荘', latitude: 38.25, longitude: 140.33, openedOn: new Date('2001-04-01') }
const circumstances = { knownMunicipality: true, sample: true, today }

it.each([
  ['nothing', {}, {}, []],
  ['no point', { latitude: null, longitude: null }, {}, []],
  ['opened today', { openedOn: today }, {}, []],
  ['opened tomorrow', { openedOn: new Date('2026-11-24') }, {}, ['openedOn DAY_IN_FUTURE']],
  ['half a point', { longitude: null }, {}, ['longitude REQUIRED']],
  ['the other half', { latitude: null }, {}, ['latitude REQUIRED']],
  [
    'coordinates swapped',
    { latitude: 140.33, longitude: 38.25 },
    {},
    ['latitude POINT_OUTSIDE_JAPAN', 'longitude POINT_OUTSIDE_JAPAN'],
  ],
  ['an invented name without its mark', { name: '荘' }, {}, ['name SAMPLE_MARK_MISSING']],
  ['a real name', { name: '荘' }, { sample: false }, []],
  ['no such municipality', {}, { knownMunicipality: false }, ['municipalityCode WRONG_VALUE']],
] as const)('%s', (_what, given, around, expected) => {
  const issues = basicFaults({ ...facts, ...given }, { ...circumstances, ...around })
  expect(issues.map(({ path, code }) => `${path.join('.')} ${code}`)).toEqual(expected)
})

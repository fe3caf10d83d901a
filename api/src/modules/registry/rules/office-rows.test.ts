import { expect, it } from 'vitest'
import { officeFaults } from './office-rows.ts'

const today = new Date('2026-11-23')
const real = { id: null, serviceKindId: 'k1', officeNumber: '0670100734', name: '苑', endedOn: null }
const invented = { ...real, officeNumber: null, name: '見本苑' }
const around = { knownKinds: new Set(['k1', 'k2']), taken: [], sampleOf: () => false, today }
const inSample = { ...around, sampleOf: () => true }
const elsewhere = { ...around, taken: [{ officeNumber: '0670100734', serviceKindId: 'k1' }] }

it.each([
  ['a real office', [real], around, []],
  ['one number, two services', [real, { ...real, serviceKindId: 'k2' }], around, []],
  ['a real office without a number', [{ ...real, officeNumber: null }], around, ['0.officeNumber REQUIRED']],
  ['the same twice', [real, real], around, ['1.officeNumber ALREADY_THERE']],
  ['a number of another facility', [real], elsewhere, ['0.officeNumber OFFICE_NUMBER_TAKEN']],
  ['its number for another service', [{ ...real, serviceKindId: 'k2' }], elsewhere, []],
  ['no such service', [{ ...real, serviceKindId: 'x' }], around, ['0.serviceKindId WRONG_VALUE']],
  ['closed tomorrow', [{ ...real, endedOn: new Date('2026-11-24') }], around, ['0.endedOn DAY_IN_FUTURE']],
  ['closed today', [{ ...real, endedOn: today }], around, []],
  ['an invented office', [invented], inSample, []],
  [
    'an invented office with a number',
    [{ ...real, name: '見本苑' }],
    inSample,
    ['0.officeNumber SAMPLE_HAS_NO_NUMBER'],
  ],
  [
    'an invented office without its mark',
    [{ ...invented, name: '苑' }],
    inSample,
    ['0.name SAMPLE_MARK_MISSING'],
  ],
])('%s', (_what, offices, circumstances, expected) => {
  const issues = officeFaults(offices, circumstances)
  expect(issues.map(({ path, code }) => `${path.slice(1).join('.')} ${code}`)).toEqual(expected)
})

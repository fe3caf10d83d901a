import { expect, it } from 'vitest'
import { officeNumberFault } from './office-number.ts'

it.each([
  ['0670100734', null],
  ['０６７０１００７３４', null],
  ['670100734', null],
  ['0670100735', 'OFFICE_NUMBER_CHECK_DIGIT'],
  ['0670100743', 'OFFICE_NUMBER_CHECK_DIGIT'],
  ['06701007', 'OFFICE_NUMBER_LENGTH'],
  ['06701007344', 'OFFICE_NUMBER_LENGTH'],
  ['06-7010073', 'OFFICE_NUMBER_CHARACTER'],
  ['06I0100734', 'OFFICE_NUMBER_CHARACTER'],
])('%s: %s', (typed, fault) => {
  expect(officeNumberFault(typed)).toBe(fault)
})

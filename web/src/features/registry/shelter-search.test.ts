import { expect, it } from 'vitest'
import { readShelterSearch, shelterConditionsOf } from './shelter-search.ts'

it.each([
  [{}, {}, { welfare: true }],
  [{ kind: 'x', m: 62014 }, { m: '62014' }, { welfare: true, municipalityCodes: ['62014'] }],
  [
    { kind: 'all', q: '荘' },
    { kind: 'all', q: '荘' },
    { text: '荘', kind: undefined, welfare: undefined },
  ],
  [{ kind: 'EMERGENCY_SITE' }, { kind: 'EMERGENCY_SITE' }, { kind: 'EMERGENCY_SITE', welfare: undefined }],
])('reads %j', (given, search, asked) => {
  expect(readShelterSearch(given)).toEqual(search)
  expect(shelterConditionsOf(readShelterSearch(given))).toMatchObject(asked)
})

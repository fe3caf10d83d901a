import { expect, it } from 'vitest'
import { filterOf, searchOf } from './kept-search.ts'
import type { RegistrySearch } from './search.ts'

it.each<RegistrySearch>([
  {},
  { q: '荘', m: ['062014'], s: ['KAIGO-510'], f: ['STALE'], w: true, only: 'real' },
  { c: { equipment: [{ item: '自家発電機', possession: 'YES_OR_UNKNOWN' }], capacityFrom: 30 } },
  { c: { near: { latitude: 38.2, longitude: 140.3, km: 5, name: 'ここ' } } },
])('a search that is kept and opened again is the same: %j', (search) => {
  expect(searchOf(filterOf(search), 'ここ')).toEqual(search)
})

it('neither the page nor the place of the device is kept', () => {
  expect(filterOf({ q: '荘', after: 'x', c: { near: { here: true, km: 5 }, lendableRooms: 'YES' } })).toEqual(
    {
      text: '荘',
      conditions: { lendableRooms: 'YES' },
    },
  )
})

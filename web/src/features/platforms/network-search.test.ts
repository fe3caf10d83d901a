import { expect, it } from 'vitest'
import { readNetworkSearch, readRequestSearch } from './network-search.ts'

it.each([
  [{}, {}],
  [
    { id: 'x', member: 'y', block: 'STAFF', ages: ['NEVER', 'OLDER'], after: 'z' },
    { id: 'x', member: 'y', block: 'STAFF', ages: ['OLDER', 'NEVER'], after: 'z' },
  ],
  [{ ages: 'NEVER' }, { ages: ['NEVER'] }],
  [{ id: 3, member: null, block: 'ROOF', ages: ['OLD'], before: 1 }, {}],
])('reads %o as %o', (given, read) => expect(readNetworkSearch(given)).toEqual(read))

it.each([
  [{ state: 'WITHDRAWN' }, { state: 'WITHDRAWN' }],
  [{ state: 'LOST', id: 'x' }, { id: 'x' }],
])('reads the requests %o as %o', (given, read) => expect(readRequestSearch(given)).toEqual(read))

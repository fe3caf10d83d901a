import { expect, it } from 'vitest'
import { previewOf, type Holdings, type KeyedTerm } from './succession-preview.ts'

const since = (key: string, name: string | null = null): KeyedTerm => ({
  key,
  name,
  startsOn: new Date('2020-04-01'),
  endsOn: null,
})
const day = new Date('2026-11-23')
const given: Holdings = {
  facilities: ['見本荘', '見本園'],
  offices: 3,
  contacts: 2,
  invitations: 1,
  handovers: 0,
  mandates: 2,
  limits: 3,
  tokens: 1,
  roles: [since('hanako CORPORATION_ADMIN'), since('taro CORPORATION_ADMIN')],
  successorRoles: [since('taro CORPORATION_ADMIN')],
  memberships: [since('one', '見本連絡会'), since('two', '見本協議会')],
  successorMemberships: [since('one', '見本連絡会')],
}
const shown = (hasSuccessor: boolean) =>
  Object.fromEntries(
    previewOf(given, { onDate: day, today: day, hasSuccessor }).map(({ what, goes, there, ends }) => [
      what,
      `${goes} go, ${there} there, ${ends} end`,
    ]),
  )

it('says what goes to the successor, what it has already, and what ends', () => {
  expect(shown(true)).toEqual({
    FACILITIES: '2 go, 0 there, 0 end',
    OFFICES: '3 go, 0 there, 0 end',
    CONTACTS: '2 go, 0 there, 0 end',
    ROLES: '1 go, 1 there, 0 end',
    MEMBERSHIPS: '1 go, 1 there, 0 end',
    INVITATIONS: '1 go, 0 there, 0 end',
    LIMITS: '0 go, 0 there, 3 end',
    MANDATES: '0 go, 0 there, 2 end',
    TOKENS: '0 go, 0 there, 1 end',
  })
})

it('says what ends where nobody follows', () => {
  expect(shown(false)).toMatchObject({ ROLES: '0 go, 0 there, 2 end', MEMBERSHIPS: '0 go, 0 there, 2 end' })
})

it('names facilities and networks, never people', () => {
  const names = previewOf(given, { onDate: day, today: day, hasSuccessor: true }).flatMap(
    (line) => line.names,
  )
  expect(names).toEqual(['見本荘', '見本園', '見本連絡会', '見本協議会'])
})

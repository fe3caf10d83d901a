import { expect, test } from 'vitest'
import { typeOf } from './ids.ts'

test('a Relay id names its type', () => {
  const id = Buffer.from('Facility:01a2-b3').toString('base64url')
  expect(typeOf(id)).toBe('Facility')
})

test.each(['', 'nonsense', '施設', Buffer.from('Facility:').toString('base64url')])('%j names none', (id) => {
  expect(typeOf(id)).toBeUndefined()
})

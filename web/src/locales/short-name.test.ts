import { expect, it } from 'vitest'
import { shortName } from './short-name.ts'

it.each([
  ['社会福祉法人 見本あおば会', '見本あおば会'],
  ['社会福祉法人　見本いずみ会', '見本いずみ会'],
  ['見本社会福祉法人連絡会', '見本社会福祉法人連絡会'],
])('a corporation called %s is shown as %s', (name, short) => {
  expect(shortName(name)).toBe(short)
})

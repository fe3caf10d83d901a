import { expect, it } from 'vitest'
import { LONGEST_PASSWORD, passwordMistake } from './passwords.ts'

const email = 'hanako.mihon@example.com'

it.each([
  ['mihon no aikotoba', null],
  ['やまがた の ゆきげしき', null],
  ['correct horse battery', null],
  ['Xk3!v9#Qpz', null],
  ['hanako no inu 2', null],
  ['short', 'PASSWORD_TOO_SHORT'],
  // Nine characters are nine, however many bytes they take.
  ['😀😀😀😀😀😀😀😀😀', 'PASSWORD_TOO_SHORT'],
  ['x'.repeat(LONGEST_PASSWORD + 1), 'PASSWORD_TOO_LONG'],
  ['password2026', 'PASSWORD_TOO_COMMON'],
  ['Password-2026!', 'PASSWORD_TOO_COMMON'],
  ['ｐａｓｓｗｏｒｄ１２３', 'PASSWORD_TOO_COMMON'],
  ['1qaz2wsx3edc', 'PASSWORD_TOO_COMMON'],
  ['1234567890', 'PASSWORD_TOO_COMMON'],
  ['12345678901234', 'PASSWORD_TOO_COMMON'],
  ['9876543210', 'PASSWORD_TOO_COMMON'],
  ['abcdefghijkl', 'PASSWORD_TOO_COMMON'],
  ['aaaaaaaaaaaa', 'PASSWORD_TOO_COMMON'],
  ['yuiyuiyuiyui', 'PASSWORD_TOO_COMMON'],
  ['yui1234567', 'PASSWORD_TOO_COMMON'],
  ['hanako.mihon', 'PASSWORD_TOO_COMMON'],
  ['hanako.mihon@example.com', 'PASSWORD_TOO_COMMON'],
])('%s → %s', (password, mistake) => {
  expect(passwordMistake(password, email)).toBe(mistake)
})

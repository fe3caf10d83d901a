import { expect, test } from 'vitest'
import {
  decimalNumber,
  emailAddress,
  numberOf,
  orNull,
  phoneNumber,
  typedOf,
  wholeNumber,
} from './entries.ts'

test('a blank box is null, never zero', () => {
  expect(numberOf('')).toBeNull()
  expect(numberOf(' ')).toBeNull()
  expect(numberOf('0')).toBe(0)
  expect(numberOf('５４')).toBe(54)
  expect(orNull('  ')).toBeNull()
  expect(orNull(' 本館 ')).toBe('本館')
  expect([typedOf(null), typedOf(0), typedOf('本館')]).toEqual(['', '0', '本館'])
})

test('what is no number is told before it is sent', () => {
  const whole = ['54', '５４', '54人', '5.5', '-1'].map(wholeNumber.NOT_A_NUMBER)
  expect(whole).toEqual([true, true, false, false, false])
  const phones = ['023-641-1212', '０２３６４１１２１２', '12', '123-456-7890'].map(
    phoneNumber.PHONE_UNREADABLE,
  )
  expect(phones).toEqual([true, true, false, false])
  const mails = ['a@mihon.example', 'a＠mihon.example', 'mihon.example'].map(emailAddress.EMAIL_WITHOUT_AT)
  expect(mails).toEqual([true, true, false])
  const decimal = ['38.2554', '140', '北緯38度', '38.'].map(decimalNumber.NOT_A_NUMBER)
  expect(decimal).toEqual([true, true, false, false])
})

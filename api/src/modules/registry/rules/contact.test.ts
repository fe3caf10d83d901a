import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPhone, readWebAddress } from './contact.ts'

describe('readPhone', () => {
  it.each([
    ['023-641-3275', '023-641-3275', undefined],
    ['02-3641-3275', '023-641-3275', 'PHONE_REGROUPED'],
    ['０２３－６４１－３２７５', '023-641-3275', undefined],
    ['023−641‐3275', '023-641-3275', undefined],
    ['0234ー28ー3131', '0234-28-3131', undefined],
    ['023~641~3275', '023-641-3275', undefined],
    ['0234283131', '0234-28-3131', undefined],
    ['234283131', '0234-28-3131', 'ZERO_RESTORED'],
    ['234283131.0', '0234-28-3131', 'ZERO_RESTORED'],
    ['0235-251131', '0235-25-1131', undefined],
    ['(023)641-3275', '023-641-3275', undefined],
    ['TEL 023-641-3275', '023-641-3275', undefined],
    ['+81-23-641-3275', '023-641-3275', undefined],
    ['090-1234-5678', '090-1234-5678', undefined],
    ['9012345678', '090-1234-5678', 'ZERO_RESTORED'],
    ['0120-123-456', '0120-123-456', undefined],
    ['0120123456', '0120-123-456', undefined],
    ['08001234567', '0800-123-4567', undefined],
    ['0480-12-3456', '0480-12-3456', undefined],
    ['0480123456', '0480-12-3456', undefined],
    ['03-31234567', '03-3123-4567', undefined],
    ['0428-22-1111', '0428-22-1111', undefined],
    ['04-2822-1111', '0428-22-1111', 'PHONE_REGROUPED'],
    ['098-022-1234', '09802-2-1234', 'PHONE_REGROUPED'],
    // No number of the plan, as invented numbers are written: the groups stay.
    ['000-000-0014', '000-000-0014', undefined],
  ])('reads %j as %j', (cell, phone, mended) =>
    expect(readPhone(cell)).toEqual({ value: phone, note: null, mended }),
  )

  it('never changes a digit, never merges two numbers, and changes nothing when applied again', () => {
    const numbers = fc.stringMatching(/^0[0-9]{9,10}$/)
    const cut = fc.tuple(numbers, fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 4 }))
    fc.assert(
      fc.property(cut, ([digits, first, second]) => {
        const cell = [
          digits.slice(0, first),
          digits.slice(first, first + second),
          digits.slice(first + second),
        ].join('-')
        const phone = readPhone(cell).value ?? ''
        expect(phone.replaceAll('-', '')).toBe(digits)
        expect(readPhone(phone)).toEqual({ value: phone, note: null })
      }),
    )
  })

  it('groups a number by its first seven digits as the numbering plan groups the whole', () => {
    const pairs = fc.tuple(
      fc.stringMatching(/^0[1-9][0-9]{5}$/),
      fc.stringMatching(/^[0-9]{3}$/),
      fc.stringMatching(/^[0-9]{3}$/),
    )
    fc.assert(
      fc.property(pairs, ([start, one, other]) => {
        readPhone(start + one)
        const number = parsePhoneNumberFromString(start + other, 'JP')
        const planned = number?.isValid() ? number.formatNational() : ''
        const groups = planned.replaceAll('-', '') === start + other ? planned : start + other
        expect(readPhone(start + other).value).toBe(groups)
      }),
      { numRuns: 2000 },
    )
  })

  it('takes a blank cell for no number', () => {
    expect(readPhone(' ')).toEqual({ value: null, note: null })
  })

  it.each(['なし', '023-641', '12345678901234', '023-641-3275 内線12'])('leaves out %j', (cell) =>
    expect(readPhone(cell)).toEqual({ value: null, note: 'PHONE_UNREADABLE' }),
  )
})

describe('readWebAddress', () => {
  it.each([
    ['http://www.koufukai.or.jp', 'http://www.koufukai.or.jp'],
    ['HTTPS://example.jp/a?b=c#d', 'HTTPS://example.jp/a?b=c#d'],
    ['http://www.yamagata-saiseikai.org.', 'http://www.yamagata-saiseikai.org.'],
    ['www.kenyukai-sakata.jp', 'http://www.kenyukai-sakata.jp'],
    ['ｈｔｔｐｓ：//rehacare.sanyudo.or.jp', 'https://rehacare.sanyudo.or.jp'],
  ])('reads %j as %j', (cell, address) =>
    expect(readWebAddress(cell)).toEqual({ value: address, note: null }),
  )

  it.each(['hppts://niji-kakehashi.or.jp/', ':http://www.nichiigakkan.co.jp', 'なし'])(
    'leaves out %j',
    (cell) => expect(readWebAddress(cell)).toEqual({ value: null, note: 'URL_UNREADABLE' }),
  )

  it.each(['info@pro-care-sanjyuji.jp', 'mailto:info@example.jp', 'ｉｎｆｏ＠example.jp'])(
    'leaves out %j, which is an e-mail address',
    (cell) => expect(readWebAddress(cell)).toEqual({ value: null, note: 'EMAIL_IN_URL' }),
  )

  it('takes a blank cell for no address', () => {
    expect(readWebAddress('')).toEqual({ value: null, note: null })
  })
})

import { describe, expect, it } from 'vitest'
import { readPhone, readWebAddress } from './contact.ts'

describe('readPhone', () => {
  it.each([
    ['023-641-3275', '023-641-3275'],
    ['02-3641-3275', '023-641-3275'],
    ['０２３－６４１－３２７５', '023-641-3275'],
    ['023−641‐3275', '023-641-3275'],
    ['0234ー28ー3131', '0234-28-3131'],
    ['0234283131', '0234-28-3131'],
    ['234283131', '0234-28-3131'],
    ['0235-251131', '0235-25-1131'],
    ['(023)641-3275', '023-641-3275'],
    ['090-1234-5678', '090-1234-5678'],
    ['9012345678', '090-1234-5678'],
    ['0120-123-456', '0120-123-456'],
    ['0120123456', '0120-123-456'],
    ['08001234567', '0800-123-4567'],
    ['0480-12-3456', '0480-12-3456'],
    ['0480123456', '0480123456'],
  ])('reads %j as %j', (cell, phone) => expect(readPhone(cell)).toEqual({ value: phone, note: null }))

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

  it.each([
    'hppts://niji-kakehashi.or.jp/',
    'info@pro-care-sanjyuji.jp',
    ':http://www.nichiigakkan.co.jp',
    'なし',
  ])('leaves out %j', (cell) => expect(readWebAddress(cell)).toEqual({ value: null, note: 'URL_UNREADABLE' }))

  it('takes a blank cell for no address', () => {
    expect(readWebAddress('')).toEqual({ value: null, note: null })
  })
})

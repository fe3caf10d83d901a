import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plain, SEARCH_FOLDING, searchKey, searchWords, toHiragana } from './text.ts'

describe('searchKey', () => {
  it.each([
    ['ながまち荘', 'ながまち荘'],
    ['ナガマチソウ', 'ながまちそう'],
    ['ﾅｶﾞﾏﾁｿｳ', 'ながまちそう'],
    ['ＡＢＣ　ケアセンター', 'abcけあせんた-'],
    ['サン・シティII', 'さんしてぃii'],
    ['地域密着型特別養護老人ホーム「悠悠」', '地域密着型特別養護老人ほ-む悠悠'],
    ['０２３－６８４－２３９１', '023-684-2391'],
    ['023−684‐2391', '023-684-2391'],
    ['あかねヶ丘', 'あかねけ丘'],
    ['あかねケ丘', 'あかねけ丘'],
    ['旅籠町', '旅篭町'],
    ['100%_\\', '100'],
  ])('folds %s to %s', (text, key) => expect(searchKey(text)).toBe(key))

  it('changes nothing when it is applied again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(searchKey(searchKey(text))).toBe(searchKey(text))
      }),
    )
  })

  it('keeps every digit, so that two numbers never become one', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9 　-]{1,20}$/), (number) => {
        expect(searchKey(number).replaceAll('-', '')).toBe(number.replace(/[^0-9]/g, ''))
      }),
    )
  })

  it('has one partner for every character it folds', () => {
    const from = Array.from(SEARCH_FOLDING.from)
    expect(new Set(from).size).toBe(from.length)
    expect(Array.from(SEARCH_FOLDING.to).length).toBeLessThan(from.length)
  })
})

describe('searchWords', () => {
  it.each([
    ['特養　山形市', ['特養', '山形市']],
    ['  ', []],
    ['荘 荘', ['荘']],
    ['・ ながまち', ['ながまち']],
    ['a b c d e f g h i', ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']],
    ['ab\0c\ud800', ['abc\ufffd']],
  ])('splits %j', (query, words) => expect(searchWords(query)).toEqual(words))
})

describe('plain', () => {
  it.each([
    ['　山形市 　銅町 ', '山形市 銅町'],
    ['ﾌﾗﾜｰみつえ', 'フラワーみつえ'],
  ])('%j → %j', (text, expected) => expect(plain(text)).toBe(expected))
})

it('turns a reading into hiragana and leaves the long vowel', () => {
  expect(toHiragana('シテイカイゴ　サービスヴ')).toBe('していかいご さーびすゔ')
})

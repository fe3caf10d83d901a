import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  corporationKindOf,
  corporationNameKey,
  placeNameKey,
  shortFacilityName,
  sortingKana,
} from './names.ts'

describe('corporationKindOf', () => {
  it.each([
    ['社会福祉法人恩賜財団済生会', 'GENERAL'],
    ['社会福祉法人　鶴岡市社会福祉協議会', 'COUNCIL'],
    ['(福)鶴岡市社会福祉協議会', 'COUNCIL'],
    ['社会福祉法人　山形県社会福祉事業団', 'AGENCY'],
    ['社会福祉法人山形県共同募金会', 'COMMUNITY_CHEST'],
    ['株式会社ニチイ学館', 'NOT_WELFARE'],
    ['医療法人徳洲会', 'NOT_WELFARE'],
    ['最上町', 'NOT_WELFARE'],
  ])('%s is %s', (name, kind) => expect(corporationKindOf(name)).toBe(kind))
})

describe('corporationNameKey', () => {
  it.each([
    ['株式会社　　　ニチイ学館', '㈱ニチイ学館'],
    ['有限会社ＨＹＯコーポレーション', '有限会社　HYOコーポレーション'],
    ['社会福祉法人　あづま会', '（福）あづま会'],
  ])('%s is spelled like %s', (one, other) => expect(corporationNameKey(one)).toBe(corporationNameKey(other)))

  it('keeps legal forms apart', () => {
    expect(corporationNameKey('社会福祉法人さくら会')).not.toBe(corporationNameKey('医療法人さくら会'))
  })
})

describe('placeNameKey', () => {
  it.each([
    ['特別養護老人ホーム　菅沢荘', '指定介護老人福祉施設菅沢荘', ''],
    ['六日町あいあい　特別養護老人ホーム', '六日町あいあい', ''],
    ['特養袖崎', '地域密着型特別養護老人ホーム袖崎', ''],
    [
      '社会福祉法人　ユトリア会　ユトリアケアセンターかすみ',
      'ユトリアケアセンターかすみ',
      '社会福祉法人ユトリア会',
    ],
    ['地域密着型特別養護老人ホームサン・シティⅡ', '地域密着型特別養護老人ホームサン・シティII', ''],
  ])('%s is the place %s', (one, other, corporation) =>
    expect(placeNameKey(one, corporation)).toBe(placeNameKey(other)),
  )

  it('is nothing for a name that only says what the place is', () => {
    expect(placeNameKey('特別養護老人ホーム')).toBe('')
  })
})

describe('shortFacilityName', () => {
  it.each([
    ['特別養護老人ホーム　愛日荘', '愛日荘'],
    ['介護老人保健施設「サンファミリア米沢」', 'サンファミリア米沢'],
    ['六日町あいあい　特別養護老人ホーム', '六日町あいあい 特別養護老人ホーム'],
    ['グループホーム', 'グループホーム'],
  ])('%s is called %s', (name, short) => expect(shortFacilityName(name)).toBe(short))

  it('never leaves a place without a name', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (name) => {
        expect(shortFacilityName(name)).not.toBe('')
      }),
    )
  })
})

describe('sortingKana', () => {
  it.each([
    ['とくべつようごろうじんほーむ あいにちそう', 'あいにちそう'],
    ['していかいごろうじんふくししせつ ながまちそう', 'ながまちそう'],
    ['ぐるーぷほーむ', 'ぐるーぷほーむ'],
    ['ちいきみっちゃくがたとくべつようごろうじんほーむ「ゆうゆう」', 'ゆうゆう'],
  ])('%s is ordered as %s', (reading, key) => expect(sortingKana(reading)).toBe(key))
})

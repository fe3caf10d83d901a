import { describe, expect, it } from 'vitest'
import { read, readingOver, readWords, unread, type Piece } from './ruby.ts'

const inBrackets = (pieces: readonly Piece[]): string =>
  pieces.map(({ text, reading }) => (reading === null ? text : `${text}(${reading})`)).join('|')

describe('a published reading over a name', () => {
  it.each([
    ['見本あおば荘', 'みほんあおばそう', '見本(みほん)|あおば|荘(そう)'],
    ['愛日荘', 'あいにちそう', '愛日荘(あいにちそう)'],
    ['みこころの園', 'みこころのその', 'みこころの|園(その)'],
    ['デイサービスセンター桜', 'でいさーびすせんたーさくら', 'デイサービスセンター|桜(さくら)'],
    ['ながまち荘', 'ナガマチソウ', 'ながまち|荘(そう)'],
    [
      '24時間巡回介護えがお',
      'にじゅうよじかんじゅんかいかいごえがお',
      '24時間巡回介護(にじゅうよじかんじゅんかいかいご)|えがお',
    ],
    ['鶴ヶ丘荘', 'つるがおかそう', '鶴ヶ丘荘(つるがおかそう)'],
    ['社会 福祉の家', 'しゃかいふくしのいえ', '社会 福祉(しゃかいふくし)|の|家(いえ)'],
    ['篠の井荘', 'しののいそう', '篠の井荘(しののいそう)'],
    ['見本 あおば荘', 'みほん あおばそう', '見本(みほん)| |あおば|荘(そう)'],
    ['ほのぼの', 'ほのぼの', 'ほのぼの'],
    ['菅沢荘', '', '菅沢荘'],
    ['ケア・桜', 'さくら', 'ケア・桜(さくら)'],
  ])('%s, %s', (name, reading, wanted) => {
    expect(inBrackets(readingOver(name, reading))).toBe(wanted)
  })

  it('never loses a character of the name', () => {
    for (const name of ['見本「あおば」荘（本館）', 'ケア・ホーム 山', '（株）結'])
      expect(
        readingOver(name, 'みほんあおばそうほんかん')
          .map(({ text }) => text)
          .join(''),
      ).toBe(name)
  })
})

describe('our own words', () => {
  const words = readWords('行う=おこなう 行く=いく 行=ぎょう 受け入れる=うけいれる 人=ひと')

  it.each([
    ['行く人', '行(い)|く|人(ひと)'],
    ['行うこと', '行(おこな)|う|こと'],
    ['一行', '一|行(ぎょう)'],
    ['受け入れる', '受(う)|け|入(い)|れる'],
    ['2026年8月3日', '2026|年(ねん)|8|月(がつ)|3日(みっか)'],
    ['12人', '12|人(にん)'],
    ['1人と2人', '1人(ひとり)|と|2人(ふたり)'],
    ['1,200人', '1,200|人(にん)'],
  ])('%s', (text, wanted) => {
    expect(inBrackets(read(text, words))).toBe(wanted)
  })

  it('what is not known is told', () => {
    expect(unread(read('未知の人', words))).toBe('未知の')
    expect(unread(read('ひとの人', words))).toBe('')
  })
})

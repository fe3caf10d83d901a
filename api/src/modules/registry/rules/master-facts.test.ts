import { describe, expect, it } from 'vitest'
import { linesOf, readLines } from './master-facts.ts'

describe('a list of the state’s as lines of text', () => {
  it.each([
    ['DESIGNATED_CITIES', ['041009 仙台市', '011002 札幌市']],
    ['REGIONAL_BUREAUS', ['東北厚生局 02・03・04・05・06・07', '北海道厚生局 01']],
    ['MERGER_CREDITOR_NOTICE', ['2か月']],
  ])('%s is written as it is read', (key, lines) => {
    const { entries, wrong } = readLines(key, lines)
    expect(wrong).toEqual([])
    expect(linesOf(key, entries)).toEqual(lines)
  })

  it('reads what a hand types: full width, commas, blank lines', () => {
    expect(readLines('DESIGNATED_CITIES', ['０４１００９　仙台市', '', ' 011002、札幌市 ']).entries).toEqual([
      { code: '041009', name: '仙台市' },
      { code: '011002', name: '札幌市' },
    ])
    expect(readLines('REGIONAL_BUREAUS', ['東北厚生局 02, 03、04']).entries).toEqual([
      { name: '東北厚生局', prefectures: ['02', '03', '04'] },
    ])
  })

  it.each([
    ['a code without its check digit', 'DESIGNATED_CITIES', '041008 仙台市'],
    ['a name alone', 'DESIGNATED_CITIES', '仙台市'],
    ['a prefecture there is not', 'REGIONAL_BUREAUS', '東北厚生局 48'],
    ['a bureau without prefectures', 'REGIONAL_BUREAUS', '東北厚生局'],
    ['a time that is none', 'MERGER_CREDITOR_NOTICE', '二か月'],
    ['a list nobody computes with', 'SOMETHING', 'x'],
  ])('names the line that is no entry: %s', (_what, key, line) => {
    expect(readLines(key, ['', line]).wrong).toEqual([2])
  })

  it('shows an unknown list as it is kept', () => {
    expect(linesOf('SOMETHING', [{ a: 1 }])).toEqual(['{"a":1}'])
  })
})

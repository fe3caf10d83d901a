import { describe, expect, it } from 'vitest'
import { globalId } from '../../../kernel/ids.ts'
import { addresses, addressOf, contentOf, displayOf, keyIn } from './addresses.ts'

const plain = { language: 'ja', furigana: false } as const
const key = '01a21c8a-40b1-7901-8f87-bee297f05241'

describe('an address', () => {
  it('carries how it is shown, and nothing that means nothing', () => {
    const query = contentOf({
      utm_source: 'x',
      q: ' あおば ',
      municipality: '062014',
      after: '',
      service: ['a'],
    })
    expect(query).toEqual({ q: 'あおば', municipality: '062014' })
    expect(addressOf('/directory/search', query, plain)).toBe(
      '/directory/search?q=%E3%81%82%E3%81%8A%E3%81%B0&municipality=062014',
    )
    expect(addressOf('/directory', {}, displayOf({ furigana: '1' }))).toBe('/directory?furigana=1')
    expect(addressOf('/directory', {}, displayOf({ furigana: '1', lang: 'en' }))).toBe('/directory?lang=en')
    expect(addressOf('/directory', {}, displayOf({ furigana: 'yes', lang: 'fr' }))).toBe('/directory')
  })

  it('of a corporation is its 法人番号 if it has one', () => {
    expect(addresses.corporation({ id: key, corporateNumber: '3010405001696' })).toBe(
      '/directory/corporations/3010405001696',
    )
    expect(addresses.corporation({ id: key, corporateNumber: null })).toBe(`/directory/corporations/${key}`)
  })
})

it.each([
  [key, key],
  [key.toUpperCase(), key],
  [globalId('Facility', key), key],
  [globalId('Corporation', key), null],
  ['062014', null],
  ['', null],
])('the key in %s', (text, wanted) => {
  expect(keyIn(text, 'Facility')).toBe(wanted)
})

import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  isMunicipalityCode,
  municipalityCheckDigit,
  serviceKey,
  SERVICE_KINDS,
} from '../../registry/public.ts'
import { hasKanji, read, unread } from '../rules/ruby.ts'
import { en } from './en.ts'
import { ja } from './ja.ts'
import { MUNICIPALITIES, PREFECTURES } from './places.ts'
import { READINGS } from './readings.ts'
import { NEEDS, SERVICES_EN, SERVICES_JA } from './services.ts'

/** Every sentence in a tree of texts; what is put into one is a number. */
function sentences(texts: unknown): string[] {
  if (typeof texts === 'string') return [texts]
  if (typeof texts === 'function') return [(texts as (value: string) => string)('3')]
  return Object.values(texts as object).flatMap(sentences)
}

// Issuers, titles and licences as data/sources.json names them, and what facilities say they have.
const sources = JSON.parse(
  fs.readFileSync(path.resolve(import.meta.dirname, '../../../../../data/sources.json'), 'utf8'),
) as { title: string; issuer: string; licence: string }[]
const credits = sources.flatMap(({ title, issuer, licence }) => [title, issuer, licence])
const EQUIPMENT =
  '自家発電機 蓄電池 井戸・受水槽 飲料水・食料の備え 介護用品の備え 非常用トイレ 衛星電話 車いすごと乗れる車 酸素濃縮器 簡易ベッド'.split(
    ' ',
  )
const names = SERVICE_KINDS.flatMap(({ name, shortName, source }) => [name, shortName, source])
const keys = SERVICE_KINDS.map(serviceKey)
const all = [...sentences(ja), ...Object.values(SERVICES_JA), ...names, ...credits, ...EQUIPMENT]

describe('furigana', () => {
  it('every kanji of our texts, of the master data and of the credits has its reading', () => {
    const missing = all.flatMap((text) => unread(read(text, READINGS)) || [])
    expect([...new Set(missing)]).toEqual([])
  })

  it('no word of the catalogue is left over', () => {
    const used = new Set<string>()
    const noting = new Map(
      [...READINGS].map(([first, words]) => [
        first,
        {
          find: (fits: (pair: readonly [string, string]) => boolean) => {
            const found = words.find(fits)
            if (found) used.add(found[0])
            return found
          },
        },
      ]),
    )
    for (const text of all) read(text, noting as unknown as typeof READINGS)
    const words = [...READINGS.values()].flat().map(([word]) => word)
    expect(words.filter((word) => !used.has(word))).toEqual([])
  })

  it('readings are hiragana, once per word', () => {
    const pairs = [...READINGS.values()].flat()
    expect(pairs.filter(([, reading]) => !/^[ぁ-ゖー]+$/.test(reading))).toEqual([])
    expect(new Set(pairs.map(([word]) => word)).size).toBe(pairs.length)
  })

  it('every municipality whose facts are shipped has its reading', () => {
    const file = path.resolve(import.meta.dirname, '../../../../../data/map/yamagata_municipalities.geojson')
    const { features } = JSON.parse(fs.readFileSync(file, 'utf8')) as {
      features: { properties: { N03_004: string; N03_007: string } }[]
    }
    const codes = new Set(
      features.map(({ properties: { N03_007: five } }) => five + municipalityCheckDigit(five)),
    )
    expect(Object.keys(MUNICIPALITIES).toSorted()).toEqual([...codes].toSorted())
    expect(Object.keys(MUNICIPALITIES).every(isMunicipalityCode)).toBe(true)
    const wrongEnding = features.filter(({ properties: { N03_004: name, N03_007: five } }) => {
      const reading = MUNICIPALITIES[five + municipalityCheckDigit(five)] ?? ''
      return !new RegExp({ 市: 'し$', 町: '(まち|ちょう)$', 村: 'むら$' }[name.at(-1) ?? ''] ?? '^$').test(
        reading,
      )
    })
    expect(wrongEnding).toEqual([])
  })

  it('there are 47 prefectures', () => {
    expect(Object.keys(PREFECTURES)).toHaveLength(47)
    expect(PREFECTURES['06']).toBe('やまがたけん')
    expect(PREFECTURES['47']).toBe('おきなわけん')
  })
})

describe('services', () => {
  it('each is explained in both languages, and none that there is not', () => {
    expect(Object.keys(SERVICES_JA).toSorted()).toEqual(keys.toSorted())
    expect(Object.keys(SERVICES_EN).toSorted()).toEqual(keys.toSorted())
  })

  it('each answers one need', () => {
    expect(Object.values(NEEDS).flat().toSorted()).toEqual(keys.toSorted())
    expect(Object.keys(ja.needs)).toEqual(Object.keys(NEEDS))
  })

  it('explanations are short sentences', () => {
    for (const text of Object.values(SERVICES_JA)) {
      expect(text).toMatch(/。$/)
      for (const sentence of text.split('。')) expect(sentence.length).toBeLessThanOrEqual(45)
    }
  })
})

it('the English is English', () => {
  const japanese = [...sentences(en), ...Object.values(SERVICES_EN)].filter(
    (text) => hasKanji(text) && text !== en.otherLanguage && !text.includes('見本'),
  )
  expect(japanese).toEqual([])
})

import { html, type Html } from '../../../kernel/http/html.ts'
import { serviceKey, shortFacilityName } from '../../registry/public.ts'
import type { CorporationName, Municipality, ServiceKind } from '../queries.ts'
import { MUNICIPALITIES, PREFECTURES } from '../texts/places.ts'
import { READINGS } from '../texts/readings.ts'
import { read, toHiragana } from '../rules/ruby.ts'
import type { View } from '../view.ts'

// How names are shown, everywhere alike: with their reading where one is published, and 見本 on what is invented.

export const sampleMark = (view: View, { sample }: { sample: boolean }): Html | null =>
  sample ? html` <span class="sample">${view.text.sample}</span>` : null

interface Named {
  readonly name: string
  readonly kana: string
}

/** What people call a facility, with its reading. */
export const facilityName = (view: View, { name, kana }: Named): Html =>
  view.name(shortFacilityName(name), kana)

/** The name in full: the kind of service in front is read as such, the rest by its published reading. */
export function fullFacilityName(view: View, { name, kana }: Named): Html {
  const short = shortFacilityName(name)
  const whole = name.normalize('NFKC').trim()
  if (!whole.endsWith(short)) return view.name(name, kana)
  const start = whole.slice(0, whole.length - short.length)
  return html`${view.known(start)}${view.name(short, without(readingOf(start), kana))}`
}

/** How our own words are read: hiragana throughout, without spaces. */
const readingOf = (text: string): string =>
  toHiragana(
    read(text, READINGS)
      .map((piece) => piece.reading ?? piece.text)
      .join('')
      .trim(),
  )

/** Readings are published with or without that of the words in front. */
const without = (start: string, kana: string): string =>
  start !== '' && kana.startsWith(start) ? kana.slice(start.length).trim() : kana

const LEGAL_FORMS: readonly (readonly [form: string, reading: string])[] = [
  ['社会福祉法人', 'しゃかいふくしほうじん'],
  ['医療法人', 'いりょうほうじん'],
  ['株式会社', 'かぶしきがいしゃ'],
  ['有限会社', 'ゆうげんがいしゃ'],
  ['合同会社', 'ごうどうがいしゃ'],
]

/** A corporation's name: the legal form with its reading, the rest with the published one, if there is any. */
export function corporationName(view: View, { name, kana }: Pick<CorporationName, 'name' | 'kana'>): Html {
  const [form, reading] = LEGAL_FORMS.find(([start]) => name.startsWith(start)) ?? ['', '']
  return html`${form !== '' && view.name(form, reading)}${view.name(name.slice(form.length), kana && without(reading, kana))}`
}

export const municipalityName = (view: View, { code, name }: Pick<Municipality, 'code' | 'name'>): Html =>
  view.name(name, MUNICIPALITIES[code])

export const prefectureName = (view: View, { code, prefecture }: Municipality): Html =>
  view.name(prefecture, PREFECTURES[code.slice(0, 2)])

export const keyOfKind = (kind: Pick<ServiceKind, 'scheme' | 'code'>): string => serviceKey(kind)

/** A value, or the words for not having one: never 0, never an empty place. */
export const orNotGiven = (view: View, value: Html | string | null): Html =>
  value === null || value === ''
    ? html`<span class="note">${view.say(view.text.notGiven)}</span>`
    : html`${value}`

export const phoneLink = (phone: string): Html =>
  html`<a href="tel:${phone.replace(/[^\d+]/g, '')}">${phone}</a>`

/** Address and building in one line. */
export const addressLine = ({ address, building }: { address: string; building: string | null }): string =>
  [address, building].filter(Boolean).join(' ')

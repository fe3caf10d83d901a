import { html, type Html } from '../../../kernel/http/html.ts'
import { serviceKey, shortFacilityName } from '../../registry/public.ts'
import type { CorporationName, Municipality, ServiceKind } from '../queries.ts'
import { MUNICIPALITIES, PREFECTURES } from '../texts/places.ts'
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
export function fullFacilityName(view: View, facility: Named): Html {
  const short = shortFacilityName(facility.name)
  const name = facility.name.normalize('NFKC').trim()
  if (!name.endsWith(short)) return view.known(facility.name)
  return html`${view.known(name.slice(0, name.length - short.length))}${facilityName(view, facility)}`
}

const LEGAL_FORM = /^(社会福祉法人|医療法人|株式会社|有限会社|合同会社)(.+)$/u

export function corporationName(view: View, { name, kana }: Pick<CorporationName, 'name' | 'kana'>): Html {
  const [, form = '', rest = name] = LEGAL_FORM.exec(name) ?? []
  return html`${form !== '' && view.known(form)}${view.name(rest, kana)}`
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

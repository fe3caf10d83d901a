import { corporationNameKey } from '../names.ts'
import { evidence, strongest, type Evidence } from './evidence.ts'
import { likeness } from './places.ts'

/** A corporation, as far as it is compared. */
export interface CorporationRecord {
  readonly id: string
  /** 13 digits with a valid check digit; null if none is known. */
  readonly number: string | null
  /** The name and the other spellings under which it is listed. */
  readonly names: readonly string[]
  readonly seat: string | null
  /** The seat's address down to 町丁目・番地, with its municipality. */
  readonly seatKey: string | null
  readonly municipalityCodes: readonly string[]
  readonly phones: readonly string[]
  /** Addresses of its facilities, each with its municipality. */
  readonly placeKeys: readonly string[]
}

export interface KeyedCorporation extends CorporationRecord {
  /** One spelling of each name, with the legal form. */
  readonly nameKeys: readonly string[]
  /** The same, with small and large kana and the place of the legal form made equal. */
  readonly spellingKeys: readonly string[]
  readonly bareKeys: readonly string[]
  readonly forms: readonly string[]
  readonly phoneKeys: readonly string[]
}

const SMALL = 'ぁぃぅぇぉっゃゅょゎ'
const LARGE = 'あいうえおつやゆよわ'
/** ウェルランド and ウエルランド: written either way, read alike. */
const withLargeKana = (key: string): string =>
  Array.from(key, (character) => LARGE[SMALL.indexOf(character)] ?? character).join('')

const FORM =
  /社会福祉法人|(?:社会|特定)?医療法人(?:社団|財団)?|特定非営利活動法人|[一公][般益](?:社団|財団)法人|株式会社|有限会社|合同会社|合名会社|合資会社|生活協同組合|農業協同組合/

const unique = (texts: readonly string[]): string[] => [...new Set(texts.filter((text) => text !== ''))]

export function keyedCorporation(record: CorporationRecord): KeyedCorporation {
  const nameKeys = unique(record.names.map(corporationNameKey))
  const bare = (key: string) => withLargeKana(key.replace(FORM, ''))
  const formOf = (key: string) => FORM.exec(key)?.[0] ?? ''
  return {
    ...record,
    nameKeys,
    spellingKeys: unique(nameKeys.map((key) => `${formOf(key)} ${bare(key)}`)),
    bareKeys: unique(nameKeys.map(bare)),
    forms: unique(nameKeys.map(formOf)),
    phoneKeys: unique(record.phones.map((phone) => phone.normalize('NFKC').replace(/\D/g, '').slice(-9))),
  }
}

const SIMILAR = 0.7

const shared = (some: readonly string[], others: readonly string[]): string | undefined =>
  some.find((each) => others.includes(each))

function nameEvidence(one: KeyedCorporation, other: KeyedCorporation): Evidence | null {
  const [name = '', otherName = ''] = [one.names[0], other.names[0]]
  const similar = one.bareKeys.some((key) => other.bareKeys.some((each) => likeness(key, each) >= SIMILAR))
  return strongest([
    shared(one.nameKeys, other.nameKeys) === undefined
      ? null
      : evidence('CORPORATION_NAME_SAME', name, otherName),
    shared(one.spellingKeys, other.spellingKeys) === undefined
      ? null
      : evidence('CORPORATION_SPELLING_SAME', name, otherName),
    shared(one.bareKeys, other.bareKeys) === undefined
      ? null
      : evidence('CORPORATION_NAME_WITHOUT_FORM_SAME', name, otherName),
    similar ? evidence('CORPORATION_NAME_SIMILAR', name, otherName) : null,
  ])
}

function numberEvidence(one: KeyedCorporation, other: KeyedCorporation): Evidence | null {
  if (one.number === null || other.number === null) return null
  return evidence(one.number === other.number ? 'NUMBER_SAME' : 'NUMBER_DIFFERS', one.number, other.number)
}

function placeEvidence(one: KeyedCorporation, other: KeyedCorporation): (Evidence | null)[] {
  const place = shared(one.placeKeys, other.placeKeys)
  const together = shared(one.municipalityCodes, other.municipalityCodes) !== undefined
  const bothKnown = one.municipalityCodes.length > 0 && other.municipalityCodes.length > 0
  const codes = [one.municipalityCodes.join('・'), other.municipalityCodes.join('・')] as const
  return [
    one.seatKey !== null && one.seatKey === other.seatKey
      ? evidence('SEAT_SAME', one.seat ?? '', other.seat ?? '')
      : null,
    bothKnown ? evidence(together ? 'MUNICIPALITY_SAME' : 'MUNICIPALITY_DIFFERS', ...codes) : null,
    place === undefined ? null : evidence('PLACE_SHARED', place, place),
  ]
}

/** Everything that speaks for or against two corporations being one. Symmetric but for the order of the values. */
export function compareCorporations(one: KeyedCorporation, other: KeyedCorporation): Evidence[] {
  const phone = shared(one.phoneKeys, other.phoneKeys)
  const formsDiffer =
    one.forms.length > 0 && other.forms.length > 0 && shared(one.forms, other.forms) === undefined
  return [
    numberEvidence(one, other),
    nameEvidence(one, other),
    ...placeEvidence(one, other),
    phone === undefined ? null : evidence('CORPORATION_PHONE_SAME', phone, phone),
    formsDiffer ? evidence('LEGAL_FORM_DIFFERS', one.forms.join('・'), other.forms.join('・')) : null,
  ].filter((each) => each !== null)
}

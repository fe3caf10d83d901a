import { placeNameKey } from '../names.ts'
import { distance, type Point } from '../place.ts'
import { searchKey, unspaced } from '../text.ts'
import { evidence, strongest, type Evidence } from './evidence.ts'

/** A facility or a shelter, as far as it is compared. */
export interface PlaceRecord {
  readonly id: string
  /** What it is: a facility belongs to somebody, a shelter is listed by a municipality. */
  readonly is: 'FACILITY' | 'SHELTER'
  /** Its own name first, then those of its offices. */
  readonly names: readonly string[]
  readonly kana: readonly string[]
  readonly address: string
  /** Address down to 町丁目・番地 (rules/address.ts); null if it has no number. */
  readonly addressKey: string | null
  readonly municipalityCode: string
  readonly point: Point | null
  readonly phones: readonly string[]
  readonly ownerId: string | null
  /** The owner's name and other spellings. */
  readonly ownerNames: readonly string[]
  /** A 指定福祉避難所: by law a place that can take in people who need care. */
  readonly welfare: boolean
}

/** The same with the keys that are compared, made once for many comparisons. */
export interface Place extends PlaceRecord {
  readonly plainNames: readonly string[]
  readonly nameKeys: readonly string[]
  readonly kanaKeys: readonly string[]
  readonly phoneKeys: readonly string[]
  readonly owners: readonly string[]
  /** The address without its numbers: 町, and 丁目 if it has one. */
  readonly town: string | null
}

const given = (texts: readonly string[]): string[] => [...new Set(texts.filter((text) => text !== ''))]

/** Brackets say which part or by what other name; the outside alone is a name too: 「商業高等学校（体育館）」. */
const withoutBrackets = (name: string): string => name.replace(/\([^)]*\)/g, '')

const digits = (phone: string): string => phone.normalize('NFKC').replace(/\D/g, '')

export function keyedPlace(record: PlaceRecord): Place {
  const plainNames = given(record.names.flatMap((name) => [unspaced(name), withoutBrackets(unspaced(name))]))
  const owners = given(record.ownerNames.map(unspaced))
  const nameKeys = plainNames.flatMap((name) =>
    record.is === 'SHELTER'
      ? [placeNameKey(name)]
      : ['', ...owners].map((owner) => placeNameKey(name, owner)),
  )
  return {
    ...record,
    plainNames,
    nameKeys: given(nameKeys),
    kanaKeys: given(record.kana.map((kana) => searchKey(kana))),
    // The last nine digits: files regroup numbers and lose the leading zero.
    phoneKeys: given(record.phones.map((phone) => digits(phone).slice(-9)).filter((key) => key.length === 9)),
    owners,
    town: record.addressKey === null ? null : townOf(record.addressKey),
  }
}

/** 「桜田西4-3-26」 → 「桜田西4」, 「大字湯野沢1881」 → 「湯野沢」: a 丁目 is a number of one or two digits with more behind it. */
function townOf(addressKey: string): string {
  const parts = /^(\D*)(\d{1,2}(?=-\d))?/.exec(addressKey)
  return `${parts?.[1] ?? ''}${parts?.[2] ?? ''}`
}

/** Shorter names are too common to be told apart without a further sign. */
const TELLING_LENGTH = 3
/** One character is part of too many names. */
const PART_LENGTH = 2
const SIMILAR = 0.5

const pairsOf = (text: string): Set<string> =>
  new Set(Array.from(text).flatMap((character, n, all) => (n === 0 ? [] : [`${all[n - 1]}${character}`])))

/** How much two texts have in common: shared pairs of neighbouring characters, from 0 to 1 (Dice). */
export function likeness(one: string, other: string): number {
  const [pairs, others] = [pairsOf(one), pairsOf(other)]
  if (pairs.size + others.size === 0) return one === other ? 1 : 0
  return (2 * [...pairs].filter((pair) => others.has(pair)).length) / (pairs.size + others.size)
}

/** A run of three characters or more that is at least half of the shorter name: 明日葉 in 多機能明日葉. */
function shareAPart(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  const length = Math.max(TELLING_LENGTH, Math.ceil(short.length / 2))
  for (let start = 0; start + length <= short.length; start++)
    if (long.includes(short.slice(start, start + length))) return true
  return false
}

/** The keys of a place as it is called beside another: a shelter's name may begin with the owner of the facility. */
function keysBeside(place: Place, other: Place): string[] {
  if (place.is !== 'SHELTER' || other.owners.length === 0) return [...place.nameKeys]
  const withOwner = place.plainNames.flatMap((name) =>
    other.owners.filter((owner) => name.startsWith(owner)).map((owner) => placeNameKey(name, owner)),
  )
  return given([...place.nameKeys, ...withOwner])
}

function nameEvidence(one: Place, other: Place): Evidence {
  const [keys, others] = [keysBeside(one, other), keysBeside(other, one)]
  const found: (Evidence | null)[] = []
  for (const key of keys)
    for (const otherKey of others) {
      if (key === otherKey)
        found.push(evidence(key.length >= TELLING_LENGTH ? 'NAME_SAME' : 'NAME_SAME_SHORT', key, otherKey))
      else if (
        (key.includes(otherKey) || otherKey.includes(key)) &&
        Math.min(key.length, otherKey.length) >= PART_LENGTH
      )
        found.push(evidence('NAME_PART', key, otherKey))
      else if (likeness(key, otherKey) >= SIMILAR) found.push(evidence('NAME_SIMILAR', key, otherKey))
      else if (shareAPart(key, otherKey)) found.push(evidence('NAME_SHARED', key, otherKey))
    }
  const kana = (names: readonly string[], readings: readonly string[]) =>
    names.find((name) => name.length >= TELLING_LENGTH && readings.includes(name))
  const read = kana(keys, other.kanaKeys) ?? kana(others, one.kanaKeys) ?? kana(one.kanaKeys, other.kanaKeys)
  if (read !== undefined) found.push(evidence('NAME_IN_KANA_SAME', read, read))
  return strongest(found) ?? evidence('NAME_DIFFERS', one.names[0] ?? '', other.names[0] ?? '')
}

function addressEvidence(one: Place, other: Place): Evidence | null {
  const [key, otherKey] = [one.addressKey, other.addressKey]
  if (key === null || otherKey === null) return null
  if (key === otherKey) return evidence('ADDRESS_SAME', one.address, other.address)
  // A spreadsheet loses the hyphens: 落合町1087-1 is listed as 落合町10871.
  const digitsOnly = (text: string) => text.replaceAll('-', '')
  if (digitsOnly(key) === digitsOnly(otherKey))
    return evidence('ADDRESS_DIGITS_SAME', one.address, other.address)
  if (key.startsWith(`${otherKey}-`) || otherKey.startsWith(`${key}-`))
    return evidence('ADDRESS_PART', one.address, other.address)
  return one.town !== '' && one.town === other.town
    ? evidence('ADDRESS_TOWN', one.address, other.address)
    : null
}

function distanceEvidence(one: Place, other: Place): Evidence | null {
  if (!one.point || !other.point) return null
  const metres = distance(one.point, other.point)
  const said = `${Math.round(metres)}`
  if (metres <= 30) return evidence('WITHIN_30_METRES', said, said)
  if (metres <= 100) return evidence('WITHIN_100_METRES', said, said)
  if (metres <= 300) return evidence('WITHIN_300_METRES', said, said)
  if (metres <= 1_000) return evidence('WITHIN_1_KILOMETRE', said, said)
  return metres > 3_000 ? evidence('FAR_APART', said, said) : null
}

// Two houses of one name on neighbouring grounds are common: a 特別養護老人ホーム beside a 老人保健施設.
const STATED_KINDS: readonly (readonly [string, RegExp])[] = [
  ['特別養護老人ホーム', /特別養護老人ホーム|特養|介護老人福祉施設/],
  ['老人保健施設', /老人保健施設|老健/],
  ['養護老人ホーム', /(?<!特別)養護老人ホーム/],
  ['障害者支援施設', /障[害が]い?者支援施設/],
]

const statedKind = (names: readonly string[]): string | undefined =>
  STATED_KINDS.find(([, kind]) => names.some((name) => kind.test(name)))?.[0]

function kindEvidence(one: Place, other: Place): Evidence | null {
  const [kind, otherKind] = [statedKind(one.plainNames), statedKind(other.plainNames)]
  return kind !== undefined && otherKind !== undefined && kind !== otherKind
    ? evidence('KIND_DIFFERS', kind, otherKind)
    : null
}

// A school or a park beside a home has the name of the same neighbourhood.
const PUBLIC_PLACE =
  /(?:小学校|中学校|高等学校|高校|学園|公園|グラウンド|グランド|校庭|広場|公民館|コミュニティセンター|体育館|市民センター)(?:\([^)]*\))?$/

function publicPlaceEvidence(one: Place, other: Place): Evidence | null {
  if (one.is === other.is) return null
  const place = [one, other].find(
    ({ is, names }) => is === 'SHELTER' && PUBLIC_PLACE.test(unspaced(names[0] ?? '')),
  )
  return place ? evidence('PUBLIC_PLACE', one.names[0] ?? '', other.names[0] ?? '') : null
}

const bracketed = (name: string): string => /\(([^)]*)\)$/.exec(unspaced(name))?.[1] ?? ''

/** A list has a school's gymnasium and its grounds as two shelters: 「第一小学校（体育館）」 and 「（グラウンド）」. */
function partEvidence(one: Place, other: Place): Evidence | null {
  if (one.is !== 'SHELTER' || other.is !== 'SHELTER') return null
  const [part, otherPart] = [bracketed(one.names[0] ?? ''), bracketed(other.names[0] ?? '')]
  return part === otherPart ? null : evidence('PART_OF_PLACE_DIFFERS', part, otherPart)
}

const NUMERALS = '一二三四五六七八九'
/** 「第二さくら園」, 「さくら園3号館」: which of several it says to be. */
function ordinalOf(name: string): string | null {
  const found = /第([一二三四五六七八九\d]+)|(\d+)号[館棟]|([ⅠⅡⅢ\d]+)$/.exec(name)
  const said = found?.[1] ?? found?.[2] ?? found?.[3]
  if (said === undefined) return null
  return String(NUMERALS.includes(said) ? NUMERALS.indexOf(said) + 1 : said)
}

function ordinalEvidence(one: Place, other: Place): Evidence | null {
  const of = (place: Place) => given(place.plainNames.flatMap((name) => ordinalOf(name) ?? []))
  const [numbers, others] = [of(one), of(other)]
  return numbers.length > 0 && others.length > 0 && !numbers.some((number) => others.includes(number))
    ? evidence('PART_NUMBER_DIFFERS', numbers.join('・'), others.join('・'))
    : null
}

function ownerEvidence(one: Place, other: Place): Evidence | null {
  if (one.ownerId !== null && other.ownerId !== null)
    return one.ownerId === other.ownerId
      ? evidence('OWNER_SAME', one.ownerNames[0] ?? '', other.ownerNames[0] ?? '')
      : evidence('OWNER_DIFFERS', one.ownerNames[0] ?? '', other.ownerNames[0] ?? '')
  const named = (place: Place, owned: Place) =>
    owned.owners.some((owner) => place.plainNames.some((name) => name.includes(owner)))
  return named(one, other) || named(other, one)
    ? evidence('OWNER_NAMED', one.names[0] ?? '', other.names[0] ?? '')
    : null
}

/** Everything that speaks for or against two places being one. Symmetric but for the order of the values. */
export function comparePlaces(one: Place, other: Place): Evidence[] {
  const phone = one.phoneKeys.find((key) => other.phoneKeys.includes(key))
  const shelterAndFacility = one.is !== other.is
  const found = [
    nameEvidence(one, other),
    addressEvidence(one, other),
    distanceEvidence(one, other),
    phone === undefined ? null : evidence('PHONE_SAME', phone, phone),
    ownerEvidence(one, other),
    shelterAndFacility && (one.welfare || other.welfare)
      ? evidence('WELFARE_SHELTER', one.names[0] ?? '', other.names[0] ?? '')
      : null,
    kindEvidence(one, other),
    ordinalEvidence(one, other),
    publicPlaceEvidence(one, other),
    partEvidence(one, other),
  ]
  return found.filter((each) => each !== null)
}

// What is written down about people taken in: facts that are added and never changed. These rules run in the API and in
// the browser alike (decision 015), so they import nothing but each other.

export const CARE_NEEDS = [
  'OLDER_PERSON',
  'DISABILITY',
  'PREGNANCY',
  'INFANT',
  'INJURY',
  'INTERNAL_DISORDER',
  'INTRACTABLE_DISEASE',
  'MEDICAL_CARE',
] as const
export type CareNeed = (typeof CARE_NEEDS)[number]

export const STAYS = ['NIGHT', 'DAY'] as const
/** Whether somebody sleeps here or is here by day alone. */
export type Stay = (typeof STAYS)[number]

export const DESTINATIONS = ['HOME', 'RELATIVES', 'HOSPITAL', 'FACILITY', 'SHELTER', 'OTHER'] as const
/** Where somebody goes who leaves. */
export type Destination = (typeof DESTINATIONS)[number]

export const KINDS = [
  'HEADCOUNT',
  'PERSON_ADDED',
  'NAMED_FROM_HEADCOUNT',
  'FIELD_SET',
  'CHECKED_OUT',
  'CAME_BACK',
  'TRANSFERRED',
  'MERGED',
  'NOT_SAME',
  'RESOLVED',
  'REFERRED',
  'REFERRAL_ENDED',
] as const
export type EntryKind = (typeof KINDS)[number]

export const FIELDS = [
  'NAME',
  'KANA',
  'BIRTH_YEAR',
  'AGE_BAND',
  'SEX',
  'TOWN',
  'PHONE',
  'FAMILY',
  'NEEDS',
  'STAY',
  'CARE_LEVEL',
  'DIET',
  'MEDICINE',
  'DEVICES',
  'COMMUNICATION',
  'KEY_PERSON',
  'KEY_PERSON_PHONE',
  'SEARCH_CONSENT',
  'SHARE_CONSENT',
  'NOTE',
] as const
export type Field = (typeof FIELDS)[number]

/** One fact, as it travels and as it is kept. What it does not say is null. */
export interface Entry {
  /** Made by the device, so that sending it twice is sending it once. */
  readonly id: string
  readonly deviceId: string
  /** 1, 2, 3 … by device. */
  readonly sequence: number
  /** The device's own clock; for people to read, never for deciding what came first. */
  readonly at: string
  readonly kind: EntryKind
  /**
   * Whom it is about: a person, a headcount, a person and the headcount it was in, two that may be one, or a referral and
   * those who move together.
   */
  readonly subjects: readonly string[]
  /** The facts it was written in the knowledge of, and takes the place of where they say the same thing. */
  readonly basedOn: readonly string[]
  readonly field: Field | null
  /** The only part that may be personal. */
  readonly value: string | null
  readonly people: number | null
  readonly need: CareNeed | null
  readonly stay: Stay | null
  readonly destination: Destination | null
}

export const LONGEST_VALUE = 500
const MOST_PEOPLE = 2_000
const MOST_BASES = 4_000

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Who moves together at most; a referral has itself as a subject beside them. */
export const MOST_TOGETHER = 30

/** How many subjects an entry of a kind has; a referral has any number of those who move. */
const subjectsOf: Readonly<Record<Exclude<EntryKind, 'REFERRED'>, number>> = {
  HEADCOUNT: 1,
  PERSON_ADDED: 1,
  NAMED_FROM_HEADCOUNT: 2,
  FIELD_SET: 1,
  CHECKED_OUT: 1,
  CAME_BACK: 1,
  TRANSFERRED: 1,
  MERGED: 2,
  NOT_SAME: 2,
  RESOLVED: 1,
  REFERRAL_ENDED: 1,
}

const hasItsSubjects = ({ kind, subjects }: Entry): boolean =>
  kind === 'REFERRED'
    ? subjects.length >= 2 && subjects.length <= MOST_TOGETHER + 1
    : subjects.length === subjectsOf[kind]

/** Values a field is limited to; other fields take any text. */
const allowedValues: Partial<Record<Field, (value: string) => boolean>> = {
  BIRTH_YEAR: (value) => /^(19|20)\d\d$/.test(value),
  AGE_BAND: (value) => (AGE_BANDS as readonly string[]).includes(value),
  SEX: (value) => ['FEMALE', 'MALE', 'OTHER', 'UNKNOWN'].includes(value),
  STAY: (value) => (STAYS as readonly string[]).includes(value),
  SEARCH_CONSENT: isAnswer,
  SHARE_CONSENT: isAnswer,
  NEEDS: (value) => value === needsValue(needsOf(value)),
}

export const AGE_BANDS = ['0-5', '6-17', '18-39', '40-64', '65-74', '75-84', '85-'] as const

function isAnswer(value: string): boolean {
  return value === 'YES' || value === 'NO' || value === 'UNKNOWN'
}

/** Kinds of need as one text, always in the same order, so that equal answers are equal texts. */
export const needsValue = (needs: Iterable<CareNeed>): string => {
  const given = new Set(needs)
  return CARE_NEEDS.filter((need) => given.has(need)).join(',')
}

export const needsOf = (value: string): CareNeed[] => {
  const given = new Set(value.split(','))
  return CARE_NEEDS.filter((need) => given.has(need))
}

export const URGENCIES = ['NORMAL', 'SOON', 'FIRST'] as const
/** How soon somebody has to be elsewhere. */
export type Urgency = (typeof URGENCIES)[number]

/** What a place has to be like that a shelter seeks for people it has taken in. */
export interface Sought {
  readonly urgency: Urgency
  /** Kinds of need of those who are only counted; named people have theirs in their own record. */
  readonly needs: readonly CareNeed[]
  /** Equipment without which they cannot stay, by the registry's names. */
  readonly equipment: readonly string[]
}

const MOST_EQUIPMENT = 10
const byCode = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)

/** A place that is sought as one text, the same for the same place. */
export const soughtValue = ({ urgency, needs, equipment }: Sought): string =>
  [urgency, needsValue(needs), [...new Set(equipment)].toSorted(byCode).join('、')].join(';')

export function soughtOf(value: string): Sought | null {
  const [urgency = '', needs = '', equipment = '', ...more] = value.split(';')
  if (!(URGENCIES as readonly string[]).includes(urgency) || more.length > 0) return null
  return {
    urgency: urgency as Urgency,
    needs: needsOf(needs),
    equipment: equipment === '' ? [] : equipment.split('、'),
  }
}

function isSought(value: string | null): boolean {
  const sought = value === null ? null : soughtOf(value)
  if (!sought || sought.equipment.length > MOST_EQUIPMENT) return false
  return (
    sought.equipment.every((thing) => thing !== '' && thing.length <= 40) && value === soughtValue(sought)
  )
}

export type EntryFault =
  | 'ENTRY_ID_WRONG'
  | 'ENTRY_SUBJECTS_WRONG'
  | 'ENTRY_BASES_WRONG'
  | 'ENTRY_PEOPLE_WRONG'
  | 'ENTRY_FIELD_WRONG'
  | 'ENTRY_VALUE_WRONG'
  | 'ENTRY_DESTINATION_WRONG'

/** What is wrong with an entry by itself, or null. */
export function faultOf(entry: Entry): EntryFault | null {
  const { kind, subjects, basedOn, field, value, people, destination, id } = entry
  if (![id, entry.deviceId].every((each) => UUID.test(each)) || entry.sequence < 1) return 'ENTRY_ID_WRONG'
  if (!hasItsSubjects(entry) || !subjects.every((each) => UUID.test(each))) return 'ENTRY_SUBJECTS_WRONG'
  if (new Set(subjects).size < subjects.length) return 'ENTRY_SUBJECTS_WRONG'
  if ((kind === 'PERSON_ADDED' || kind === 'NAMED_FROM_HEADCOUNT') && subjects[0] !== id)
    return 'ENTRY_SUBJECTS_WRONG'
  if (basedOn.length > MOST_BASES || !basedOn.every((each) => UUID.test(each) && each !== id))
    return 'ENTRY_BASES_WRONG'
  const counts = kind === 'HEADCOUNT'
  if (counts && people === null) return 'ENTRY_PEOPLE_WRONG'
  const refers = kind === 'REFERRED'
  if (people !== null && !(counts || refers || kind === 'CHECKED_OUT')) return 'ENTRY_PEOPLE_WRONG'
  const [fewest, most] = refers ? [1, MOST_TOGETHER] : [0, MOST_PEOPLE]
  if (people !== null && (!Number.isInteger(people) || people < fewest || people > most))
    return 'ENTRY_PEOPLE_WRONG'
  const sets = kind === 'FIELD_SET' || kind === 'RESOLVED'
  if (sets !== (field !== null)) return 'ENTRY_FIELD_WRONG'
  const leaves = kind === 'CHECKED_OUT' || kind === 'TRANSFERRED'
  const moved = kind === 'REFERRAL_ENDED' && destination === 'SHELTER'
  if (leaves !== (destination !== null) && !moved) return 'ENTRY_DESTINATION_WRONG'
  if (refers ? !isSought(value) : value !== null && !(sets || leaves)) return 'ENTRY_VALUE_WRONG'
  if (value !== null && value.length > LONGEST_VALUE) return 'ENTRY_VALUE_WRONG'
  if (field !== null && value !== null && value !== '' && !(allowedValues[field]?.(value) ?? true))
    return 'ENTRY_VALUE_WRONG'
  return null
}

/** The entry as one text; two entries are the same when their texts are. */
export const entryText = (entry: Entry): string =>
  JSON.stringify([
    entry.id,
    entry.deviceId,
    entry.sequence,
    entry.kind,
    entry.subjects,
    entry.basedOn,
    entry.field,
    entry.value,
    entry.people,
    entry.need,
    entry.stay,
    entry.destination,
  ])

/** An entry as it is sent: what a device makes up is called a key, an id is given by the server. */
export const asSent = ({ id, deviceId, subjects, basedOn, ...said }: Entry) => ({
  ...said,
  subjects: [...subjects],
  basedOn: [...basedOn],
  entryKey: id,
  deviceKey: deviceId,
})

export type SentEntry = ReturnType<typeof asSent>

/** What was to be sent, as an entry again. */
export const fromSent = ({ entryKey, deviceKey, ...said }: SentEntry): Entry => ({
  ...said,
  id: entryKey,
  deviceId: deviceKey,
})

import type { Sql } from '../../../kernel/read/sql.ts'
import type { PlaceFound } from '../../assignment/public.ts'
import {
  FIELDS,
  needsOf,
  type CareNeed,
  type Destination,
  type Field,
  type Urgency,
} from '../rules/entries.ts'
import { destinationOf, fold, type IntakeState } from '../rules/fold.ts'
import type { Person } from '../rules/people.ts'
import { sharesOf } from '../rules/referrals.ts'
import { entriesOfBooks, entryOf, openKey } from './entries.ts'
import type { FoundOpening } from './opening.ts'

/** Words of the file, which is for people who read Japanese. */
const titles: Readonly<Record<Field, string>> = {
  NAME: '氏名',
  KANA: 'ふりがな',
  BIRTH_YEAR: '生まれた年',
  AGE_BAND: '年代',
  SEX: '性別',
  TOWN: '住んでいる町',
  PHONE: '電話',
  FAMILY: 'いっしょに来た人',
  NEEDS: '要配慮者の区分',
  STAY: '宿泊',
  CARE_LEVEL: '要介護度など',
  DIET: '食事',
  MEDICINE: '薬・病気',
  DEVICES: '機器・電源',
  COMMUNICATION: '伝え方',
  KEY_PERSON: '連絡する家族など',
  KEY_PERSON_PHONE: '家族などの電話',
  SEARCH_CONSENT: '家族からの問い合わせに答えてよい',
  SHARE_CONSENT: '外の支援者に伝えてよい',
  NOTE: '備考',
}
const needs: Readonly<Record<CareNeed, string>> = {
  OLDER_PERSON: '高齢者',
  DISABILITY: '障害者・障害児',
  PREGNANCY: '妊産婦',
  INFANT: '乳幼児',
  INJURY: '傷病者',
  INTERNAL_DISORDER: '内部障害者',
  INTRACTABLE_DISEASE: '難病患者',
  MEDICAL_CARE: '医療的ケアを必要とする人',
}
const answers: Readonly<Record<string, string>> = {
  YES: 'はい',
  NO: 'いいえ',
  UNKNOWN: 'わからない',
  FEMALE: '女',
  MALE: '男',
  OTHER: 'その他',
  NIGHT: '泊まる',
  DAY: '日中だけ',
}
const destinations: Readonly<Record<Destination, string>> = {
  HOME: '自宅',
  RELATIVES: '親族・知人',
  HOSPITAL: '病院',
  FACILITY: '施設入所',
  SHELTER: '別の避難所',
  OTHER: 'その他',
}

const urgencies: Readonly<Record<Urgency, string>> = { NORMAL: 'ふつう', SOON: '早く', FIRST: '最優先' }

export const COLUMNS = ['番号', 'いるか', '移る先', ...FIELDS.map((field) => titles[field])]

const shown = (field: Field, value: string): string => {
  if (field === 'NEEDS')
    return needsOf(value)
      .map((need) => needs[need])
      .join('・')
  return ['SEX', 'STAY', 'SEARCH_CONSENT', 'SHARE_CONSENT'].includes(field)
    ? (answers[value] ?? value)
    : value
}

function whereabouts({ here, presence }: Person): string {
  if (here) return 'いる'
  const left = destinationOf(presence[0]?.value ?? 'HERE')
  return left ? [destinations[left.destination], left.note].filter((part) => part !== '').join(' ') : ''
}

/** What is known of a place that is sought for some of the book, by the entries that seek it. */
export type Sought = Pick<PlaceFound, 'keys' | 'reference' | 'facilityName'>

/** Who is to move, by the id of the person or of the headcount: how soon, under which number, and where to if it was decided. */
function movesOf({ referrals }: IntakeState, places: readonly Sought[]): ReadonlyMap<string, string[]> {
  const moves = new Map<string, string[]>()
  const add = (id: string, said: string) => moves.set(id, [...(moves.get(id) ?? []), said])
  for (const referral of referrals) {
    const known = places.filter(({ keys }) => keys.some((key) => referral.members.includes(key)))
    const untold = referral.members.filter((member) => !known.some(({ keys }) => keys.includes(member)))
    const shares = sharesOf(referral, [...known.map(({ keys }) => keys), untold])
    for (const [index, { persons, heads, urgency, equipment }] of shares.entries()) {
      const place = known[index]
      const said = [
        place?.facilityName ? `${place.facilityName}に決定` : `さがしている（${urgencies[urgency]}）`,
        place ? `番号${place.reference}` : '',
        ...equipment,
      ]
        .filter((part) => part !== '')
        .join('、')
      for (const id of persons) add(id, said)
      for (const { group, people } of heads) add(group, `${people}人：${said}`)
    }
  }
  return moves
}

/**
 * The whole book as rows: persons first, then those who were only counted. Values that contradict stand side by side, and
 * beside everybody who has to move what is known of their place.
 */
export function rowsOf(state: IntakeState, places: readonly Sought[] = []): (string | number | null)[][] {
  const { persons, groups } = state
  const moves = movesOf(state, places)
  const moveOf = (id: string) => moves.get(id)?.join(' ／ ') ?? null
  return [
    ...persons.map((person, index) => [
      index + 1,
      whereabouts(person),
      moveOf(person.id),
      ...FIELDS.map(
        (field) => person.fields[field]?.map(({ value }) => shown(field, value)).join(' ／ ') ?? null,
      ),
    ]),
    ...groups
      .filter(({ remaining }) => remaining > 0)
      .map(({ id, remaining, need }) => [
        null,
        'いる',
        moveOf(id),
        `名前を聞いていない人 ${remaining}人`,
        ...FIELDS.slice(1).map((field) => (field === 'NEEDS' && need ? needs[need] : null)),
      ]),
  ]
}

export async function bookOf(sql: Sql, opening: FoundOpening): Promise<IntakeState> {
  const key = openKey(opening)
  const rows = opening.bookId ? await entriesOfBooks(sql, [opening.bookId]) : []
  return fold(rows.map((row) => entryOf(row, key)))
}

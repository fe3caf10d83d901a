import type { CareNeed } from '../../../generated/prisma/enums.ts'
import type { FacilityFigures, Figures } from '../figures.ts'
import { CANNOT, HAZARDS, marked, momentInWords, NEEDS, persons, STATES } from './words.ts'

// Everything that is entered once and can go into a form. Each form says of every one of these where it goes, or why it
// goes nowhere.

interface Given {
  readonly figures: Figures
  readonly facility: FacilityFigures | null
}

export interface SourceField {
  /** What it is called among people. */
  readonly label: string
  /** What stands there, in words; null where nothing says it. */
  readonly read: (given: Given) => string | null
}

const time = (at: Date | null | undefined): string | null => (at ? momentInWords(at) : null)
const count = (number: number | null | undefined): string | null =>
  number === null || number === undefined ? null : persons(number)

const counts = (byNeed: Partial<Record<CareNeed, number>> | undefined): string | null => {
  const told = Object.entries(byNeed ?? {}).map(
    ([need, number]) => `${NEEDS[need as CareNeed]} ${persons(number)}`,
  )
  return told.length > 0 ? told.join('、') : null
}

/** Each day with the most that were there at once, and their sum: what a claim counts by. */
function daysInWords(days: FacilityFigures['days']): string | null {
  if (days.length === 0) return null
  const each = days.map(
    ({ on, people }) => `${Number(on.slice(5, 7))}月${Number(on.slice(8))}日 ${persons(people)}`,
  )
  const sum = days.reduce((total, { people }) => total + people, 0)
  return `${each.join('、')}。のべ${sum.toLocaleString('en-US')}人・日（日ごとに最も多かった人数の合計）`
}

const yesNo = (answer: boolean | null | undefined, yes: string, no: string): string | null =>
  answer === null || answer === undefined ? null : answer ? yes : no

export const SOURCE_FIELDS = {
  event: { label: '災害・訓練の名前', read: ({ figures: { event } }) => marked(event.name, event) },
  hazard: { label: '災害の種類', read: ({ figures: { event } }) => HAZARDS[event.hazard] },
  startedAt: { label: '発生時刻', read: ({ figures: { event } }) => time(event.startedAt) },
  network: { label: 'ネットワーク', read: ({ figures: { event } }) => event.network },
  asOf: { label: '作成時刻', read: ({ figures: { asOf } }) => time(asOf) },
  facility: { label: '施設の名前', read: ({ facility }) => facility?.name ?? null },
  corporation: { label: '法人', read: ({ facility }) => facility?.corporation ?? null },
  officeNumbers: { label: '事業所番号', read: ({ facility }) => facility?.officeNumbers.join('、') || null },
  municipality: {
    label: '市町村',
    read: ({ facility }) => (facility ? `${facility.prefecture}${facility.municipality}` : null),
  },
  address: { label: '住所', read: ({ facility }) => facility?.address || null },
  phone: { label: '電話', read: ({ facility }) => facility?.phone ?? null },
  point: {
    label: '緯度・経度',
    read: ({ facility }) =>
      facility?.point ? `${facility.point.latitude} ${facility.point.longitude}` : null,
  },
  calledAt: { label: '報告を求めた時刻', read: ({ facility }) => time(facility?.calledAt) },
  designation: {
    label: '指定・協定',
    read: ({ facility }) =>
      facility?.designation
        ? `${facility.designation.kind === 'DESIGNATED' ? '指定福祉避難所' : '協定福祉避難所'}（${momentInWords(facility.designation.at).split(' ')[0]}から）`
        : null,
  },
  dayPlaces: { label: '受入可能人数（昼）', read: ({ facility }) => count(facility?.shelter?.dayPlaces) },
  nightPlaces: { label: '受入可能人数（夜）', read: ({ facility }) => count(facility?.shelter?.nightPlaces) },
  placesByNeed: {
    label: '対象者ごとの受入可能人数',
    read: ({ facility }) =>
      (facility?.shelter?.places ?? [])
        .map(({ need, day, night }) => `${NEEDS[need]} 昼${day ?? '―'}・夜${night ?? '―'}`)
        .join('、') || null,
  },
  acceptedPersons: {
    label: '受け入れる人',
    read: ({ facility }) => facility?.shelter?.acceptedPersons || null,
  },
  directEvacuation: {
    label: '直接避難',
    read: ({ facility }) => yesNo(facility?.shelter?.directEvacuation, 'できる', 'できない'),
  },
  companions: { label: '一緒に来られる家族', read: ({ facility }) => count(facility?.shelter?.companions) },
  state: {
    label: '開設の状況',
    read: ({ facility }) => (facility?.opening ? STATES[facility.opening.state] : null),
  },
  requestedAt: { label: '開設の依頼', read: ({ facility }) => time(facility?.opening?.requestedAt) },
  answeredAt: { label: '施設の回答', read: ({ facility }) => time(facility?.opening?.answeredAt) },
  cannotReason: {
    label: '開設できない理由',
    read: ({ facility }) => (facility?.opening?.cannotReason ? CANNOT[facility.opening.cannotReason] : null),
  },
  cannotNote: {
    label: '開設できない理由の補足',
    read: ({ facility }) => facility?.opening?.cannotNote || null,
  },
  decidedAt: { label: '開設の決定', read: ({ facility }) => time(facility?.opening?.decidedAt) },
  opensAt: { label: '開設の予定', read: ({ facility }) => time(facility?.opening?.opensAt) },
  openedAt: { label: '開設した時刻', read: ({ facility }) => time(facility?.opening?.openedAt) },
  deFacto: {
    label: '事実上の開設',
    read: ({ facility }) => (facility?.opening?.deFacto ? '決定の前から、または決定なしに人がいる' : null),
  },
  closedAt: { label: '閉鎖した時刻', read: ({ facility }) => time(facility?.opening?.closedAt) },
  reportedAt: { label: '状況報告の時刻', read: ({ facility }) => time(facility?.report?.reportedAt) },
  ownUsers: { label: '利用者の状況', read: ({ facility }) => facility?.report?.ownUsers ?? null },
  building: { label: '建物', read: ({ facility }) => facility?.report?.building ?? null },
  power: { label: '電気', read: ({ facility }) => facility?.report?.power ?? null },
  water: { label: '水道', read: ({ facility }) => facility?.report?.water ?? null },
  staff: { label: '職員', read: ({ facility }) => facility?.report?.staff ?? null },
  canAccept: { label: '受入れの可否', read: ({ facility }) => facility?.report?.canAccept ?? null },
  presentAt: { label: '人数の時刻', read: ({ facility }) => time(facility?.occupancy?.at) },
  presentDay: { label: 'いまいる人（昼）', read: ({ facility }) => count(facility?.occupancy?.day) },
  presentNight: { label: 'いまいる人（夜）', read: ({ facility }) => count(facility?.occupancy?.night) },
  presentByNeed: {
    label: '対象者ごとのいまいる人',
    read: ({ facility }) => counts(facility?.occupancy?.byNeed),
  },
  takenIn: { label: '受け入れた人の合計', read: ({ facility }) => count(facility?.intake?.takenIn) },
  left: { label: '出た人の合計', read: ({ facility }) => count(facility?.intake?.left) },
  takenInByNeed: {
    label: '対象者ごとの受け入れた人',
    read: ({ facility }) => counts(facility?.intake?.byNeed),
  },
  days: { label: '日ごとの人数', read: ({ facility }) => daysInWords(facility?.days ?? []) },
  costs: {
    label: '費用',
    read: ({ figures: { costs } }) =>
      costs && costs.lines.length > 0
        ? `${costs.lines.length}件、${costs.lines.reduce((sum, { yen }) => sum + (yen ?? 0), 0).toLocaleString('en-US')}円（ネットワーク全体）`
        : null,
  },
} as const satisfies Readonly<Record<string, SourceField>>

export type SourceId = keyof typeof SOURCE_FIELDS
export const SOURCE_IDS = Object.keys(SOURCE_FIELDS) as readonly SourceId[]

/** What stands in a source field. */
export const readSource = (id: SourceId, given: Given): string | null => SOURCE_FIELDS[id].read(given)

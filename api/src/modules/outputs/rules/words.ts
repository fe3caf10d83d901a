import type {
  CannotOpenReason,
  CareNeed,
  DisasterHazard,
  OutputForm,
  ShelterOpeningState,
} from '../../../generated/prisma/enums.ts'

// Words of the forms, which go to Japanese authorities whatever language the portal is read in.

export const NEEDS: Readonly<Record<CareNeed, string>> = {
  OLDER_PERSON: '高齢者',
  DISABILITY: '障害者（児）',
  PREGNANCY: '妊産婦',
  INFANT: '乳幼児',
  INJURY: '傷病者',
  INTERNAL_DISORDER: '内部障害者',
  INTRACTABLE_DISEASE: '難病患者',
  MEDICAL_CARE: '医療的ケアを必要とする者',
}

export const STATES: Readonly<Record<ShelterOpeningState, string>> = {
  REQUESTED: '回答待ち',
  CAN: '開設できると回答',
  CANNOT: '開設できないと回答',
  DECIDED: '準備中',
  OPEN: '開設中',
  FULL: '満員',
  CLOSED: '閉鎖',
  WITHDRAWN: '依頼取消',
}

export const CANNOT: Readonly<Record<CannotOpenReason, string>> = {
  STAFF: '職員が足りない',
  BUILDING: '建物の被害',
  POWER: '停電',
  WATER: '断水',
  OWN_USERS: '利用者の対応',
  ACCESS: '道路・交通',
  INFECTION: '感染症',
  OTHER: 'その他',
}

export const HAZARDS: Readonly<Record<DisasterHazard, string>> = {
  EARTHQUAKE: '地震',
  TSUNAMI: '津波',
  FLOOD: '水害',
  LANDSLIDE: '土砂災害',
  STORM: '暴風',
  SNOW: '大雪',
  VOLCANO: '火山',
  FIRE: '火災',
  OTHER: 'その他',
}

export const FORMS: Readonly<Record<OutputForm, string>> = {
  MINISTRY_SYSTEM: '災害時情報共有システムの入力項目',
  DAILY_REPORT: '日報',
  OPENING_NOTICE: '開設報告',
  CLOSING_NOTICE: '閉鎖報告',
  INTAKE_LIST: '受入名簿（人数）',
  HAVE: 'EDXL-HAVE 2.0',
  PUBLIC_PAGE: '公開ページ',
  COST_CLAIM: '災害救助法の費用請求',
}

export const DRILL = '【訓練】'

/** Everything of a drill says so first, once: names of drills begin with it themselves. */
export const marked = (text: string, { drill }: { readonly drill: boolean }): string =>
  drill && !text.startsWith(DRILL) ? `${DRILL}${text}` : text

const inJapan = new Intl.DateTimeFormat('ja-JP-u-ca-gregory', {
  timeZone: 'Asia/Tokyo',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** A moment in Japan, e.g. 2026年11月23日 12:05. */
export function momentInWords(at: Date): string {
  const part = Object.fromEntries(inJapan.formatToParts(at).map(({ type, value }) => [type, value]))
  return `${part.year}年${part.month}月${part.day}日 ${part.hour}:${part.minute}`
}

export const persons = (count: number): string => `${count.toLocaleString('en-US')}人`

import type {
  CannotOpenReason,
  PowerCondition,
  ReadinessAnswerValue,
  StaffCondition,
} from '../../../generated/prisma/enums.ts'
import { eventMinute } from './silence.ts'

// What a drill has shown of a facility's readiness, as answers that its people may take over. A drill plays damage, so
// nothing is concluded from what was only played: that the water was out, that the building was closed. How long people
// needed, whether staff came and whether the power held are real. Times of a compressed drill are its own clock's: from
// them nothing is concluded that needs real hours.

interface LessonReport {
  readonly at: Date
  readonly power: PowerCondition
  readonly staff: StaffCondition
}

interface LessonOpening {
  readonly requestedAt: Date | null
  readonly answeredAt: Date | null
  readonly cannotReason: CannotOpenReason | null
  /** When the municipality itself decided; null if it did not, or somebody wrote it down for it. */
  readonly decidedByMunicipalityAt: Date | null
  readonly openedAt: Date | null
  readonly closedAt: Date | null
}

export interface Witnessed {
  readonly startedAt: Date
  readonly clockRate: number
  readonly firstReportMinutes: number
  readonly endedAt: Date
  /** In the order in which they were made. */
  readonly reports: readonly LessonReport[]
  readonly opening: LessonOpening | null
}

export interface Lesson {
  readonly itemKey: string
  readonly answer: ReadinessAnswerValue
  readonly evidence: string
}

/** From which hour until which it is night. */
const NIGHT = { from: 22, until: 5 } as const
const hourInJapan = (at: Date) => (at.getUTCHours() + 9) % 24
const isNight = (at: Date) => hourInJapan(at) >= NIGHT.from || hourInJapan(at) < NIGHT.until
const clock = (at: Date) => `${hourInJapan(at)}:${String(at.getUTCMinutes()).padStart(2, '0')}`

/** Whoever stands on the way to an item of the checklist, staff come on foot within this time. */
const ON_FOOT_MINUTES = 30

const took = (minutes: number): string => {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return [hours > 0 && `${hours}時間`, (rest > 0 || hours === 0) && `${rest}分`].filter(Boolean).join('')
}

/** What is to be learnt of one facility, an answer an item at most. */
export function lessonsOf(seen: Witnessed): Lesson[] {
  const found = [
    tookPart(seen),
    called(seen),
    power(seen),
    nightStaff(seen),
    shift(seen),
    nightOpening(seen),
    city(seen),
  ]
  return found.filter((lesson) => lesson !== null)
}

const minutesBetween = (seen: Witnessed, from: Date, to: Date) =>
  Math.max(0, Math.floor(eventMinute({ ...seen, startedAt: from }, to)))

/** Minutes as they are told: of a compressed drill by its own clock. */
const told = (seen: Witnessed, from: Date, to: Date): string =>
  (seen.clockRate > 1 ? '訓練の時計で' : '') + took(minutesBetween(seen, from, to))

function tookPart(seen: Witnessed): Lesson | null {
  const { reports, opening } = seen
  const did = [
    reports.length > 0 && `状況を${reports.length}回報告`,
    opening?.openedAt &&
      (opening.requestedAt ? `依頼から${told(seen, opening.requestedAt, opening.openedAt)}で開設` : '開設'),
    opening?.answeredAt && !opening.openedAt && '開設の依頼に返事',
  ].filter(Boolean)
  return did.length === 0 ? null : { itemKey: 'DRILL_DONE', answer: 'YES', evidence: did.join('、') }
}

/** That nobody reported in time says something of the list of whom to call; that somebody did, says little. */
function called(seen: Witnessed): Lesson | null {
  const [first] = seen.reports
  const limit = `期限は開始から${took(seen.firstReportMinutes)}`
  const itemKey = 'CALL_LIST'
  if (!first) return { itemKey, answer: 'NO', evidence: `状況の報告がなかった（${limit}）` }
  if (eventMinute(seen, first.at) <= seen.firstReportMinutes) return null
  return {
    itemKey,
    answer: 'NO',
    evidence: `最初の報告まで${told(seen, seen.startedAt, first.at)}（${limit}）`,
  }
}

/** The longest time over which reports say that emergency power holds. */
function power(seen: Witnessed): Lesson | null {
  if (seen.clockRate > 1) return null
  let best = { minutes: 0, ended: false }
  let from: Date | null = null
  for (const { at, power: state } of seen.reports) {
    if (from && (state === 'EMERGENCY' || state === 'OUT')) {
      const minutes = minutesBetween(seen, from, at)
      if (minutes > best.minutes) best = { minutes, ended: state === 'OUT' }
    }
    from = state === 'EMERGENCY' ? (from ?? at) : null
  }
  if (best.minutes === 0) return null
  return {
    itemKey: 'POWER_TESTED',
    answer: 'YES',
    evidence: `非常用電源が${took(best.minutes)}動いた${best.ended ? 'あと、止まった' : ''}（報告から）`,
  }
}

/** Who was there half an hour after a night's beginning. */
function nightStaff(seen: Witnessed): Lesson | null {
  const [first] = seen.reports
  if (!first || seen.clockRate > 1 || !isNight(seen.startedAt)) return null
  const minutes = minutesBetween(seen, seen.startedAt, first.at)
  if (minutes > ON_FOOT_MINUTES || (first.staff !== 'ENOUGH' && first.staff !== 'CRITICAL')) return null
  const when = `夜${clock(seen.startedAt)}の開始から${took(minutes)}で、`
  return first.staff === 'ENOUGH'
    ? { itemKey: 'NIGHT_STAFF', answer: 'YES', evidence: `${when}職員は足りていた` }
    : { itemKey: 'NIGHT_STAFF', answer: 'NO', evidence: `${when}職員が足りず、続けられなかった` }
}

/** Whether there were staff enough for as long as the shelter was open. */
function shift(seen: Witnessed): Lesson | null {
  const { opening } = seen
  const itemKey = 'SHIFT'
  if (opening?.cannotReason === 'STAFF' && opening.answeredAt && !isNight(opening.answeredAt))
    return { itemKey, answer: 'NO', evidence: '職員が足りないため、開設できないと答えた' }
  if (!opening?.openedAt) return null
  const [from, to] = [opening.openedAt, opening.closedAt ?? seen.endedAt]
  const said = seen.reports.filter(({ at, staff }) => at >= from && at <= to && staff !== 'UNKNOWN')
  const short = said.filter(({ staff }) => staff !== 'ENOUGH').length
  if (short > 0)
    return {
      itemKey,
      answer: 'NO',
      evidence: `開設中の報告${said.length}回のうち${short}回で、職員が足りなかった`,
    }
  if (said.length < 2) return null
  return { itemKey, answer: 'YES', evidence: `開設中の報告${said.length}回とも、職員は足りていた` }
}

function nightOpening(seen: Witnessed): Lesson | null {
  const { opening, clockRate } = seen
  if (!opening || clockRate > 1) return null
  const itemKey = 'NIGHT_OPENING'
  const { requestedAt, answeredAt, openedAt, cannotReason } = opening
  if (openedAt && isNight(openedAt))
    return {
      itemKey,
      answer: 'YES',
      evidence: requestedAt
        ? `${clock(requestedAt)}の依頼から${took(minutesBetween(seen, requestedAt, openedAt))}で開設`
        : `${clock(openedAt)}に開設`,
    }
  if (answeredAt && cannotReason === 'STAFF' && isNight(answeredAt))
    return {
      itemKey,
      answer: 'NO',
      evidence: `夜${clock(answeredAt)}に、職員が足りないため開設できないと答えた`,
    }
  return null
}

function city(seen: Witnessed): Lesson | null {
  const { opening } = seen
  if (!opening?.decidedByMunicipalityAt || !opening.requestedAt || !opening.answeredAt) return null
  return {
    itemKey: 'CITY_CONTACT',
    answer: 'YES',
    evidence: `依頼から市町村の決定まで${told(seen, opening.requestedAt, opening.decidedByMunicipalityAt)}で連絡がついた`,
  }
}

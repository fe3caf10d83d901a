import type { NoticeRule } from './rulebook.ts'

/** Calendar days in Japan, as `2026-11-27`. */
type Day = string

const addDays = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/**
 * The last day on which the notice can go out. Neither the day it is sent nor the day of the meeting counts (民法140条), so
 * a week's notice for a meeting on the 26th goes out on the 18th.
 */
export const lastDayForNotice = (rule: NoticeRule, heldOn: Day, inWriting: boolean): Day =>
  addDays(heldOn, -(inWriting ? rule.daysIfWritten : rule.days) - 1)

export interface NoticeCheck {
  readonly lastDay: Day
  /** Full days that are missing; 0 = in time. */
  readonly daysShort: number
  readonly inTime: boolean
  /** Late, but every voter may consent to it. */
  readonly needsConsent: boolean
  readonly clause: string
}

/** Whether a notice sent on a day is in time for a meeting. */
export function checkNotice(
  rule: NoticeRule,
  { sentOn, heldOn, inWriting }: { sentOn: Day; heldOn: Day; inWriting: boolean },
): NoticeCheck {
  const lastDay = lastDayForNotice(rule, heldOn, inWriting)
  const daysShort = Math.max(0, Math.round((Date.parse(sentOn) - Date.parse(lastDay)) / 86_400_000))
  return {
    lastDay,
    daysShort,
    inTime: daysShort === 0,
    needsConsent: daysShort > 0 && (inWriting ? rule.waivedIfWritten : rule.waivedByConsent),
    clause: rule.clause,
  }
}

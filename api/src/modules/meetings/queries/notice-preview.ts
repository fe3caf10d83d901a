import { dateOf, dayInJapan } from '../../../kernel/clock.ts'
import type { Sql } from '../../../kernel/read/sql.ts'
import { actsAs, type Viewer } from '../../../kernel/viewer.ts'
import { checkNotice, organRule, storedRules, type OrganRule } from '../../rulebooks/public.ts'
import { recordDayOf } from '../rules/record-day.ts'

/** What sending the notice of a draft today would mean. */
export interface NoticePreview {
  readonly voters: number
  readonly recordOn: Date
  /** Null where no notice is asked for: in writing, the vote begins with it. */
  readonly lastDay: string | null
  readonly daysShort: number
  readonly needsConsent: boolean
  readonly tooLate: boolean
  readonly clause: string
}

interface MeetingRow extends Record<string, unknown> {
  readonly platformId: string
  readonly organ: OrganRule['organ']
  readonly committeeId: string | null
  readonly form: 'ASSEMBLY' | 'WRITTEN' | 'OMISSION'
  readonly startsAt: Date | string
  readonly rules: unknown
}

const MEETING = `
  SELECT m.platform_id AS "platformId", m.organ, m.committee_id AS "committeeId", m.form,
    m.starts_at AS "startsAt", (
      SELECT r.rules FROM rulebook_version r
      WHERE r.platform_id = m.platform_id AND r.effective_on <= (m.starts_at AT TIME ZONE 'Asia/Tokyo')::date
      ORDER BY r.effective_on DESC, r.number DESC LIMIT 1
    ) AS rules
  FROM meeting m WHERE m.id = $1::uuid AND m.platform_id = $2::uuid`

// The same people as the roll takes up when the notice is sent.
const VOTERS = `
  SELECT CASE WHEN $4 THEN (
      SELECT count(*)::int FROM platform_officer o
      WHERE o.platform_id = $1::uuid AND o.organ = $5::organ_kind AND o.starts_on <= $3::date
        AND (o.ends_on IS NULL OR o.ends_on >= $3::date)
    ) ELSE (
      SELECT count(*)::int FROM platform_membership m
      WHERE m.platform_id = $1::uuid AND m.starts_on <= $3::date AND (m.ends_on IS NULL OR m.ends_on >= $3::date)
        AND ($2::uuid IS NULL OR EXISTS (
          SELECT FROM committee_member c
          WHERE c.committee_id = $2::uuid AND c.corporation_id = m.corporation_id AND c.starts_on <= $3::date
            AND (c.ends_on IS NULL OR c.ends_on >= $3::date)
        ))
    ) END AS voters`

/** Whether a notice sent now is in time and how many it goes to; null for who does not run the meeting, or without rules. */
export async function noticePreview(
  sql: Sql,
  viewer: Viewer,
  meetingId: string,
  now: Date,
): Promise<NoticePreview | null> {
  if (!actsAs(viewer, 'PLATFORM_SECRETARIAT', 'PLATFORM_CHAIR')) return null
  const [row] = await sql<MeetingRow>(MEETING, [meetingId, viewer.acting?.platformId ?? null])
  const rule = row?.rules == null ? null : organRule(storedRules(row.rules), row.organ)
  if (!row || !rule) return null
  const heldOn = dayInJapan(new Date(row.startsAt))
  const recordOn = recordDayOf(dateOf(heldOn), rule)
  const [counted] = await sql<{ voters: number }>(VOTERS, [
    row.platformId,
    row.committeeId,
    dayInJapan(recordOn),
    rule.voters === 'OFFICERS',
    row.organ,
  ])
  const voters = counted?.voters ?? 0
  if (row.form !== 'ASSEMBLY')
    return {
      voters,
      recordOn,
      lastDay: null,
      daysShort: 0,
      needsConsent: false,
      tooLate: false,
      clause: (row.form === 'WRITTEN' ? rule.writtenResolution?.clause : rule.omission?.clause) ?? '',
    }
  const { lastDay, daysShort, inTime, needsConsent, clause } = checkNotice(rule.notice, {
    sentOn: dayInJapan(now),
    heldOn,
    inWriting: rule.written.allowed,
  })
  return { voters, recordOn, lastDay, daysShort, needsConsent, tooLate: !inTime && !needsConsent, clause }
}

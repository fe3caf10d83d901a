import type { BulletinAudience, CalendarKind, CalendarRepeat } from '../../../generated/prisma/enums.ts'
import { globalId } from '../../../kernel/ids.ts'
import type { Sql } from '../../../kernel/read/sql.ts'
import type { Viewer } from '../../../kernel/viewer.ts'
import { networksOf, officersNetwork } from '../rules/viewers.ts'
import { occurrencesOf } from '../rules/calendar.ts'
import type { FeedEntry } from '../rules/ical.ts'

interface Row extends Record<string, unknown> {
  readonly id: string
  readonly kind: CalendarKind
  readonly title: string
  readonly place: string | null
  readonly note: string | null
  readonly link: string | null
  readonly audience: BulletinAudience
  readonly source: string
  readonly startsOn: string
  readonly endsOn: string
  readonly startMinute: number | null
  readonly endMinute: number | null
  readonly repeat: CalendarRepeat
  readonly repeatUntil: string | null
  readonly skippedDays: readonly string[]
  readonly sequence: number
  readonly cancelled: boolean
  readonly updatedAt: Date | string
}

const COLUMNS = `
  e.id, e.kind, e.title, e.place, e.note, e.link, e.audience, e.source, e.starts_on::text AS "startsOn",
  e.ends_on::text AS "endsOn", e.start_minute AS "startMinute", e.end_minute AS "endMinute", e.repeat,
  e.repeat_until::text AS "repeatUntil", e.skipped_days AS "skippedDays", e.sequence,
  e.cancelled_at IS NOT NULL AS cancelled, e.updated_at AS "updatedAt"`

/** Entries that may have a day between two days: single ones that touch them, and series that have begun. */
const TOUCHING = `
  SELECT ${COLUMNS} FROM calendar_entry e
  WHERE e.platform_id = $1::uuid AND ($2::boolean OR e.audience = 'MEMBERS')
    AND e.starts_on <= $4::date
    AND (e.ends_on >= $3::date OR (e.repeat <> 'NONE' AND (e.repeat_until IS NULL
      OR e.repeat_until + (e.ends_on - e.starts_on) >= $3::date)))
  ORDER BY e.starts_on, e.start_minute NULLS FIRST, e.id LIMIT 2000`

/** One day, or several in a row, of a network's calendar. */
export interface CalendarDay {
  readonly entryId: string
  readonly kind: CalendarKind
  readonly title: string
  readonly place: string | null
  readonly note: string | null
  readonly link: string | null
  readonly audience: BulletinAudience
  readonly repeat: CalendarRepeat
  readonly startsOn: string
  readonly endsOn: string
  readonly startMinute: number | null
  readonly endMinute: number | null
  readonly cancelled: boolean
}

/** A year and a month at most. */
const MOST_DAYS = 400

/** What takes place between two days, by day and time, as far as the viewer may know. */
export async function calendarOf(
  sql: Sql,
  viewer: Viewer,
  { platformId, from, until }: { platformId: string; from: string; until: string },
): Promise<CalendarDay[]> {
  if (!networksOf(viewer).includes(platformId)) return []
  const last = new Date(Math.min(Date.parse(until), Date.parse(from) + MOST_DAYS * 86_400_000))
    .toISOString()
    .slice(0, 10)
  const isOfficer = officersNetwork(viewer) === platformId
  const rows = await sql<Row>(TOUCHING, [platformId, isOfficer, from, last])
  return rows
    .flatMap(({ id, startsOn: _startsOn, endsOn: _endsOn, ...row }) =>
      occurrencesOf({ ...row, startsOn: _startsOn, endsOn: _endsOn }, from, last).map((days) => ({
        ...row,
        ...days,
        entryId: globalId('CalendarEntry', id),
      })),
    )
    .toSorted(
      (one, other) =>
        one.startsOn.localeCompare(other.startsOn) ||
        (one.startMinute ?? -1) - (other.startMinute ?? -1) ||
        one.entryId.localeCompare(other.entryId),
    )
}

// An officer today sees all, the people of a member of today what is meant for members; everybody else nothing.
const FEED = `
  SELECT f.platform_id AS "platformId", p.name,
    EXISTS (
      SELECT FROM role_assignment r
      WHERE r.user_id = f.user_id AND r.platform_id = f.platform_id
        AND r.role IN ('PLATFORM_SECRETARIAT', 'PLATFORM_CHAIR', 'PLATFORM_AUDITOR')
        AND r.starts_on <= $2::date AND (r.ends_on IS NULL OR r.ends_on >= $2::date)) AS officer,
    EXISTS (
      SELECT FROM role_assignment r
      WHERE r.user_id = f.user_id AND r.platform_id = f.platform_id AND r.role = 'PLATFORM_OFFICER'
        AND r.starts_on <= $2::date AND (r.ends_on IS NULL OR r.ends_on >= $2::date))
    OR EXISTS (
      SELECT FROM role_assignment r
      LEFT JOIN facility fa ON fa.id = r.facility_id
      JOIN platform_membership m ON m.corporation_id = coalesce(r.corporation_id, fa.corporation_id)
        AND m.platform_id = f.platform_id
        AND m.starts_on <= $2::date AND (m.ends_on IS NULL OR m.ends_on >= $2::date)
      WHERE r.user_id = f.user_id
        AND r.starts_on <= $2::date AND (r.ends_on IS NULL OR r.ends_on >= $2::date)) AS member
  FROM calendar_feed f JOIN platform p ON p.id = f.platform_id
  WHERE f.secret_hash = $1 AND f.revoked_at IS NULL`

interface Feed extends Record<string, unknown> {
  readonly platformId: string
  readonly name: string
  readonly officer: boolean
  readonly member: boolean
}

const KEPT_FOR_DAYS = 366
const AHEAD_DAYS = 3 * 366

/** The entries behind a secret address, with what was called off; null if it opens nothing. */
export async function feedOf(
  sql: Sql,
  { secretHash, today, publicUrl }: { secretHash: Uint8Array; today: string; publicUrl: string },
): Promise<{ name: string; entries: FeedEntry[] } | null> {
  const [feed] = await sql<Feed>(FEED, [secretHash, today])
  if (!feed || !(feed.officer || feed.member)) return null
  const { platformId, officer: isOfficer, name } = feed
  return { name, entries: await entriesFor(sql, { platformId, isOfficer, today, publicUrl }) }
}

/** A network's entries as another calendar reads them: of the last year and of what is ahead. */
export async function entriesFor(
  sql: Sql,
  asked: { platformId: string; isOfficer: boolean; today: string; publicUrl: string },
): Promise<FeedEntry[]> {
  const { platformId, isOfficer, today, publicUrl } = asked
  const day = (days: number) => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10)
  const rows = await sql<Row>(TOUCHING, [platformId, isOfficer, day(-KEPT_FOR_DAYS), day(AHEAD_DAYS)])
  return rows.map((row) => ({
    ...row,
    url: row.link && `${publicUrl}${row.link}`,
    updatedAt: new Date(row.updatedAt),
  }))
}

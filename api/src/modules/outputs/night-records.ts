import type { CareNeed } from '../../generated/prisma/enums.ts'
import type { Sql } from '../../kernel/read/sql.ts'
import { countsOf, seesCounts, shownCount } from '../intake/public.ts'
import { claimLines, unclaimedDispatches } from '../mutualaid/public.ts'
import type { DayFigures, EventFigures, IntakeFigures, OccupancyFigures, ReportFigures } from './figures.ts'

// What is kept on the night by other parts: status reports and persons present by disasters, counts of people by intake,
// costs by mutual aid.

const WORDS: Readonly<
  Record<'users' | 'building' | 'power' | 'water' | 'staff' | 'acceptance', Record<string, string>>
> = {
  users: { ALL_SAFE: '全員無事', SOME_INJURED: 'けが人がいる', NEED_HELP: '助けがいる' },
  building: { USABLE: '使える', PARTLY: '一部だけ使える', UNUSABLE: '使えない' },
  power: { ON: 'ついている', EMERGENCY: '非常用で動いている', OUT: '停電' },
  water: { ON: '出る', LIMITED: '一部だけ・備蓄で', OUT: '出ない' },
  staff: { ENOUGH: '足りている', SHORT: '足りない', CRITICAL: '続けられない' },
  acceptance: { CAN: '受け入れられる', CONDITIONAL: '条件つきで受け入れられる', CANNOT: '受け入れられない' },
}

interface ReportRow extends Record<string, unknown> {
  readonly facilityId: string
  readonly reportedAt: Date
  readonly users: string
  readonly building: string
  readonly power: string
  readonly water: string
  readonly staff: string
  readonly acceptance: string
}

// The latest version of each facility's six answers, by the clock of the device.
const REPORTS = `
  SELECT DISTINCT ON (c.facility_id) c.facility_id::text AS "facilityId", r.reported_at AS "reportedAt",
    r.users::text, r.building::text, r.power::text, r.water::text, r.staff::text, r.acceptance::text
  FROM called_facility AS c JOIN status_report AS r ON r.called_facility_id = c.id
  WHERE c.event_id = $1::uuid ORDER BY c.facility_id, r.reported_at DESC, r.id DESC`

interface PresentRow extends Record<string, unknown> {
  readonly openingId: string
  readonly facilityId: string
  readonly day: number | null
  readonly night: number | null
  readonly at: Date | null
}

const PRESENT = `
  SELECT o.id::text AS "openingId", o.facility_id::text AS "facilityId", p.day, p.night, p.at
  FROM shelter_opening AS o
  LEFT JOIN LATERAL (SELECT day, night, at FROM shelter_occupancy
    WHERE opening_id = o.id ORDER BY at DESC, id DESC LIMIT 1) AS p ON true
  WHERE o.event_id = $1::uuid`

interface DayRow extends Record<string, unknown> {
  readonly facilityId: string
  readonly on: string
  readonly people: number
}

// Of every day the most that were there at once: the figure it began with, or one that was told in it. A shelter that is
// open still has its days until now.
const DAYS = `
  SELECT o.facility_id::text AS "facilityId", d.day::date::text AS on,
    greatest(
      (SELECT p.day FROM shelter_occupancy p WHERE p.opening_id = o.id AND p.day IS NOT NULL AND p.at < d.begins
        ORDER BY p.at DESC, p.id DESC LIMIT 1),
      (SELECT max(p.day) FROM shelter_occupancy p WHERE p.opening_id = o.id AND p.at >= d.begins
        AND p.at < d.begins + interval '1 day' AND p.at <= $2::timestamptz)) AS people
  FROM shelter_opening o
  CROSS JOIN LATERAL (SELECT g.day, g.day::timestamp AT TIME ZONE 'Asia/Tokyo' AS begins FROM generate_series(
    (o.opened_at AT TIME ZONE 'Asia/Tokyo')::date::timestamp,
    (least(coalesce(o.closed_at, $2::timestamptz), $2::timestamptz) AT TIME ZONE 'Asia/Tokyo')::date::timestamp,
    interval '1 day') AS g(day)) AS d
  WHERE o.event_id = $1::uuid AND o.opened_at IS NOT NULL
    AND EXISTS (SELECT FROM shelter_occupancy p WHERE p.opening_id = o.id AND p.day IS NOT NULL
      AND p.at < d.begins + interval '1 day')
  ORDER BY o.facility_id, d.day`

export const nightRecords: Omit<EventFigures, 'event' | 'facilities'> = {
  async reports(sql: Sql, eventId) {
    const rows = await sql<ReportRow>(REPORTS, [eventId])
    const said = (row: ReportRow, question: keyof typeof WORDS) =>
      WORDS[question][row[question]] ?? 'わからない'
    return new Map(
      rows.map((row): [string, ReportFigures] => [
        row.facilityId,
        {
          reportedAt: new Date(row.reportedAt),
          ownUsers: said(row, 'users'),
          building: said(row, 'building'),
          power: said(row, 'power'),
          water: said(row, 'water'),
          staff: said(row, 'staff'),
          canAccept: said(row, 'acceptance'),
        },
      ]),
    )
  },

  async occupancy(sql, { id, platformId }, viewer) {
    const rows = await sql<PresentRow>(PRESENT, [id])
    const counts = await countsOf(
      sql,
      rows.map(({ openingId }) => openingId),
    )
    const found = new Map<string, OccupancyFigures>()
    for (const { openingId, facilityId, day, night, at } of rows) {
      const sight = seesCounts(viewer, { platformId, facilityId })
      const people = sight === null ? [] : counts.filter((one) => one.openingId === openingId)
      const whole = people.find(({ need }) => need === null)
      const byNeed: Partial<Record<CareNeed, number>> = {}
      for (const { need, day: anybody, night: there } of people) {
        const shown = sight && need && anybody > 0 ? shownCount(there, sight) : null
        if (need && shown !== null) byNeed[need] = shown
      }
      // What the facility said of itself counts; who keeps the intake and has said nothing is counted by it.
      if (at !== null) found.set(facilityId, { at: new Date(at), day, night, byNeed })
      else if (whole && sight)
        found.set(facilityId, {
          at: whole.at,
          day: shownCount(whole.day, sight),
          night: shownCount(whole.night, sight),
          byNeed,
        })
    }
    return found
  },

  async intake(sql, { id, platformId }, viewer) {
    const rows = await sql<PresentRow>(PRESENT, [id])
    const counts = await countsOf(
      sql,
      rows.map(({ openingId }) => openingId),
    )
    const found = new Map<string, IntakeFigures>()
    for (const { openingId, facilityId } of rows) {
      const sight = seesCounts(viewer, { platformId, facilityId })
      const people = counts.filter((one) => one.openingId === openingId)
      const whole = people.find(({ need }) => need === null)
      if (!sight || !whole || whole.came === null) continue
      const shown = (count: number | null) => (count === null ? null : shownCount(count, sight))
      const byNeed: Partial<Record<CareNeed, number>> = {}
      for (const { need, came } of people) {
        const count = shown(came)
        if (need && count !== null && count > 0) byNeed[need] = count
      }
      found.set(facilityId, { takenIn: shown(whole.came), left: shown(whole.left), byNeed })
    }
    return found
  },

  async days(sql, { id, platformId }, viewer, asOf) {
    const rows = await sql<DayRow>(DAYS, [id, asOf])
    const found = new Map<string, DayFigures[]>()
    for (const [facilityId, days] of Map.groupBy(rows, (row) => row.facilityId)) {
      const sight = seesCounts(viewer, { platformId, facilityId })
      const shown = days.flatMap(({ on, people }) =>
        sight && shownCount(people, sight) !== null ? [{ on, people }] : [],
      )
      // A sum of some of the days would be taken for the sum of all.
      if (shown.length === days.length) found.set(facilityId, shown)
    }
    return found
  },

  async costs(sql, eventId) {
    const [lines, unclaimed] = await Promise.all([
      claimLines(sql, eventId),
      unclaimedDispatches(sql, eventId),
    ])
    return {
      lines: lines.map((line) => ({
        facility: line.facilityName,
        category: line.categoryCode,
        categoryName: line.categoryName,
        categoryConfirmed: line.categoryConfirmed,
        what: `${line.label} ${line.what}`.trim(),
        yen: line.yen,
        on: line.onDate,
        evidence: line.evidence || null,
      })),
      unclaimed: unclaimed.map(({ facilityName, label, quantity, dispatchedAt }) => ({
        facility: facilityName,
        what: `${label}（${quantity}）`,
        at: new Date(dispatchedAt),
      })),
    }
  },
}

import { globalId } from '../../../kernel/ids.ts'
import type { Sql } from '../../../kernel/read/sql.ts'
import type { Viewer } from '../../../kernel/viewer.ts'
import { median } from '../rules/review.ts'
import { eventMinute } from '../rules/silence.ts'
import { areaNames } from './callable.ts'
import { readNight, type NightEvent, type NightRow } from './night-rows.ts'

export interface ReviewedFacility {
  readonly facilityId: string
  readonly name: string
  readonly municipality: string
  /** Minutes of the event until its first report; null = never. */
  readonly firstReport: number | null
  /** Minutes past the first deadline; 0 = in time, null = never. */
  readonly lateBy: number | null
  readonly reports: number
  readonly findings: number
  readonly state: string | null
  readonly requested: number | null
  readonly answered: number | null
  readonly decided: number | null
  readonly opened: number | null
  readonly closed: number | null
  readonly filed: boolean
}

export interface EventReview {
  readonly eventId: string
  readonly name: string
  readonly network: string
  readonly sample: boolean
  readonly drill: boolean
  readonly startedAt: Date
  readonly closedAt: Date | null
  /** Names of the municipalities that were called; empty = the whole network. */
  readonly areas: readonly string[]
  readonly closingNote: string | null
  readonly firstReportMinutes: number
  readonly called: number
  readonly reported: number
  readonly inTime: number
  /** Of the first reports that came; null if none came. */
  readonly medianFirstReport: number | null
  readonly medianAnswer: number | null
  readonly medianOpening: number | null
  readonly facilities: readonly ReviewedFacility[]
}

/** What can be learnt from an event: who answered when, who was late, how long each opening took. */
export async function eventReview(sql: Sql, viewer: Viewer, eventId: string): Promise<EventReview | null> {
  const night = await readNight(sql, viewer.platformIds, eventId)
  if (!night) return null
  const { event } = night
  const facilities = night.rows.map((row) => reviewed(event, row))
  const answerTook = facilities.flatMap(({ requested, answered }) =>
    requested === null || answered === null ? [] : [answered - requested],
  )
  const openingTook = facilities.flatMap(({ requested, opened }) =>
    requested === null || opened === null ? [] : [opened - requested],
  )
  const first = facilities.flatMap(({ firstReport }) => (firstReport === null ? [] : [firstReport]))
  return {
    eventId: globalId('DisasterEvent', event.id),
    name: event.name,
    network: event.network,
    sample: event.sample,
    drill: event.drill,
    startedAt: event.startedAt,
    closedAt: event.closedAt,
    areas: await areaNames(sql, event.areas),
    closingNote: event.closingNote,
    firstReportMinutes: event.firstReportMinutes,
    called: facilities.length,
    reported: first.length,
    inTime: facilities.filter(({ lateBy }) => lateBy === 0).length,
    medianFirstReport: median(first),
    medianAnswer: median(answerTook),
    medianOpening: median(openingTook),
    facilities,
  }
}

function reviewed(event: NightEvent, row: NightRow): ReviewedFacility {
  const minute = (at: string | null | undefined) =>
    at ? Math.max(0, Math.floor(eventMinute(event, new Date(at)))) : null
  const firstReport = minute(row.received?.[0])
  const { opening } = row
  return {
    facilityId: globalId('Facility', row.facilityId),
    name: row.name,
    municipality: row.municipality,
    firstReport,
    lateBy: firstReport === null ? null : Math.max(0, firstReport - event.firstReportMinutes),
    reports: row.reportCount,
    findings: row.found?.length ?? 0,
    state: opening?.state ?? null,
    requested: minute(opening?.requestedAt),
    answered: minute(opening?.answeredAt),
    decided: minute(opening?.decidedAt),
    opened: minute(opening?.openedAt),
    closed: minute(opening?.closedAt),
    filed: row.filedAt !== null,
  }
}

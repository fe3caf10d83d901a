import { globalId } from '../../../kernel/ids.ts'
import type { Sql } from '../../../kernel/read/sql.ts'
import type { Viewer } from '../../../kernel/viewer.ts'
import { conduct, facilityItself, reportFor } from '../policy/events.ts'
import { momentOf } from '../rules/silence.ts'
import { readNight, silencesOf, type ReportRow } from './night-rows.ts'

/** What one facility sees of an event when it reports. */
export interface FacilityDesk {
  readonly calledFacilityId: string
  readonly facilityId: string
  readonly name: string
  readonly own: boolean
  readonly silence: string
  readonly deadline: Date
  readonly buddyName: string | null
  readonly report: (Omit<ReportRow, 'reportedAt'> & { readonly reportedAt: Date }) | null
  readonly reportCount: number
  readonly filedAt: Date | null
  readonly openingId: string | null
  readonly openingVersion: number | null
  readonly state: string | null
  readonly cannotReason: string | null
}

export interface ReportDesk {
  readonly eventId: string
  readonly platformId: string
  readonly network: string
  readonly helpPhone: string | null
  readonly sample: boolean
  readonly name: string
  readonly drill: boolean
  readonly clockRate: number
  readonly startedAt: Date
  readonly closedAt: Date | null
  readonly readAt: Date
  readonly viewerConducts: boolean
  readonly facilities: readonly FacilityDesk[]
}

/** The facilities for which the viewer can report in an event, their last answers and when the next are due. */
export async function reportDesk(
  sql: Sql,
  viewer: Viewer,
  eventId: string,
  now: Date,
): Promise<ReportDesk | null> {
  const night = await readNight(sql, viewer.platformIds, eventId)
  if (!night) return null
  const { event } = night
  const silences = silencesOf(event, night.rows, now)
  return {
    eventId: globalId('DisasterEvent', event.id),
    platformId: globalId('Platform', event.platformId),
    network: event.network,
    helpPhone: event.helpPhone,
    sample: event.sample,
    name: event.name,
    drill: event.drill,
    clockRate: event.clockRate,
    startedAt: event.startedAt,
    closedAt: event.closedAt,
    readAt: now,
    viewerConducts: conduct(viewer, event).allowed,
    facilities: night.rows.flatMap((row) => {
      const place = {
        platformId: event.platformId,
        facilityId: row.facilityId,
        corporationId: row.corporationId,
      }
      const silence = silences.get(row.facilityId)
      if (!silence || !reportFor(viewer, place).allowed) return []
      return [
        {
          calledFacilityId: globalId('CalledFacility', row.id),
          facilityId: globalId('Facility', row.facilityId),
          name: row.name,
          own: facilityItself(viewer, place).allowed,
          silence: silence.state,
          deadline: momentOf(event, silence.deadline),
          buddyName: row.buddyName,
          report: row.report && {
            ...row.report,
            id: globalId('StatusReport', row.report.id),
            reportedAt: new Date(row.report.reportedAt),
          },
          reportCount: row.reportCount,
          filedAt: row.filedAt === null ? null : new Date(row.filedAt),
          openingId: row.opening && globalId('ShelterOpening', row.opening.id),
          openingVersion: row.opening?.version ?? null,
          state: row.opening?.state ?? null,
          cannotReason: row.opening?.cannotReason ?? null,
        },
      ]
    }),
  }
}

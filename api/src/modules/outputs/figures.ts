import type {
  CannotOpenReason,
  CareNeed,
  DisasterHazard,
  ShelterFactKind,
  ShelterOpeningState,
} from '../../generated/prisma/enums.ts'
import type { Sql } from '../../kernel/read/sql.ts'
import type { Viewer } from '../../kernel/viewer.ts'

// What the forms of an event are made from. Everything is entered once, elsewhere; the forms only ask here.

export interface EventFacts {
  readonly id: string
  readonly platformId: string
  readonly network: string
  readonly name: string
  readonly hazard: DisasterHazard
  readonly drill: boolean
  readonly startedAt: Date
  readonly openedAt: Date
  readonly closedAt: Date | null
}

/** The six answers of a status report; null = わからない. */
export interface ReportFigures {
  readonly reportedAt: Date
  readonly ownUsers: string | null
  readonly building: string | null
  readonly power: string | null
  readonly water: string | null
  readonly staff: string | null
  readonly canAccept: string | null
}

/** Persons who are there, at a moment. */
export interface OccupancyFigures {
  readonly at: Date
  readonly day: number | null
  readonly night: number | null
  readonly byNeed: Partial<Record<CareNeed, number>>
}

/** Counts of the people taken in; never a name. Null where the number would tell of single persons. */
export interface IntakeFigures {
  readonly takenIn: number | null
  readonly left: number | null
  readonly byNeed: Partial<Record<CareNeed, number>>
}

/** The most people that were in a shelter on a day at once. */
export interface DayFigures {
  /** `YYYY-MM-DD`, in Japan. */
  readonly on: string
  readonly people: number
}

export interface CostLine {
  readonly facility: string
  readonly category: string
  readonly categoryName: string
  /** Nobody has checked the category against the source: 未確認. */
  readonly categoryConfirmed: boolean
  readonly what: string
  /** Null where it is noted in hours or pieces alone. */
  readonly yen: number | null
  /** `YYYY-MM-DD` */
  readonly on: string
  /** Receipt, duty roster, …; null = nothing yet. */
  readonly evidence: string | null
}

/** Something that went out and of which nobody has noted yet what it took: still unclaimed. */
export interface UnclaimedLine {
  readonly facility: string
  readonly what: string
  readonly at: Date
}

export interface Costs {
  readonly lines: readonly CostLine[]
  readonly unclaimed: readonly UnclaimedLine[]
}

export interface FacilityFacts {
  readonly id: string
  readonly name: string
  readonly corporation: string | null
  readonly officeNumbers: readonly string[]
  readonly municipality: string
  readonly prefecture: string
  readonly address: string
  readonly phone: string | null
  readonly point: { readonly latitude: number; readonly longitude: number } | null
  readonly calledAt: Date | null
  readonly shelter: {
    readonly dayPlaces: number | null
    readonly nightPlaces: number | null
    readonly directEvacuation: boolean | null
    readonly companions: number | null
    readonly acceptedPersons: string
    readonly places: readonly {
      readonly need: CareNeed
      readonly day: number | null
      readonly night: number | null
    }[]
  } | null
  /** The latest 指定 or 協定 that is not withdrawn and has not ended. */
  readonly designation: { readonly kind: ShelterFactKind; readonly at: Date } | null
  readonly opening: {
    readonly state: ShelterOpeningState
    readonly requestedAt: Date | null
    readonly answeredAt: Date | null
    readonly cannotReason: CannotOpenReason | null
    readonly cannotNote: string | null
    readonly decidedAt: Date | null
    readonly opensAt: Date | null
    readonly openedAt: Date | null
    readonly deFacto: boolean
    readonly closedAt: Date | null
  } | null
}

/** Null where nothing says it. */
export interface FacilityFigures extends FacilityFacts {
  readonly report: ReportFigures | null
  readonly occupancy: OccupancyFigures | null
  readonly intake: IntakeFigures | null
  /** Every day from the opening to the closing, or until now; empty where nobody counted or the viewer may not see it. */
  readonly days: readonly DayFigures[]
}

export interface Figures {
  readonly event: EventFacts
  readonly asOf: Date
  readonly facilities: readonly FacilityFigures[]
  /** Null = no part of the portal keeps costs of this event. */
  readonly costs: Costs | null
}

/**
 * Where the figures of an event come from: the one seam between the forms and the parts that keep the records. A part
 * that keeps more than the shared tables do takes the place of a method; the forms stay as they are.
 */
export interface EventFigures {
  readonly event: (sql: Sql, eventId: string) => Promise<EventFacts | null>
  readonly facilities: (sql: Sql, eventId: string) => Promise<readonly FacilityFacts[]>
  /** By facility. */
  readonly reports: (sql: Sql, eventId: string) => Promise<ReadonlyMap<string, ReportFigures>>
  /** Numbers that would tell of single persons are left out for who may not see them. */
  readonly occupancy: (
    sql: Sql,
    event: EventFacts,
    viewer: Viewer,
  ) => Promise<ReadonlyMap<string, OccupancyFigures>>
  readonly intake: (
    sql: Sql,
    event: EventFacts,
    viewer: Viewer,
  ) => Promise<ReadonlyMap<string, IntakeFigures>>
  readonly days: (
    sql: Sql,
    event: EventFacts,
    viewer: Viewer,
    asOf: Date,
  ) => Promise<ReadonlyMap<string, readonly DayFigures[]>>
  readonly costs: (sql: Sql, eventId: string) => Promise<Costs | null>
}

/** All figures of an event at once; null where there is no such event. */
export async function figuresOf(
  source: EventFigures,
  sql: Sql,
  eventId: string,
  { viewer, now: asOf }: { readonly viewer: Viewer; readonly now: Date },
): Promise<Figures | null> {
  const event = await source.event(sql, eventId)
  if (!event) return null
  const [facilities, reports, occupancy, intake, days, costs] = await Promise.all([
    source.facilities(sql, eventId),
    source.reports(sql, eventId),
    source.occupancy(sql, event, viewer),
    source.intake(sql, event, viewer),
    source.days(sql, event, viewer, asOf),
    source.costs(sql, eventId),
  ])
  return {
    event,
    asOf,
    costs,
    facilities: facilities.map((facility) => ({
      ...facility,
      report: reports.get(facility.id) ?? null,
      occupancy: occupancy.get(facility.id) ?? null,
      intake: intake.get(facility.id) ?? null,
      days: days.get(facility.id) ?? [],
    })),
  }
}

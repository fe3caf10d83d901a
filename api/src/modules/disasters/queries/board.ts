import { globalId } from '../../../kernel/ids.ts'
import type { Sql } from '../../../kernel/read/sql.ts'
import type { Viewer } from '../../../kernel/viewer.ts'
import { conduct, facilityItself, findOut, reportFor } from '../policy/events.ts'
import { isOpen } from '../rules/opening.ts'
import { momentOf, type Silence } from '../rules/silence.ts'
import {
  NEEDS,
  readNight,
  silencesOf,
  type NightEvent,
  type NightRow,
  type OpeningRow,
} from './night-rows.ts'

export interface BoardFigure {
  /** Persons; null = never counted. */
  readonly count: number | null
  readonly places: number | null
  /** Difference to the count before; null with fewer than two. */
  readonly trend: number | null
  readonly at: Date | null
}

export interface BoardRow {
  readonly calledFacilityId: string
  readonly version: number
  readonly facilityId: string
  readonly name: string
  readonly municipality: string
  readonly phone: string | null
  readonly latitude: number | null
  readonly longitude: number | null
  readonly silence: Silence['state']
  /** Minutes of the event past the deadline. */
  readonly lateMinutes: number
  readonly reportedAt: Date | null
  readonly asked: 'FACILITY' | 'BUDDY' | 'COUNCIL' | 'MUNICIPALITY'
  readonly askedName: string | null
  readonly askedPhone: string | null
  readonly askedUntil: Date
  readonly confirmedBy: string | null
  readonly openingId: string | null
  readonly openingVersion: number | null
  readonly state: OpeningRow['state'] | null
  readonly deFacto: boolean
  readonly cannotReason: string | null
  readonly stateAt: Date | null
  readonly opensAt: Date | null
  readonly acceptance: string | null
  readonly day: BoardFigure
  readonly night: BoardFigure
  /** In the order of the board's needs. */
  readonly free: readonly (number | null)[]
  readonly freeAt: Date | null
  /** What the viewer may do here, as codes. */
  readonly can: readonly BoardAct[]
}

export type BoardAct = 'REPORT' | 'ANSWER' | 'CONDUCT' | 'FIND_OUT' | 'OWN'

export interface BoardTotals {
  readonly open: number
  readonly full: number
  readonly late: number
  readonly presumedSerious: number
  readonly notDue: number
  readonly day: number
  readonly dayPlaces: number
  readonly night: number
  readonly nightPlaces: number
  readonly free: readonly number[]
  readonly nightFree: number
}

export interface DisasterBoard {
  readonly eventId: string
  readonly platformId: string
  readonly network: string
  readonly helpPhone: string | null
  readonly sample: boolean
  readonly name: string
  readonly hazard: string
  readonly drill: boolean
  readonly clockRate: number
  readonly startedAt: Date
  readonly closedAt: Date | null
  readonly version: number
  readonly readAt: Date
  readonly viewerConducts: boolean
  readonly needs: readonly string[]
  readonly totals: BoardTotals
  readonly rows: readonly BoardRow[]
}

/** The board of an event: where every facility stands, who is there, and who is asked next until when. */
export async function disasterBoard(
  sql: Sql,
  viewer: Viewer,
  eventId: string,
  now: Date,
): Promise<DisasterBoard | null> {
  const night = await readNight(sql, viewer.platformIds, eventId)
  if (!night) return null
  const { event } = night
  const silences = silencesOf(event, night.rows, now)
  const rows = night.rows.map((row) => boardRow(event, row, silences.get(row.facilityId), viewer))
  return {
    eventId: globalId('DisasterEvent', event.id),
    platformId: globalId('Platform', event.platformId),
    network: event.network,
    helpPhone: event.helpPhone,
    sample: event.sample,
    name: event.name,
    hazard: event.hazard,
    drill: event.drill,
    clockRate: event.clockRate,
    startedAt: event.startedAt,
    closedAt: event.closedAt,
    version: event.version,
    readAt: now,
    viewerConducts: conduct(viewer, event).allowed,
    needs: NEEDS,
    totals: totalsOf(rows),
    rows,
  }
}

const moment = (at: string | null | undefined): Date | null => (at ? new Date(at) : null)

function boardRow(event: NightEvent, row: NightRow, silence: Silence | undefined, viewer: Viewer): BoardRow {
  if (!silence) throw new Error(`${row.facilityId} is called and not listened to.`)
  const { opening } = row
  const shown = opening !== null && isOpen(opening.state) ? opening : null
  const free = new Map((shown?.free ?? []).map((one) => [one.need, one]))
  const freeTimes = [...free.values()].map(({ at }) => at).toSorted()
  const place = { platformId: event.platformId, facilityId: row.facilityId, corporationId: row.corporationId }
  return {
    calledFacilityId: globalId('CalledFacility', row.id),
    version: row.version,
    facilityId: globalId('Facility', row.facilityId),
    name: row.name,
    municipality: row.municipality,
    phone: row.nightPhone ?? row.phone,
    latitude: row.latitude,
    longitude: row.longitude,
    silence: silence.state,
    lateMinutes: Math.floor(silence.late),
    reportedAt: moment(row.report?.reportedAt),
    ...askedNext(event, row, silence),
    confirmedBy: silence.state === 'CONFIRMED' ? (row.finding?.actingName ?? null) : null,
    openingId: opening && globalId('ShelterOpening', opening.id),
    openingVersion: opening?.version ?? null,
    state: opening?.state ?? null,
    deFacto: opening?.deFacto ?? false,
    cannotReason: opening?.cannotReason ?? null,
    stateAt: opening && stateAt(opening),
    opensAt: moment(opening?.opensAt),
    acceptance: row.report?.acceptance ?? null,
    day: figure(
      shown?.day?.map(({ day, at }) => ({ count: day, at })),
      row.dayPlaces,
    ),
    night: figure(
      shown?.night?.map(({ night, at }) => ({ count: night, at })),
      row.nightPlaces,
    ),
    free: NEEDS.map((need) => free.get(need)?.free ?? null),
    freeAt: moment(freeTimes[0]),
    can: acts(event, row, place, viewer),
  }
}

function acts(
  event: NightEvent,
  row: NightRow,
  place: Parameters<typeof reportFor>[1],
  viewer: Viewer,
): BoardAct[] {
  if (event.closedAt !== null) return []
  const able: readonly (readonly [BoardAct, boolean])[] = [
    ['OWN', facilityItself(viewer, place).allowed],
    ['REPORT', reportFor(viewer, place).allowed],
    ['ANSWER', row.opening !== null && reportFor(viewer, place).allowed],
    ['CONDUCT', conduct(viewer, place).allowed],
    [
      'FIND_OUT',
      findOut(viewer, {
        ...place,
        buddyFacilityId: row.buddyFacilityId,
        buddyCorporationId: row.buddyCorporationId,
      }).allowed,
    ],
  ]
  return able.flatMap(([act, is]) => (is ? [act] : []))
}

/** While it is late its owner, otherwise the facility itself until its next report. */
function askedNext(event: NightEvent, row: NightRow, { owner, ownerUntil, deadline }: Silence) {
  const until = momentOf(event, ownerUntil ?? deadline)
  switch (owner) {
    case null:
      return { asked: 'FACILITY' as const, askedName: null, askedPhone: null, askedUntil: until }
    case 'BUDDY':
      return { asked: owner, askedName: row.buddyName, askedPhone: row.buddyPhone, askedUntil: until }
    case 'COUNCIL':
      return { asked: owner, askedName: event.network, askedPhone: event.helpPhone, askedUntil: until }
    case 'MUNICIPALITY':
      return { asked: owner, askedName: row.municipality, askedPhone: null, askedUntil: until }
  }
}

function figure(
  counted: readonly { readonly count: number | null; readonly at: string }[] | undefined,
  places: number | null,
): BoardFigure {
  const [last, before] = counted ?? []
  const count = last?.count ?? null
  const earlier = before?.count ?? null
  return {
    count,
    places,
    trend: count === null || earlier === null ? null : count - earlier,
    at: moment(last?.at),
  }
}

function stateAt(opening: OpeningRow): Date | null {
  const at: Readonly<Record<OpeningRow['state'], string | null>> = {
    REQUESTED: opening.requestedAt,
    CAN: opening.answeredAt,
    CANNOT: opening.answeredAt,
    DECIDED: opening.decidedAt,
    OPEN: opening.openedAt,
    FULL: opening.openedAt,
    CLOSED: opening.closedAt,
    WITHDRAWN: opening.requestedAt,
  }
  return moment(at[opening.state])
}

/** Sums of the rows that are open or full, and nothing else: what the board shows adds up. */
function totalsOf(rows: readonly BoardRow[]): BoardTotals {
  const open = rows.filter(({ state }) => isOpen(state))
  const sum = (of: (row: BoardRow) => number | null) => open.reduce((total, row) => total + (of(row) ?? 0), 0)
  const count = (is: (row: BoardRow) => boolean) => rows.filter(is).length
  const free = NEEDS.map((_need, place) => sum((row) => row.free[place] ?? null))
  return {
    open: count(({ state }) => state === 'OPEN'),
    full: count(({ state }) => state === 'FULL'),
    late: count(({ silence }) => silence === 'LATE' || silence === 'PRESUMED_SERIOUS'),
    presumedSerious: count(({ silence }) => silence === 'PRESUMED_SERIOUS'),
    notDue: count(({ silence }) => silence === 'NOT_DUE' || silence === 'DUE' || silence === 'CONFIRMED'),
    day: sum(({ day }) => day.count),
    dayPlaces: sum(({ day }) => day.places),
    night: sum(({ night }) => night.count),
    nightPlaces: sum(({ night }) => night.places),
    free,
    nightFree: free.reduce((total, one) => total + one, 0),
  }
}

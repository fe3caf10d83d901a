import type { Prisma } from '../../generated/prisma/client.ts'
import type { CareNeed } from '../../generated/prisma/enums.ts'
import type { Tx } from '../../kernel/db.ts'
import type { Emit, Event } from '../../kernel/events.ts'
import { globalId } from '../../kernel/ids.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import * as events from './events.ts'
import { casesVisibleTo } from './policy/assignment.ts'
import { WEIGHTS, type Inputs } from './proposal-inputs.ts'
import { isClosed, wayBetween, type Point } from './rules/ways.ts'

// What the commands share: the case as the viewer sees it, what a proposal is computed from, and who hears of it.

const WITH_EVENT = {
  event: { select: { id: true, platformId: true, closedAt: true, drill: true } },
} satisfies Prisma.AssignmentCaseInclude

export type LoadedCase = Prisma.AssignmentCaseGetPayload<{ include: typeof WITH_EVENT }>

/** What the policies and the audit know of a case. */
export interface CaseSubject {
  readonly case: LoadedCase
  readonly platformId: string
  readonly closedAt: Date | null
}

const subjectOf = (found: LoadedCase | null): CaseSubject | null =>
  found && { case: found, platformId: found.event.platformId, closedAt: found.event.closedAt }

export const loadCase = async (tx: Tx, id: string, viewer: Viewer): Promise<CaseSubject | null> =>
  subjectOf(
    await tx.assignmentCase.findFirst({
      where: { AND: [{ id }, casesVisibleTo(viewer)] },
      include: WITH_EVENT,
    }),
  )

/** Tells who may look at the case that it changed. */
export function announce(
  emit: Emit,
  { case: { id, event }, platformId }: CaseSubject,
  happened: Event = events.AssignmentChanged,
  more: object = {},
): void {
  emit(
    happened,
    { caseId: id, drill: event.drill, ...more },
    { audience: [`platform:${platformId}`], entities: [globalId('AssignmentCase', id)] },
  )
}

const equipmentKey = (name: string) => name.normalize('NFKC').trim().toLowerCase()

/** The middle of a municipality: of its extent, or of its facilities where the extent is not known. */
async function pointsOf(tx: Tx, codes: readonly string[]): Promise<Map<string, Point>> {
  const rows = await tx.municipality.findMany({
    where: { code: { in: [...codes] } },
    select: { code: true, south: true, west: true, north: true, east: true },
  })
  const found = new Map<string, Point>()
  for (const { code, south, west, north, east } of rows) {
    if (south !== null && west !== null && north !== null && east !== null)
      found.set(code, { latitude: (south + north) / 2, longitude: (west + east) / 2 })
  }
  const rest = codes.filter((code) => !found.has(code))
  const middles = await tx.facility.groupBy({
    by: ['municipalityCode'],
    where: { municipalityCode: { in: rest }, latitude: { not: null }, longitude: { not: null } },
    _avg: { latitude: true, longitude: true },
  })
  for (const { municipalityCode, _avg } of middles) {
    if (_avg.latitude !== null && _avg.longitude !== null)
      found.set(municipalityCode, { latitude: _avg.latitude, longitude: _avg.longitude })
  }
  return found
}

/**
 * What a proposal would be computed from now. What was decided on `exceptProposalId` does not count: its own decisions do not
 * make a proposal stale.
 */
export async function readInputs(
  tx: Tx,
  { id: caseId, eventId }: { readonly id: string; readonly eventId: string },
  exceptProposalId?: string,
): Promise<Inputs> {
  const [groups, closures, openings, decisions] = [
    await tx.assignmentGroup.findMany({
      where: { caseId, withdrawnAt: null, leftAt: null },
      orderBy: [{ enteredAt: 'asc' }, { id: 'asc' }],
      include: {
        members: { orderBy: { position: 'asc' } },
        sourceOpening: {
          select: { facility: { select: { id: true, latitude: true, longitude: true } } },
        },
      },
    }),
    await tx.roadClosure.findMany({ where: { caseId, liftedAt: null } }),
    await tx.shelterOpening.findMany({
      where: { eventId, state: 'OPEN' },
      orderBy: { facilityId: 'asc' },
      select: {
        occupancies: {
          where: { night: { not: null } },
          orderBy: [{ at: 'desc' }, { id: 'desc' }],
          take: 1,
          select: { night: true, at: true },
        },
        vacancies: {
          orderBy: [{ at: 'desc' }, { id: 'desc' }],
          select: { need: true, free: true, at: true },
        },
        facility: {
          select: {
            id: true,
            municipalityCode: true,
            latitude: true,
            longitude: true,
            capacity: true,
            equipment: { where: { state: 'YES' }, orderBy: { item: 'asc' }, select: { item: true } },
            welfareShelter: { select: { nightPlaces: true, places: { orderBy: { need: 'asc' } } } },
          },
        },
      },
    }),
    await tx.assignmentDecision.findMany({
      where: { caseId, group: { is: { withdrawnAt: null } }, facilityId: { not: null } },
      select: {
        facilityId: true,
        groupId: true,
        households: true,
        persons: true,
        decidedAt: true,
        line: { select: { proposalId: true } },
        group: { select: { members: true } },
      },
    }),
  ]
  const counted = decisions.filter(({ line }) => line.proposalId !== exceptProposalId)
  const placed = new Map<string, number>()
  for (const { groupId, households } of counted) placed.set(groupId, (placed.get(groupId) ?? 0) + households)
  /** Who was placed there after a moment: figures that were told later count them already. */
  const placedThere = (facilityId: string, after: Date | undefined, need?: CareNeed): number =>
    counted
      .filter((decision) => decision.facilityId === facilityId && (!after || decision.decidedAt > after))
      .reduce((sum, { households, persons, group }) => {
        if (need === undefined) return sum + persons
        const each = group.members
          .filter(({ needs }) => needs.includes(need))
          .reduce((count, member) => count + member.persons, 0)
        return sum + households * each
      }, 0)
  const shelters = openings.map(({ facility, occupancies: [there], vacancies }) => {
    const { id, capacity, equipment, welfareShelter } = facility
    const left = (all: number, used: number) => Math.max(0, all - used)
    const places = welfareShelter?.places ?? []
    const byNeed = places.map(({ need, night }): [string, number | null] => {
      // What the shelter has told last goes before what it offers on paper.
      const told = vacancies.find((vacancy) => vacancy.need === need)
      const free = told ? told.free : night
      return [need, free === null ? null : left(free, placedThere(id, told?.at, need))]
    })
    return {
      at: facility,
      shelter: {
        facilityId: id,
        places: left(
          welfareShelter?.nightPlaces ?? capacity ?? 0,
          (there?.night ?? 0) + placedThere(id, there?.at),
        ),
        byNeed: byNeed.length === 0 ? null : Object.fromEntries(byNeed),
        equipment: [...new Set(equipment.map(({ item }) => equipmentKey(item)))],
      },
    }
  })
  const waiting = groups
    .map((group) => ({ group, households: group.households - (placed.get(group.id) ?? 0) }))
    .filter(({ households }) => households > 0)
  // Where people are: in a shelter that has taken them in, or somewhere in a municipality.
  const originOf = ({ municipalityCode, sourceOpening }: (typeof groups)[number]) => {
    const { id, latitude, longitude } = sourceOpening?.facility ?? {}
    const isKnown = id && latitude != null && longitude != null
    return {
      from: isKnown ? `${municipalityCode} ${id}` : municipalityCode,
      municipalityCode,
      point: isKnown ? { latitude, longitude } : null,
    }
  }
  const origins = new Map(
    waiting.map(({ group }) => originOf(group)).map((origin) => [origin.from, origin] as const),
  )
  const points = await pointsOf(tx, [
    ...new Set([
      ...[...origins.values()].map(({ municipalityCode }) => municipalityCode),
      ...shelters.map(({ at }) => at.municipalityCode),
    ]),
  ])
  const inOrder = [...origins.values()].toSorted((one, other) => (one.from < other.from ? -1 : 1))
  const ways = inOrder.map(({ from, municipalityCode, point }): [string, (number | null)[]] => [
    from,
    shelters.map(({ at }) => {
      const there = { municipalityCode: at.municipalityCode, facilityId: at.id }
      if (isClosed(closures, municipalityCode, there)) return null
      const { latitude, longitude } = at
      const to =
        latitude !== null && longitude !== null
          ? { latitude, longitude }
          : (points.get(at.municipalityCode) ?? null)
      return wayBetween(point ?? points.get(municipalityCode) ?? null, to)
    }),
  ])
  return {
    groups: waiting.map(({ group, households }) => ({
      groupId: group.id,
      households,
      from: originOf(group).from,
      weight: WEIGHTS[group.urgency],
      members: group.members.flatMap(({ persons, needs, equipment }) =>
        Array.from({ length: persons }, () => ({ needs, equipment: equipment.map(equipmentKey) })),
      ),
      lockedTo: group.lockedFacilityId,
      ...(group.lockOverfullReason !== null && { lockedBeyond: true as const }),
      // Nobody is sent where they have to leave.
      barredFrom: [
        ...new Set([
          ...group.barredFacilityIds,
          ...(group.sourceOpening ? [group.sourceOpening.facility.id] : []),
        ]),
      ].toSorted(),
    })),
    shelters: shelters.map(({ shelter }) => shelter),
    ways: Object.fromEntries(ways),
  }
}

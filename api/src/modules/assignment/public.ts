import type { AssignmentUrgency, CareNeed } from '../../generated/prisma/enums.ts'
import { globalId } from '../../kernel/ids.ts'
import type { Tx } from '../../kernel/db.ts'
import type { Emit } from '../../kernel/events.ts'
import { holdRow } from '../../kernel/lock.ts'
import type { Sql } from '../../kernel/read/sql.ts'
import { AssignmentChanged } from './events.ts'

// What a shelter may do here: say for how many of its people a place is sought, and hear where they go.

/** People of a shelter who move together. */
export interface PlaceSought {
  /** Keys of the entries that say so, the first that was written first. */
  readonly keys: readonly string[]
  /** Who they are by some of the keys at a time; nobody of an earlier share is in a later one. */
  readonly shares: (of: readonly (readonly string[])[]) => readonly Share[]
}

/** How many move with what needs, never who. */
interface Share {
  readonly state: 'SOUGHT' | 'MOVED' | 'WITHDRAWN'
  readonly urgency: AssignmentUrgency
  readonly members: readonly {
    readonly persons: number
    readonly needs: readonly CareNeed[]
    readonly equipment: readonly string[]
  }[]
}

interface Seeking {
  readonly tx: Tx
  readonly emit: Emit
  readonly now: Date
}

interface From {
  readonly openingId: string
  readonly eventId: string
  readonly facilityName: string
  readonly platformId: string
  readonly drill: boolean
}

/**
 * Lays before the coordinators of the event for whom a shelter seeks a place now; the case begins with the first of them.
 * Who needs none any more leaves the list by itself. What a coordinator has taken off stays off, what was decided stands
 * for those for whom it was decided, and whoever is added to them waits anew. Of an event that is over nothing is told.
 */
export async function placesSought(
  { tx, emit, now }: Seeking,
  { openingId, eventId, facilityName, platformId, drill }: From,
  sought: readonly PlaceSought[],
): Promise<void> {
  const event = await tx.disasterEvent.findUniqueOrThrow({
    where: { id: eventId },
    select: { closedAt: true, assignmentCase: { select: { id: true } } },
  })
  const isAsked = sought.some(({ keys, shares }) => shares([keys])[0]?.state === 'SOUGHT')
  if (event.closedAt || !(isAsked || event.assignmentCase)) return
  // Of two shelters that begin the same case, one does.
  await tx.assignmentCase.createMany({ data: [{ eventId, openedAt: now }], skipDuplicates: true })
  const { id: caseId } = await tx.assignmentCase.findUniqueOrThrow({
    where: { eventId },
    select: { id: true },
  })
  await holdRow(tx, 'assignmentCase', caseId, 'ALONE')
  const { facility } = await tx.shelterOpening.findUniqueOrThrow({
    where: { id: openingId },
    select: { facility: { select: { municipalityCode: true } } },
  })
  const known = await tx.assignmentGroup.findMany({
    where: { sourceOpeningId: openingId },
    orderBy: [{ enteredAt: 'asc' }, { id: 'asc' }],
    include: {
      members: { orderBy: { position: 'asc' } },
      decisions: { where: { facilityId: { not: null } }, select: { id: true }, take: 1 },
    },
  })
  let isChanged = false
  let number = known.length
  for (const { keys, shares } of sought) {
    const own = known.filter(({ sourceKey }) => sourceKey !== null && keys.includes(sourceKey))
    // Who was decided on, has left or was taken off by a coordinator is told apart from who comes to them later.
    const settled = own.filter(
      ({ decisions, leftAt, withdrawnAt, withdrawnBySource }) =>
        decisions.length > 0 || leftAt !== null || (withdrawnAt !== null && !withdrawnBySource),
    )
    const taken = new Set(settled.flatMap(({ sourceKeys }) => sourceKeys))
    const open = keys.filter((key) => !taken.has(key))
    const first = own.find((group) => !settled.includes(group) && open.includes(group.sourceKey ?? ''))
    const dealt = shares([...settled.map(({ sourceKeys }) => sourceKeys), open])
    for (const group of own) {
      // Two that turned out to be about the same people are one.
      if (group === first || settled.includes(group) || group.withdrawnAt) continue
      const { id } = group
      await tx.assignmentGroup.update({
        where: { id },
        data: { withdrawnAt: now, withdrawnBySource: true, version: { increment: 1 } },
      })
      isChanged = true
    }
    for (const [index, group] of [...settled, ...(first ? [first] : [])].entries()) {
      const share = dealt[index]
      if (share && (await follow(group, share, group === first ? open : group.sourceKeys))) isChanged = true
    }
    const waiting = dealt.at(-1)
    if (first || waiting?.state !== 'SOUGHT') continue
    const decided = settled.find(({ decisions }) => decisions.length > 0)
    await tx.assignmentGroup.create({
      data: {
        caseId,
        reference: await freeReference(tx, caseId, facilityName, ++number),
        urgency: waiting.urgency,
        municipalityCode: facility.municipalityCode,
        sourceOpeningId: openingId,
        sourceKey: open[0] ?? null,
        sourceKeys: open,
        followsGroupId: decided?.id ?? null,
        enteredAt: now,
        members: { create: rowsOf(waiting.members) },
      },
    })
    isChanged = true
  }
  if (!isChanged) return
  emit(
    AssignmentChanged,
    { caseId, drill },
    {
      audience: [`platform:${platformId}`],
      entities: [globalId('DisasterEvent', eventId), globalId('AssignmentCase', caseId)],
    },
  )

  /** Brings a group up to what its shelter says of its people now; whether that was anything new. */
  async function follow(
    group: (typeof known)[number],
    { state, urgency, members }: Share,
    sourceKeys: readonly string[],
  ): Promise<boolean> {
    if (group.withdrawnAt && !group.withdrawnBySource) return false
    // Who went where it was decided takes a place there until the shelter counts them; who went elsewhere does not.
    const ends =
      state === 'SOUGHT' ? 'STAYS' : state === 'MOVED' && group.decisions.length > 0 ? 'LEFT' : 'WITHDRAWN'
    const stands = group.leftAt ? 'LEFT' : group.withdrawnAt ? 'WITHDRAWN' : 'STAYS'
    const isOther =
      ends === 'STAYS' &&
      (urgency !== group.urgency || JSON.stringify(rowsOf(members)) !== JSON.stringify(rowsOf(group.members)))
    const hasOtherKeys = ends === 'STAYS' && String(sourceKeys) !== String(group.sourceKeys)
    if (ends === stands && !isOther && !hasOtherKeys) return false
    if (isOther) await tx.assignmentMember.deleteMany({ where: { groupId: group.id } })
    await tx.assignmentGroup.update({
      where: { id: group.id },
      data: {
        leftAt: ends === 'LEFT' ? now : null,
        withdrawnAt: ends === 'WITHDRAWN' ? now : null,
        withdrawnBySource: ends === 'WITHDRAWN',
        ...(hasOtherKeys && { sourceKeys: [...sourceKeys] }),
        ...(isOther && { urgency, members: { create: rowsOf(members) } }),
        version: { increment: 1 },
      },
    })
    return true
  }
}

const rowsOf = (members: Share['members']) =>
  members.map(({ persons, needs, equipment }, position) => ({
    position,
    persons,
    needs: [...needs],
    equipment: [...equipment],
  }))

/** What people call a shelter: 「見本あおば荘」 of 「特別養護老人ホーム 見本あおば荘」. */
function shortName(name: string): string {
  const last = name.trim().split(/\s+/u).at(-1) ?? ''
  return (last.length < 3 ? name : last).slice(0, 25)
}

/** Name of the shelter and a number: what is said on the telephone, and what the shelter finds its people by. */
async function freeReference(tx: Tx, caseId: string, name: string, from: number): Promise<string> {
  for (let number = from; ; number++) {
    const reference = `${shortName(name)}-${number}`
    const taken = await tx.assignmentGroup.count({ where: { caseId, reference } })
    if (taken === 0) return reference
  }
}

/** What became of a place that a shelter seeks. */
export interface PlaceFound extends Record<string, unknown> {
  /** Keys of the entries that seek it. */
  readonly keys: readonly string[]
  readonly reference: string
  /** Where they go; null while nothing is decided. */
  readonly facilityName: string | null
  /** Its opening in the same event, if it is one. */
  readonly openingId: string | null
  readonly decidedAt: string | null
  /** Why a coordinator took them off the list; null while they are on it. */
  readonly takenOffBecause: string | null
}

/** What became of the places that a shelter seeks, for whoever may read its book. */
export const placesFound = (sql: Sql, openingId: string): Promise<PlaceFound[]> =>
  sql<PlaceFound>(
    `SELECT to_json(g.source_keys) AS keys, g.reference, g.withdrawn_reason AS "takenOffBecause", d.decided_at AS "decidedAt",
       f.name AS "facilityName", o.id AS "openingId"
     FROM assignment_group g JOIN assignment_case c ON c.id = g.case_id
       LEFT JOIN LATERAL (SELECT x.facility_id, x.decided_at FROM assignment_decision x
         WHERE x.group_id = g.id AND x.facility_id IS NOT NULL ORDER BY x.decided_at DESC, x.id DESC LIMIT 1) d ON true
       LEFT JOIN facility f ON f.id = d.facility_id
       LEFT JOIN shelter_opening o ON o.facility_id = f.id AND o.event_id = c.event_id AND o.state IN ('OPEN', 'FULL')
     WHERE g.source_opening_id = $1::uuid AND g.left_at IS NULL AND NOT g.withdrawn_by_source
     ORDER BY g.entered_at, g.id LIMIT 300`,
    [openingId],
  )

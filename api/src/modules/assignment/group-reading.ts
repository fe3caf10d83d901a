import type { AssignmentGroup } from '../../generated/prisma/client.ts'
import type { Tx } from '../../kernel/db.ts'
import type { Emit } from '../../kernel/events.ts'
import { globalId } from '../../kernel/ids.ts'
import { RuleProblem, ValidationProblem } from '../../kernel/problems.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import { loadCase, type CaseSubject } from './case-reading.ts'
import { ReferralAnswered } from './events.ts'
import { groupsVisibleTo } from './policy/assignment.ts'
import { lacking, type Coming, type Room } from './rules/room.ts'

/** An entry with its case, as far as the viewer may see it. */
export async function loadGroup(
  tx: Tx,
  id: string,
  viewer: Viewer,
): Promise<(CaseSubject & { readonly group: AssignmentGroup }) | null> {
  const group = await tx.assignmentGroup.findFirst({ where: { AND: [{ id }, groupsVisibleTo(viewer)] } })
  const subject = group && (await loadCase(tx, group.caseId, viewer))
  return subject && { ...subject, group }
}

/** Refuses facilities that were never asked to open in the event. */
export async function requireShelters(
  tx: Tx,
  eventId: string,
  facilityIds: readonly string[],
): Promise<void> {
  const wanted = [...new Set(facilityIds)]
  const count = await tx.shelterOpening.count({ where: { eventId, facilityId: { in: wanted } } })
  if (count !== wanted.length) throw new RuleProblem('NO_SHELTER_OF_EVENT', 'It is no shelter of the event.')
}

/** Refuses the shelter that has to let these people go. */
export async function requireElsewhere(tx: Tx, groupId: string, facilityId: string): Promise<void> {
  const { sourceOpening } = await tx.assignmentGroup.findUniqueOrThrow({
    where: { id: groupId },
    select: { sourceOpening: { select: { facilityId: true } } },
  })
  if (sourceOpening?.facilityId === facilityId)
    throw new RuleProblem('THEY_HAVE_TO_LEAVE_IT', 'They are in that shelter and have to leave it.')
}

/** Tells the shelter that seeks the place what became of it; nothing where a coordinator typed the group. */
export async function tellSource(
  tx: Tx,
  emit: Emit,
  { case: { id: caseId, event } }: CaseSubject,
  groupId: string,
): Promise<void> {
  const { sourceOpening } = await tx.assignmentGroup.findUniqueOrThrow({
    where: { id: groupId },
    select: { sourceOpening: { select: { id: true, facilityId: true } } },
  })
  if (!sourceOpening) return
  emit(
    ReferralAnswered,
    { caseId, openingId: sourceOpening.id, drill: event.drill },
    {
      audience: [`facility:${sourceOpening.facilityId}`],
      entities: [globalId('ShelterOpening', sourceOpening.id)],
    },
  )
}

/** Refuses more than a shelter has room for, unless it is said why; answers whether it is more. */
export function requireRoom(
  room: Room | undefined,
  coming: readonly Coming[],
  reason: string | undefined,
): boolean {
  const short = lacking(room, coming)
  if (short.length > 0 && reason === undefined)
    throw new ValidationProblem([
      { path: ['overfullReason'], code: 'OVERFULL', message: `too little room: ${short.join(', ')}` },
    ])
  return short.length > 0
}

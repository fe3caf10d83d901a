import type { Tx } from '../../kernel/db.ts'
import type { Emit } from '../../kernel/events.ts'
import { RuleProblem } from '../../kernel/problems.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import { findCorporation, todayAt, type FoundCorporation } from './corporation-writing.ts'
import * as events from './events.ts'
import { checkSuccession } from './rules/succession.ts'
import { announced, carryOut } from './corporation-succession.ts'

/** The corporation that ends and the one that follows it, with the networks that both belong to. */
export interface Ending {
  readonly corporationId: string
  readonly old: FoundCorporation
  readonly successor: FoundCorporation | null
  /** Networks in which the secretariat knows both; those of the old one if nobody follows. */
  readonly platformIds: readonly string[]
}

/** Finds both; null if one is not there. */
export async function findEnding(
  tx: Tx,
  { corporationId, successorId }: { corporationId: string; successorId?: string | null | undefined },
  now: Date,
): Promise<Ending | null> {
  const old = await findCorporation(tx, corporationId, now)
  const successor = successorId ? await findCorporation(tx, successorId, now) : null
  if (!old || (successorId && !successor)) return null
  const platformIds = old.platformIds.filter((id) => !successor || successor.platformIds.includes(id))
  return { corporationId, old, successor, platformIds }
}

/** Refuses an ending that cannot be on that day. */
export async function checkEnding(
  tx: Tx,
  { old, successor }: Ending,
  onDate: Date,
  now: Date,
): Promise<void> {
  const activeFacilities = await tx.facility.count({ where: { corporationId: old.id, status: 'ACTIVE' } })
  checkSuccession(old, successor, { onDate, today: todayAt(now), activeFacilities })
}

/** The same of a succession that was written down: those who may end it, and take it back. */
export async function findSuccession(tx: Tx, id: string, now: Date) {
  const found = await tx.corporationSuccession.findUnique({ where: { id } })
  const ending = found && (await findEnding(tx, found, now))
  // After the day the old corporation is a member of nothing: the successor's secretariats look after it then.
  const platformIds =
    ending &&
    (found.status === 'DONE' && ending.successor ? ending.successor.platformIds : ending.platformIds)
  return ending && platformIds && { ...found, ending, platformIds }
}

/** The database refuses a second ending of one corporation. */
export const successionRecorded = (): RuleProblem =>
  new RuleProblem(
    'SUCCESSION_RECORDED',
    'A merger or dissolution of this corporation is written down already.',
  )

/** Writes an ending down, and carries it out if its day has come. */
export async function recordEnding(
  { tx, viewer, now, emit }: { tx: Tx; viewer: Viewer; now: Date; emit: Emit },
  ending: Ending,
  { kind, onDate, reason }: { kind: 'MERGER' | 'DISSOLUTION'; onDate: Date; reason: string },
): Promise<{ corporationId: string; corporationSuccessionId: string }> {
  await checkEnding(tx, ending, onDate, now)
  if (!viewer.userId) throw new Error('Only a person records the end of a corporation.')
  const today = todayAt(now)
  const corporationId = ending.old.id
  const successorId = ending.successor?.id ?? null
  const due = onDate <= today
  const { id } = await tx.corporationSuccession.create({
    data: {
      kind,
      corporationId,
      successorId,
      onDate,
      reason,
      status: due ? 'DONE' : 'PLANNED',
      recordedByUserId: viewer.userId,
    },
  })
  const succession = {
    id,
    kind,
    corporationId,
    successorId,
    onDate,
    today,
    now,
    recordedByUserId: viewer.userId,
  }
  if (due) {
    await carryOut({ tx, emit }, succession)
  } else {
    const { payload, options } = await announced(tx, succession)
    emit(events.CorporationSuccessionPlanned, payload, options)
  }
  return { corporationId, corporationSuccessionId: id }
}

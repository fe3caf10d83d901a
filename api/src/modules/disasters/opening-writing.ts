import type { DisasterEvent, Prisma, ShelterOpening } from '../../generated/prisma/client.ts'
import type { ShelterFactKind } from '../../generated/prisma/enums.ts'
import { RuleProblem } from '../../kernel/problems.ts'
import { save } from '../../kernel/save.ts'
import { refuseUnless, ofEvent, toNetwork, type Act } from './event-writing.ts'
import * as events from './events.ts'
import { municipality } from './policy/events.ts'
import { recordShelterFact } from '../readiness/public.ts'
import { isPossible, type OpeningAct } from './rules/opening.ts'

type Change = Omit<Prisma.ShelterOpeningUncheckedUpdateInput, 'id' | 'version' | 'state'> & {
  readonly state: ShelterOpening['state']
}

interface Step {
  readonly act: OpeningAct
  readonly version: number
  readonly change: Change
  /** When it was so; by default now. */
  readonly at?: Date
  readonly note?: string
  /** Somebody else wrote it down than whose step it is. */
  readonly onBehalf?: boolean
  /** What is so from then on, as a fact about the facility. */
  readonly fact?: ShelterFactKind
}

/** Refuses an act that the opening's state does not allow. */
const requirePossible = (act: OpeningAct, opening: Pick<ShelterOpening, 'state'> | null): void =>
  refuseUnless(
    isPossible(act, opening?.state ?? null),
    () =>
      new RuleProblem('OPENING_IS_ELSEWHERE', `${act} is not possible in ${opening?.state ?? 'no state'}.`),
  )

/** Takes one step: the state, its time, the line of who did it, and the fact, all or nothing. */
export async function takeStep(
  act: Act,
  event: DisasterEvent,
  opening: ShelterOpening,
  { act: what, version, change, at = act.now, note = '', onBehalf = false, fact }: Step,
): Promise<void> {
  requirePossible(what, opening)
  await save(act.tx.shelterOpening, opening, version, change)
  await writeStep(act, event, { ...opening, state: change.state }, { at, note, onBehalf, fact })
}

/** The line of a step, its fact and its announcement. */
export async function writeStep(
  { tx, viewer, now, emit }: Act,
  event: DisasterEvent,
  { id, facilityId, state }: Pick<ShelterOpening, 'id' | 'facilityId' | 'state'>,
  {
    at,
    note,
    onBehalf,
    fact,
  }: { at: Date; note: string; onBehalf: boolean; fact?: ShelterFactKind | undefined },
): Promise<void> {
  const actingName = viewer.acting?.name ?? ''
  await tx.openingStep.create({
    data: { openingId: id, state, at, note, byUserId: viewer.userId, actingName, onBehalf },
  })
  if (fact) {
    const source = sourceOf(viewer, event, onBehalf)
    await recordShelterFact(tx, {
      facilityId,
      kind: fact,
      at,
      source,
      sourceText: onBehalf ? `${actingName}（代わりに入力）` : actingName || '災害・訓練の記録',
      eventId: event.id,
      recordedByUserId: viewer.userId,
      recordedAt: now,
    })
  }
  emit(
    events.OpeningChanged,
    { ...ofEvent(event), openingId: id, facilityId, state },
    toNetwork(event, ['ShelterOpening', id], ['Facility', facilityId]),
  )
}

function sourceOf(viewer: Act['viewer'], event: DisasterEvent, onBehalf: boolean) {
  if (municipality(viewer, event).allowed) return 'MUNICIPALITY' as const
  return onBehalf || viewer.acting?.kind === 'PLATFORM' ? ('NETWORK' as const) : ('FACILITY' as const)
}

/** A moment that has been given by hand lies in the event and not ahead. */
export function momentIn(event: DisasterEvent, at: Date | undefined, now: Date): Date {
  if (at === undefined) return now
  refuseUnless(
    at >= event.startedAt && at <= now,
    () => new RuleProblem('MOMENT_OUTSIDE_EVENT', 'The moment lies before the event or in the future.'),
  )
  return at
}

import type { AlertSuggestion } from '../../generated/prisma/client.ts'
import type { Tx } from '../../kernel/db.ts'
import type { Emit } from '../../kernel/events.ts'
import { RuleProblem } from '../../kernel/problems.ts'
import { save } from '../../kernel/save.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import * as policy from './policy/alerts.ts'
import { announceEnd } from './receiving.ts'

/** A suggestion as far as the viewer may see it. */
export const loadSuggestion = (tx: Tx, id: string, viewer: Viewer): Promise<AlertSuggestion | null> =>
  tx.alertSuggestion.findFirst({ where: { AND: [{ id }, policy.suggestionsVisibleTo(viewer)] } })

export function assertOpen({ state }: Pick<AlertSuggestion, 'state'>): void {
  if (state !== 'OPEN') throw new RuleProblem('SUGGESTION_IS_OVER', 'It was decided or taken back before.')
}

interface Ending {
  readonly viewer: Viewer
  readonly now: Date
  readonly emit: Emit
  readonly version: number
}

/** Ends a suggestion because an event was opened for it: of the same network, and a drill if the message was one. */
export async function confirmWith(
  tx: Tx,
  suggestion: AlertSuggestion,
  event: { readonly id: string; readonly platformId: string; readonly drill: boolean },
  { viewer, now, emit, version }: Ending,
): Promise<void> {
  assertOpen(suggestion)
  if (event.platformId !== suggestion.platformId)
    throw new RuleProblem('EVENT_OF_ANOTHER_NETWORK', 'The event belongs to another network.')
  if (event.drill !== suggestion.drill)
    throw new RuleProblem('DRILL_DOES_NOT_MATCH', 'A message of a drill opens a drill, and only that.')
  await save(tx.alertSuggestion, suggestion, version, {
    state: 'CONFIRMED',
    endedAt: now,
    decidedByUserId: viewer.userId,
    eventId: event.id,
  })
  announceEnd(emit, { ...suggestion, state: 'CONFIRMED' })
}

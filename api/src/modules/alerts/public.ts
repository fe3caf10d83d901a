import type { Tx } from '../../kernel/db.ts'
import type { Emit } from '../../kernel/events.ts'
import { notFound } from '../../kernel/problems.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import { confirmWith, loadSuggestion } from './deciding.ts'

/** Ends a suggestion with the event that a person opens because of it, in the transaction that opens the event. */
export async function endSuggestionWith(
  tx: Tx,
  alertSuggestionId: string,
  event: { readonly id: string; readonly platformId: string; readonly drill: boolean },
  means: { readonly viewer: Viewer; readonly now: Date; readonly emit: Emit },
): Promise<void> {
  const suggestion = await loadSuggestion(tx, alertSuggestionId, means.viewer)
  if (!suggestion) throw notFound()
  await confirmWith(tx, suggestion, event, { ...means, version: suggestion.version })
}

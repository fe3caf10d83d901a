import { z } from 'zod'
import { event } from '../../kernel/events.ts'

/** A message has come in that was not there before. */
export const AlertReceived = event('alerts.AlertReceived.v1', z.object({ messageId: z.uuid() }))

/** A network is asked whether it opens an event. Nothing was opened. */
export const OpeningSuggested = event(
  'alerts.OpeningSuggested.v1',
  z.object({ suggestionId: z.uuid(), platformId: z.uuid(), drill: z.boolean() }),
)

/** A suggestion is over: somebody confirmed or dismissed it, or its message was taken back. */
export const SuggestionEnded = event(
  'alerts.SuggestionEnded.v1',
  z.object({
    suggestionId: z.uuid(),
    platformId: z.uuid(),
    drill: z.boolean(),
    state: z.enum(['CONFIRMED', 'DISMISSED', 'WITHDRAWN']),
  }),
)

/** From which weight on messages make suggestions has changed. */
export const ThresholdDecided = event('alerts.ThresholdDecided.v1', z.object({ thresholdId: z.uuid() }))

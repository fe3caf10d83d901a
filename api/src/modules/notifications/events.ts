import { z } from 'zod'
import { event } from '../../kernel/events.ts'

/** Somebody has got a notification; heard only by them, so that the bell in every open tab counts anew. */
export const Notified = event('notifications.Notified.v1', z.object({ kind: z.string() }))

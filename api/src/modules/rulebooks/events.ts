import { z } from 'zod'
import { event } from '../../kernel/events.ts'

const version = z.object({ platformId: z.uuid(), rulebookVersionId: z.uuid() })

/** A draft of a network's rulebook was begun, changed or dropped. */
export const RulebookDraftChanged = event('rulebooks.RulebookDraftChanged.v1', version)

/** A version of a network's rulebook was adopted; it is in force from a day on. */
export const RulebookAdopted = event(
  'rulebooks.RulebookAdopted.v1',
  version.extend({ number: z.int(), effectiveOn: z.iso.date(), adoptedOn: z.iso.date() }),
)

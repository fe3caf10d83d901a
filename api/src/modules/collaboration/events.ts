import { z } from 'zod'
import { event } from '../../kernel/events.ts'

// Of a confidential tie only the administrators of its parties hear, and no event names it: whoever hears every event
// does not learn which one it was.

/** A corporation asks others to agree to a tie, or to the change of one. */
export const TieProposed = event('collaboration.TieProposed.v1', z.object({ tieId: z.uuid() }))

/** A network's secretariat has recorded a tie of its members. */
export const TieRecorded = event('collaboration.TieRecorded.v1', z.object({ tieId: z.uuid() }))

/** A party has agreed, declined or objected. */
export const TieAnswered = event(
  'collaboration.TieAnswered.v1',
  z.object({
    tieId: z.uuid(),
    answer: z.enum(['AGREED', 'DECLINED', 'OBJECTED']),
    byCorporationId: z.uuid(),
  }),
)

/** A proposal was taken back. */
export const TieWithdrawn = event('collaboration.TieWithdrawn.v1', z.object({ tieId: z.uuid() }))

/** A tie has got its last day. */
export const TieEnded = event(
  'collaboration.TieEnded.v1',
  z.object({ tieId: z.uuid(), byCorporationId: z.uuid().nullable() }),
)

/** A hub offers a service, or no longer does. */
export const ServiceOffered = event('collaboration.ServiceOffered.v1', z.object({ serviceId: z.uuid() }))
export const ServiceWithdrawn = event('collaboration.ServiceWithdrawn.v1', z.object({ serviceId: z.uuid() }))

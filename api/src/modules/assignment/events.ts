import { z } from 'zod'
import { event } from '../../kernel/events.ts'

// Every payload says whether it is of a drill, so that nobody who passes it on has to ask.
const ofCase = z.object({ caseId: z.uuid(), drill: z.boolean() })

/** Who is to be placed, or what way is closed, has changed. */
export const AssignmentChanged = event('assignment.AssignmentChanged.v1', ofCase)

/** A proposal was asked for. */
export const ProposalRequested = event(
  'assignment.ProposalRequested.v1',
  ofCase.extend({ proposalId: z.uuid() }),
)

/** A proposal is ready, or came to nothing. */
export const ProposalComputed = event(
  'assignment.ProposalComputed.v1',
  ofCase.extend({ proposalId: z.uuid(), ready: z.boolean() }),
)

/** A coordinator has decided where people go. */
export const PlacementDecided = event(
  'assignment.PlacementDecided.v1',
  ofCase.extend({ decisionId: z.uuid() }),
)

/** A shelter that seeks a place for its people hears what became of it; the event says of nobody who. */
export const ReferralAnswered = event(
  'assignment.ReferralAnswered.v1',
  ofCase.extend({ openingId: z.uuid() }),
)

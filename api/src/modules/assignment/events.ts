import { z } from 'zod'
import { event } from '../../kernel/events.ts'

/** Who is to be placed, or what way is closed, has changed. */
export const AssignmentChanged = event('assignment.AssignmentChanged.v1', z.object({ caseId: z.uuid() }))

/** A proposal was asked for. */
export const ProposalRequested = event(
  'assignment.ProposalRequested.v1',
  z.object({ caseId: z.uuid(), proposalId: z.uuid() }),
)

/** A proposal is ready, or came to nothing. */
export const ProposalComputed = event(
  'assignment.ProposalComputed.v1',
  z.object({ caseId: z.uuid(), proposalId: z.uuid(), ready: z.boolean() }),
)

/** A coordinator has decided where people go. */
export const PlacementDecided = event(
  'assignment.PlacementDecided.v1',
  z.object({ caseId: z.uuid(), decisionId: z.uuid() }),
)

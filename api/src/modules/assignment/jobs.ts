import { z } from 'zod'

/** What the worker is asked to do: compute a proposal that waits. */
export const COMPUTE_JOB = {
  name: 'assignment.computeProposal',
  payload: z.object({ proposalId: z.uuid() }),
} as const

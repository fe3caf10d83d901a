import { z } from 'zod'

/** The job that files locked minutes; the worker's part is in reactions/filing.ts. */
export const filingJob = {
  name: 'meetings.fileMinutes',
  payload: z.object({ minutesId: z.uuid() }),
}

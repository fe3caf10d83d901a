import { z } from 'zod'

/** The job that frees what an offer holds when its time has passed; the worker's part is in reactions/lapsing.ts. */
export const lapseJob = {
  name: 'mutualaid.lapseOffer',
  payload: z.object({ aidOfferId: z.uuid() }),
}

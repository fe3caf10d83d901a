import { STAGES } from './stages.ts'
import type { CollaborationStage } from '../../generated/graphql.ts'

/** Which ties are listed, as it stands in the address. */
export interface TiesSearch {
  /** The network; the first one the viewer sees if left out. */
  id?: string
  /** Also the first two stages in the table. */
  all?: true
  after?: string
}

export const readTiesSearch = ({ id, all, after }: Record<string, unknown>): TiesSearch => ({
  ...(typeof id === 'string' && { id }),
  ...(all === true && { all }),
  ...(typeof after === 'string' && { after }),
})

/** What a new tie begins with. */
export interface NewTieSearch {
  id?: string
  stage?: CollaborationStage
  /** The offer of a hub that a contract is about. */
  service?: string
  /** The tie that is changed. */
  amend?: string
}

/** Reads the address; whatever somebody typed into it, the page opens. */
export function readNewTieSearch({ id, stage, service, amend }: Record<string, unknown>): NewTieSearch {
  const known = STAGES.find((one) => one === stage)
  return {
    ...(typeof id === 'string' && { id }),
    ...(known && { stage: known }),
    ...(typeof service === 'string' && { service }),
    ...(typeof amend === 'string' && { amend }),
  }
}

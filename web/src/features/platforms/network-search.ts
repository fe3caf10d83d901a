import type { ConfirmationAge, ConfirmationRequestState, FacilityBlock } from '../../generated/graphql.ts'

/** Which facilities of a network are listed, as it stands in the address. */
export interface NetworkSearch {
  /** The network; the first one the viewer sees if left out. */
  id?: string
  /** Only of this member. */
  member?: string
  /** The ages are those of this block. */
  block?: FacilityBlock
  ages?: ConfirmationAge[]
  after?: string
  before?: string
}

/** Which requests of a network are listed. */
export interface RequestSearch {
  id?: string
  /** Open ones, if left out. */
  state?: ConfirmationRequestState | 'ALL'
  after?: string
  before?: string
}

export const AGES = ['QUARTER', 'YEAR', 'OLDER', 'NEVER'] as const satisfies readonly ConfirmationAge[]
export const BLOCKS = [
  'BASIC',
  'CONTACTS',
  'EQUIPMENT',
  'SERVICES',
  'RESOURCES',
  'STAFF',
] as const satisfies readonly FacilityBlock[]
export const STATES = ['OPEN', 'ANSWERED', 'WITHDRAWN', 'ALL'] as const satisfies readonly (
  | ConfirmationRequestState
  | 'ALL'
)[]

/** Reads the address; whatever somebody typed into it, the page opens. */
export function readNetworkSearch(given: Record<string, unknown>): NetworkSearch {
  const block = BLOCKS.find((one) => one === given.block)
  const ages = AGES.filter((age) => [given.ages].flat().includes(age))
  return {
    ...placeOf(given),
    ...(typeof given.member === 'string' && { member: given.member }),
    ...(block && { block }),
    ...(ages.length > 0 && { ages }),
  }
}

/** Reads the address of the requests. */
export function readRequestSearch(given: Record<string, unknown>): RequestSearch {
  const state = STATES.find((one) => one === given.state)
  return { ...placeOf(given), ...(state && { state }) }
}

const placeOf = ({
  id,
  after,
  before,
}: Record<string, unknown>): Pick<NetworkSearch, 'id' | 'after' | 'before'> => ({
  ...(typeof id === 'string' && { id }),
  ...(typeof after === 'string' && { after }),
  ...(typeof before === 'string' && { before }),
})

/** Which members of a network are listed, as it stands in the address. */
export interface MemberSearch {
  id?: string
  /** As of this day; today's, if left out. */
  on?: string
  /** Those of every day. */
  every?: true
  after?: string
  before?: string
}

const isDay = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))

/** Reads the address; whatever somebody typed into it, the page opens. */
export const readMemberSearch = ({
  id,
  on,
  every,
  after,
  before,
}: Record<string, unknown>): MemberSearch => ({
  ...(typeof id === 'string' && { id }),
  ...(isDay(on) && { on }),
  ...(every === true && { every }),
  ...(typeof after === 'string' && { after }),
  ...(typeof before === 'string' && { before }),
})

/** How a membership stands on a day. */
export function stateOf(
  { startsOn, endsOn }: { startsOn: string; endsOn?: string | null },
  suspended: boolean,
  day: string,
): 'active' | 'suspended' | 'leaving' | 'ended' | 'coming' {
  if (startsOn > day) return 'coming'
  if (endsOn && endsOn < day) return 'ended'
  if (suspended) return 'suspended'
  return endsOn ? 'leaving' : 'active'
}

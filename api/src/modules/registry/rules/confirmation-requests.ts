import type { FacilityBlock } from '../../../generated/prisma/enums.ts'
import { blocksToConfirm, FACILITY_BLOCKS, type LastConfirmed } from './freshness.ts'

/** A request that nobody has answered is repeated so many days after it was made, once each. */
export const REMINDERS_AFTER_DAYS = [7, 14] as const

const DAY = 86_400_000
const JAPAN_IS_AHEAD = 9 * 3_600_000

/** The end of the day in Japan that lies some days before `today` (`YYYY-MM-DD`): what was asked before it is due. */
export const askedBefore = (today: string, days: number): Date =>
  new Date(Date.parse(`${today}T00:00:00Z`) - JAPAN_IS_AHEAD - (days - 1) * DAY)

/** The day in Japan until which an answer is hoped for: the day of the last reminder. */
export const hopedForUntil = (askedOn: string): string =>
  new Date(Date.parse(`${askedOn}T00:00:00Z`) + REMINDERS_AFTER_DAYS[1] * DAY).toISOString().slice(0, 10)

/** How a request stands. */
export const REQUEST_STATES = ['OPEN', 'ANSWERED', 'WITHDRAWN'] as const
export type RequestState = (typeof REQUEST_STATES)[number]

export function requestStateOf({
  answeredAt,
  withdrawnAt,
}: {
  readonly answeredAt: Date | null
  readonly withdrawnAt: Date | null
}): RequestState {
  if (answeredAt) return 'ANSWERED'
  return withdrawnAt ? 'WITHDRAWN' : 'OPEN'
}

interface Wish {
  /** The facilities were picked one by one, so that the blocks are meant as they are. */
  readonly picked: boolean
  /** Blocks to ask about; null = whatever is stale. */
  readonly blocks: readonly FacilityBlock[] | null
}

/** What a facility is asked about: the picked blocks, or of the wanted ones those that are stale. */
export function blocksToAsk(last: LastConfirmed, { picked, blocks }: Wish, now: Date): FacilityBlock[] {
  if (picked && blocks) return FACILITY_BLOCKS.filter((block) => blocks.includes(block))
  return blocksToConfirm(last, now).filter((block) => blocks?.includes(block) ?? true)
}

/** A role that may answer for a facility. */
export interface Answerer {
  readonly userId: string
  readonly facilityId: string | null
  readonly corporationId: string | null
  /** Acts for another corporation that this one has entrusted with it. */
  readonly entrusted?: boolean
}

/**
 * Who is told of a request: the facility's directors; without one, the corporation's administrators; and in any case
 * whom the corporation has entrusted with answering.
 */
export function peopleToTell(
  facility: { readonly id: string; readonly corporationId: string | null },
  answerers: readonly Answerer[],
): string[] {
  const directors = answerers.filter(({ facilityId }) => facilityId === facility.id)
  const ofCorporation = answerers.filter(
    ({ corporationId }) => corporationId !== null && corporationId === facility.corporationId,
  )
  const told = [
    ...(directors.length > 0 ? directors : ofCorporation.filter(({ entrusted }) => !entrusted)),
    ...ofCorporation.filter(({ entrusted }) => entrusted),
  ]
  return [...new Set(told.map(({ userId }) => userId))]
}

import type { Audience } from '../../../kernel/events.ts'
import { globalId } from '../../../kernel/ids.ts'

interface Pair {
  readonly id: string
  readonly shelterId: string | null
  readonly otherShelterId: string | null
  readonly facilityId: string | null
  readonly otherFacilityId: string | null
  readonly ownerId: string | null
  readonly otherOwnerId: string | null
  readonly municipalityCode: string | null
}

/** What a decision may change of a shelter. */
export const shelterColumns = {
  id: true,
  facilityId: true,
  matchReason: true,
  handSet: true,
  dataSourceId: true,
  capacity: true,
  capacityText: true,
  capacitySourceId: true,
  version: true,
} as const

/** The corporations and the municipality that a pair concerns. */
export const heardBy = ({ ownerId, otherOwnerId, municipalityCode }: Pair): Audience[] => [
  ...[ownerId, otherOwnerId].flatMap((id) => (id ? [`corporation:${id}` as const] : [])),
  ...(municipalityCode ? [`municipality:${municipalityCode}` as const] : []),
]

/** Records that show the pair and must be read again. */
export const shownRecords = (pair: Pair): string[] => [
  globalId('MatchProposal', pair.id),
  ...[pair.shelterId, pair.otherShelterId].flatMap((id) => (id ? [globalId('Shelter', id)] : [])),
  ...[pair.facilityId, pair.otherFacilityId].flatMap((id) => (id ? [globalId('Facility', id)] : [])),
]

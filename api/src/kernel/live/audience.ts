import { actsAs, type Seat, type Viewer } from '../viewer.ts'
import type { Audience } from '../events.ts'

/**
 * Which events a viewer hears of. All seats count, not only the acting one: an event carries ids, and what is behind
 * them is read again through the read path. `null` = every event.
 */
export function hears(viewer: Viewer): readonly Audience[] | null {
  if (actsAs(viewer, 'SYSTEM_OPERATOR')) return null
  const heard: Audience[] = [
    'public',
    ...(viewer.userId ? [`user:${viewer.userId}` as const] : []),
    ...viewer.platformIds.map((id) => `platform:${id}` as const),
    ...viewer.seats.flatMap(bodies),
  ]
  return [...new Set(heard)]
}

const bodies = ({ kind, corporationId, facilityId, platformId, municipalityCode }: Seat): Audience[] => [
  ...(corporationId ? [`corporation:${corporationId}` as const] : []),
  ...(facilityId ? [`facility:${facilityId}` as const] : []),
  ...(platformId ? [`platform:${platformId}` as const] : []),
  ...(kind === 'MUNICIPALITY' && municipalityCode ? [`municipality:${municipalityCode}` as const] : []),
]

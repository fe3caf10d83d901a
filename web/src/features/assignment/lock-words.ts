import type { useAssignmentText } from '../../locales/assignment.ts'
import type { ShelterChoice } from './choices.ts'

interface Locked {
  readonly lockedFacility?: { readonly name: string } | null
  readonly barredFacilityIds: readonly string[]
}

/** Where somebody has to go or must not go, as a person has set it. */
export function lockInWords(
  { lockedFacility, barredFacilityIds }: Locked,
  shelters: readonly ShelterChoice[],
  { waiting }: ReturnType<typeof useAssignmentText>,
): string {
  if (lockedFacility) return waiting.here(lockedFacility.name)
  if (barredFacilityIds.length === 0) return waiting.noLock
  const names = barredFacilityIds.map(
    (id) => shelters.find(({ facilityId }) => facilityId === id)?.name ?? '',
  )
  return waiting.notHere(names.join('、'))
}

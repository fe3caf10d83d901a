import { allow, deny, type Verdict } from '../../../kernel/verdict.ts'
import { actsAs, isSystem, type Viewer } from '../../../kernel/viewer.ts'
import { readableBy, type PersonalName } from '../rules/personal-fields.ts'

/** An opening as far as it decides who may what with its people. */
export interface Placed {
  readonly facilityId: string
  readonly platformId: string
}

/** Cells below this are not shown to members who run neither the shelter nor the network. */
const MINIMUM_CELL = 5

const isOfFacility = (viewer: Viewer, { facilityId }: Placed): boolean =>
  actsAs(viewer, 'FACILITY_DIRECTOR', 'FACILITY_STAFF') && viewer.acting?.facilityId === facilityId

/** Who writes down and reads people: the staff of the facility that takes them in, and nobody for them. */
export const keepIntake = (viewer: Viewer, placed: Placed): Verdict =>
  isOfFacility(viewer, placed) ? allow : deny('ONLY_STAFF_OF_THE_SHELTER')

/** Who hands the book out whole, and so begins the time after which it is anonymised. */
export function handOut(viewer: Viewer, placed: Placed): Verdict {
  if (!actsAs(viewer, 'FACILITY_DIRECTOR')) return deny('ONLY_THE_DIRECTOR_HANDS_OUT')
  return keepIntake(viewer, placed)
}

/** Who anonymises: the portal itself, on the day. */
export const anonymise = (viewer: Viewer): Verdict => (isSystem(viewer) ? allow : deny('SYSTEM_ONLY'))

const nothing: ReadonlySet<PersonalName> = new Set()

/** What of a person the viewer may read; by PERSONAL alone. */
export const readableFields = (viewer: Viewer, placed: Placed): ReadonlySet<PersonalName> =>
  viewer.acting && isOfFacility(viewer, placed) ? readableBy(viewer.acting.roles) : nothing

/** Who sees how many: exactly, from the minimum cell on, or not at all. */
export function seesCounts(viewer: Viewer, placed: Placed): 'EXACT' | 'FROM_MINIMUM' | null {
  if (isOfFacility(viewer, placed)) return 'EXACT'
  if (!viewer.platformIds.includes(placed.platformId)) return null
  const runs =
    actsAs(viewer, 'PLATFORM_SECRETARIAT', 'PLATFORM_CHAIR', 'PLATFORM_AUDITOR') &&
    viewer.acting?.platformId === placed.platformId
  return runs || actsAs(viewer, 'MUNICIPAL_LIAISON') ? 'EXACT' : 'FROM_MINIMUM'
}

/** A number as it is shown: null where it would tell of single persons. */
export const shownCount = (people: number, sight: 'EXACT' | 'FROM_MINIMUM'): number | null =>
  sight === 'EXACT' || people === 0 || people >= MINIMUM_CELL ? people : null

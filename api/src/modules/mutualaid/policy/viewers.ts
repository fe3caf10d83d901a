import type { Prisma } from '../../../generated/prisma/client.ts'
import { allow, deny, type Verdict } from '../../../kernel/verdict.ts'
import { actsAs, type RoleName, type Viewer } from '../../../kernel/viewer.ts'

/** What a policy must know of a facility. */
export interface FacilityRef {
  readonly facilityId: string | null
  readonly corporationId: string | null
}

const FACILITY_ROLES: readonly RoleName[] = ['FACILITY_DIRECTOR', 'FACILITY_STAFF']
const OFFICERS: readonly RoleName[] = ['PLATFORM_SECRETARIAT', 'PLATFORM_CHAIR', 'PLATFORM_AUDITOR']

/** Whether the viewer speaks for a facility: as its people, or as its corporation's administrator. */
export const speaksFor = (viewer: Viewer, { facilityId, corporationId }: FacilityRef): boolean => {
  const { acting } = viewer
  if (!acting || facilityId === null) return false
  if (actsAs(viewer, ...FACILITY_ROLES)) return acting.facilityId === facilityId
  return (
    actsAs(viewer, 'CORPORATION_ADMIN') && corporationId !== null && acting.corporationId === corporationId
  )
}

/** Whether the viewer keeps the books of a network. */
export const coordinates = (viewer: Viewer, platformId: string): boolean =>
  actsAs(viewer, 'PLATFORM_SECRETARIAT') && viewer.acting?.platformId === platformId

/** Memberships that hold today in networks the viewer belongs to. */
const commonNetwork = ({ platformIds, today }: Viewer): Prisma.PlatformMembershipWhereInput => ({
  platformId: { in: [...platformIds] },
  startsOn: { lte: today },
  OR: [{ endsOn: null }, { endsOn: { gte: today } }],
})

const inNetwork = (viewer: Viewer): Prisma.FacilityWhereInput => ({
  corporation: { is: { memberships: { some: commonNetwork(viewer) } } },
})

/** Facilities of the viewer's own corporation, or of the facility's that is acted for. */
const own = ({ acting }: Viewer): Prisma.FacilityWhereInput[] =>
  acting?.corporationId ? [{ corporationId: acting.corporationId }] : []

const NOBODYS: Prisma.FacilityWhereInput = { id: { in: [] } }
const oneOf = (parts: Prisma.FacilityWhereInput[]): Prisma.FacilityWhereInput =>
  parts.length > 0 ? { OR: parts } : NOBODYS

/** What members of a network see of each other's facilities: stock, loans, skills, what can be lent. */
export const sharedFacilities = (viewer: Viewer): Prisma.FacilityWhereInput =>
  oneOf([...(viewer.platformIds.length > 0 ? [inNetwork(viewer)] : []), ...own(viewer)])

/** What the facility's corporation sees of it, and the officers of its networks: inspections, movements of stock. */
export const lookedAfterFacilities = (viewer: Viewer): Prisma.FacilityWhereInput =>
  oneOf([...(actsAs(viewer, ...OFFICERS) ? [inNetwork(viewer)] : []), ...own(viewer)])

/** Facilities that the viewer speaks for; says the same as `speaksFor`. */
export function spokenFor(viewer: Viewer): Prisma.FacilityWhereInput {
  const { acting } = viewer
  if (acting?.facilityId && actsAs(viewer, ...FACILITY_ROLES)) return { id: acting.facilityId }
  return acting?.corporationId && actsAs(viewer, 'CORPORATION_ADMIN')
    ? { corporationId: acting.corporationId }
    : NOBODYS
}

/** The facility, or the corporation whose facilities, the viewer keeps the registers of; says the same as `speaksFor`. */
export const keptBy = (viewer: Viewer): FacilityRef => ({
  facilityId: actsAs(viewer, ...FACILITY_ROLES) ? (viewer.acting?.facilityId ?? null) : null,
  corporationId: actsAs(viewer, 'CORPORATION_ADMIN') ? (viewer.acting?.corporationId ?? null) : null,
})

/** The network that the viewer coordinates; says the same as `coordinates`. */
export const coordinated = (viewer: Viewer): Prisma.DisasterEventWhereInput =>
  viewer.acting?.platformId && actsAs(viewer, 'PLATFORM_SECRETARIAT')
    ? { platformId: viewer.acting.platformId }
    : { id: { in: [] } }

/** Who keeps a facility's registers in peace time: its people and its corporation's administrator. */
export function keepRegisters(viewer: Viewer, facility: FacilityRef): Verdict {
  if (!viewer.acting) return deny('CHOOSE_ACTING')
  return speaksFor(viewer, facility) ? allow : deny('ONLY_ITS_PEOPLE_KEEP_REGISTERS')
}

/** Who writes down the agreements of a network: its secretariat. */
export function keepAgreements(viewer: Viewer, { platformId }: { readonly platformId: string }): Verdict {
  if (!viewer.acting) return deny('CHOOSE_ACTING')
  return coordinates(viewer, platformId) ? allow : deny('ONLY_THE_SECRETARIAT_KEEPS')
}

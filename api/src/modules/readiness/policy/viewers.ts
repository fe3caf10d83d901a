import type { Prisma } from '../../../generated/prisma/client.ts'
import { actsAs, type RoleName, type Viewer } from '../../../kernel/viewer.ts'

const OFFICERS: readonly RoleName[] = ['PLATFORM_SECRETARIAT', 'PLATFORM_CHAIR', 'PLATFORM_AUDITOR']

/** Matches nothing. */
export const nothing = { id: { in: [] as string[] } }

/** The network whose officer the viewer acts as. */
export const officeOf = (viewer: Viewer): string | null =>
  actsAs(viewer, ...OFFICERS) ? (viewer.acting?.platformId ?? null) : null

/** The facility for whose people the viewer acts. */
export const facilityOf = ({ acting }: Viewer): string | null =>
  acting?.kind === 'FACILITY' ? acting.facilityId : null

/** The corporation for itself, not for one of its facilities. */
export const corporationOf = ({ acting }: Viewer): string | null =>
  acting?.kind === 'CORPORATION' ? acting.corporationId : null

/** Memberships of a network that hold on a day. */
const membersOn = (platformIds: readonly string[], today: Date): Prisma.PlatformMembershipWhereInput => ({
  platformId: { in: [...platformIds] },
  startsOn: { lte: today },
  OR: [{ endsOn: null }, { endsOn: { gte: today } }],
})

/** Facilities of the members of some networks. */
export const facilitiesOf = (platformIds: readonly string[], today: Date): Prisma.FacilityWhereInput => ({
  corporation: { is: { memberships: { some: membersOn(platformIds, today) } } },
})

/** The viewer's own facility, or all of the corporation acted for; null for everybody else. */
export function ownFacilities(viewer: Viewer): Prisma.FacilityWhereInput | null {
  const [facilityId, corporationId] = [facilityOf(viewer), corporationOf(viewer)]
  if (facilityId) return { id: facilityId }
  return corporationId ? { corporationId } : null
}

/** What a policy must know of a facility. */
export interface FacilityRef {
  readonly id: string
  readonly corporationId: string | null
  readonly municipalityCode: string
}

/** Roles that speak for a facility as its own people: those who work there or answer for its corporation. */
export function speaksFor(
  viewer: Viewer,
  { id, corporationId }: Pick<FacilityRef, 'id' | 'corporationId'>,
  roles: readonly RoleName[],
): boolean {
  if (!actsAs(viewer, ...roles)) return false
  if (facilityOf(viewer) !== null) return facilityOf(viewer) === id
  return corporationId !== null && corporationOf(viewer) === corporationId
}

/** Heads of facilities and administrators of corporations: those whose work the checklist and the visits are. */
export const isHead = (viewer: Viewer): boolean => actsAs(viewer, 'FACILITY_DIRECTOR', 'CORPORATION_ADMIN')

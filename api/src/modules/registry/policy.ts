import type { Prisma } from '../../generated/prisma/client.ts'
import { allow, deny, type Verdict } from '../../kernel/verdict.ts'
import { actsAs, type RoleName, type Viewer } from '../../kernel/viewer.ts'

/** Facts of corporations, facilities, offices, shelters, municipalities, services and sources are for everybody. */
export const visibleToAll = (_viewer: Viewer): Record<string, never> => ({})

/** What a policy must know of a facility. */
export interface FacilityRef {
  readonly id: string
  readonly corporationId: string | null
}

const FACILITY_ROLES: readonly RoleName[] = ['FACILITY_DIRECTOR', 'FACILITY_STAFF']

/** Roles whose word counts for a facility's facts, the nearest first. */
const CONFIRMING_ROLES: readonly RoleName[] = [...FACILITY_ROLES, 'CORPORATION_ADMIN']

/** The person who confirms and the role that counts. */
export function confirmerOf(viewer: Viewer): { userId: string; role: RoleName } {
  const role = CONFIRMING_ROLES.find((each) => actsAs(viewer, each))
  if (!viewer.userId || !role) throw new Error('`confirm` lets nobody pass who is not one of these.')
  return { userId: viewer.userId, role }
}

/** Who may say of a facility's facts that they are right: its director and staff, and its corporation's administrator. */
export function confirm(viewer: Viewer, facility: FacilityRef): Verdict {
  const { acting } = viewer
  if (!viewer.userId) return deny('SIGN_IN_FIRST')
  if (!acting) return deny('CHOOSE_ACTING')
  if (actsAs(viewer, ...FACILITY_ROLES))
    return acting.facilityId === facility.id ? allow : deny('NOT_YOUR_FACILITY')
  if (actsAs(viewer, 'CORPORATION_ADMIN'))
    return facility.corporationId !== null && acting.corporationId === facility.corporationId
      ? allow
      : deny('NOT_YOUR_CORPORATION')
  return deny('ONLY_THE_FACILITY_CONFIRMS')
}

/** Facilities whose facts the viewer may confirm: one, or all of a corporation; null for none. Says the same as `confirm`. */
export function confirmableFacilities(
  viewer: Viewer,
): { facilityId: string | null; corporationId: string | null } | null {
  const { acting } = viewer
  if (!viewer.userId || !acting) return null
  if (actsAs(viewer, ...FACILITY_ROLES)) return { facilityId: acting.facilityId, corporationId: null }
  if (actsAs(viewer, 'CORPORATION_ADMIN')) return { facilityId: null, corporationId: acting.corporationId }
  return null
}

/**
 * Whom to call is for the facility's own people and for the networks its corporation belongs to: members, their
 * secretariat and the municipality's liaison. The operator of the system needs no telephone numbers.
 */
export function contactsVisibleTo(viewer: Viewer): Prisma.FacilityContactWhereInput {
  const { acting, platformIds, today } = viewer
  if (!acting) return { id: { in: [] } }
  const membership: Prisma.PlatformMembershipWhereInput = {
    platformId: { in: [...platformIds] },
    startsOn: { lte: today },
    OR: [{ endsOn: null }, { endsOn: { gte: today } }],
  }
  const facilities: Prisma.FacilityWhereInput[] = [
    { corporation: { is: { memberships: { some: membership } } } },
  ]
  if (acting.corporationId) facilities.push({ corporationId: acting.corporationId })
  if (acting.facilityId) facilities.push({ id: acting.facilityId })
  return { facility: { is: { OR: facilities } } }
}

/** Who may correct master data. */
export const editServiceKind = (viewer: Viewer): Verdict =>
  actsAs(viewer, 'SYSTEM_OPERATOR') ? allow : deny('ONLY_THE_OPERATOR')

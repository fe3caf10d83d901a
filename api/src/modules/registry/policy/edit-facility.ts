import type { Prisma } from '../../../generated/prisma/client.ts'
import { allow, deny, type Verdict } from '../../../kernel/verdict.ts'
import { actsAs, type Viewer } from '../../../kernel/viewer.ts'
import { confirm, type FacilityRef } from '../policy.ts'

/** Memberships by which the viewer's network, of which they are the secretariat, looks after a corporation today. */
export const lookedAfterBy = (viewer: Viewer): Prisma.PlatformMembershipWhereInput => ({
  platformId: {
    in: actsAs(viewer, 'PLATFORM_SECRETARIAT') && viewer.acting?.platformId ? [viewer.acting.platformId] : [],
  },
  startsOn: { lte: viewer.today },
  OR: [{ endsOn: null }, { endsOn: { gte: viewer.today } }],
})

/**
 * Who may correct a facility's facts: whoever may confirm them, the secretariat of a network its corporation belongs to
 * (which is no confirmation), and the operator.
 */
export function editFacility(viewer: Viewer, facility: FacilityRef, inOwnNetwork: boolean): Verdict {
  if (actsAs(viewer, 'SYSTEM_OPERATOR')) return allow
  if (actsAs(viewer, 'PLATFORM_SECRETARIAT')) return inOwnNetwork ? allow : deny('NOT_A_MEMBER')
  const verdict = confirm(viewer, facility)
  return verdict.allowed || verdict.reason !== 'ONLY_THE_FACILITY_CONFIRMS'
    ? verdict
    : deny('ONLY_ITS_PEOPLE_EDIT')
}

/** Contacts are replaced as a whole, so only those who see all of them may: not the operator, who sees none. */
export const editFacilityContacts = (viewer: Viewer, facility: FacilityRef, inOwnNetwork: boolean): Verdict =>
  actsAs(viewer, 'SYSTEM_OPERATOR')
    ? deny('CONTACTS_NOT_FOR_THE_OPERATOR')
    : editFacility(viewer, facility, inOwnNetwork)

/** Who may close a facility or open it again: those above it, never the facility alone. */
export function closeFacility(viewer: Viewer, facility: FacilityRef, inOwnNetwork: boolean): Verdict {
  const verdict = editFacility(viewer, facility, inOwnNetwork)
  return verdict.allowed && actsAs(viewer, 'FACILITY_DIRECTOR', 'FACILITY_STAFF')
    ? deny('ONLY_THE_CORPORATION_CLOSES')
    : verdict
}

/** Who may register a facility of a corporation: its administrator, its networks' secretariats, the operator. */
export function registerFacility(
  viewer: Viewer,
  corporation: { readonly id: string },
  inOwnNetwork: boolean,
): Verdict {
  const { acting } = viewer
  if (!viewer.userId) return deny('SIGN_IN_FIRST')
  if (!acting) return deny('CHOOSE_ACTING')
  if (actsAs(viewer, 'SYSTEM_OPERATOR')) return allow
  if (actsAs(viewer, 'PLATFORM_SECRETARIAT')) return inOwnNetwork ? allow : deny('NOT_A_MEMBER')
  if (!actsAs(viewer, 'CORPORATION_ADMIN')) return deny('ONLY_THE_CORPORATION_REGISTERS')
  return acting.corporationId === corporation.id ? allow : deny('NOT_YOUR_CORPORATION')
}

/** Who may say that an area of a municipality is right: the operator, who checks it against its source. */
export const confirmCommunityArea = (viewer: Viewer): Verdict =>
  actsAs(viewer, 'SYSTEM_OPERATOR') ? allow : deny('ONLY_THE_OPERATOR')

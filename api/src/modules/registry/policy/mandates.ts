import type { Prisma } from '../../../generated/prisma/client.ts'
import { allow, deny, type Verdict } from '../../../kernel/verdict.ts'
import { actsAs, isSystem, type RoleName, type Viewer } from '../../../kernel/viewer.ts'

/** What a policy must know of a mandate. */
export interface MandateRef {
  readonly corporationId: string
  readonly holderCorporationId: string | null
  readonly holderPlatformId: string | null
}

/** Who may entrust others with something in the name of a corporation: its administrator alone. */
export function giveMandates(viewer: Viewer, corporation: { readonly id: string }): Verdict {
  if (!viewer.userId) return deny('SIGN_IN_FIRST')
  if (!viewer.acting) return deny('CHOOSE_ACTING')
  if (!actsAs(viewer, 'CORPORATION_ADMIN')) return deny('ONLY_ITS_ADMINISTRATOR_ENTRUSTS')
  return viewer.acting.corporationId === corporation.id ? allow : deny('NOT_YOUR_MANDATE')
}

/** Whether the viewer speaks for the body that holds a mandate. */
function holds(viewer: Viewer, { holderCorporationId, holderPlatformId }: MandateRef): boolean {
  const { acting } = viewer
  if (holderCorporationId !== null)
    return acting?.corporationId === holderCorporationId && actsAs(viewer, 'CORPORATION_ADMIN')
  return acting?.platformId === holderPlatformId && actsAs(viewer, 'PLATFORM_SECRETARIAT')
}

/** Who may end a mandate: the corporation's administrator takes it back, the holder's people give it back. */
export function endMandate(viewer: Viewer, mandate: MandateRef): Verdict {
  if (holds(viewer, mandate)) return allow
  const verdict = giveMandates(viewer, { id: mandate.corporationId })
  return verdict.allowed || verdict.reason !== 'ONLY_ITS_ADMINISTRATOR_ENTRUSTS'
    ? verdict
    : deny('ONLY_BOTH_SIDES_END_A_MANDATE')
}

/** Whether it is given back by its holder, and not taken back by the corporation. */
export const givesBack = (viewer: Viewer, mandate: MandateRef): boolean => holds(viewer, mandate)

/** What ends by the calendar is ended by the portal itself. */
export const followMemberships = (viewer: Viewer): Verdict => (isSystem(viewer) ? allow : deny('SYSTEM_ONLY'))

const OFFICERS: readonly RoleName[] = ['PLATFORM_SECRETARIAT', 'PLATFORM_CHAIR', 'PLATFORM_AUDITOR']

/** Mandates are seen by the people of both sides, and by the operator. */
export function mandatesVisibleTo(viewer: Viewer): Prisma.MandateWhereInput {
  const { acting } = viewer
  if (actsAs(viewer, 'SYSTEM_OPERATOR')) return {}
  if (acting?.corporationId)
    return { OR: [{ corporationId: acting.corporationId }, { holderCorporationId: acting.corporationId }] }
  if (acting?.platformId && actsAs(viewer, ...OFFICERS)) return { holderPlatformId: acting.platformId }
  return { id: { in: [] } }
}

/** Mandates that the acting body holds. */
export function heldBy({ acting }: Viewer): Prisma.MandateWhereInput {
  if (acting?.corporationId) return { holderCorporationId: acting.corporationId }
  return acting?.platformId ? { holderPlatformId: acting.platformId } : { id: { in: [] } }
}

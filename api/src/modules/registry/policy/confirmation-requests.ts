import type { Prisma } from '../../../generated/prisma/client.ts'
import { allow, deny, type Verdict } from '../../../kernel/verdict.ts'
import { actsAs, isSystem, type RoleName, type Viewer } from '../../../kernel/viewer.ts'
import { entrustedBy } from '../rules/held-mandates.ts'

const OFFICERS: readonly RoleName[] = ['PLATFORM_SECRETARIAT', 'PLATFORM_CHAIR', 'PLATFORM_AUDITOR']

/**
 * Requests are seen by the network’s officers, by the facility’s own people and corporation, by whom the corporation has
 * entrusted with confirming, and by the operator.
 */
export function requestsVisibleTo(viewer: Viewer): Prisma.ConfirmationRequestWhereInput {
  const own = ownRequests(viewer)
  const entrusted = entrustedBy(viewer, 'CONFIRM_FACTS')
  return entrusted.length > 0
    ? { OR: [own, { facility: { is: { corporationId: { in: entrusted } } } }] }
    : own
}

function ownRequests(viewer: Viewer): Prisma.ConfirmationRequestWhereInput {
  const { acting } = viewer
  if (actsAs(viewer, 'SYSTEM_OPERATOR')) return {}
  if (acting?.platformId && actsAs(viewer, ...OFFICERS)) return { platformId: acting.platformId }
  if (acting?.facilityId) return { facilityId: acting.facilityId }
  if (acting?.corporationId) return { facility: { is: { corporationId: acting.corporationId } } }
  return { id: { in: [] } }
}

/** The blocks of a request are seen with it. */
export const requestBlocksVisibleTo = (viewer: Viewer): Prisma.ConfirmationRequestBlockWhereInput => ({
  request: { is: requestsVisibleTo(viewer) },
})

/** Who may ask the facilities of a network, and take a request back: its secretariat. */
export function askFor(viewer: Viewer, { platformId }: { readonly platformId: string }): Verdict {
  if (!actsAs(viewer, 'PLATFORM_SECRETARIAT')) return deny('ONLY_THE_SECRETARIAT_ASKS')
  return viewer.acting?.platformId === platformId ? allow : deny('NOT_YOUR_NETWORK')
}

/** Who may repeat what is due: the portal itself, once a day. */
export const remind = (viewer: Viewer): Verdict => (isSystem(viewer) ? allow : deny('SYSTEM_ONLY'))

import type { Prisma } from '../../../generated/prisma/client.ts'
import { actsAs, type RoleName, type Viewer } from '../../../kernel/viewer.ts'

const SECRETARIAT: readonly RoleName[] = ['PLATFORM_SECRETARIAT', 'PLATFORM_AUDITOR']
const CORPORATION: readonly RoleName[] = ['CORPORATION_ADMIN', 'CORPORATION_REPORTER']

/** Whose dues somebody reads: all of a network, those of a corporation, or nobody’s. */
export type DuesReach = { readonly platformId: string } | { readonly corporationId: string } | null

/** Dues are read by the secretariat and the auditor of the network, and each corporation reads its own. */
export function duesReach(viewer: Viewer): DuesReach {
  const { acting } = viewer
  if (acting?.platformId && actsAs(viewer, ...SECRETARIAT)) return { platformId: acting.platformId }
  if (acting?.corporationId && actsAs(viewer, ...CORPORATION)) return { corporationId: acting.corporationId }
  return null
}

export const duesVisibleTo = (viewer: Viewer): Prisma.MembershipDuesWhereInput =>
  duesReach(viewer) ?? { id: { in: [] } }

/** The network whose open dues are the viewer’s work: the secretariat’s. */
export const duesCollectedBy = (viewer: Viewer): string | null =>
  actsAs(viewer, 'PLATFORM_SECRETARIAT') ? (viewer.acting?.platformId ?? null) : null

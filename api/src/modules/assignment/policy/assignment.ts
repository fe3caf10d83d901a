import type { Prisma } from '../../../generated/prisma/client.ts'
import { allow, deny, type Verdict } from '../../../kernel/verdict.ts'
import { actsAs, isSystem, type Viewer } from '../../../kernel/viewer.ts'

/** The networks whose cases the viewer reads: as officer of the network, or as the municipality's liaison in it. */
export function readableIn(viewer: Viewer): readonly string[] {
  if (actsAs(viewer, 'MUNICIPAL_LIAISON')) return viewer.platformIds
  const isOfficer = actsAs(viewer, 'PLATFORM_SECRETARIAT', 'PLATFORM_CHAIR', 'PLATFORM_AUDITOR')
  return isOfficer && viewer.acting?.platformId ? [viewer.acting.platformId] : []
}

/**
 * Who is to be placed where says what single people need, even without a name: the officers of the event's network and the
 * municipality's liaison see it, members do not.
 */
export const casesVisibleTo = (viewer: Viewer): Prisma.AssignmentCaseWhereInput => ({
  event: { is: { platformId: { in: [...readableIn(viewer)] } } },
})
export const groupsVisibleTo = (viewer: Viewer): Prisma.AssignmentGroupWhereInput => ({
  case: { is: casesVisibleTo(viewer) },
})
export const membersVisibleTo = (viewer: Viewer): Prisma.AssignmentMemberWhereInput => ({
  group: { is: groupsVisibleTo(viewer) },
})
export const closuresVisibleTo = (viewer: Viewer): Prisma.RoadClosureWhereInput => ({
  case: { is: casesVisibleTo(viewer) },
})
export const proposalsVisibleTo = (viewer: Viewer): Prisma.AssignmentProposalWhereInput => ({
  case: { is: casesVisibleTo(viewer) },
})
export const linesVisibleTo = (viewer: Viewer): Prisma.AssignmentLineWhereInput => ({
  proposal: { is: proposalsVisibleTo(viewer) },
})
export const decisionsVisibleTo = (viewer: Viewer): Prisma.AssignmentDecisionWhereInput => ({
  case: { is: casesVisibleTo(viewer) },
})

export interface EventRef {
  readonly platformId: string
  readonly closedAt: Date | null
}

/** Who coordinates: the secretariat of the event's network, or the municipality's liaison in it, while the event goes on. */
export function coordinate(viewer: Viewer, { platformId, closedAt }: EventRef): Verdict {
  if (!actsAs(viewer, 'PLATFORM_SECRETARIAT', 'MUNICIPAL_LIAISON')) return deny('ONLY_COORDINATORS_ASSIGN')
  if (!readableIn(viewer).includes(platformId)) return deny('NOT_YOUR_NETWORK')
  return closedAt === null ? allow : deny('EVENT_IS_CLOSED')
}

/** Who writes down what was computed: the portal itself. */
export const settle = (viewer: Viewer): Verdict => (isSystem(viewer) ? allow : deny('SYSTEM_ONLY'))

/** The facility that hears where its people go; null for whoever works at none. */
export const shelterOf = (viewer: Viewer): string | null =>
  actsAs(viewer, 'FACILITY_DIRECTOR', 'FACILITY_STAFF') ? (viewer.acting?.facilityId ?? null) : null

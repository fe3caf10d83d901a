import type { Prisma } from '../../generated/prisma/client.ts'
import { actsAs, type Viewer } from '../../kernel/viewer.ts'

/** A network is seen by its members, its officers, the liaison of its municipality, and the system operator. */
export const visibleTo = (viewer: Viewer): Prisma.PlatformWhereInput =>
  actsAs(viewer, 'SYSTEM_OPERATOR') ? {} : { id: { in: [...viewer.platformIds] } }

/** Who is a member is seen by whoever sees the network. */
export const membershipVisibleTo = (viewer: Viewer): Prisma.PlatformMembershipWhereInput =>
  actsAs(viewer, 'SYSTEM_OPERATOR') ? {} : { platformId: { in: [...viewer.platformIds] } }

/** Memberships, seats, offices and whatever else has a term, that hold on a day. */
export const activeOn = (day: Date) => ({
  startsOn: { lte: day },
  OR: [{ endsOn: null }, { endsOn: { gte: day } }],
})

import type { Prisma } from '../../../generated/prisma/client.ts'
import { allow, all, deny, type Verdict } from '../../../kernel/verdict.ts'
import type { Viewer } from '../../../kernel/viewer.ts'
import { lookAfter, networksOf, nothing, officersNetwork } from '../rules/viewers.ts'

/** Officers see every entry of their network; a member's people those that are meant for members. */
export function entriesVisibleTo(viewer: Viewer): Prisma.CalendarEntryWhereInput {
  const own = officersNetwork(viewer)
  if (own !== null) return { platformId: own }
  const platformIds = networksOf(viewer)
  return platformIds.length === 0 ? nothing : { platformId: { in: [...platformIds] }, audience: 'MEMBERS' }
}

/** An address for other calendars is its owner's alone. */
export const feedsVisibleTo = ({ userId }: Viewer): Prisma.CalendarFeedWhereInput =>
  userId ? { userId, revokedAt: null } : nothing

interface Entered {
  readonly platformId: string
  readonly source: string
  readonly cancelledAt: Date | null
}

/** The secretariat changes what was put in by hand; what another part of the portal keeps is changed there. */
export const changeEntry = (viewer: Viewer, entry: Entered): Verdict =>
  all(
    lookAfter(viewer, entry),
    entry.source === 'bulletin' ? allow : deny('ENTRY_IS_KEPT_ELSEWHERE'),
    entry.cancelledAt === null ? allow : deny('ENTRY_IS_CANCELLED'),
  )

/** Whoever reads a network's calendar may read it elsewhere too. */
export const subscribe = (viewer: Viewer, { platformId }: { readonly platformId: string }): Verdict =>
  networksOf(viewer).includes(platformId) ? allow : deny('NOT_YOUR_NETWORK')

/** An address is given up by its owner. */
export const revokeFeed = (viewer: Viewer, { userId }: { readonly userId: string }): Verdict =>
  viewer.userId === userId ? allow : deny('NOT_YOURS')

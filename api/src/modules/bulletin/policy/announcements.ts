import type { Prisma } from '../../../generated/prisma/client.ts'
import { allow, all, deny, type Verdict } from '../../../kernel/verdict.ts'
import { actsAs, isSystem, type RoleName, type Viewer } from '../../../kernel/viewer.ts'
import { lookAfter, membersCorporation, networksOf, nothing, officersNetwork } from '../rules/viewers.ts'

/** Roles whose people are told of an announcement and asked to acknowledge it; staff may read it. */
export const TOLD: readonly RoleName[] = ['CORPORATION_ADMIN', 'CORPORATION_REPORTER', 'FACILITY_DIRECTOR']

/**
 * Officers see everything their network announces, also what is still to come; a member's people see what has been
 * published for all or for their corporation, withdrawn ones with the reason.
 */
export function announcementsVisibleTo(viewer: Viewer): Prisma.AnnouncementWhereInput {
  const own = officersNetwork(viewer)
  if (own !== null) return { platformId: own }
  const corporationId = membersCorporation(viewer)
  const platformIds = networksOf(viewer)
  if (platformIds.length === 0) return nothing
  return {
    platformId: { in: [...platformIds] },
    publishedAt: { not: null },
    OR: [{ chosen: false }, ...(corporationId === null ? [] : [{ recipients: { some: { corporationId } } }])],
  }
}

/** To whom an announcement goes is seen by the network's officers. */
export function recipientsVisibleTo(viewer: Viewer): Prisma.AnnouncementRecipientWhereInput {
  const own = officersNetwork(viewer)
  return own === null ? nothing : { announcement: { is: { platformId: own } } }
}

/** What goes with an announcement is seen with it; each document by its own rule. */
export const attachmentsVisibleTo = (viewer: Viewer): Prisma.AnnouncementDocumentWhereInput => ({
  announcement: { is: announcementsVisibleTo(viewer) },
})

/** Who has read is seen by the network's officers; one's own reading by oneself. */
export function readingsVisibleTo(viewer: Viewer): Prisma.AnnouncementReadingWhereInput {
  if (!viewer.userId) return nothing
  const own = officersNetwork(viewer)
  const mine = { userId: viewer.userId }
  return own === null ? mine : { OR: [mine, { announcement: { is: { platformId: own } } }] }
}

/** An announcement is taken back by the secretariat, once. */
export const withdraw = (
  viewer: Viewer,
  announcement: { readonly platformId: string; readonly withdrawnAt: Date | null },
): Verdict =>
  all(
    lookAfter(viewer, announcement),
    announcement.withdrawnAt === null ? allow : deny('ANNOUNCEMENT_IS_WITHDRAWN'),
  )

/** Whoever sees an announcement may open it. */
export const open = (): Verdict => allow

/** 「読みました」 is said by those who are told, while it stands and asks for it. */
export function acknowledge(
  viewer: Viewer,
  {
    mustAcknowledge,
    publishedAt,
    withdrawnAt,
  }: {
    readonly mustAcknowledge: boolean
    readonly publishedAt: Date | null
    readonly withdrawnAt: Date | null
  },
): Verdict {
  if (!actsAs(viewer, ...TOLD)) return deny('ONLY_WHO_IS_TOLD_ACKNOWLEDGES')
  if (withdrawnAt !== null) return deny('ANNOUNCEMENT_IS_WITHDRAWN')
  return mustAcknowledge && publishedAt !== null ? allow : deny('NOTHING_TO_ACKNOWLEDGE')
}

/** Announcements come out by themselves when their moment has come. */
export const release = (viewer: Viewer): Verdict => (isSystem(viewer) ? allow : deny('SYSTEM_ONLY'))

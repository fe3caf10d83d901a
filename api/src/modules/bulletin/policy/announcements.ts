import type { Prisma } from '../../../generated/prisma/client.ts'
import { allow, all, deny, type Verdict } from '../../../kernel/verdict.ts'
import { actsAs, isSystem, type RoleName, type Viewer } from '../../../kernel/viewer.ts'
import {
  lookAfter,
  membersCorporation,
  networksOf,
  nothing,
  officersNetwork,
  seesEveryCommittee,
} from '../rules/viewers.ts'

/** Roles whose people are told of an announcement and asked to acknowledge it; staff may read it. */
export const TOLD: readonly RoleName[] = ['CORPORATION_ADMIN', 'CORPORATION_REPORTER', 'FACILITY_DIRECTOR']

/** What officers see of their network's announcements; null for everybody else. */
function officersAnnouncements(viewer: Viewer): Prisma.AnnouncementWhereInput | null {
  const own = officersNetwork(viewer)
  if (own === null) return null
  return { platformId: own, ...(seesEveryCommittee(viewer) ? {} : { committeeId: null }) }
}

/**
 * Officers see everything their network announces, also what is still to come, save that the chair does not see what goes
 * to a committee; a member's people see what has been published for all, for their corporation or for a committee in
 * which it has a seat today, withdrawn ones with the reason.
 */
export function announcementsVisibleTo(viewer: Viewer): Prisma.AnnouncementWhereInput {
  const officers = officersAnnouncements(viewer)
  if (officers) return officers
  const corporationId = membersCorporation(viewer)
  const platformIds = networksOf(viewer)
  if (platformIds.length === 0) return nothing
  return {
    platformId: { in: [...platformIds] },
    publishedAt: { not: null },
    AND: goesTo(corporationId === null ? [] : [corporationId], viewer.today),
  }
}

/** What goes to one of these corporations on a day. */
export const goesTo = (corporationIds: readonly string[], today: Date): Prisma.AnnouncementWhereInput[] => {
  const corporationId = { in: [...corporationIds] }
  const seat = { corporationId, startsOn: { lte: today }, OR: [{ endsOn: null }, { endsOn: { gte: today } }] }
  return [
    { OR: [{ chosen: false }, { recipients: { some: { corporationId } } }] },
    { OR: [{ committeeId: null }, { committee: { is: { members: { some: seat } } } }] },
  ]
}

/** To whom an announcement goes is seen by the network's officers. */
export function recipientsVisibleTo(viewer: Viewer): Prisma.AnnouncementRecipientWhereInput {
  const officers = officersAnnouncements(viewer)
  return officers ? { announcement: { is: officers } } : nothing
}

/** What goes with an announcement is seen with it; each document by its own rule. */
export const attachmentsVisibleTo = (viewer: Viewer): Prisma.AnnouncementDocumentWhereInput => ({
  announcement: { is: announcementsVisibleTo(viewer) },
})

/** Who has read is seen by the network's officers; one's own reading by oneself. */
export function readingsVisibleTo(viewer: Viewer): Prisma.AnnouncementReadingWhereInput {
  if (!viewer.userId) return nothing
  const officers = officersAnnouncements(viewer)
  const mine = { userId: viewer.userId }
  return officers ? { OR: [mine, { announcement: { is: officers } }] } : mine
}

/** What is still to come out is corrected by the secretariat; what members have before them no longer changes. */
export const edit = (
  viewer: Viewer,
  announcement: {
    readonly platformId: string
    readonly publishedAt: Date | null
    readonly withdrawnAt: Date | null
  },
): Verdict =>
  all(
    lookAfter(viewer, announcement),
    announcement.withdrawnAt === null ? allow : deny('ANNOUNCEMENT_IS_WITHDRAWN'),
    announcement.publishedAt === null ? allow : deny('ANNOUNCEMENT_IS_OUT'),
  )

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

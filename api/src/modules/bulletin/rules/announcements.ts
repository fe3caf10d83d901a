/** How an announcement stands. */
export const ANNOUNCEMENT_STATES = ['PLANNED', 'PUBLISHED', 'WITHDRAWN'] as const
export type AnnouncementState = (typeof ANNOUNCEMENT_STATES)[number]

export function announcementStateOf({
  publishedAt,
  withdrawnAt,
}: {
  readonly publishedAt: Date | null
  readonly withdrawnAt: Date | null
}): AnnouncementState {
  if (withdrawnAt) return 'WITHDRAWN'
  return publishedAt ? 'PUBLISHED' : 'PLANNED'
}

/** Kinds of the notifications that tell of an announcement. */
export const ANNOUNCED = 'bulletin.announced'
export const MUST_READ = 'bulletin.mustRead'

/** SQL: whether announcement `a` goes to a corporation on a day. Both are given as SQL. */
export const goesTo = (corporation: string, day: string): string => `
  (NOT a.chosen OR EXISTS (
    SELECT FROM announcement_recipient AS whom WHERE whom.announcement_id = a.id AND whom.corporation_id = ${corporation}))
  AND (a.committee_id IS NULL OR EXISTS (
    SELECT FROM committee_member AS seat WHERE seat.committee_id = a.committee_id AND seat.corporation_id = ${corporation}
      AND seat.starts_on <= ${day} AND (seat.ends_on IS NULL OR seat.ends_on >= ${day})))`

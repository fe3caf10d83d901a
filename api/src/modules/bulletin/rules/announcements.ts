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

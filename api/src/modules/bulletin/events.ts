import { z } from 'zod'
import { event } from '../../kernel/events.ts'

/** A document of a network's shelf was put in, corrected, got a new version or was deleted. */
export const DocumentChanged = event(
  'bulletin.DocumentChanged.v1',
  z.object({
    documentId: z.uuid(),
    platformId: z.uuid(),
    change: z.enum(['ADDED', 'EDITED', 'VERSION', 'DELETED']),
  }),
)

/** A version of a document was opened by somebody for the first time; who it was is not said. */
export const DocumentOpened = event(
  'bulletin.DocumentOpened.v1',
  z.object({ documentId: z.uuid(), platformId: z.uuid() }),
)

/** An announcement has reached its readers. */
export const AnnouncementPublished = event(
  'bulletin.AnnouncementPublished.v1',
  z.object({ announcementId: z.uuid(), platformId: z.uuid() }),
)

/** An announcement was planned, taken back, opened or acknowledged. */
export const AnnouncementChanged = event(
  'bulletin.AnnouncementChanged.v1',
  z.object({
    announcementId: z.uuid(),
    platformId: z.uuid(),
    change: z.enum(['PLANNED', 'WITHDRAWN', 'READ']),
  }),
)

/** An entry of a network's calendar was put in, changed or called off. */
export const CalendarChanged = event(
  'bulletin.CalendarChanged.v1',
  z.object({ calendarEntryId: z.uuid(), platformId: z.uuid() }),
)

/** A person has made or given up an address for other calendars; heard only by them. */
export const CalendarFeedsChanged = event(
  'bulletin.CalendarFeedsChanged.v1',
  z.object({ calendarFeedId: z.uuid() }),
)

/** A proposal for how long papers are kept was corrected or confirmed. */
export const RetentionRuleChanged = event(
  'bulletin.RetentionRuleChanged.v1',
  z.object({ retentionRuleId: z.uuid() }),
)

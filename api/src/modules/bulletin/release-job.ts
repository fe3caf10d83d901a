import { z } from 'zod'

/** The job that lets an announcement out at its moment; the worker's part is in reactions/announcements.ts. */
export const releaseJob = {
  name: 'bulletin.releaseAnnouncement',
  payload: z.object({ announcementId: z.uuid() }),
}

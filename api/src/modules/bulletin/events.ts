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

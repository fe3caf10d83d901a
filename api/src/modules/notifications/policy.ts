import type { Prisma } from '../../generated/prisma/client.ts'
import { allow, deny, type Verdict } from '../../kernel/verdict.ts'
import type { Viewer } from '../../kernel/viewer.ts'

/** Notifications are seen and read by the person they tell, and by nobody else. */
export const visibleTo = (viewer: Viewer): Prisma.NotificationWhereInput =>
  viewer.userId ? { userId: viewer.userId } : { id: { in: [] } }

export const read = (viewer: Viewer, { userId }: { userId: string }): Verdict =>
  viewer.userId === userId ? allow : deny('NOT_YOURS')

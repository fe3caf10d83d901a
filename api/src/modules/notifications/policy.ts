import type { Prisma } from '../../generated/prisma/client.ts'
import { allow, deny, type Verdict } from '../../kernel/verdict.ts'
import { isSystem, type Viewer } from '../../kernel/viewer.ts'

/** Notifications are seen and read by the person they tell, and by nobody else. */
export const visibleTo = (viewer: Viewer): Prisma.NotificationWhereInput =>
  viewer.userId ? { userId: viewer.userId } : { id: { in: [] } }

export const read = (viewer: Viewer, { userId }: { userId: string }): Verdict =>
  viewer.userId === userId ? allow : deny('NOT_YOURS')

/** What a person has chosen to hear of is nobody else's. */
export const choicesVisibleTo = (viewer: Viewer): Prisma.NoticeChoiceWhereInput =>
  viewer.userId ? { userId: viewer.userId } : { id: { in: [] } }

/** Who may gather a person's news into a mail: the portal itself, once a day. */
export const mail = (viewer: Viewer): Verdict => (isSystem(viewer) ? allow : deny('SYSTEM_ONLY'))

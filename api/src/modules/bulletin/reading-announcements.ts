import type { Tx } from '../../kernel/db.ts'
import type { Emit } from '../../kernel/events.ts'
import { globalId } from '../../kernel/ids.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import { settleNotices } from '../notifications/public.ts'
import { AnnouncementChanged } from './events.ts'
import { membersCorporation } from './rules/viewers.ts'
import { ANNOUNCED, MUST_READ } from './rules/announcements.ts'

interface Act {
  readonly tx: Tx
  readonly viewer: Viewer
  readonly now: Date
  readonly emit: Emit
}

/** Notes that a person has an announcement before their eyes, the first time; the news of it is old then. */
export async function noteOpened(
  { tx, viewer, now }: Omit<Act, 'emit'>,
  announcementId: string,
): Promise<void> {
  const userId = viewer.userId ?? ''
  await tx.announcementReading.createMany({
    data: [
      {
        announcementId,
        userId,
        corporationId: membersCorporation(viewer),
        bodyName: viewer.acting?.name ?? '',
        openedAt: now,
      },
    ],
    skipDuplicates: true,
  })
  await settleNotices(tx, { kinds: [ANNOUNCED], subject: announcementId, userId, now })
}

/** Notes that a person said 「読みました」. */
export async function noteAcknowledged(
  act: Act,
  announcement: { id: string; platformId: string },
): Promise<void> {
  const { tx, viewer, now, emit } = act
  const { id: announcementId, platformId } = announcement
  const userId = viewer.userId ?? ''
  await noteOpened(act, announcementId)
  await tx.announcementReading.updateMany({
    where: { announcementId, userId, acknowledgedAt: null },
    data: {
      acknowledgedAt: now,
      corporationId: membersCorporation(viewer),
      bodyName: viewer.acting?.name ?? '',
    },
  })
  await settleNotices(tx, { kinds: [MUST_READ], subject: announcementId, userId, now })
  emit(
    AnnouncementChanged,
    { announcementId, platformId, change: 'READ' },
    { audience: [`user:${userId}`], entities: [globalId('Announcement', announcementId)] },
  )
}

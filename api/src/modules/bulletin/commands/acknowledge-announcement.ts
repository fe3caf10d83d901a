import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import * as policy from '../policy/announcements.ts'
import { noteAcknowledged } from '../reading-announcements.ts'

export const acknowledgeAnnouncement = command({
  name: 'acknowledgeAnnouncement',
  description:
    'A person says that they have read an announcement that asks for it; doing it again changes nothing.',
  input: z.object({ announcementId: idOf('Announcement').describe('The announcement.') }),
  subject: (tx, { announcementId }, viewer) =>
    tx.announcement.findFirst({
      where: { id: announcementId, AND: policy.announcementsVisibleTo(viewer) },
    }),
  may: policy.acknowledge,
  async run({ tx, subject, viewer, now, emit }) {
    await noteAcknowledged({ tx, viewer, now, emit }, subject)
    return { announcementId: subject.id, platformId: subject.platformId }
  },
})

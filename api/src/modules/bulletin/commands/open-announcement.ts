import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import * as policy from '../policy/announcements.ts'
import { noteOpened } from '../reading-announcements.ts'

export const openAnnouncement = command({
  name: 'openAnnouncement',
  description: 'A person has an announcement before their eyes; the news of it is old then.',
  input: z.object({ announcementId: idOf('Announcement').describe('The announcement.') }),
  subject: (tx, { announcementId }, viewer) =>
    tx.announcement.findFirst({
      where: { id: announcementId, AND: policy.announcementsVisibleTo(viewer) },
    }),
  may: policy.open,
  async run({ tx, subject, viewer, now }) {
    await noteOpened({ tx, viewer, now }, subject.id)
    return { announcementId: subject.id, platformId: subject.platformId }
  },
})

import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { sendOut } from '../announcement-writing.ts'
import * as policy from '../policy/announcements.ts'

export const releaseAnnouncement = command({
  name: 'releaseAnnouncement',
  description: 'An announcement comes out by itself at its moment, unless it was taken back.',
  input: z.object({ announcementId: z.uuid().describe('The announcement.') }),
  subject: (tx, { announcementId }) => tx.announcement.findUnique({ where: { id: announcementId } }),
  may: policy.release,
  async run({ tx, subject, now, emit }) {
    const { id } = subject
    // The condition is looked at with the row locked: a second job, or a withdrawal at the same moment, changes nothing.
    const { count } = await tx.announcement.updateMany({
      where: { id, publishedAt: null, withdrawnAt: null, publishAt: { lte: now } },
      data: { publishedAt: now, version: { increment: 1 } },
    })
    if (count === 1) await sendOut({ tx, now, emit }, { ...subject, publishedAt: now })
    return { announcementId: id, count }
  },
})

import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId } from '../../../kernel/ids.ts'
import { AnnouncementPublished } from '../events.ts'
import * as policy from '../policy/announcements.ts'

export const releaseAnnouncement = command({
  name: 'releaseAnnouncement',
  description: 'An announcement comes out by itself at its moment, unless it was taken back.',
  input: z.object({ announcementId: z.uuid().describe('The announcement.') }),
  subject: (tx, { announcementId }) =>
    tx.announcement.findUnique({
      where: { id: announcementId },
      include: { recipients: { select: { corporationId: true } } },
    }),
  may: policy.release,
  async run({ tx, subject: { id, platformId, chosen, recipients }, now, emit }) {
    // The condition is looked at with the row locked: a second job, or a withdrawal at the same moment, changes nothing.
    const { count } = await tx.announcement.updateMany({
      where: { id, publishedAt: null, withdrawnAt: null, publishAt: { lte: now } },
      data: { publishedAt: now, version: { increment: 1 } },
    })
    if (count === 1)
      emit(
        AnnouncementPublished,
        { announcementId: id, platformId },
        {
          audience: chosen
            ? recipients.map(({ corporationId }) => `corporation:${corporationId}` as const)
            : [`platform:${platformId}`],
          entities: [globalId('Platform', platformId), globalId('Announcement', id)],
        },
      )
    return { announcementId: id, count }
  },
})

import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { save } from '../../../kernel/save.ts'
import { audienceOf } from '../announcement-writing.ts'
import { settleNotices } from '../../notifications/public.ts'
import { AnnouncementChanged } from '../events.ts'
import * as policy from '../policy/announcements.ts'
import { ANNOUNCED, MUST_READ } from '../rules/announcements.ts'

export const withdrawAnnouncement = command({
  name: 'withdrawAnnouncement',
  description:
    'The secretariat takes an announcement back with a reason: it asks nobody any more, and whoever has it sees why.',
  input: z.object({
    announcementId: idOf('Announcement').describe('The announcement.'),
    reason: z.string().trim().min(1).max(300).describe('Why, at most 300 characters; readers see it.'),
    version: version(),
  }),
  subject: (tx, { announcementId }, viewer) =>
    tx.announcement.findFirst({
      where: { id: announcementId, AND: policy.announcementsVisibleTo(viewer) },
    }),
  may: policy.withdraw,
  async run({ tx, subject, input, viewer, now, emit }) {
    const { id, platformId } = subject
    await save(tx.announcement, { id }, input.version, {
      withdrawnAt: now,
      withdrawnByUserId: viewer.userId,
      withdrawalReason: input.reason,
    })
    await settleNotices(tx, { kinds: [ANNOUNCED, MUST_READ], subject: id, now })
    emit(
      AnnouncementChanged,
      { announcementId: id, platformId, change: 'WITHDRAWN' },
      {
        audience: subject.publishedAt ? await audienceOf(tx, subject, now) : [],
        entities: [globalId('Announcement', id)],
      },
    )
    return { announcementId: id, platformId }
  },
})

import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { save } from '../../../kernel/save.ts'
import { readAudience, sendOut } from '../announcement-writing.ts'
import { announcementFacts } from '../inputs.ts'
import * as policy from '../policy/announcements.ts'

/** 「お知らせの予定を直す」 */
export const editAnnouncement = command({
  name: 'editAnnouncement',
  description:
    'The secretariat corrects an announcement that is still to come out: what it says, to whom and when. Once it is out, it is taken back instead.',
  input: z.object({
    announcementId: idOf('Announcement').describe('The announcement.'),
    ...announcementFacts,
    version: version(),
  }),
  secret: ['title', 'body'],
  subject: (tx, { announcementId }, viewer) =>
    tx.announcement.findFirst({
      where: { id: announcementId, AND: policy.announcementsVisibleTo(viewer) },
    }),
  may: policy.edit,
  async run({ tx, subject: { id, platformId }, input, now, emit }) {
    const { chosen, committeeId, documents } = await readAudience({ tx, now }, platformId, input)
    const publishAt = input.publishAt && input.publishAt > now ? input.publishAt : now
    const publishedAt = publishAt === now ? now : null
    // Coming out moves the version on: of an edit and the moment of release, the later one is told.
    await save(tx.announcement, { id }, input.version, {
      topic: input.topic,
      title: input.title,
      body: input.body,
      chosen: chosen.length > 0,
      committeeId,
      mustAcknowledge: input.mustAcknowledge,
      publishAt,
      publishedAt,
    })
    await tx.announcementRecipient.deleteMany({ where: { announcementId: id } })
    await tx.announcementRecipient.createMany({
      data: chosen.map((corporationId) => ({ announcementId: id, corporationId })),
    })
    await tx.announcementDocument.deleteMany({ where: { announcementId: id } })
    await tx.announcementDocument.createMany({
      data: documents.map((documentId, position) => ({ announcementId: id, documentId, position })),
    })
    // A job of the old moment finds that its time has not come, or that it is out already.
    const addressed = { id, platformId, chosen: chosen.length > 0, committeeId, publishAt, publishedAt }
    await sendOut({ tx, now, emit }, addressed)
    return { announcementId: id, platformId }
  },
})

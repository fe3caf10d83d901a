import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { idempotencyKey } from '../../../kernel/inputs.ts'
import { readAudience, sendOut } from '../announcement-writing.ts'
import { announcementFacts } from '../inputs.ts'
import * as policy from '../rules/viewers.ts'

/** 「お知らせを出す」 */
export const publishAnnouncement = command({
  name: 'publishAnnouncement',
  description:
    'A network’s secretariat tells all members, chosen ones or those of a committee something, at once or from a moment on, and may ask them to acknowledge it.',
  input: z.object({
    platformId: idOf('Platform').describe('The network, one’s own.'),
    ...announcementFacts,
    idempotencyKey: idempotencyKey(),
  }),
  // What is said to some is read by them, not in the audit of the network.
  secret: ['title', 'body'],
  subject: async (tx, { platformId }) => {
    const found = await tx.platform.findUnique({ where: { id: platformId }, select: { id: true } })
    return found && { platformId: found.id }
  },
  may: policy.lookAfter,
  async run({ tx, subject: { platformId }, input, viewer, now, emit }) {
    const { chosen, committeeId, documents } = await readAudience({ tx, now }, platformId, input)
    const publishAt = input.publishAt && input.publishAt > now ? input.publishAt : now
    const announcement = await tx.announcement.create({
      data: {
        platformId,
        topic: input.topic,
        title: input.title,
        body: input.body,
        chosen: chosen.length > 0,
        committeeId,
        mustAcknowledge: input.mustAcknowledge,
        publishAt,
        publishedAt: publishAt === now ? now : null,
        writtenByUserId: viewer.userId ?? '',
        createdAt: now,
        recipients: { create: chosen.map((corporationId) => ({ corporationId })) },
        documents: { create: documents.map((documentId, position) => ({ documentId, position })) },
      },
    })
    await sendOut({ tx, now, emit }, announcement)
    return { announcementId: announcement.id, platformId }
  },
})

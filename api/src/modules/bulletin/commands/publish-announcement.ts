import { z } from 'zod'
import { dateOf, dayInJapan } from '../../../kernel/clock.ts'
import { command } from '../../../kernel/command.ts'
import type { Tx } from '../../../kernel/db.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { idempotencyKey, instant } from '../../../kernel/inputs.ts'
import { addJob } from '../../../kernel/jobs/task.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { AnnouncementChanged, AnnouncementPublished } from '../events.ts'
import { announcementTopic } from '../inputs.ts'
import * as policy from '../rules/viewers.ts'
import { releaseJob } from '../release-job.ts'

/** 「お知らせを出す」 */
export const publishAnnouncement = command({
  name: 'publishAnnouncement',
  description:
    'A network’s secretariat tells all or chosen members something, at once or from a moment on, and may ask them to acknowledge it.',
  input: z.object({
    platformId: idOf('Platform').describe('The network, one’s own.'),
    topic: announcementTopic.describe('What it is about.'),
    title: z.string().trim().min(1).max(120).describe('Its title, at most 120 characters.'),
    body: z
      .string()
      .trim()
      .min(1)
      .max(10_000)
      .describe('Plain text, at most 10,000 characters; an empty line parts paragraphs.'),
    corporationIds: z
      .array(idOf('Corporation'))
      .min(1)
      .max(500)
      .nullable()
      .optional()
      .describe('The members it goes to; null or left out = all.'),
    mustAcknowledge: z.boolean().describe('Whether readers are asked to say that they have read it.'),
    publishAt: instant().nullable().optional().describe('When it comes out; null or left out = at once.'),
    documentIds: z
      .array(idOf('Document'))
      .max(20)
      .optional()
      .describe('Documents of the shelf that go with it, in this order.'),
    idempotencyKey: idempotencyKey(),
  }),
  subject: async (tx, { platformId }) => {
    const found = await tx.platform.findUnique({ where: { id: platformId }, select: { id: true } })
    return found && { platformId: found.id }
  },
  may: policy.lookAfter,
  async run({ tx, subject: { platformId }, input, viewer, now, emit }) {
    const chosen = [...new Set(input.corporationIds ?? [])]
    await checkMembers(tx, platformId, chosen, now)
    const documents = [...new Set(input.documentIds ?? [])]
    await checkDocuments(tx, platformId, documents)
    const publishAt = input.publishAt && input.publishAt > now ? input.publishAt : now
    const isOut = publishAt === now
    const { id } = await tx.announcement.create({
      data: {
        platformId,
        topic: input.topic,
        title: input.title,
        body: input.body,
        chosen: chosen.length > 0,
        mustAcknowledge: input.mustAcknowledge,
        publishAt,
        publishedAt: isOut ? now : null,
        writtenByUserId: viewer.userId ?? '',
        createdAt: now,
        recipients: { create: chosen.map((corporationId) => ({ corporationId })) },
        documents: { create: documents.map((documentId, position) => ({ documentId, position })) },
      },
      select: { id: true },
    })
    const entities = [globalId('Platform', platformId)]
    if (isOut) {
      const audience = chosen.length > 0 ? chosen.map((key) => `corporation:${key}` as const) : []
      emit(
        AnnouncementPublished,
        { announcementId: id, platformId },
        { audience: audience.length > 0 ? audience : [`platform:${platformId}`], entities },
      )
    } else {
      await addJob(tx, releaseJob, { announcementId: id }, { at: publishAt })
      emit(
        AnnouncementChanged,
        { announcementId: id, platformId, change: 'PLANNED' },
        { audience: [], entities },
      )
    }
    return { announcementId: id, platformId }
  },
})

async function checkMembers(
  tx: Tx,
  platformId: string,
  corporationIds: readonly string[],
  now: Date,
): Promise<void> {
  if (corporationIds.length === 0) return
  const today = dateOf(dayInJapan(now))
  const members = await tx.platformMembership.findMany({
    where: {
      platformId,
      corporationId: { in: [...corporationIds] },
      startsOn: { lte: today },
      OR: [{ endsOn: null }, { endsOn: { gte: today } }],
    },
    select: { corporationId: true },
  })
  if (new Set(members.map(({ corporationId }) => corporationId)).size < corporationIds.length)
    throw new RuleProblem('RECIPIENT_IS_NO_MEMBER', 'One of the chosen corporations is no member today.')
}

/** Readers must be able to open what comes with an announcement. */
async function checkDocuments(tx: Tx, platformId: string, ids: readonly string[]): Promise<void> {
  const readable = { platformId, audience: 'MEMBERS' as const, deletedAt: null, latestNumber: { gt: 0 } }
  const count = await tx.document.count({ where: { id: { in: [...ids] }, ...readable } })
  if (count < ids.length)
    throw new RuleProblem('ATTACHMENT_NOT_FOR_MEMBERS', 'One of the documents cannot be read by members.')
}

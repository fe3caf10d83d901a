import { runCommand } from '../../../kernel/command.ts'
import { globalId } from '../../../kernel/ids.ts'
import { reaction } from '../../../kernel/jobs/reaction.ts'
import { task } from '../../../kernel/jobs/task.ts'
import { systemViewer } from '../../../kernel/viewer.ts'
import { mailedAs, notify } from '../../notifications/public.ts'
import { releaseAnnouncement } from '../commands/release-announcement.ts'
import { AnnouncementPublished } from '../events.ts'
import { peopleToTell } from '../people.ts'
import { releaseJob } from '../release-job.ts'
import { ANNOUNCED, MUST_READ } from '../rules/announcements.ts'

task({
  ...releaseJob,
  async run({ announcementId }, { db, clock }) {
    await runCommand(
      releaseAnnouncement,
      { announcementId },
      { db, clock, viewer: systemViewer, requestId: null },
    )
  },
})

reaction(AnnouncementPublished, {
  name: 'bulletin.tellOfAnnouncement',
  description: 'The people of the members that an announcement goes to are told of it.',
  async run({ tx, payload: { announcementId }, eventId, now, emit }) {
    const found = await tx.announcement.findUnique({
      where: { id: announcementId },
      include: { platform: { select: { name: true } }, recipients: { select: { corporationId: true } } },
    })
    if (!found || found.withdrawnAt) return
    const { platformId, chosen, recipients, mustAcknowledge, title, platform } = found
    const userIds = await peopleToTell(tx, {
      platformId,
      now,
      ...(chosen ? { corporationIds: recipients.map(({ corporationId }) => corporationId) } : {}),
    })
    // Whoever has found it by themselves needs no news of it.
    const read = await tx.announcementReading.findMany({
      where: { announcementId },
      select: { userId: true },
    })
    const readers = new Set(read.map(({ userId }) => userId))
    await notify(
      { tx, emit, now },
      {
        eventId,
        userIds: userIds.filter((userId) => !readers.has(userId)),
        ...(mustAcknowledge ? { kind: 'bulletin.mustRead' } : { kind: 'bulletin.announced' }),
        params: { network: platform.name, title },
        link: `/network/announcements/${globalId('Announcement', announcementId)}`,
        subject: announcementId,
      },
    )
  },
})

mailedAs(ANNOUNCED, {
  topic: 'ANNOUNCEMENTS',
  line: ({ network, title }) => `${network}のお知らせ「${title}」`,
  async stillOpen(db, { userId, subjects }) {
    const standing = await db.announcement.findMany({
      where: { id: { in: [...subjects] }, withdrawnAt: null, readings: { none: { userId } } },
      select: { id: true },
    })
    return new Set(standing.map(({ id }) => id))
  },
})

mailedAs(MUST_READ, {
  topic: 'MUST_READ',
  line: ({ network, title }) => `${network}のお知らせ「${title}」を読み、「読みました」を押してください。`,
  async stillOpen(db, { userId, subjects }) {
    const standing = await db.announcement.findMany({
      where: {
        id: { in: [...subjects] },
        withdrawnAt: null,
        readings: { none: { userId, acknowledgedAt: { not: null } } },
      },
      select: { id: true },
    })
    return new Set(standing.map(({ id }) => id))
  },
})

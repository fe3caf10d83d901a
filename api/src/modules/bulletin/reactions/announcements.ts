import type { Prisma } from '../../../generated/prisma/client.ts'
import { dateOf, dayInJapan } from '../../../kernel/clock.ts'
import { runCommand } from '../../../kernel/command.ts'
import type { Db, Tx } from '../../../kernel/db.ts'
import { globalId } from '../../../kernel/ids.ts'
import { reaction } from '../../../kernel/jobs/reaction.ts'
import { task } from '../../../kernel/jobs/task.ts'
import { systemViewer } from '../../../kernel/viewer.ts'
import { mailedAs, notify } from '../../notifications/public.ts'
import { addressees } from '../announcement-writing.ts'
import { releaseAnnouncement } from '../commands/release-announcement.ts'
import { AnnouncementPublished } from '../events.ts'
import { holdsOn, peopleToTell, toldFor } from '../people.ts'
import { goesTo } from '../policy/announcements.ts'
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
      include: { platform: { select: { name: true } } },
    })
    if (!found || found.withdrawnAt) return
    const { platformId, mustAcknowledge, title, platform } = found
    const corporationIds = await addressees(tx, found, now)
    const userIds = await peopleToTell(tx, { platformId, now, ...(corporationIds && { corporationIds }) })
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
  stillOpen: (db, asked) => stillGoesTo(db, asked, { readings: { none: { userId: asked.userId } } }),
})

mailedAs(MUST_READ, {
  topic: 'MUST_READ',
  line: ({ network, title }) => `${network}のお知らせ「${title}」を読み、「読みました」を押してください。`,
  stillOpen: (db, asked) =>
    stillGoesTo(db, asked, {
      readings: { none: { userId: asked.userId, acknowledgedAt: { not: null } } },
    }),
})

/** Of some announcements, those that stand, go to the person's corporation now as they did then, and are undone. */
async function stillGoesTo(
  db: Db | Tx,
  { userId, subjects, now }: { userId: string; subjects: readonly string[]; now: Date },
  undone: Prisma.AnnouncementWhereInput,
): Promise<ReadonlySet<string>> {
  const corporationIds = await toldFor(db, userId, now)
  const standing = await db.announcement.findMany({
    where: {
      id: { in: [...subjects] },
      withdrawnAt: null,
      platform: { memberships: { some: { corporationId: { in: corporationIds }, ...holdsOn(now) } } },
      AND: [undone, ...goesTo(corporationIds, dateOf(dayInJapan(now)))],
    },
    select: { id: true },
  })
  return new Set(standing.map(({ id }) => id))
}

import type { Db, Tx } from '../../../kernel/db.ts'
import { globalId } from '../../../kernel/ids.ts'
import { reaction } from '../../../kernel/jobs/reaction.ts'
import { mailedAs, notify } from '../../notifications/public.ts'
import { DocumentChanged } from '../events.ts'
import { holdsOn, peopleToTell, toldFor } from '../people.ts'
import { DOCUMENT_ADDED, DOCUMENT_RENEWED } from '../rules/documents.ts'

/** Nobody is told of what has long been there, for example when a year of data is put in at once. */
const NEWS_DAYS = 7
const FILED_NEWS_DAYS = 60
const DAY = 86_400_000

reaction(DocumentChanged, {
  name: 'bulletin.tellOfDocument',
  description: 'The members’ people are told of a file that is new on their network’s shelf.',
  async run({ tx, payload: { documentId, platformId, change }, eventId, at, now, emit }) {
    if (change !== 'VERSION' || now.getTime() - at.getTime() > NEWS_DAYS * DAY) return
    const version = await tx.documentVersion.findFirst({
      where: {
        documentId,
        receivedAt: { lte: at },
        document: { is: { deletedAt: null, audience: 'MEMBERS' } },
      },
      orderBy: { number: 'desc' },
      include: { document: { include: { platform: { select: { name: true } } } } },
    })
    // Deleted or taken from the members meanwhile: nothing to be told.
    if (!version) return
    const { id: subject, number, addedByUserId, document } = version
    // What another part of the portal files of long ago is no news.
    const { source, sealed, retainFrom } = document
    // Whoever made the place for a file tells of it: papers of a meeting are told of with the meeting.
    if (source !== null && !sealed) return
    if (sealed && now.getTime() - retainFrom.getTime() > FILED_NEWS_DAYS * DAY) return
    const read = await tx.documentReading.findMany({
      where: { versionId: subject },
      select: { userId: true },
    })
    const know = new Set([addedByUserId, ...read.map(({ userId }) => userId)])
    const userIds = (await peopleToTell(tx, { platformId, now })).filter((userId) => !know.has(userId))
    await notify(
      { tx, emit, now },
      {
        eventId,
        userIds,
        ...(number === 1 ? { kind: 'bulletin.documentAdded' } : { kind: 'bulletin.documentRenewed' }),
        params: { network: document.platform.name, title: document.title, number: number ?? 1 },
        link: `/network/documents/${globalId('Document', documentId)}`,
        subject,
      },
    )
  },
})

mailedAs(DOCUMENT_ADDED, {
  topic: 'DOCUMENTS',
  line: ({ network, title }) => `${network}の棚に「${title}」が入りました。`,
  stillOpen: stillNew,
})

mailedAs(DOCUMENT_RENEWED, {
  topic: 'DOCUMENTS',
  line: ({ network, title, number }) => `${network}の「${title}」が第${number}版になりました。`,
  stillOpen: stillNew,
})

/** Of some versions, those that a person may still open, has not, and that no newer one has taken the place of. */
async function stillNew(
  db: Db | Tx,
  { userId, subjects, now }: { userId: string; subjects: readonly string[]; now: Date },
): Promise<ReadonlySet<string>> {
  const corporationIds = await toldFor(db, userId, now)
  const versions = await db.documentVersion.findMany({
    where: {
      id: { in: [...subjects] },
      readings: { none: { userId } },
      document: {
        is: {
          deletedAt: null,
          audience: 'MEMBERS',
          platform: { memberships: { some: { corporationId: { in: corporationIds }, ...holdsOn(now) } } },
        },
      },
    },
    select: { id: true, number: true, document: { select: { latestNumber: true } } },
  })
  return new Set(
    versions.flatMap(({ id, number, document }) => (number === document.latestNumber ? [id] : [])),
  )
}

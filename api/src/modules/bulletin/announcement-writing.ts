import type { Tx } from '../../kernel/db.ts'
import type { Audience, Emit } from '../../kernel/events.ts'
import { globalId } from '../../kernel/ids.ts'
import { addJob } from '../../kernel/jobs/task.ts'
import { RuleProblem } from '../../kernel/problems.ts'
import { AnnouncementChanged, AnnouncementPublished } from './events.ts'
import { holdsOn } from './people.ts'
import { releaseJob } from './release-job.ts'

interface Act {
  readonly tx: Tx
  readonly now: Date
  readonly emit: Emit
}

interface Given {
  readonly corporationIds?: readonly string[] | null | undefined
  readonly committeeId?: string | null | undefined
  readonly documentIds?: readonly string[] | undefined
}

/** To whom an announcement goes and what goes with it, after it was looked at whether that can be. */
export async function readAudience(
  { tx, now }: Pick<Act, 'tx' | 'now'>,
  platformId: string,
  given: Given,
): Promise<{
  readonly chosen: readonly string[]
  readonly committeeId: string | null
  readonly documents: readonly string[]
}> {
  const chosen = [...new Set(given.corporationIds ?? [])]
  const committeeId = given.committeeId ?? null
  if (chosen.length > 0 && committeeId !== null)
    throw new RuleProblem('ANNOUNCEMENT_HAS_ONE_AUDIENCE', 'It goes to chosen members or to a committee.')
  await checkMembers(tx, platformId, chosen, now)
  if (committeeId !== null) await checkCommittee(tx, platformId, committeeId, now)
  const documents = [...new Set(given.documentIds ?? [])]
  await checkDocuments(tx, platformId, documents)
  return { chosen, committeeId, documents }
}

async function checkMembers(
  tx: Tx,
  platformId: string,
  corporationIds: readonly string[],
  now: Date,
): Promise<void> {
  if (corporationIds.length === 0) return
  const members = await tx.platformMembership.findMany({
    where: { platformId, corporationId: { in: [...corporationIds] }, ...holdsOn(now) },
    select: { corporationId: true },
  })
  if (new Set(members.map(({ corporationId }) => corporationId)).size < corporationIds.length)
    throw new RuleProblem('RECIPIENT_IS_NO_MEMBER', 'One of the chosen corporations is no member today.')
}

/** Somebody must be there to hear it. */
async function checkCommittee(tx: Tx, platformId: string, id: string, now: Date): Promise<void> {
  const holds = holdsOn(now)
  const count = await tx.committee.count({ where: { id, platformId, ...holds, members: { some: holds } } })
  if (count === 0)
    throw new RuleProblem('COMMITTEE_HEARS_NOTHING', 'It is no committee of today with a member in it.')
}

/** Readers must be able to open what comes with an announcement. */
async function checkDocuments(tx: Tx, platformId: string, ids: readonly string[]): Promise<void> {
  const readable = { platformId, audience: 'MEMBERS' as const, deletedAt: null, latestNumber: { gt: 0 } }
  const count = await tx.document.count({ where: { id: { in: [...ids] }, ...readable } })
  if (count < ids.length)
    throw new RuleProblem('ATTACHMENT_NOT_FOR_MEMBERS', 'One of the documents cannot be read by members.')
}

interface Addressed {
  readonly id: string
  readonly platformId: string
  readonly chosen: boolean
  readonly committeeId: string | null
}

/** The members an announcement goes to, if not to all. */
export async function addressees(
  tx: Tx,
  { id, chosen, committeeId }: Addressed,
  now: Date,
): Promise<readonly string[] | null> {
  if (chosen) {
    const rows = await tx.announcementRecipient.findMany({
      where: { announcementId: id },
      select: { corporationId: true },
    })
    return rows.map(({ corporationId }) => corporationId)
  }
  if (committeeId === null) return null
  const seats = await tx.committeeMember.findMany({
    where: { committeeId, ...holdsOn(now) },
    select: { corporationId: true },
    distinct: ['corporationId'],
  })
  return seats.map(({ corporationId }) => corporationId)
}

/** Who hears of an announcement that is out: nobody to whom it does not go. */
export async function audienceOf(tx: Tx, announcement: Addressed, now: Date): Promise<Audience[]> {
  const whom = await addressees(tx, announcement, now)
  return whom
    ? whom.map((key) => `corporation:${key}` as const)
    : [`platform:${announcement.platformId}` as const]
}

/** Announces that one is out, or sees to it that it comes out at its moment. */
export async function sendOut(
  { tx, now, emit }: Act,
  announcement: Addressed & { readonly publishAt: Date; readonly publishedAt: Date | null },
): Promise<void> {
  const { id, platformId, publishAt, publishedAt } = announcement
  const entities = [globalId('Platform', platformId), globalId('Announcement', id)]
  if (publishedAt) {
    const audience = await audienceOf(tx, announcement, now)
    emit(AnnouncementPublished, { announcementId: id, platformId }, { audience, entities })
    return
  }
  await addJob(tx, releaseJob, { announcementId: id }, { at: publishAt })
  emit(AnnouncementChanged, { announcementId: id, platformId, change: 'PLANNED' }, { audience: [], entities })
}

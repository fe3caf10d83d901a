import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { idempotencyKey } from '../../../kernel/inputs.ts'
import { addJob } from '../../../kernel/jobs/task.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { save } from '../../../kernel/save.ts'
import { contentHash } from '../documents/content-hash.ts'
import * as events from '../events.ts'
import { filingJob } from '../filing-job.ts'
import { line } from '../inputs.ts'
import { announceMinutes } from '../minutes-writing.ts'
import { speakFor } from '../policy/meetings.ts'
import { signersVisibleTo } from '../policy/minutes.ts'

/** 「署名する」 */
export const signMinutes = command({
  name: 'signMinutes',
  description:
    'Whoever speaks for the chair or a signer signs the minutes with a name; the signature holds for the content that was shown. When all have signed, the minutes are locked.',
  input: z.object({
    minutesSignerId: idOf('MinutesSigner').describe('Whose signature it is: chair or signer.'),
    name: line(60).describe('Name of the person who signs; 1 to 60 characters.'),
    contentHash: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .describe('SHA-256 of the minutes as they were shown.'),
    idempotencyKey: idempotencyKey(),
  }),
  async subject(tx, { minutesSignerId }, viewer) {
    const signer = await tx.minutesSigner.findFirst({
      where: { AND: [{ id: minutesSignerId }, signersVisibleTo(viewer)] },
      include: {
        voter: { select: { corporationId: true, officerId: true, officer: { select: { userId: true } } } },
        minutes: { select: { meetingId: true, meeting: { select: { platformId: true } } } },
      },
    })
    if (!signer) return null
    const { id, minutesId, version, signedAt, voter, minutes } = signer
    return {
      id,
      minutesId,
      version,
      signedAt,
      meetingId: minutes.meetingId,
      platformId: minutes.meeting.platformId,
      corporationId: voter.corporationId,
      officerUserId: voter.officerId === null ? null : (voter.officer?.userId ?? ''),
    }
  },
  may: speakFor,
  async run({ tx, subject, input, viewer, now, emit }) {
    // Moving the version on takes the lock: of two who sign at once, the second sees the first’s signature.
    await tx.minutes.updateMany({
      where: { id: subject.minutesId, state: 'SIGNING' },
      data: { version: { increment: 1 } },
    })
    const minutes = await tx.minutes.findUniqueOrThrow({
      where: { id: subject.minutesId },
      include: { entries: true, signers: true },
    })
    if (minutes.state !== 'SIGNING')
      throw new RuleProblem('MINUTES_NOT_BEFORE_SIGNERS', 'The minutes are not before their signers.')
    if (subject.signedAt !== null) throw new RuleProblem('SIGNED_ALREADY', 'It has been signed already.')
    const hash = contentHash(minutes)
    const isAsShown = hash.toString('hex') === input.contentHash
    if (!isAsShown || !minutes.contentHash || !hash.equals(minutes.contentHash))
      throw new RuleProblem('MINUTES_NOT_AS_SHOWN', 'The minutes are not those that were shown.')

    await save(tx.minutesSigner, subject, subject.version, {
      signedName: input.name,
      signedAt: now,
      signedByUserId: viewer.userId,
      contentHash: minutes.contentHash,
    })
    const ofMinutes = { id: minutes.id, meetingId: minutes.meetingId, platformId: subject.platformId }
    announceMinutes(emit, events.MinutesSigned, ofMinutes)
    const isLast = minutes.signers.every(({ id, signedAt }) => id === subject.id || signedAt !== null)
    if (isLast) {
      await save(tx.minutes, minutes, minutes.version, { state: 'LOCKED', lockedAt: now })
      announceMinutes(emit, events.MinutesLocked, ofMinutes)
      await addJob(tx, filingJob, { minutesId: minutes.id }, { key: `meetings.fileMinutes:${minutes.id}` })
    }
    return { minutesId: minutes.id, locked: isLast }
  },
  auditSubject: ({ minutesId }) => ({ type: 'Minutes', id: minutesId }),
  auditAudience: ({ platformId }) => [`platform:${platformId}`],
})

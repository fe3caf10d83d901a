import { createHash } from 'node:crypto'
import { z } from 'zod'
import { dateOf, dayInJapan } from '../../../kernel/clock.ts'
import { command } from '../../../kernel/command.ts'
import { holdRow } from '../../../kernel/lock.ts'
import { storeDocument } from '../../bulletin/public.ts'
import { setMinutes } from '../documents/minutes-file.ts'
import * as events from '../events.ts'
import { announceMinutes } from '../minutes-writing.ts'
import { fileMinutes as mayFile } from '../policy/minutes.ts'

export const fileMinutes = command({
  name: 'fileMinutes',
  description:
    'The portal sets locked minutes on paper and puts that on the network’s shelf, once; from then on its bytes are what everybody gets.',
  input: z.object({ minutesId: z.uuid().describe('The minutes.') }),
  async subject(tx, { minutesId }) {
    const found = await tx.minutes.findUnique({
      where: { id: minutesId },
      select: {
        id: true,
        meetingId: true,
        meeting: { select: { platformId: true, startsAt: true, noticeSentAt: true } },
      },
    })
    return found && { id: found.id, meetingId: found.meetingId, ...found.meeting }
  },
  may: mayFile,
  async run({ tx, subject, now, emit }) {
    const { id, meetingId, platformId, startsAt, noticeSentAt } = subject
    // Looked at with the row held: of two jobs, the second finds them filed.
    await holdRow(tx, 'minutes', id, 'IN_TURN')
    const waiting = await tx.minutes.findFirst({ where: { id, state: 'LOCKED', file: null } })
    if (!waiting) return { minutesId: id, filed: false }
    const file = await setMinutes(tx, id)
    const { documentId } = await storeDocument(
      { tx, now, emit },
      {
        platformId,
        title: file.title,
        kind: 'MINUTES',
        // Whoever sees the meeting: a meeting without a notice is the officers' alone.
        audience: noticeSentAt === null ? 'OFFICERS' : 'MEMBERS',
        retainFrom: dateOf(dayInJapan(startsAt)),
        source: 'meetings',
      },
      { fileName: file.name, bytes: file.pdf, addedByUserId: null },
    )
    const contentHash = new Uint8Array(createHash('sha256').update(file.pdf).digest())
    await tx.minutesFile.create({ data: { minutesId: id, documentId, contentHash, filedAt: now } })
    announceMinutes(emit, events.MinutesFiled, { id, meetingId, platformId })
    return { minutesId: id, filed: true }
  },
  auditSubject: ({ minutesId }) => ({ type: 'Minutes', id: minutesId }),
  auditAudience: ({ platformId }) => [`platform:${platformId}`],
})

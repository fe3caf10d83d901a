import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import * as events from '../events.ts'
import * as policy from '../policy/meetings.ts'
import { isReminderDue } from '../rules/reminding.ts'

export const remindVoters = command({
  name: 'remindVoters',
  description:
    'Three days and one day before the deadline of a notice or of a vote in writing the portal reminds those who have not answered, and nobody else.',
  input: z.object({}),
  subject: () => ({}),
  may: policy.remind,
  async run({ tx, now, emit }) {
    const running = await tx.meeting.findMany({
      where: {
        OR: [{ state: 'NOTICED' }, { state: 'OPEN', form: { not: 'ASSEMBLY' } }],
        answerBy: { gt: now, lte: new Date(now.getTime() + 3 * 86_400_000) },
      },
      select: {
        id: true,
        platformId: true,
        form: true,
        answerBy: true,
        remindedAt: true,
        noticeSentAt: true,
      },
      orderBy: { id: 'asc' },
    })
    let count = 0
    for (const meeting of running) {
      if (!isReminderDue(meeting, now)) continue
      const waiting = await tx.meetingVoter.findMany({
        where: {
          meetingId: meeting.id,
          votes: { gt: 0 },
          suspended: false,
          ...(meeting.form === 'ASSEMBLY' ? { answer: null } : { ballots: { none: {} } }),
        },
        select: { id: true },
        orderBy: { position: 'asc' },
      })
      // Two workers find the same meeting; only one of them marks it.
      const { count: marked } = await tx.meeting.updateMany({
        where: { id: meeting.id, remindedAt: meeting.remindedAt },
        data: { remindedAt: now },
      })
      if (marked === 0 || waiting.length === 0) continue
      count += waiting.length
      emit(
        events.VotersReminded,
        {
          meetingId: meeting.id,
          platformId: meeting.platformId,
          voterIds: waiting.map(({ id }) => id),
        },
        { audience: [`platform:${meeting.platformId}`] },
      )
    }
    return { count }
  },
})

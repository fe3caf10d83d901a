import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId } from '../../../kernel/ids.ts'
import * as events from '../events.ts'
import * as policy from '../policy/meetings.ts'

export const concludeWriting = command({
  name: 'concludeWriting',
  description: 'The portal ends resolutions in writing of which every item is settled.',
  input: z.object({}),
  subject: () => ({}),
  may: policy.remind,
  async run({ tx, now, emit }) {
    const over = await tx.meeting.updateManyAndReturn({
      where: {
        state: 'OPEN',
        form: { not: 'ASSEMBLY' },
        items: { none: { state: { in: ['UPCOMING', 'OPEN', 'VOTING'] }, kind: 'RESOLUTION' } },
      },
      data: { state: 'CLOSED', closedAt: now, version: { increment: 1 } },
      select: { id: true, platformId: true },
    })
    for (const { id: meetingId, platformId } of over)
      emit(
        events.MeetingClosed,
        { meetingId, platformId },
        { audience: [`platform:${platformId}`], entities: [globalId('Meeting', meetingId)] },
      )
    return { count: over.length }
  },
})

import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { idempotencyKey } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { line, organKind, usualAgenda } from '../inputs.ts'
import * as policy from '../policy/meetings.ts'

/** 「定例の会議を決める」 */
export const planMeetingSeries = command({
  name: 'planMeetingSeries',
  description:
    'The secretariat or chair sets up meetings that come again, with the agenda they usually have; what one meeting puts off waits here for the next.',
  scope: 'meetings:write',
  input: z.object({
    platformId: idOf('Platform').describe('The network, one’s own.'),
    organ: organKind.describe('Which organ meets.'),
    committeeId: idOf('Committee')
      .nullable()
      .describe('Which committee; null unless the organ is COMMITTEE.'),
    title: line(100).describe('As its meetings are called.'),
    everyMonths: z.int().min(1).max(60).describe('Months from one meeting to the next.'),
    agenda: usualAgenda,
    idempotencyKey: idempotencyKey(),
  }),
  subject: async (tx, { platformId }) => {
    const found = await tx.platform.findUnique({ where: { id: platformId }, select: { id: true } })
    return found && { platformId: found.id }
  },
  may: policy.runMeeting,
  async run({ tx, subject: { platformId }, input }) {
    const { organ, committeeId, title, everyMonths, agenda } = input
    if ((organ === 'COMMITTEE') !== (committeeId !== null))
      throw new RuleProblem('COMMITTEE_MISSING', 'A meeting of a committee names it; others name none.')
    if (committeeId !== null && (await tx.committee.count({ where: { id: committeeId, platformId } })) === 0)
      throw new RuleProblem('COMMITTEE_UNKNOWN', 'The network has no such committee.')
    const series = await tx.meetingSeries.create({
      data: { platformId, organ, committeeId, title, everyMonths, agenda },
    })
    return { meetingSeriesId: series.id, platformId }
  },
})

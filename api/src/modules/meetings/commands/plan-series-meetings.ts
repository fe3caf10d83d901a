import { z } from 'zod'
import { dateOf, dayInJapan } from '../../../kernel/clock.ts'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { idempotencyKey } from '../../../kernel/inputs.ts'
import { meetingPlan } from '../inputs.ts'
import { announceChange } from '../meeting-writing.ts'
import { checkGoesOn, checkTimes, copyAgenda } from '../plan-writing.ts'
import * as policy from '../policy/meetings.ts'
import { fiscalYearOf } from '../rules/fiscal-year.ts'

/** 「会議をまとめて準備する」 */
export const planSeriesMeetings = command({
  name: 'planSeriesMeetings',
  description:
    'The secretariat or chair begins to prepare the next meetings of a series at once, all of them or none. Each is a draft of its own with the usual agenda; what waits for the next meeting comes into the first.',
  scope: 'meetings:write',
  input: z.object({
    meetingSeriesId: idOf('MeetingSeries').describe('The series, of one’s own network, not ended.'),
    meetings: z
      .array(z.object(meetingPlan))
      .min(1)
      .max(24)
      .describe('The meetings, the earliest first; 1 to 24.'),
    idempotencyKey: idempotencyKey(),
  }),
  subject: (tx, { meetingSeriesId }, viewer) =>
    tx.meetingSeries.findFirst({ where: { AND: [{ id: meetingSeriesId }, policy.seriesVisibleTo(viewer)] } }),
  may: policy.runMeeting,
  async run({ tx, subject: series, input: { meetings: plans }, viewer, emit }) {
    checkGoesOn(series, viewer.today)
    const { id: seriesId, platformId, organ, committeeId } = series
    for (const plan of plans) checkTimes('ASSEMBLY', plan)
    const meetings = await tx.meeting.createManyAndReturn({
      data: plans.map((plan) => {
        const heldOn = dayInJapan(plan.startsAt)
        return {
          ...plan,
          platformId,
          organ,
          committeeId,
          seriesId,
          form: 'ASSEMBLY' as const,
          fiscalYear: fiscalYearOf(heldOn),
          recordOn: dateOf(heldOn),
          createdByUserId: viewer.userId,
        }
      }),
    })
    await copyAgenda(tx, meetings, series)
    for (const meeting of meetings) announceChange(emit, meeting)
    return { meetingSeriesId: seriesId }
  },
})

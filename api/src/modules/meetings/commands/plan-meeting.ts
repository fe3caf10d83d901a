import { z } from 'zod'
import { dateOf, dayInJapan } from '../../../kernel/clock.ts'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { idempotencyKey } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { meetingForm, meetingPlan, organKind } from '../inputs.ts'
import { announceChange } from '../meeting-writing.ts'
import { checkGoesOn, checkTimes, copyAgenda, seriesOf } from '../plan-writing.ts'
import * as policy from '../policy/meetings.ts'
import { fiscalYearOf } from '../rules/fiscal-year.ts'

/** 「会議を準備する」 */
export const planMeeting = command({
  name: 'planMeeting',
  description:
    'A network’s secretariat or chair begins to prepare a meeting or a resolution in writing. Nobody else sees it until the notice is sent. With a series, its usual agenda and what waits for the next meeting come with it.',
  scope: 'meetings:write',
  input: z.object({
    platformId: idOf('Platform').describe('The network, one’s own.'),
    organ: organKind.describe('Which organ meets or decides.'),
    committeeId: idOf('Committee')
      .nullable()
      .describe('Which committee; null unless the organ is COMMITTEE.'),
    seriesId: idOf('MeetingSeries').nullable().describe('The series it belongs to; null if to none.'),
    form: meetingForm.describe('How it decides.'),
    ...meetingPlan,
    idempotencyKey: idempotencyKey(),
  }),
  subject: async (tx, { platformId }) => {
    const found = await tx.platform.findUnique({ where: { id: platformId }, select: { id: true } })
    return found && { platformId: found.id }
  },
  may: policy.runMeeting,
  async run({ tx, subject: { platformId }, input, viewer, emit }) {
    const { organ, committeeId, seriesId, form, idempotencyKey: _key, platformId: _platform, ...plan } = input
    checkTimes(form, plan)
    if ((organ === 'COMMITTEE') !== (committeeId !== null))
      throw new RuleProblem('COMMITTEE_MISSING', 'A meeting of a committee names it; others name none.')
    if (committeeId !== null && (await tx.committee.count({ where: { id: committeeId, platformId } })) === 0)
      throw new RuleProblem('COMMITTEE_UNKNOWN', 'The network has no such committee.')
    const series = seriesId === null ? null : await seriesOf(tx, { platformId, organ, committeeId }, seriesId)
    if (series) checkGoesOn(series, viewer.today)
    const heldOn = dayInJapan(plan.startsAt)
    const meeting = await tx.meeting.create({
      data: {
        ...plan,
        platformId,
        organ,
        committeeId,
        seriesId,
        form,
        fiscalYear: fiscalYearOf(heldOn),
        recordOn: dateOf(heldOn),
        createdByUserId: viewer.userId,
      },
    })
    if (series) await copyAgenda(tx, [meeting], series)
    announceChange(emit, meeting)
    return { meetingId: meeting.id }
  },
})

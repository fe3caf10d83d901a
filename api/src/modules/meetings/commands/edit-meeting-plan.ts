import { z } from 'zod'
import { dateOf, dayInJapan } from '../../../kernel/clock.ts'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { save } from '../../../kernel/save.ts'
import { putIntoCalendar } from '../calendar-entry.ts'
import { meetingPlan } from '../inputs.ts'
import { announceChange, findMeeting } from '../meeting-writing.ts'
import { checkTimes } from '../plan-writing.ts'
import * as policy from '../policy/meetings.ts'
import { fiscalYearOf } from '../rules/fiscal-year.ts'

export const editMeetingPlan = command({
  name: 'editMeetingPlan',
  description:
    'The secretariat or chair edits when and where a meeting is. After the notice only place, online address and end can change: another day is another notice.',
  scope: 'meetings:write',
  input: z.object({
    meetingId: idOf('Meeting').describe('The meeting, of one’s own network.'),
    version: version(),
    ...meetingPlan,
  }),
  subject: (tx, { meetingId }, viewer) => findMeeting(tx, meetingId, viewer),
  may: policy.runMeeting,
  async run({ tx, subject: meeting, input: { meetingId, version: read, ...plan }, now, emit }) {
    const { state, form, startsAt, answerBy } = meeting
    if (state !== 'DRAFT' && state !== 'NOTICED')
      throw new RuleProblem('MEETING_HAS_BEGUN', 'The meeting has begun or ended already.')
    const moved =
      plan.startsAt.getTime() !== startsAt.getTime() || plan.answerBy.getTime() !== answerBy.getTime()
    if (state === 'NOTICED' && moved)
      throw new RuleProblem('NOTICE_IS_OUT', 'The notice is out: cancel the meeting and call it anew.')
    checkTimes(form, plan)
    const heldOn = dayInJapan(plan.startsAt)
    const settled = state === 'DRAFT' ? { recordOn: dateOf(heldOn), fiscalYear: fiscalYearOf(heldOn) } : {}
    await save(tx.meeting, meeting, read, { ...plan, ...settled })
    if (state === 'NOTICED') await putIntoCalendar({ tx, now, emit }, { ...meeting, ...plan })
    announceChange(emit, meeting)
    return { meetingId }
  },
})

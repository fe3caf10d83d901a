import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { enumOf } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { findCalled, notAhead, refuseAfterClosing, refuseUnless } from '../event-writing.ts'
import { madeByDevice, moment, note, sixAnswers } from '../inputs.ts'
import { facilityItself, reportFor } from '../policy/events.ts'
import { keepReport } from '../report-writing.ts'

const toldBy = enumOf('ReportTold', 'How somebody else heard what they type in.', {
  PHONE: 'On the telephone.',
  FAX: 'By fax, on paper.',
  VISIT: 'On a visit.',
})

/** 「状況報告」 */
export const sendStatusReport = command({
  name: 'sendStatusReport',
  description:
    'A facility answers the six questions, or the council or municipality types in what it said; every version stays, the latest counts.',
  scope: 'disasters:write',
  secret: ['reportedByName', 'note'],
  input: z.object({
    reportKey: madeByDevice(),
    calledFacilityId: idOf('CalledFacility').describe('The called facility in question.'),
    ...sixAnswers,
    note: note().describe('Conditions and numbers in words, no names; empty if nothing.'),
    reportedAt: moment().describe('When it was answered, by the clock of the device.'),
    told: toldBy.optional().describe('How it was heard, if not the facility itself sends it.'),
    reportedByName: z
      .string()
      .trim()
      .max(60)
      .optional()
      .describe('Who said it, if somebody else types it in; the person signed in unless said.'),
  }),
  subject: (tx, { calledFacilityId }, viewer) => findCalled(tx, calledFacilityId, viewer),
  may: (viewer, subject) => reportFor(viewer, subject),
  async run({ tx, subject, input, viewer, now, emit }) {
    const { event, called, facilityId } = subject
    const reportedAt = notAhead(input.reportedAt, now)
    refuseAfterClosing(event, reportedAt)
    const own = facilityItself(viewer, subject).allowed
    refuseUnless(
      own || (input.told !== undefined && Boolean(input.reportedByName)),
      () => new RuleProblem('REPORTER_MISSING', 'Say who reported it and how.'),
    )
    const sender = await tx.user.findUnique({ where: { id: viewer.userId ?? '' }, select: { name: true } })
    const { reportKey: id, users, building, power, water, staff, acceptance } = input
    await keepReport({ tx, emit }, event, facilityId, {
      id,
      calledFacilityId: called.id,
      users,
      building,
      power,
      water,
      staff,
      acceptance,
      note: input.note,
      channel: own ? 'PORTAL' : (input.told ?? 'PHONE'),
      reportedByName: input.reportedByName || sender?.name || '',
      enteredByUserId: viewer.userId,
      reportedAt,
      receivedAt: now,
    })
    return { calledFacilityId: called.id, statusReportId: id }
  },
})

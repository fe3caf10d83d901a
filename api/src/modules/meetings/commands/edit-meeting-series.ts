import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { day, version } from '../../../kernel/inputs.ts'
import { save } from '../../../kernel/save.ts'
import { line, usualAgenda } from '../inputs.ts'
import * as policy from '../policy/meetings.ts'

export const editMeetingSeries = command({
  name: 'editMeetingSeries',
  description:
    'The secretariat or chair edits a series of meetings or ends it; meetings that were planned stay.',
  scope: 'meetings:write',
  input: z.object({
    meetingSeriesId: idOf('MeetingSeries').describe('The series, of one’s own network.'),
    version: version(),
    title: line(100).describe('As its meetings are called.'),
    everyMonths: z.int().min(1).max(60).describe('Months from one meeting to the next.'),
    agenda: usualAgenda,
    endedOn: day().nullable().describe('Since when it is over; null while it goes on.'),
  }),
  subject: (tx, { meetingSeriesId }, viewer) =>
    tx.meetingSeries.findFirst({ where: { AND: [{ id: meetingSeriesId }, policy.seriesVisibleTo(viewer)] } }),
  may: policy.runMeeting,
  async run({ tx, subject: series, input: { version: read, title, everyMonths, agenda, endedOn } }) {
    await save(tx.meetingSeries, series, read, { title, everyMonths, agenda, endedOn })
    return { meetingSeriesId: series.id }
  },
})

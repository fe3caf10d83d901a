import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { save } from '../../../kernel/save.ts'
import { announceEntry, checkTimes, seriesOf } from '../calendar.ts'
import { entryFacts } from '../inputs.ts'
import * as policy from '../policy/calendar.ts'
import { beginsOn } from '../rules/calendar.ts'

export const editCalendarEntry = command({
  name: 'editCalendarEntry',
  description:
    'The secretariat corrects an entry of the calendar, with its whole series; calendars outside follow.',
  input: z.object({
    calendarEntryId: idOf('CalendarEntry').describe('The entry.'),
    ...entryFacts,
    version: version(),
  }),
  subject: (tx, { calendarEntryId }, viewer) =>
    tx.calendarEntry.findFirst({ where: { id: calendarEntryId, AND: policy.entriesVisibleTo(viewer) } }),
  may: policy.changeEntry,
  async run({ tx, subject, input, emit }) {
    const { calendarEntryId: _id, version: read, ...given } = input
    const facts = { ...given, repeatUntil: given.repeat === 'NONE' ? null : given.repeatUntil }
    checkTimes(facts)
    // What was left out of the old series means nothing in a new one.
    const series = seriesOf({ ...facts, skippedDays: [] })
    const skippedDays =
      facts.repeat === 'NONE' ? [] : subject.skippedDays.filter((day) => beginsOn(series, day))
    await save(tx.calendarEntry, subject, read, { ...facts, skippedDays, sequence: { increment: 1 } })
    announceEntry(emit, { ...subject, audience: facts.audience })
    return { calendarEntryId: subject.id, platformId: subject.platformId }
  },
})

import { z } from 'zod'
import { dateOf } from '../../../kernel/clock.ts'
import { command } from '../../../kernel/command.ts'
import { idOf } from '../../../kernel/ids.ts'
import { day, version } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { save } from '../../../kernel/save.ts'
import { announceEntry, seriesOf } from '../calendar.ts'
import * as policy from '../policy/calendar.ts'
import { beginsOn } from '../rules/calendar.ts'

export const cancelCalendarEntry = command({
  name: 'cancelCalendarEntry',
  description:
    'The secretariat calls an entry off, or one day of a series; it stays in the calendars as called off.',
  input: z.object({
    calendarEntryId: idOf('CalendarEntry').describe('The entry.'),
    onlyOn: day()
      .nullable()
      .optional()
      .describe('First day of the one time of a series; null or left out = all.'),
    version: version(),
  }),
  subject: (tx, { calendarEntryId }, viewer) =>
    tx.calendarEntry.findFirst({ where: { id: calendarEntryId, AND: policy.entriesVisibleTo(viewer) } }),
  may: policy.changeEntry,
  async run({ tx, subject, input, now, emit }) {
    if (input.onlyOn && subject.repeat !== 'NONE') {
      const only = input.onlyOn.toISOString().slice(0, 10)
      if (!beginsOn(seriesOf(subject), only) || dateOf(only) < subject.startsOn)
        throw new RuleProblem('ENTRY_NOT_ON_THAT_DAY', 'Nothing of the series begins on that day.')
      await save(tx.calendarEntry, subject, input.version, {
        skippedDays: [...new Set([...subject.skippedDays, only])].toSorted(),
        sequence: { increment: 1 },
      })
    } else {
      await save(tx.calendarEntry, subject, input.version, { cancelledAt: now, sequence: { increment: 1 } })
    }
    announceEntry(emit, subject)
    return { calendarEntryId: subject.id, platformId: subject.platformId }
  },
})

import type { CalendarRepeat } from '../../generated/prisma/enums.ts'
import type { Emit } from '../../kernel/events.ts'
import { globalId } from '../../kernel/ids.ts'
import { RuleProblem } from '../../kernel/problems.ts'
import { CalendarChanged } from './events.ts'
import { followEachOther } from './rules/calendar.ts'

const dayOf = (date: Date): string => date.toISOString().slice(0, 10)

interface Timed {
  readonly startsOn: Date
  readonly endsOn: Date
  readonly startMinute: number | null
  readonly endMinute: number | null
  readonly repeat: CalendarRepeat
  readonly repeatUntil: Date | null
}

/** Refuses an entry that ends before it begins. */
export function checkTimes(entry: Timed): void {
  const days = { ...entry, startsOn: dayOf(entry.startsOn), endsOn: dayOf(entry.endsOn) }
  const endsInTime =
    entry.repeat === 'NONE' || entry.repeatUntil === null || entry.repeatUntil >= entry.startsOn
  if (!followEachOther(days) || !endsInTime)
    throw new RuleProblem('ENTRY_ENDS_BEFORE_START', 'It ends before it begins.')
}

/** The series of an entry as the rules take it. */
export const seriesOf = (entry: Timed & { readonly skippedDays: readonly string[] }) => ({
  startsOn: dayOf(entry.startsOn),
  endsOn: dayOf(entry.endsOn),
  repeat: entry.repeat,
  repeatUntil: entry.repeatUntil && dayOf(entry.repeatUntil),
  skippedDays: entry.skippedDays,
})

/** Tells the screens that show a calendar; of what is the officers' alone nobody else hears. */
export const announceEntry = (
  emit: Emit,
  { id, platformId, audience }: { id: string; platformId: string; audience: 'MEMBERS' | 'OFFICERS' },
): void =>
  emit(
    CalendarChanged,
    { calendarEntryId: id, platformId },
    {
      audience: audience === 'MEMBERS' ? [`platform:${platformId}`] : [],
      entities: [globalId('CalendarEntry', id)],
    },
  )

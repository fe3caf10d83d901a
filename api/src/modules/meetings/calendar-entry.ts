import type { Meeting } from '../../generated/prisma/client.ts'
import { dateOf, dayInJapan } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/db.ts'
import type { Emit } from '../../kernel/events.ts'
import { globalId } from '../../kernel/ids.ts'
import { cancelEntry, putEntry } from '../bulletin/public.ts'
import { calendarTimes } from './rules/calendar-times.ts'

// A meeting that was called stands in its network's calendar, and so in the calendars that people read it with.

const SOURCE = 'meetings'

interface Act {
  readonly tx: Tx
  readonly now: Date
  readonly emit: Emit
}

type Called = Pick<
  Meeting,
  'id' | 'platformId' | 'form' | 'title' | 'place' | 'startsAt' | 'endsAt' | 'answerBy'
>

/** Puts a meeting whose notice is out into the calendar, or brings it up to date there. */
export async function putIntoCalendar(act: Act, meeting: Called): Promise<void> {
  const { id, platformId, form, title, place } = meeting
  const { startsOn, endsOn, startMinute, endMinute } = calendarTimes(meeting, dayInJapan)
  await putEntry(act, {
    source: SOURCE,
    sourceKey: id,
    platformId,
    kind: form === 'ASSEMBLY' ? 'MEETING' : 'DEADLINE',
    title,
    place: place || null,
    note: null,
    link: `/network/meetings/${globalId('Meeting', id)}`,
    audience: 'MEMBERS',
    startsOn: dateOf(startsOn),
    endsOn: dateOf(endsOn),
    startMinute,
    endMinute,
  })
}

/** Calls it off there as well; one whose notice never went out does not stand there. */
export const callOffInCalendar = (act: Act, meetingId: string): Promise<void> =>
  cancelEntry(act, { source: SOURCE, sourceKey: meetingId })

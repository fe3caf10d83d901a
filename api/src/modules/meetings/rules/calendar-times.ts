interface Timed {
  readonly form: 'ASSEMBLY' | 'WRITTEN' | 'OMISSION'
  readonly startsAt: Date
  readonly endsAt: Date | null
  readonly answerBy: Date
}

interface CalendarTimes {
  /** Days in Japan, YYYY-MM-DD. */
  readonly startsOn: string
  readonly endsOn: string
  /** Minutes after midnight in Japan; both null = all day. */
  readonly startMinute: number | null
  readonly endMinute: number | null
}

const JAPAN_AHEAD = 9 * 60
/** How long a meeting takes in a calendar, which knows no open end. */
const USUAL_MINUTES = 60

const minuteOf = (at: Date): number => (Math.floor(at.getTime() / 60_000) + JAPAN_AHEAD) % 1440

/** When a meeting stands in a calendar: from beginning to end, and a vote in writing on the day on which it ends. */
export function calendarTimes(
  { form, startsAt, endsAt, answerBy }: Timed,
  dayOf: (at: Date) => string,
): CalendarTimes {
  if (form !== 'ASSEMBLY') {
    const day = dayOf(answerBy)
    return { startsOn: day, endsOn: day, startMinute: null, endMinute: null }
  }
  const end = endsAt && endsAt > startsAt ? endsAt : new Date(startsAt.getTime() + USUAL_MINUTES * 60_000)
  return {
    startsOn: dayOf(startsAt),
    endsOn: dayOf(end),
    startMinute: minuteOf(startsAt),
    endMinute: minuteOf(end),
  }
}

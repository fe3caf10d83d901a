/** Where commands take the time from, so that tests and drills can set it. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }

const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo', dateStyle: 'short' })

/** The calendar day in Japan as `YYYY-MM-DD`; roles, terms and deadlines count in these days. */
export const dayInJapan = (at: Date): string => day.format(at)

/** A calendar day as Prisma stores it in a `date` column. */
export const dateOf = (isoDay: string): Date => new Date(`${isoDay}T00:00:00Z`)

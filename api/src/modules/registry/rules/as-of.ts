const JAPAN_AHEAD = 9 * 3_600_000
const DAY = 86_400_000

/**
 * The first moment after a day in Japan: what stands then is how the day left it. Days are as Prisma keeps a `date`:
 * midnight of universal time.
 */
export const beginningOfNextDay = (day: Date): Date => new Date(day.getTime() + DAY - JAPAN_AHEAD)

import type { Clock } from './clock.ts'
import { dateOf, dayInJapan } from './clock.ts'
import type { Db } from './db.ts'

/** One fiscal year of the sample network, as its modules tell it. All days are counted from the year or from today. */
export interface SampleYear {
  readonly db: Db
  readonly now: Date
  /** 令和8年度 = 2026. */
  readonly fiscalYear: number
  /** A day of the fiscal year by month and day: (4, 1) is its first, (3, 31) its last. */
  readonly day: (month: number, day: number) => Date
  /** A moment in Japan some days ago, for what has to be recent whenever somebody starts Yui. */
  readonly daysAgo: (days: number, time?: string) => Date
}

/** What one module adds to the sample year. `prisma/seed.ts` puts the chapters in order. */
export interface Chapter {
  readonly title: string
  readonly write: (year: SampleYear) => Promise<void>
}

const DAY = 86_400_000

/** The fiscal year in which the clock stands. */
export function sampleYear(db: Db, clock: Clock): SampleYear {
  const now = clock.now()
  const [year = 0, month = 0] = dayInJapan(now).split('-').map(Number)
  const fiscalYear = month >= 4 ? year : year - 1
  const two = (number: number) => String(number).padStart(2, '0')
  return {
    db,
    now,
    fiscalYear,
    day: (ofMonth, ofDay) =>
      dateOf(`${ofMonth >= 4 ? fiscalYear : fiscalYear + 1}-${two(ofMonth)}-${two(ofDay)}`),
    daysAgo: (days, time = '10:00') =>
      new Date(`${dayInJapan(new Date(now.getTime() - days * DAY))}T${time}:00+09:00`),
  }
}

import { expect, it } from 'vitest'
import { dayInJapan } from '../../../kernel/clock.ts'
import { calendarTimes } from './calendar-times.ts'

const at = (text: string) => new Date(`${text}+09:00`)

it.each([
  [
    'from beginning to end',
    'ASSEMBLY',
    '2026-12-10T14:00',
    '2026-12-10T16:00',
    ['2026-12-10', '2026-12-10', 840, 960],
  ],
  [
    'an hour where nobody said when it ends',
    'ASSEMBLY',
    '2026-12-10T14:00',
    null,
    ['2026-12-10', '2026-12-10', 840, 900],
  ],
  ['past midnight', 'ASSEMBLY', '2026-12-10T23:30', null, ['2026-12-10', '2026-12-11', 1410, 30]],
  [
    'early in Japan, the day before elsewhere',
    'ASSEMBLY',
    '2026-12-10T00:30',
    '2026-12-10T08:59',
    ['2026-12-10', '2026-12-10', 30, 539],
  ],
  [
    'in writing: the day on which it ends',
    'WRITTEN',
    '2026-12-01T09:00',
    null,
    ['2026-12-04', '2026-12-04', null, null],
  ],
  ['by everybody’s consent', 'OMISSION', '2026-12-01T09:00', null, ['2026-12-04', '2026-12-04', null, null]],
] as const)('%s', (_what, form, startsAt, endsAt, [startsOn, endsOn, startMinute, endMinute]) => {
  const meeting = {
    form,
    startsAt: at(startsAt),
    endsAt: endsAt === null ? null : at(endsAt),
    answerBy: at('2026-12-04T17:00'),
  }
  expect(calendarTimes(meeting, dayInJapan)).toEqual({ startsOn, endsOn, startMinute, endMinute })
})

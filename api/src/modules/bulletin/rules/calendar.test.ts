import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  beginsOn,
  followEachOther,
  occurrencesOf,
  plusDays,
  weekdayOf,
  weekOfMonth,
  type Series,
} from './calendar.ts'
import { calendarText, escaped, folded, type FeedEntry } from './ical.ts'

const series = (over: Partial<Series>): Series => ({
  startsOn: '2026-04-14',
  endsOn: '2026-04-14',
  repeat: 'NONE',
  repeatUntil: null,
  skippedDays: [],
  ...over,
})
const firstDays = (over: Partial<Series>, from: string, until: string) =>
  occurrencesOf(series(over), from, until).map(({ startsOn }) => startsOn)

describe('a series', () => {
  it('comes on the second Tuesday of every month', () => {
    expect(firstDays({ repeat: 'MONTHLY_WEEKDAY' }, '2026-04-01', '2026-07-31')).toEqual([
      '2026-04-14',
      '2026-05-12',
      '2026-06-09',
      '2026-07-14',
    ])
  })

  it('leaves out months without its day and years without 29 February', () => {
    const monthly = { startsOn: '2026-01-31', endsOn: '2026-01-31', repeat: 'MONTHLY' as const }
    expect(firstDays(monthly, '2026-01-01', '2026-05-31')).toEqual(['2026-01-31', '2026-03-31', '2026-05-31'])
    const yearly = { startsOn: '2024-02-29', endsOn: '2024-02-29', repeat: 'YEARLY' as const }
    expect(firstDays(yearly, '2024-01-01', '2032-12-31')).toEqual(['2024-02-29', '2028-02-29', '2032-02-29'])
  })

  it('is seen while its last day lies in the time, ends with its last beginning and leaves out what is skipped', () => {
    const over = {
      endsOn: '2026-04-16',
      repeat: 'WEEKLY' as const,
      repeatUntil: '2026-05-05',
      skippedDays: ['2026-04-21'],
    }
    expect(occurrencesOf(series(over), '2026-04-16', '2026-06-30')).toEqual([
      { startsOn: '2026-04-14', endsOn: '2026-04-16' },
      { startsOn: '2026-04-28', endsOn: '2026-04-30' },
      { startsOn: '2026-05-05', endsOn: '2026-05-07' },
    ])
    expect(beginsOn(series(over), '2026-04-21')).toBe(true)
    expect(beginsOn(series(over), '2026-04-22')).toBe(false)
  })

  it('is what somebody would find who looks at every day of the calendar', () => {
    const day = fc.integer({ min: 0, max: 1_500 }).map((days) => plusDays('2023-01-01', days))
    const rule = fc.constantFrom('NONE', 'WEEKLY', 'MONTHLY', 'MONTHLY_WEEKDAY', 'YEARLY' as const)
    const fits = (startsOn: string, repeat: string, on: string) => {
      if (repeat === 'WEEKLY') return weekdayOf(on) === weekdayOf(startsOn)
      if (repeat === 'MONTHLY') return on.slice(8) === startsOn.slice(8)
      if (repeat === 'YEARLY') return on.slice(5) === startsOn.slice(5)
      if (repeat === 'NONE') return on === startsOn
      return weekdayOf(on) === weekdayOf(startsOn) && weekOfMonth(on) === weekOfMonth(startsOn)
    }
    fc.assert(
      fc.property(
        day,
        rule,
        fc.option(fc.integer({ min: 0, max: 700 })),
        day,
        (startsOn, repeat, until, from) => {
          const repeatUntil = until === null || repeat === 'NONE' ? null : plusDays(startsOn, until)
          const last = plusDays(from, 400)
          const byEye: string[] = []
          for (let on = from; on <= last; on = plusDays(on, 1))
            if (on >= startsOn && (repeatUntil === null || on <= repeatUntil) && fits(startsOn, repeat, on))
              byEye.push(on)
          expect(firstDays({ startsOn, endsOn: startsOn, repeat, repeatUntil }, from, last)).toEqual(byEye)
        },
      ),
    )
  })

  it.each([
    ['2026-04-01', '2026-04-01', null, null, true],
    ['2026-04-01', '2026-04-01', 600, 720, true],
    ['2026-04-01', '2026-04-01', 600, 600, false],
    ['2026-04-01', '2026-04-02', 1_320, 60, true],
    ['2026-04-02', '2026-04-01', null, null, false],
    ['2026-04-01', '2026-04-01', 600, null, false],
  ])('from %s to %s, %s to %s', (startsOn, endsOn, startMinute, endMinute, fits) =>
    expect(followEachOther({ startsOn, endsOn, startMinute, endMinute })).toBe(fits),
  )
})

// What another calendar does with a feed.
const unfolded = (text: string) => text.replaceAll('\r\n ', '').split('\r\n')
const unescaped = (text: string) =>
  text.replaceAll(/\\([\\;,nN])/g, (_all, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign))
const entry = (over: Partial<FeedEntry>): FeedEntry => ({
  ...series({}),
  id: '0199c0de-0000-7000-8000-000000000001',
  title: '施設長連絡会',
  place: null,
  note: null,
  url: null,
  startMinute: null,
  endMinute: null,
  sequence: 0,
  cancelled: false,
  updatedAt: new Date('2026-04-01T00:00:00Z'),
  ...over,
})
const linesOf = (over: Partial<FeedEntry>) => unfolded(calendarText('見本', [entry(over)]))

describe('a feed', () => {
  it('is folded at 75 octets without cutting a character, and unfolds to what it was', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.string({ unit: 'grapheme' }),
        (one, other) => {
          const line = escaped(`${one}見本${other}`)
          for (const piece of folded(line).split('\r\n')) {
            expect(Buffer.byteLength(piece)).toBeLessThanOrEqual(75)
            expect(piece.isWellFormed()).toBe(true)
          }
          expect(unfolded(folded(line)).join('')).toBe(line)
        },
      ),
    )
  })

  it('gives back every text, and no text can begin a line of its own', () => {
    const text = fc.string({
      unit: fc.constantFrom('あ', ';', ',', '\\', '\n', '\r\n', ':', '"', 'n', ' ', 'END:VEVENT'),
    })
    fc.assert(
      fc.property(text, (note) => {
        const lines = linesOf({ title: 'a', note: `x${note}` })
        expect(lines.filter((line) => line === 'END:VEVENT')).toHaveLength(1)
        const said = lines.find((line) => line.startsWith('DESCRIPTION:'))?.slice('DESCRIPTION:'.length) ?? ''
        expect(unescaped(said)).toBe(`x${note.replaceAll('\r\n', '\n')}`)
      }),
    )
  })

  it('says days as days with an open end, and times in the zone of Japan', () => {
    expect(linesOf({ endsOn: '2026-04-15' })).toEqual(
      expect.arrayContaining([
        'DTSTART;VALUE=DATE:20260414',
        'DTEND;VALUE=DATE:20260416',
        'TRANSP:TRANSPARENT',
      ]),
    )
    expect(linesOf({ startMinute: 810, endMinute: 1_440 })).toEqual(
      expect.arrayContaining([
        'DTSTART;TZID=Asia/Tokyo:20260414T133000',
        'DTEND;TZID=Asia/Tokyo:20260415T000000',
      ]),
    )
  })

  it.each([
    [{ repeat: 'WEEKLY' }, 'RRULE:FREQ=WEEKLY'],
    [{ repeat: 'MONTHLY', repeatUntil: '2027-03-31' }, 'RRULE:FREQ=MONTHLY;UNTIL=20270331;BYMONTHDAY=14'],
    [
      { repeat: 'MONTHLY_WEEKDAY', repeatUntil: '2027-03-31', startMinute: 600, endMinute: 660 },
      'RRULE:FREQ=MONTHLY;UNTIL=20270331T145959Z;BYDAY=2TU',
    ],
    [{ repeat: 'YEARLY' }, 'RRULE:FREQ=YEARLY'],
    [{ repeat: 'WEEKLY', skippedDays: ['2026-04-21'] }, 'EXDATE;VALUE=DATE:20260421'],
    [
      { repeat: 'WEEKLY', skippedDays: ['2026-04-21'], startMinute: 600, endMinute: 660 },
      'EXDATE;TZID=Asia/Tokyo:20260421T100000',
    ],
    [{ cancelled: true, sequence: 3 }, 'STATUS:CANCELLED'],
    [{ cancelled: true, sequence: 3 }, 'SEQUENCE:3'],
    [{}, 'UID:0199c0de-0000-7000-8000-000000000001@yui'],
  ] as const)('%o says %s', (over, line) => expect(linesOf(over as Partial<FeedEntry>)).toContain(line))
})

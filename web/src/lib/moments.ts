/** A moment typed into a box for date and time, which knows no zone: all of Japan has one. */
export const momentOf = (typed: string): string | null => (typed === '' ? null : `${typed}:00+09:00`)

const box = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Tokyo',
  dateStyle: 'short',
  timeStyle: 'short',
})

/** What stands in such a box for a moment. */
export const typedMoment = (at: Date): string => box.format(at).replace(' ', 'T')

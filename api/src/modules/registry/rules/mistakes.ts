/** What of a public page can be said to be wrong. */
export const MISTAKE_TOPICS = {
  NAME_OR_PLACE: 'The name, the address or the place on the map.',
  CONTACT: 'The telephone, fax or web address.',
  SERVICES: 'The services, the capacity or the days.',
  ENDED: 'It is no longer there.',
  OTHER: 'Something else.',
} as const

/** What can become of it. */
export const MISTAKE_OUTCOMES = {
  CORRECTED: 'The facts were corrected, here or where they are published.',
  UNCHANGED: 'The facts are right as they stand; a note says why.',
} as const

/** Longest text of a report, in characters; a page of the directory is corrected in a sentence or two. */
export const LONGEST_MISTAKE = 500

/** So many reports of one page may wait: then the next is asked to call instead of being one among hundreds. */
export const MOST_WAITING = 20

const DAY = 86_400_000

/** Its own people have so many days before the secretariat of their network is asked as well. */
export const OWN_DAYS = 14

/** What was reported before this is work of the secretariat as well. */
export const overdueBefore = (now: Date): Date => new Date(now.getTime() - OWN_DAYS * DAY)

/** A report is forgotten so many days after it was settled: somebody may have written a name into it. */
const KEPT_DAYS = 365

/** What was settled before this is forgotten. */
export const forgottenBefore = (now: Date): Date => new Date(now.getTime() - KEPT_DAYS * DAY)

/** A text as it is kept: without what cannot be seen, and without blank lines. */
export const mistakeText = (text: string): string =>
  text
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/\s*\n\s*/g, '\n')
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, (character) => (character === '\n' ? '\n' : ''))
    .trim()

import { z } from 'zod'
import { idOf } from '../../kernel/ids.ts'
import { day, enumOf, instant } from '../../kernel/inputs.ts'
import { RETENTION_YEARS } from './rules/documents.ts'

export const documentKinds = {
  RULES: 'Rules of the network (会則).',
  MINUTES: 'Minutes (議事録).',
  REPORT: 'A report (報告書).',
  CONTRACT: 'A contract (契約書).',
  FORM: 'A form to be filled in (様式).',
  OTHER: 'Anything else.',
} as const
const documentKind = enumOf('DocumentKind', 'What a document is.', documentKinds)

export const audiences = {
  MEMBERS: 'The network’s members and officers.',
  OFFICERS: 'Its secretariat, chair and auditors alone.',
} as const
const audience = enumOf('BulletinAudience', 'For whom a network keeps something.', audiences)

/** What a person says of a document. */
export const documentFacts = {
  title: z.string().trim().min(1).max(200).describe('What it is called, at most 200 characters.'),
  kind: documentKind.describe('What it is.'),
  audience: audience.describe('Who may read it.'),
  retentionYears: z
    .int()
    .min(RETENTION_YEARS.least)
    .max(RETENTION_YEARS.most)
    .nullable()
    .describe('Years it is kept; null = for good.'),
  retainFrom: day().describe('Day from which the years count, e.g. that of the meeting.'),
}

/** What a proposal for how long papers are kept says. */
export const retentionBasis = z
  .string()
  .trim()
  .min(1)
  .max(300)
  .describe('The law and article, or the custom, it follows, in Japanese; at most 300 characters.')
export const retentionYears = z
  .int()
  .min(RETENTION_YEARS.least)
  .max(RETENTION_YEARS.most)
  .nullable()
  .describe('Years; null = for good.')

export const announcementTopics = {
  GENERAL: 'News of the network.',
  MEETING: 'A meeting.',
  TRAINING: 'A training.',
  DISASTER: 'Disasters and drills.',
  PROCUREMENT: 'Joint procurement.',
  FILING: 'Papers to be handed in.',
} as const
const announcementTopic = enumOf('AnnouncementTopic', 'What an announcement is about.', announcementTopics)

/** What a person says in an announcement, and to whom. */
export const announcementFacts = {
  topic: announcementTopic.describe('What it is about.'),
  title: z.string().trim().min(1).max(120).describe('Its title, at most 120 characters.'),
  body: z
    .string()
    .trim()
    .min(1)
    .max(10_000)
    .describe('Plain text, at most 10,000 characters; an empty line parts paragraphs.'),
  corporationIds: z
    .array(idOf('Corporation'))
    .min(1)
    .max(500)
    .nullable()
    .optional()
    .describe('The members it goes to; null or left out = all.'),
  committeeId: idOf('Committee')
    .nullable()
    .optional()
    .describe('The committee whose members alone it goes to; null or left out = not to one.'),
  mustAcknowledge: z.boolean().describe('Whether readers are asked to say that they have read it.'),
  publishAt: instant().nullable().optional().describe('When it comes out; null or left out = at once.'),
  documentIds: z
    .array(idOf('Document'))
    .max(20)
    .optional()
    .describe('Documents of the shelf that go with it, in this order.'),
}

export const calendarKinds = {
  MEETING: 'A meeting (会議).',
  TRAINING: 'A training (研修).',
  EVENT: 'An event (行事).',
  DRILL: 'A drill (訓練).',
  DEADLINE: 'The last day for something.',
  OTHER: 'Anything else.',
} as const
const calendarKind = enumOf('CalendarKind', 'What an entry of a calendar is.', calendarKinds)

export const calendarRepeats = {
  NONE: 'It takes place once.',
  WEEKLY: 'Every week.',
  MONTHLY: 'On the same day of every month; a month without it is left out.',
  MONTHLY_WEEKDAY: 'On the same weekday of the same week of every month, e.g. the second Tuesday.',
  YEARLY: 'On the same day of every year.',
} as const
const calendarRepeat = enumOf('CalendarRepeat', 'How an entry comes again.', calendarRepeats)

const minute = (what: string, most: number) =>
  z.int().min(0).max(most).nullable().describe(`${what}, in minutes after midnight in Japan; null = all day.`)

/** What a person says of an entry of the calendar. */
export const entryFacts = {
  kind: calendarKind.describe('What it is.'),
  title: z.string().trim().min(1).max(120).describe('What it is called, at most 120 characters.'),
  place: z.string().trim().min(1).max(200).nullable().describe('Where; null if nowhere in particular.'),
  note: z.string().trim().min(1).max(1_000).nullable().describe('More about it, at most 1,000 characters.'),
  audience: audience.describe('Who may see it.'),
  startsOn: day().describe('First day.'),
  endsOn: day().describe('Last day, the first included.'),
  startMinute: minute('Beginning', 1_439),
  endMinute: minute('End', 1_440),
  repeat: calendarRepeat.describe('How it comes again.'),
  repeatUntil: day().nullable().describe('Last day on which one of the series may begin; null = no end.'),
}

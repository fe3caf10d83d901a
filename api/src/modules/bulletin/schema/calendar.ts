import { mutation } from '../../../kernel/graphql/mutation.ts'
import { enumeration } from '../../../kernel/read/enumeration.ts'
import { readGlobalId } from '../../../kernel/read/key.ts'
import { model } from '../../../kernel/read/model.ts'
import { query } from '../../../kernel/read/query.ts'
import { value } from '../../../kernel/read/value.ts'
import { addCalendarEntry } from '../commands/add-calendar-entry.ts'
import { cancelCalendarEntry } from '../commands/cancel-calendar-entry.ts'
import { createCalendarFeed } from '../commands/create-calendar-feed.ts'
import { editCalendarEntry } from '../commands/edit-calendar-entry.ts'
import { revokeCalendarFeed } from '../commands/revoke-calendar-feed.ts'
import { calendarKinds, calendarRepeats } from '../inputs.ts'
import * as policy from '../policy/calendar.ts'
import { calendarOf, type CalendarDay } from '../queries/calendar.ts'
import { BulletinAudience } from './documents.ts'

const CalendarKind = enumeration('CalendarKind', {
  description: 'What an entry of a calendar is.',
  values: calendarKinds,
})
const CalendarRepeat = enumeration('CalendarRepeat', {
  description: 'How an entry comes again.',
  values: calendarRepeats,
})

const seenBy = 'Seen by the network’s officers and, if it is meant for members, by their people.'
const MINUTES = 'in minutes after midnight in Japan; null = all day.'

model('CalendarEntry', {
  description: `An entry of a network’s calendar, whoever put it in. ${seenBy}`,
  visibleTo: policy.entriesVisibleTo,
  scope: 'bulletin:read',
  fields: (t) => ({
    id: t.id(),
    platform: t.one('platform', { description: 'The network.' }),
    source: t.column('source', {
      description: 'Part of the portal that keeps it; bulletin = put in by hand.',
    }),
    kind: t.column('kind', { description: 'What kind of entry it is.' }),
    title: t.column('title', { description: 'What it is called.' }),
    place: t.column('place', { description: 'Where; null if nowhere in particular.' }),
    note: t.column('note', { description: 'More about it.' }),
    link: t.column('link', { description: 'Path inside the portal where more can be seen.' }),
    audience: t.column('audience', { description: 'Who may see it.' }),
    startsOn: t.column('startsOn', { description: 'First day, of a series of its first time.' }),
    endsOn: t.column('endsOn', { description: 'Last day, the first included.' }),
    startMinute: t.column('startMinute', { description: `Beginning, ${MINUTES}` }),
    endMinute: t.column('endMinute', { description: `End, ${MINUTES}` }),
    repeat: t.column('repeat', { description: 'How it comes again.' }),
    repeatUntil: t.column('repeatUntil', {
      description: 'Last day on which one of the series may begin; null = no end.',
    }),
    skippedDays: t.column('skippedDays', {
      description: 'First days of those of the series that do not take place.',
    }),
    cancelledAt: t.column('cancelledAt', { description: 'When it was called off; null if it was not.' }),
    version: t.column('version', { description: 'Moves on with every change.' }),
    viewerCan: t.can({
      change: {
        description: 'Correct it or call it off.',
        needs: ['platformId', 'source', 'cancelledAt'],
        policy: policy.changeEntry,
      },
    }),
  }),
})

model('CalendarFeed', {
  description:
    'An address under which a person’s own calendar reads a network’s entries. Seen by its owner while it is open; the address itself was shown once.',
  visibleTo: policy.feedsVisibleTo,
  scope: 'account:read',
  fields: (t) => ({
    id: t.id(),
    platform: t.one('platform', { description: 'The network.' }),
    createdAt: t.column('createdAt', { description: 'When it was made.' }),
  }),
})

const CalendarDayRef = value<CalendarDay>('CalendarDay', {
  description: 'One time that an entry of a network’s calendar takes place.',
  fields: {
    entryId: { type: 'ID', description: 'Relay id of the entry.' },
    kind: { type: CalendarKind, description: 'What kind of entry it is.' },
    title: { type: 'String', description: 'What it is called.' },
    place: { type: 'String', nullable: true, description: 'Where; null if nowhere in particular.' },
    note: { type: 'String', nullable: true, description: 'More about it.' },
    link: { type: 'String', nullable: true, description: 'Path inside the portal where more can be seen.' },
    audience: { type: BulletinAudience, description: 'Who may see it.' },
    repeat: { type: CalendarRepeat, description: 'How it comes again.' },
    startsOn: { type: 'Date', description: 'First day.' },
    endsOn: { type: 'Date', description: 'Last day, the first included.' },
    startMinute: { type: 'Int', nullable: true, description: `Beginning, ${MINUTES}` },
    endMinute: { type: 'Int', nullable: true, description: `End, ${MINUTES}` },
    cancelled: { type: 'Boolean', description: 'Called off.' },
  },
})

query.custom('calendar', {
  description:
    'What takes place in a network between two days, by day and time, at most 400 days; series are told day by day. Empty for whoever does not read the network’s calendar.',
  access: 'signedIn',
  scope: 'bulletin:read',
  type: [CalendarDayRef],
  args: (arg) => ({
    platformId: arg.id({ required: true, description: 'The network.' }),
    from: arg({ type: 'Date', required: true, description: 'First day.' }),
    until: arg({ type: 'Date', required: true, description: 'Last day, included.' }),
  }),
  complexity: 100,
  resolve({ platformId, from, until }, { viewer, sql }) {
    const network = readGlobalId(platformId)
    if (network?.model !== 'Platform') return []
    return calendarOf(sql, viewer, {
      platformId: network.key,
      from: from.toISOString().slice(0, 10),
      until: until.toISOString().slice(0, 10),
    })
  },
})

query.one('calendarEntry', {
  model: 'CalendarEntry',
  access: 'signedIn',
  description: 'One entry of a calendar by its id.',
})

query.list('calendarFeeds', {
  model: 'CalendarFeed',
  access: 'signedIn',
  description: 'The viewer’s own open addresses for other calendars.',
  orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
})

mutation(addCalendarEntry, { payload: { calendarEntry: 'CalendarEntry', platform: 'Platform' } })
mutation(editCalendarEntry, { payload: { calendarEntry: 'CalendarEntry' } })
mutation(cancelCalendarEntry, { payload: { calendarEntry: 'CalendarEntry' } })
mutation(createCalendarFeed, {
  payload: {
    calendarFeed: 'CalendarFeed',
    address: {
      type: 'String',
      description: 'The secret address, in full; shown once and never again.',
    },
  },
})
mutation(revokeCalendarFeed, { payload: {} })

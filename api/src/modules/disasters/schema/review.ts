import { keyOf } from '../../../kernel/read/key.ts'
import { query } from '../../../kernel/read/query.ts'
import { value } from '../../../kernel/read/value.ts'
import { eventReview, type EventReview, type ReviewedFacility } from '../queries/review.ts'
import { EVENT } from './event-fields.ts'

const SCOPE = 'disasters:read'
const Enum = (name: string) => name as never

const minutes = { type: 'Int', nullable: true } as const
const Reviewed = value<ReviewedFacility>('ReviewedFacility', {
  description: 'How a facility fared in an event. Minutes are those of the event, from its start.',
  fields: {
    facilityId: { type: 'ID', description: 'Relay id of the Facility.' },
    name: { type: 'String', description: 'The facility.' },
    municipality: { type: 'String', description: 'Where it is.' },
    firstReport: { ...minutes, description: 'When its first report came; null = never.' },
    lateBy: { ...minutes, description: 'Minutes past the deadline; 0 = in time, null = never.' },
    reports: { type: 'Int', description: 'Versions of its report.' },
    findings: { type: 'Int', description: 'How often others found out how it was.' },
    state: {
      type: Enum('ShelterOpeningState'),
      nullable: true,
      description: 'How far its opening came; null = not asked.',
    },
    requested: { ...minutes, description: 'When it was asked to open.' },
    answered: { ...minutes, description: 'When it answered.' },
    decided: { ...minutes, description: 'When it was decided.' },
    opened: { ...minutes, description: 'When it opened.' },
    closed: { ...minutes, description: 'When it closed.' },
    filed: { type: 'Boolean', description: 'Whether it said that it filed with the state too.' },
  },
})

const Review = value<EventReview>('EventReview', {
  description:
    'Draft of the report on a drill or disaster: who answered when, who was late, how long openings took.',
  fields: {
    ...EVENT,
    areas: {
      type: ['String'],
      description: 'Names of the municipalities that were called; empty = the whole network.',
    },
    closingNote: {
      type: 'String',
      nullable: true,
      description: 'What is to be kept in mind; null while it is on.',
    },
    firstReportMinutes: { type: 'Int', description: 'Minutes until the first report was due.' },
    called: { type: 'Int', description: 'Facilities that were called.' },
    reported: { type: 'Int', description: 'Those that reported at all.' },
    inTime: { type: 'Int', description: 'Those whose first report came in time.' },
    medianFirstReport: {
      type: 'Float',
      nullable: true,
      description: 'Median of the first reports; null without one.',
    },
    medianAnswer: {
      type: 'Float',
      nullable: true,
      description: 'Median from request to answer; null without one.',
    },
    medianOpening: {
      type: 'Float',
      nullable: true,
      description: 'Median from request to opening; null without one.',
    },
    facilities: { type: [Reviewed], description: 'Facility by facility.' },
  },
})

query.custom('eventReview', {
  access: 'signedIn',
  scope: SCOPE,
  description: 'What can be learnt from an event; null if there is none or the asker is not of its network.',
  type: Review,
  nullable: true,
  complexity: 10,
  args: (arg) => ({ eventId: arg.id({ required: true, description: 'Relay id of the DisasterEvent.' }) }),
  resolve: ({ eventId }, { sql, viewer }) => eventReview(sql, viewer, keyOf('DisasterEvent', eventId)),
})

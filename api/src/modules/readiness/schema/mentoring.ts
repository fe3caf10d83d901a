import { keyOf } from '../../../kernel/read/key.ts'
import { extend, model } from '../../../kernel/read/model.ts'
import { query } from '../../../kernel/read/query.ts'
import { value } from '../../../kernel/read/value.ts'
import * as policy from '../policy/mentoring.ts'
import {
  mentoringOverview,
  type MentoringOverview,
  type MentorLoad,
  type MentorshipLine,
  type NamedFacility,
} from '../queries/mentoring-overview.ts'
import type { StagePace } from '../rules/mentoring.ts'
import { MentoringStageEnum } from './enumerations.ts'

const SCOPE = 'readiness:read'
const seenBy = 'Seen by the people of both facilities and by the officers of their network.'

model('Mentorship', {
  description: `A designated facility guides one that prepares for designation. ${seenBy}`,
  visibleTo: policy.mentorshipsVisibleTo,
  scope: SCOPE,
  fields: (t) => ({
    id: t.id(),
    platform: t.one('platform', { description: 'The network of both.' }),
    mentorFacility: t.one('mentorFacility', { description: 'The facility that guides.' }),
    menteeFacility: t.one('menteeFacility', { description: 'The facility that prepares.' }),
    stage: t.column('stage', { description: 'How far they have come.' }),
    startedOn: t.column('startedOn', { description: 'Day of the first talk.' }),
    cityTalkOn: t.column('cityTalkOn', {
      description: 'Day of the talk with the municipality, planned or held; null = not settled.',
    }),
    expectedOn: t.column('expectedOn', { description: 'By when the designation is hoped for.' }),
    endedOn: t.column('endedOn', { description: 'Last day; null while it goes on.' }),
    droppedBecause: t.column('droppedBecause', {
      description: 'Why it was given up; null while it goes on and when it ended with the designation.',
    }),
    version: t.column('version', { description: 'Moves on with every change.' }),
    steps: t.many('steps', {
      description: 'The stages that were reached, in their order, each with its day and what shows it.',
      orderBy: [{ stage: 'asc' }, { id: 'asc' }],
    }),
    visits: t.many('visits', {
      description: 'Visits made and planned, by day.',
      orderBy: [{ onDay: 'asc' }, { id: 'asc' }],
    }),
  }),
})

model('MentorshipStep', {
  description: `That a mentorship has reached a stage. ${seenBy}`,
  visibleTo: policy.stepsVisibleTo,
  scope: SCOPE,
  fields: (t) => ({
    id: t.id(),
    stage: t.column('stage', { description: 'The stage.' }),
    onDay: t.column('onDay', { description: 'On which day.' }),
    evidence: t.column('evidence', { description: 'What shows it.' }),
    document: t.one('document', { description: 'A document that shows it; null without one.' }),
    actingName: t.column('actingName', {
      description: 'Who wrote it down: the body, by its name at that time.',
    }),
  }),
})

model('MentoringVisit', {
  description: `A visit of the one facility to the other. ${seenBy}`,
  visibleTo: policy.visitsVisibleTo,
  scope: SCOPE,
  fields: (t) => ({
    id: t.id(),
    onDay: t.column('onDay', { description: 'Day of the visit.' }),
    held: t.column('held', { description: 'It took place.' }),
    calledOff: t.column('calledOff', { description: 'It was called off.' }),
    note: t.column('note', { description: 'What is planned, or what was seen; may be blank.' }),
    version: t.column('version', { description: 'To be sent back when it is closed.' }),
  }),
})

model('MentoringLimit', {
  description: 'How many facilities one may guide at a time, in a network. Seen in the network.',
  visibleTo: policy.limitsVisibleTo,
  scope: SCOPE,
  fields: (t) => ({
    id: t.id(),
    facilities: t.column('facilities', { description: 'How many at a time.' }),
    startsOn: t.column('startsOn', { description: 'First day on which it holds.' }),
    endsOn: t.column('endsOn', { description: 'Last day; null while it holds.' }),
  }),
})

model('MentoringTemplate', {
  description:
    'What facilities on their way to designation may start from: a text, or a document of the shelf. Seen in the network.',
  visibleTo: policy.templatesVisibleTo,
  scope: SCOPE,
  fields: (t) => ({
    id: t.id(),
    title: t.column('title', { description: 'What it is called.' }),
    body: t.column('body', { description: 'The text; blank where there is only a document.' }),
    document: t.one('document', { description: 'The document; null where there is only a text.' }),
    itemKey: t.column('itemKey', {
      description: 'Key of the item of the checklist it helps with; null = with the whole.',
    }),
    addedAt: t.column('addedAt', { description: 'When it was put there.' }),
    withdrawnAt: t.column('withdrawnAt', { description: 'When it was taken out; null while it is there.' }),
    version: t.column('version', { description: 'To be sent back when it is taken out.' }),
    viewerCan: t.can({
      withdraw: { description: 'Take it out.', needs: ['platformId'], policy: policy.lookAfter },
    }),
  }),
})

extend('Platform', (t) => ({
  mentoringTemplates: t.many('mentoringTemplates', {
    description: 'The library for facilities on their way to designation, by title.',
    where: () => ({ withdrawnAt: null }),
    orderBy: [{ title: 'asc' }, { id: 'asc' }],
  }),
  mentoringLimits: t.many('mentoringLimits', {
    description: 'The rules on how many facilities one may guide, the latest first.',
    orderBy: [{ startsOn: 'desc' }, { id: 'desc' }],
  }),
}))

query.list('mentorships', {
  model: 'Mentorship',
  access: 'signedIn',
  description: 'Mentorships that the asker sees, the latest first.',
  args: (arg) => ({
    menteeFacilityId: arg.id({ description: 'Only of this facility that prepares.' }),
    mentorFacilityId: arg.id({ description: 'Only those in which this facility guides.' }),
    underWay: arg.boolean({ description: 'Only those that go on.' }),
  }),
  where: ({ menteeFacilityId, mentorFacilityId, underWay }) => ({
    ...(menteeFacilityId ? { menteeFacilityId: keyOf('Facility', menteeFacilityId) } : {}),
    ...(mentorFacilityId ? { mentorFacilityId: keyOf('Facility', mentorFacilityId) } : {}),
    ...(underWay ? { endedOn: null } : {}),
  }),
  orderBy: [{ startedOn: 'desc' }, { id: 'desc' }],
})

const StagePaceRef = value<StagePace>('MentoringPacePart', {
  description: 'How it goes at one stage.',
  fields: {
    stage: { type: MentoringStageEnum, description: 'The stage.' },
    there: { type: 'Int', description: 'Mentorships that stand there now.' },
    dropped: { type: 'Int', description: 'Given up while there.' },
    medianDays: {
      type: 'Float',
      nullable: true,
      description: 'Median of the days spent there by those that went on; null if none has.',
    },
  },
})

const MentorLoadRef = value<MentorLoad>('MentorLoadPart', {
  description: 'A designated facility and how many it guides.',
  fields: {
    facilityId: { type: 'ID', description: 'Relay id of the facility.' },
    name: { type: 'String', description: 'Its short name.' },
    guides: { type: 'Int', description: 'How many it guides now, in all networks.' },
  },
})

const NamedFacilityRef = value<NamedFacility>('FacilityToGuidePart', {
  description: 'A facility that could be guided.',
  fields: {
    facilityId: { type: 'ID', description: 'Relay id of the facility.' },
    name: { type: 'String', description: 'Its short name.' },
  },
})

const MentorshipLineRef = value<MentorshipLine>('MentorshipLine', {
  description: 'A mentorship at a glance.',
  fields: {
    mentorshipId: { type: 'ID', description: 'Relay id of the mentorship.' },
    mentorId: { type: 'ID', description: 'Relay id of the facility that guides.' },
    mentorName: { type: 'String', description: 'Its short name.' },
    menteeId: { type: 'ID', description: 'Relay id of the facility that prepares.' },
    menteeName: { type: 'String', description: 'Its short name.' },
    sample: { type: 'Boolean', description: 'Invented for demonstration.' },
    stage: { type: MentoringStageEnum, description: 'How far they have come.' },
    startedOn: { type: 'Date', description: 'Day of the first talk.' },
    days: { type: 'Int', description: 'Days since then, or until the end.' },
    cityTalkOn: { type: 'Date', nullable: true, description: 'Day of the talk with the municipality.' },
    expectedOn: { type: 'Date', nullable: true, description: 'By when the designation is hoped for.' },
    endedOn: { type: 'Date', nullable: true, description: 'Last day; null while it goes on.' },
    droppedBecause: {
      type: 'String',
      nullable: true,
      description: 'Why it was given up; null if it was not.',
    },
    nextVisitOn: { type: 'Date', nullable: true, description: 'The next planned visit.' },
    lower: { type: 'Float', description: 'Share that is ready for certain, 0 to 1.' },
    upper: { type: 'Float', description: 'Share that may be ready, 0 to 1.' },
    unknownShare: { type: 'Float', description: 'Share that nobody knows.' },
    hardOpen: { type: 'Int', description: 'Items that have to be so and are not, or that nobody knows.' },
  },
})

const MentoringOverviewRef = value<MentoringOverview>('MentoringOverview', {
  description: 'All mentorships of a network, how fast they go and who could guide whom.',
  fields: {
    underWay: { type: 'Int', description: 'Mentorships that go on.' },
    designated: { type: 'Int', description: 'Those that ended with the designation.' },
    dropped: { type: 'Int', description: 'Those that were given up.' },
    medianDaysToDesignation: {
      type: 'Float',
      nullable: true,
      description: 'Median of the days from the first talk to the designation; null before the first.',
    },
    stages: { type: [StagePaceRef], description: 'How it goes, stage by stage.' },
    limit: { type: 'Int', nullable: true, description: 'How many one may guide today; null = not settled.' },
    mentors: { type: [MentorLoadRef], description: 'Designated facilities of the members.' },
    others: { type: [NamedFacilityRef], description: 'Facilities neither designated nor guided.' },
    lines: { type: [MentorshipLineRef], description: 'Those that go on first, then by their beginning.' },
  },
})

query.custom('mentoringOverview', {
  access: 'signedIn',
  scope: SCOPE,
  description:
    'The mentorships of a network, for its secretariat, chair and auditors. Null for everybody else.',
  type: MentoringOverviewRef,
  nullable: true,
  complexity: 100,
  args: (arg) => ({ platformId: arg.id({ required: true, description: 'The network.' }) }),
  resolve: ({ platformId }, { viewer, now, sql }) =>
    mentoringOverview(sql, viewer, keyOf('Platform', platformId), now),
})

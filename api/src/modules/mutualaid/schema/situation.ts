import { builder } from '../../../kernel/graphql/builder.ts'
import { eventKey } from './event-key.ts'
import { model } from '../../../kernel/read/model.ts'
import { query } from '../../../kernel/read/query.ts'
import { value } from '../../../kernel/read/value.ts'
import { eventsVisibleTo } from '../policy/events.ts'
import {
  aidSituation,
  sinceLastHere,
  type AidSituation,
  type CalledPlace,
  type SinceLastHere,
  type SituationNews,
} from '../queries/situation.ts'
import { AidAct } from './enums.ts'

const SCOPE = 'mutualaid:read'
const seenBy =
  'Seen by whoever belongs to the network of the event, and by the liaison of a municipality of it.'

model('SituationLine', {
  description: `One decision or happening of an event, in one line; never changed. ${seenBy}`,
  visibleTo: (viewer) => ({ event: { is: eventsVisibleTo(viewer) } }),
  scope: SCOPE,
  fields: (t) => ({
    id: t.id(),
    event: t.one('event', { description: 'The disaster or drill it belongs to.' }),
    at: t.column('at', { description: 'When it was.' }),
    recordedAt: t.column('recordedAt', { description: 'When it was written down.' }),
    decision: t.column('decision', { description: 'Whether it is a decision.' }),
    text: t.column('text', { description: 'What was decided or happened.' }),
    facility: t.one('facility', { description: 'The facility it is about; null = none.' }),
    actingName: t.column('actingName', { description: 'For whom it was written, by its name at that time.' }),
    byUser: t.one('byUser', { description: 'Who wrote it; null for a person the viewer may not know of.' }),
    corrects: t.one('corrects', { description: 'The line that it corrects; null if none.' }),
    corrections: t.many('corrections', {
      description: 'Lines that correct it, the latest first.',
      orderBy: [{ recordedAt: 'desc' }, { id: 'desc' }],
    }),
  }),
})

model('SituationMark', {
  description: 'Up to where a person has seen an event. Seen by that person alone.',
  visibleTo: ({ userId }) => (userId === null ? { id: { in: [] } } : { userId }),
  scope: SCOPE,
  fields: (t) => ({
    id: t.id(),
    at: t.column('at', { description: 'Up to which moment.' }),
  }),
})

query.list('situationLines', {
  model: 'SituationLine',
  access: 'signedIn',
  description:
    'The situation log of an event, what was written last first; corrections stand at the lines they correct.',
  args: (arg) => ({
    eventId: arg.id({ required: true, description: 'The event.' }),
    decisions: arg.boolean({ description: 'Only decisions.' }),
  }),
  where: ({ eventId, decisions }) => ({
    AND: [{ eventId: eventKey(eventId), correctsId: null }, decisions ? { decision: true } : {}],
  }),
  orderBy: [{ recordedAt: 'desc' }, { id: 'desc' }],
})

const CalledPlaceRef = value<CalledPlace>('AidCalledFacility', {
  description: 'A facility that an event has called, as the screens of mutual aid name it.',
  fields: {
    facilityId: { type: 'ID', description: 'Relay id of the facility.' },
    name: { type: 'String', description: 'Name of the facility.' },
    own: { type: 'Boolean', description: 'Whether the viewer speaks for it.' },
  },
})

const AidSituationRef = value<AidSituation>('AidSituation', {
  description: 'An event as the viewer stands in it, for the screens of mutual aid.',
  fields: {
    eventId: { type: 'ID', description: 'Relay id of the event.' },
    platformId: { type: 'ID', description: 'Relay id of its network.' },
    network: { type: 'String', description: 'What its network is called.' },
    name: { type: 'String', description: 'What the event is called.' },
    drill: { type: 'Boolean', description: 'Whether it is a drill: then 【訓練】 stands on everything.' },
    sample: { type: 'Boolean', description: 'Invented for demonstration.' },
    startedAt: { type: 'DateTime', description: 'When it began.' },
    closedAt: { type: 'DateTime', nullable: true, description: 'When it was closed; null while it is on.' },
    works: { type: 'Boolean', description: 'Whether the viewer does something in it; else only reads.' },
    coordinates: { type: 'Boolean', description: 'Whether the viewer coordinates it.' },
    called: { type: [CalledPlaceRef], description: 'The facilities it has called, by their reading.' },
    markedUntil: {
      type: 'DateTime',
      nullable: true,
      description: 'Up to when the viewer has seen it; null = never marked.',
    },
  },
})

query.custom('aidSituation', {
  access: 'signedIn',
  scope: SCOPE,
  description: 'An event as the viewer stands in it. Null for who does not belong to its network.',
  type: AidSituationRef,
  nullable: true,
  args: (arg) => ({ eventId: arg.id({ required: true, description: 'The event.' }) }),
  complexity: 50,
  resolve: ({ eventId }, { viewer, sql }) => aidSituation(sql, viewer, eventKey(eventId)),
})

const NewsKindRef = builder.enumType('SituationNewsKind', {
  description: 'In what something changed.',
  values: {
    LOG: { description: 'A line of the situation log.' },
    AID: { description: 'Something was done with a request for help.' },
    OPENING: { description: 'A welfare shelter is at another step.' },
  },
})

const SituationNewsRef = value<SituationNews>('SituationNews', {
  description: 'One thing that changed in an event.',
  fields: {
    kind: { type: NewsKindRef, description: 'In what it changed.' },
    at: { type: 'DateTime', description: 'When it was written down.' },
    recordId: { type: 'ID', description: 'Relay id of the line, change or opening.' },
    requestId: { type: 'ID', nullable: true, description: 'Relay id of the request; null for all else.' },
    text: {
      type: 'String',
      description: 'The line of the log; or what a request asks for, an item’s name or a code.',
    },
    correction: { type: 'Boolean', description: 'Whether the line corrects another one.' },
    act: { type: AidAct, nullable: true, description: 'What was done with a request; null for all else.' },
    opening: {
      type: 'String',
      nullable: true,
      description: 'The step of an opening (ShelterOpeningState); null for all else.',
    },
    quantity: { type: 'Int', nullable: true, description: 'How much it was about; null for nothing.' },
    facilityName: { type: 'String', nullable: true, description: 'The facility it is about; null = none.' },
    byName: { type: 'String', nullable: true, description: 'For whom it was done; null if not told.' },
  },
})

const SinceLastHereRef = value<SinceLastHere>('SinceLastHere', {
  description: 'What changed in an event since the viewer’s mark: what one is told on taking over a shift.',
  fields: {
    drill: { type: 'Boolean', description: 'Whether it belongs to a drill (訓練).' },
    since: {
      type: 'DateTime',
      nullable: true,
      description: 'The viewer’s mark; null = never marked, everything is new.',
    },
    until: { type: 'DateTime', description: 'The moment up to which this tells; to be marked with.' },
    count: { type: 'Int', description: 'Number of things that changed.' },
    news: { type: [SituationNewsRef], description: 'The latest of them first, at most 200.' },
  },
})

query.custom('sinceLastHere', {
  access: 'signedIn',
  scope: SCOPE,
  description:
    'What changed in log, requests and openings of an event since the viewer’s mark. Null for who does not belong to its network.',
  type: SinceLastHereRef,
  nullable: true,
  args: (arg) => ({ eventId: arg.id({ required: true, description: 'The event.' }) }),
  complexity: 100,
  resolve: ({ eventId }, { viewer, sql, now }) => sinceLastHere(sql, viewer, eventKey(eventId), now),
})

import { globalId } from '../../../kernel/ids.ts'
import { keyOf } from '../../../kernel/read/key.ts'
import { model } from '../../../kernel/read/model.ts'
import { query } from '../../../kernel/read/query.ts'
import { value } from '../../../kernel/read/value.ts'
import { assignmentEvent, type AssignmentEvent, type AssignmentShelter } from '../event-reading.ts'
import * as policy from '../policy/assignment.ts'

const SCOPE = 'assignment:read'
const seenBy = 'Seen by the officers of the event’s network and the municipality’s liaison, not by members.'

model('AssignmentCase', {
  description: `Who of one event is to be placed in which welfare shelter. ${seenBy}`,
  visibleTo: policy.casesVisibleTo,
  scope: SCOPE,
  fields: (t) => ({
    id: t.id(),
    event: t.one('event', { description: 'The event in question.' }),
    openedAt: t.column('openedAt', { description: 'When it was begun.' }),
    groups: t.many('groups', {
      description:
        'Who waits for a place, in the order of entry; who was taken off or has left only if asked for.',
      args: (arg) => ({
        withdrawn: arg.boolean({ description: 'Also who was taken off the list, or has left.' }),
      }),
      where: ({ withdrawn }) => (withdrawn ? {} : { withdrawnAt: null, leftAt: null }),
      orderBy: [{ enteredAt: 'asc' }, { id: 'asc' }],
    }),
    closures: t.many('closures', {
      description: 'Ways that cannot be taken, the latest first; what is open again only if asked for.',
      args: (arg) => ({ lifted: arg.boolean({ description: 'Also what is open again.' }) }),
      where: ({ lifted }) => (lifted ? {} : { liftedAt: null }),
      orderBy: [{ enteredAt: 'desc' }, { id: 'desc' }],
    }),
    proposals: t.many('proposals', {
      description: 'Proposals, the latest first.',
      args: (arg) => ({ whatIf: arg.boolean({ description: 'What-ifs only, or none of them.' }) }),
      where: ({ whatIf }) =>
        whatIf === true
          ? { lostFacilityId: { not: null } }
          : whatIf === false
            ? { lostFacilityId: null }
            : {},
      orderBy: [{ requestedAt: 'desc' }, { id: 'desc' }],
    }),
    decisions: t.many('decisions', {
      description: 'What was decided, the latest first.',
      orderBy: [{ decidedAt: 'desc' }, { id: 'desc' }],
    }),
  }),
})

model('AssignmentGroup', {
  description: `People who wait for a place, by a reference code and never by name. ${seenBy}`,
  visibleTo: policy.groupsVisibleTo,
  scope: SCOPE,
  fields: (t) => ({
    id: t.id(),
    reference: t.column('reference', { description: 'Code by which the secretariat finds them again.' }),
    households: t.column('households', { description: 'How many households are alike.' }),
    urgency: t.column('urgency', { description: 'How soon they have to be somewhere.' }),
    municipality: t.one('municipality', { description: 'Where they are now.' }),
    sourceOpening: t.one('sourceOpening', {
      description:
        'The shelter that has taken them in and seeks another place for them; null where a coordinator typed them.',
    }),
    followsGroup: t.one('followsGroup', {
      description:
        'Those who were decided on before these were added to them by their shelter; null where nobody was.',
    }),
    decisions: t.many('decisions', {
      description: 'What was decided for them, the latest first; empty while they wait.',
      orderBy: [{ decidedAt: 'desc' }, { id: 'desc' }],
    }),
    lockedFacility: t.one('lockedFacility', { description: 'Locked to this shelter by hand; null if not.' }),
    lockOverfullReason: t.column('lockOverfullReason', {
      description:
        'Why to that shelter although it has too little room; null where it has room, or without a lock.',
    }),
    barredFacilityIds: t.computed({
      needs: ['barredFacilityIds'],
      type: ['ID'],
      description: 'Relay ids of the shelters they must not go to, set by hand.',
      resolve: ({ barredFacilityIds }) => barredFacilityIds.map((id) => globalId('Facility', id)),
    }),
    members: t.many('members', {
      description: 'The persons of one household.',
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
    }),
    enteredAt: t.column('enteredAt', { description: 'When they were entered.' }),
    withdrawnAt: t.column('withdrawnAt', {
      description: 'When they were taken off the list; null while on it.',
    }),
    withdrawnReason: t.column('withdrawnReason', {
      description: 'Why a coordinator did so; null while on it, or where their shelter took them off.',
    }),
    leftAt: t.column('leftAt', {
      description: 'When they left their shelter for the place decided; null before.',
    }),
    version: t.column('version', { description: 'Moves on with every change.' }),
  }),
})

model('AssignmentMember', {
  description: `Persons of one household with the same needs. ${seenBy}`,
  visibleTo: policy.membersVisibleTo,
  scope: SCOPE,
  fields: (t) => ({
    id: t.id(),
    persons: t.column('persons', { description: 'Number of persons.' }),
    needs: t.column('needs', { description: 'Their kinds of need; none for companions.' }),
    equipment: t.column('equipment', { description: 'Equipment without which they cannot stay.' }),
  }),
})

model('RoadClosure', {
  description: `A way that cannot be taken. ${seenBy}`,
  visibleTo: policy.closuresVisibleTo,
  scope: SCOPE,
  fields: (t) => ({
    id: t.id(),
    kind: t.column('kind', { description: 'What it keeps apart.' }),
    municipality: t.one('municipality', {
      description: 'The municipality, or one end; null for a facility.',
    }),
    otherMunicipality: t.one('otherMunicipality', { description: 'The other end; null if there is none.' }),
    facility: t.one('facility', { description: 'The shelter that nobody reaches; null for municipalities.' }),
    sourceText: t.column('sourceText', { description: 'Who says so.' }),
    enteredAt: t.column('enteredAt', { description: 'When it was entered.' }),
    liftedAt: t.column('liftedAt', { description: 'When it was open again; null while it is closed.' }),
    version: t.column('version', { description: 'Moves on with every change.' }),
  }),
})

const AssignmentShelterRef = value<AssignmentShelter>('AssignmentShelter', {
  description: 'A welfare shelter of an event, for choosing where people go.',
  fields: {
    facilityId: { type: 'ID', description: 'Relay id of the facility.' },
    name: { type: 'String', description: 'Name of the facility.' },
    municipality: { type: 'String', description: 'Name of its municipality.' },
    open: { type: 'Boolean', description: 'Open and taking people.' },
    places: { type: 'Int', nullable: true, description: 'Places by night in all; null = not given.' },
  },
})

const AssignmentMunicipalityRef = value<{ id: string; name: string }>('AssignmentMunicipality', {
  description: 'A municipality people may come from, for choosing.',
  fields: {
    id: { type: 'ID', description: 'Relay id of the municipality.' },
    name: { type: 'String', description: 'Name, e.g. 山形市.' },
  },
})

const AssignmentEventRef = value<AssignmentEvent>('AssignmentEvent', {
  description: 'The event whose people are to be placed, with what the screen offers for choosing.',
  fields: {
    network: { type: 'String', description: 'Name of its network.' },
    name: { type: 'String', description: 'Name of the event.' },
    drill: { type: 'Boolean', description: 'It is a drill (訓練).' },
    closed: { type: 'Boolean', description: 'The event is over.' },
    caseId: { type: 'ID', nullable: true, description: 'Relay id of its case; null before it is begun.' },
    mayCoordinate: { type: 'Boolean', description: 'Whether the asker may enter, ask and decide.' },
    detourFactor: {
      type: 'Float',
      description: 'A way counts as the straight line times this; an assumption.',
    },
    detourConfirmed: { type: 'Boolean', description: 'Whether somebody has checked it for the region.' },
    shelters: { type: [AssignmentShelterRef], description: 'Its shelters, by name.' },
    municipalities: {
      type: [AssignmentMunicipalityRef],
      description: 'Municipalities of the prefectures of its shelters, by code.',
    },
    equipment: { type: ['String'], description: 'Equipment that facilities of the event have, by name.' },
  },
})

query.custom('assignmentEvent', {
  access: 'signedIn',
  scope: SCOPE,
  description: `What the screen of an event’s placement needs. ${seenBy} Null for who does not see it.`,
  type: AssignmentEventRef,
  nullable: true,
  args: (arg) => ({ eventId: arg.id({ required: true, description: 'The event in question.' }) }),
  complexity: 30,
  resolve: ({ eventId }, { viewer, sql }) => assignmentEvent(sql, viewer, keyOf('DisasterEvent', eventId)),
})

query.one('assignmentCase', {
  model: 'AssignmentCase',
  access: 'signedIn',
  description: 'The case of an event; null before it is begun.',
  args: (arg) => ({ eventId: arg.id({ required: true, description: 'The event in question.' }) }),
  where: ({ eventId }) => ({ eventId: keyOf('DisasterEvent', eventId) }),
})

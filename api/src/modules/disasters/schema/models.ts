import { model } from '../../../kernel/read/model.ts'
import { query } from '../../../kernel/read/query.ts'
import * as policy from '../policy/events.ts'

const SCOPE = 'disasters:read'
const SEEN_BY = 'Seen by the members of its network, its officers, and the liaison of its municipality.'

model('DisasterEvent', {
  description: `A disaster, or a drill of one, for which a network calls its facilities. ${SEEN_BY}`,
  visibleTo: policy.eventsVisibleTo,
  scope: SCOPE,
  fields: (t) => ({
    id: t.id(),
    platform: t.one('platform', { description: 'The network that calls.' }),
    name: t.column('name', { description: 'What it is called; of a drill it begins with 【訓練】.' }),
    hazard: t.column('hazard', { description: 'What happened.' }),
    drill: t.column('drill', { description: '訓練. Never changed.' }),
    clockRate: t.column('clockRate', { description: 'Minutes of the event per minute of the clock.' }),
    startedAt: t.column('startedAt', { description: 'When it happened; from then the deadlines run.' }),
    areas: t.column('areas', { description: 'Municipality codes it is about; empty = the whole network.' }),
    firstReportMinutes: t.column('firstReportMinutes', {
      description: 'Minutes until the first report is due.',
    }),
    reportEveryMinutes: t.column('reportEveryMinutes', { description: 'Minutes from a report to the next.' }),
    presumedSeriousMinutes: t.column('presumedSeriousMinutes', {
      description: 'Minutes late after which serious damage is presumed.',
    }),
    buddyMinutes: t.column('buddyMinutes', { description: 'Minutes the neighbour has to find out.' }),
    councilMinutes: t.column('councilMinutes', { description: 'Minutes the council has after that.' }),
    openedAt: t.column('openedAt', { description: 'When it was opened in the portal.' }),
    openingReason: t.column('openingReason', { description: 'Why it was opened; empty if obvious.' }),
    closedAt: t.column('closedAt', { description: 'When it ended; null while it is on.' }),
    closingNote: t.column('closingNote', { description: 'What is to be kept in mind; null while it is on.' }),
    version: t.column('version', { description: 'Moves on with every change.' }),
    calledCount: t.count('called', { description: 'Facilities that are called.' }),
    viewerCan: t.can({
      conduct: {
        description: 'Ask for openings, decide them and close the event.',
        needs: ['platformId'],
        policy: policy.conduct,
      },
    }),
  }),
})

model('CalledFacility', {
  description: `A facility that an event asks for reports. ${SEEN_BY}`,
  visibleTo: policy.calledVisibleTo,
  scope: SCOPE,
  fields: (t) => ({
    id: t.id(),
    event: t.one('event', { description: 'The event.' }),
    facility: t.one('facility', { description: 'The facility.' }),
    buddyFacility: t.one('buddyFacility', { description: '相互確認先: who finds out first; null if none.' }),
    calledAt: t.column('calledAt', { description: 'When it was called.' }),
    version: t.column('version', { description: 'Moves on with every change.' }),
    reports: t.many('reports', {
      description: 'All versions of its report, latest first.',
      orderBy: [{ reportedAt: 'desc' }, { id: 'desc' }],
    }),
    confirmations: t.many('confirmations', {
      description: 'What others found out while it was silent, latest first.',
      orderBy: [{ confirmedAt: 'desc' }, { id: 'desc' }],
    }),
  }),
})

model('StatusReport', {
  description: `One version of a facility’s six answers. ${SEEN_BY}`,
  visibleTo: policy.reportsVisibleTo,
  scope: SCOPE,
  fields: (t) => ({
    id: t.id(),
    users: t.column('users', { description: '利用者: how the own users are.' }),
    building: t.column('building', { description: '建物: whether it can be used.' }),
    power: t.column('power', { description: '電気: whether there is any.' }),
    water: t.column('water', { description: '水: whether there is any.' }),
    staff: t.column('staff', { description: '職員: whether there are enough.' }),
    acceptance: t.column('acceptance', { description: '受け入れ: whether people can come.' }),
    note: t.column('note', { description: 'Conditions and numbers in words; empty if none.' }),
    channel: t.column('channel', { description: 'How it reached the portal.' }),
    reportedByName: t.column('reportedByName', { description: 'Who said it.' }),
    enteredBy: t.one('enteredBy', {
      description:
        'Who typed it in; null at the enrolled device, and for a person the viewer may not know of.',
    }),
    reportedAt: t.column('reportedAt', { description: 'When it was answered, by the clock of the device.' }),
    receivedAt: t.column('receivedAt', { description: 'When the portal received it.' }),
  }),
})

model('SilenceConfirmation', {
  description: `What was found out about a silent facility. ${SEEN_BY}`,
  visibleTo: policy.confirmationsVisibleTo,
  scope: SCOPE,
  fields: (t) => ({
    id: t.id(),
    finding: t.column('finding', { description: 'What was found out.' }),
    means: t.column('means', { description: 'How it was found out.' }),
    note: t.column('note', { description: 'More in words; empty if nothing.' }),
    ownerKind: t.column('ownerKind', { description: 'As what it was found out.' }),
    actingName: t.column('actingName', { description: 'The body that found out, by its name at that time.' }),
    confirmedAt: t.column('confirmedAt', { description: 'When it was said.' }),
  }),
})

model('ShelterOpening', {
  description: `One welfare shelter in one event, from the request to the closing. ${SEEN_BY}`,
  visibleTo: policy.openingsVisibleTo,
  scope: SCOPE,
  fields: (t) => ({
    id: t.id(),
    event: t.one('event', { description: 'The event.' }),
    facility: t.one('facility', { description: 'The facility.' }),
    state: t.column('state', { description: 'How far it is.' }),
    requestedAt: t.column('requestedAt', {
      description: 'When it was asked; null if people came without asking.',
    }),
    answeredAt: t.column('answeredAt', { description: 'When it answered.' }),
    cannotReason: t.column('cannotReason', { description: 'Why it cannot; null if it can.' }),
    cannotNote: t.column('cannotNote', { description: 'More in words; null if it can.' }),
    decidedAt: t.column('decidedAt', { description: 'When the municipality decided.' }),
    opensAt: t.column('opensAt', { description: 'When it is to open; null = as soon as it can.' }),
    openedAt: t.column('openedAt', { description: 'When it opened.' }),
    deFacto: t.column('deFacto', { description: '事実上の開設: people were there without a decision.' }),
    closedAt: t.column('closedAt', { description: 'When it closed.' }),
    version: t.column('version', { description: 'Moves on with every change.' }),
    steps: t.many('steps', {
      description: 'Who took which step when, in order.',
      orderBy: [{ at: 'asc' }, { id: 'asc' }],
    }),
    occupancies: t.many('occupancies', {
      description: 'How many were there, latest first.',
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
    }),
    vacancies: t.many('vacancies', {
      description: 'How many more it could take by kind of need, latest first.',
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
    }),
  }),
})

model('OpeningStep', {
  description: `A step of an opening. ${SEEN_BY}`,
  visibleTo: policy.stepsVisibleTo,
  scope: SCOPE,
  fields: (t) => ({
    id: t.id(),
    state: t.column('state', { description: 'What it became.' }),
    at: t.column('at', { description: 'From when.' }),
    note: t.column('note', { description: 'More in words; empty if nothing.' }),
    actingName: t.column('actingName', { description: 'The body that took it, by its name at that time.' }),
    onBehalf: t.column('onBehalf', { description: 'Written down by somebody else than whose step it is.' }),
  }),
})

model('ShelterOccupancy', {
  description: `How many evacuees were at a shelter. ${SEEN_BY}`,
  visibleTo: policy.occupanciesVisibleTo,
  scope: SCOPE,
  fields: (t) => ({
    id: t.id(),
    day: t.column('day', { description: 'Persons by day; null = not counted then.' }),
    night: t.column('night', { description: 'Persons by night; null = not counted then.' }),
    at: t.column('at', { description: 'When it was counted.' }),
    receivedAt: t.column('receivedAt', { description: 'When the portal received it.' }),
  }),
})

model('ShelterVacancy', {
  description: `How many more persons of a kind of need a shelter could take for the night. ${SEEN_BY}`,
  visibleTo: policy.vacanciesVisibleTo,
  scope: SCOPE,
  fields: (t) => ({
    id: t.id(),
    need: t.column('need', { description: 'Kind of need.' }),
    free: t.column('free', { description: 'Persons that could still come.' }),
    at: t.column('at', { description: 'When it was counted.' }),
  }),
})

model('FacilityDevice', {
  description:
    'A phone or PC of a facility from which any member of staff present can report. Seen by the facility’s own people.',
  visibleTo: policy.devicesVisibleTo,
  scope: SCOPE,
  fields: (t) => ({
    id: t.id(),
    facility: t.one('facility', { description: 'The facility.' }),
    name: t.column('name', { description: 'What the device is called.' }),
    enrolledAt: t.column('enrolledAt', { description: 'Since when.' }),
    lastUsedAt: t.column('lastUsedAt', { description: 'When it last reported; null if never.' }),
    lockedUntil: t.column('lockedUntil', { description: 'Until when it takes no PIN; null if it does.' }),
    revokedAt: t.column('revokedAt', { description: 'When it was taken out of use; null while it works.' }),
    version: t.column('version', { description: 'Moves on with every change.' }),
  }),
})

query.one('disasterEvent', {
  model: 'DisasterEvent',
  access: 'signedIn',
  description: 'One event by its id.',
})

query.one('calledFacility', {
  model: 'CalledFacility',
  access: 'signedIn',
  description: 'One called facility by its id.',
})

query.one('shelterOpening', {
  model: 'ShelterOpening',
  access: 'signedIn',
  description: 'One opening by its id.',
})

query.list('disasterEvents', {
  model: 'DisasterEvent',
  access: 'signedIn',
  description: 'Events of the networks the asker belongs to, latest first.',
  args: (arg) => ({
    open: arg.boolean({ description: 'Only those that are on, or only those that are over.' }),
    search: arg.string({ description: 'Only those whose name holds this.' }),
  }),
  where: ({ open, search }) => ({
    ...(open == null ? {} : { closedAt: open ? null : { not: null } }),
    ...(search?.trim() ? { name: { contains: search.trim(), mode: 'insensitive' as const } } : {}),
  }),
  orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
})

query.list('facilityDevices', {
  model: 'FacilityDevice',
  access: 'signedIn',
  description: 'Enrolled devices of the asker’s facilities, latest first.',
  orderBy: [{ enrolledAt: 'desc' }, { id: 'desc' }],
})

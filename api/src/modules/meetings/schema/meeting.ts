import { extend, model } from '../../../kernel/read/model.ts'
import { query } from '../../../kernel/read/query.ts'
import { keyOf } from '../../../kernel/read/key.ts'
import * as policy from '../policy/meetings.ts'
import './enumerations.ts'

const seenBy = 'Seen by whoever sees the network; before the notice by its officers alone.'
const AHEAD = ['DRAFT', 'NOTICED', 'OPEN'] as const
const OVER = ['CLOSED', 'CANCELLED'] as const
const byAgenda = [{ position: 'asc' as const }, { id: 'asc' as const }]

model('Meeting', {
  description: `A meeting of an organ, or a resolution in writing. ${seenBy}`,
  visibleTo: policy.visibleTo,
  scope: 'meetings:read',
  fields: (t) => ({
    id: t.id(),
    platform: t.one('platform', { description: 'The network.' }),
    organ: t.column('organ', { description: 'Which organ meets or decides.' }),
    committee: t.one('committee', {
      description: 'Which committee meets; null for every other organ.',
    }),
    series: t.one('series', { description: 'The series it belongs to; null if to none.' }),
    form: t.column('form', { description: 'How it decides.' }),
    title: t.column('title', { description: 'As it is called.' }),
    fiscalYear: t.column('fiscalYear', {
      description: 'Japanese fiscal year (April to March), by its first year.',
    }),
    number: t.column('number', { description: '第n回 of the fiscal year; null if it has none.' }),
    place: t.column('place', { description: 'Where it is; empty if online or in writing only.' }),
    onlineUrl: t.column('onlineUrl', {
      description: 'Address of the online meeting; null if there is none.',
    }),
    startsAt: t.column('startsAt', { description: 'When it begins.' }),
    endsAt: t.column('endsAt', { description: 'When it is meant to end; null if nobody has said.' }),
    answerBy: t.column('answerBy', { description: 'Until when proxies and votes in writing are taken.' }),
    state: t.column('state', { description: 'How far it is.' }),
    rulebookVersion: t.one('rulebookVersion', {
      description:
        'The version of the rulebook it is judged by, settled with the notice; null before. Seen by whoever sees the network’s rulebook.',
    }),
    recordOn: t.column('recordOn', { description: 'Day that decides who has a vote.' }),
    noticeSentAt: t.column('noticeSentAt', { description: 'When the notice went out; null before.' }),
    lateNoticeReason: t.column('lateNoticeReason', {
      description: 'Why a late notice stands; null if it was in time.',
    }),
    ballotsHidden: t.column('ballotsHidden', {
      description: 'Who voted how is shown only after the close, by the rulebook.',
    }),
    openedAt: t.column('openedAt', { description: 'When it was opened; null before.' }),
    closedAt: t.column('closedAt', { description: 'When it was closed; null before.' }),
    cancelledAt: t.column('cancelledAt', { description: 'When it was called off; null if it was not.' }),
    cancelReason: t.column('cancelReason', { description: 'Why it was called off; null if it was not.' }),
    chairVoter: t.one('chairVoter', { description: 'The voter that chairs; null before the opening.' }),
    chairName: t.column('chairName', { description: 'Name of the person who chairs; empty before.' }),
    auditorObjectedAt: t.column('auditorObjectedAt', {
      description: 'When the auditor objected to deciding without a meeting; null if not.',
    }),
    auditorObjection: t.column('auditorObjection', { description: 'Why the auditor objects; null if not.' }),
    items: t.many('items', { description: 'The agenda, in order.', orderBy: byAgenda }),
    itemCount: t.count('items', { description: 'Number of items on the agenda.' }),
    voters: t.many('voters', { description: 'The roll: who has a vote, in its order.', orderBy: byAgenda }),
    ownVoters: t.many('voters', {
      description: 'The lines of the roll that the asker speaks for: its corporation’s, or its own office’s.',
      where: (_args, viewer) => policy.answeredForBy(viewer),
      orderBy: byAgenda,
    }),
    votingCount: t.count('items', {
      description: 'Number of items that are being voted on.',
      where: () => ({ state: 'VOTING' }),
    }),
    voterCount: t.count('voters', { description: 'Number of lines of the roll; 0 before the notice.' }),
    changes: t.many('changes', {
      description: 'Who answered, came and left, latest first.',
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
    }),
    guests: t.many('guests', {
      description: 'Invited bodies without an account; for the officers of the network.',
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
    }),
    version: t.column('version', { description: 'Moves on with every change of the plan.' }),
    viewerCan: t.can({
      run: { description: 'Prepare and run it.', needs: ['platformId'], policy: policy.runMeeting },
      layPapers: {
        description: 'Lay papers before its items.',
        needs: ['platformId'],
        policy: policy.layPapers,
      },
      ask: { description: 'Ask about its items.', needs: ['platformId'], policy: policy.askAbout },
      object: {
        description: 'Object to it as auditor.',
        needs: ['platformId'],
        policy: policy.objectAsAuditor,
      },
    }),
  }),
})

model('MeetingSeries', {
  description: 'Meetings that come again. Seen by whoever sees the network.',
  visibleTo: policy.seriesVisibleTo,
  scope: 'meetings:read',
  fields: (t) => ({
    id: t.id(),
    platform: t.one('platform', { description: 'The network.' }),
    organ: t.column('organ', { description: 'Which organ meets.' }),
    committee: t.one('committee', { description: 'Which committee meets; null for every other organ.' }),
    title: t.column('title', { description: 'As its meetings are called.' }),
    everyMonths: t.column('everyMonths', { description: 'Months from one meeting to the next.' }),
    agenda: t.column('agenda', { description: 'Its usual agenda: [{ kind, title, text, resolutionKind }].' }),
    endedOn: t.column('endedOn', { description: 'Since when it is over; null while it goes on.' }),
    meetings: t.many('meetings', {
      description: 'Its meetings, latest first.',
      orderBy: [{ startsAt: 'desc' }, { id: 'desc' }],
    }),
    backlog: t.many('backlog', {
      description: 'What waits for its next meeting; for the officers of the network.',
      where: () => ({ meetingId: null }),
      orderBy: byAgenda,
    }),
    version: t.column('version', { description: 'Moves on with every change.' }),
    viewerCan: t.can({
      edit: {
        description: 'Edit it, end it, or prepare its next meeting.',
        needs: ['platformId'],
        policy: policy.runMeeting,
      },
    }),
  }),
})

model('AgendaItem', {
  description: `An item of an agenda. ${seenBy}`,
  visibleTo: policy.itemsVisibleTo,
  scope: 'meetings:read',
  fields: (t) => ({
    id: t.id(),
    meeting: t.one('meeting', { description: 'Its meeting; null while it waits for one.' }),
    position: t.column('position', { description: 'Place on the agenda.' }),
    kind: t.column('kind', { description: 'A resolution or a report.' }),
    title: t.column('title', { description: 'What it is about.' }),
    text: t.column('text', { description: 'The motion word for word, or what is reported.' }),
    presenter: t.column('presenter', { description: 'Who explains it; empty if nobody is named.' }),
    resolutionKind: t.column('resolutionKind', {
      description: 'Code of the kind of resolution in the rulebook; null for a report.',
    }),
    state: t.column('state', { description: 'How far it is.' }),
    votingOpenedAt: t.column('votingOpenedAt', { description: 'When the vote was opened; null before.' }),
    votingUntil: t.column('votingUntil', {
      description: 'Until when votes are taken; null = until the vote is closed.',
    }),
    votingClosedAt: t.column('votingClosedAt', { description: 'When the vote was closed; null before.' }),
    chairDecision: t.column('chairDecision', {
      description: 'How the chair settled a tie; null if there was none.',
    }),
    carriedFrom: t.one('carriedFrom', { description: 'The item of an earlier meeting it goes on with.' }),
    carriedTo: t.one('carriedTo', { description: 'The item of a later meeting that goes on with it.' }),
    exclusions: t.many('exclusions', {
      description: 'Who takes no part because of a special interest.',
      orderBy: [{ declaredAt: 'asc' }, { id: 'asc' }],
    }),
    ballots: t.many('ballots', {
      description: 'Votes the asker may see: all after the close, one’s own before.',
      orderBy: [{ castAt: 'asc' }, { id: 'asc' }],
    }),
    ownBallots: t.many('ballots', {
      description: 'The votes of those the asker speaks for, and those it cast with a proxy.',
      where: (_args, viewer) => ({
        OR: [
          { voter: { is: policy.spokenForBy(viewer) } },
          { castByVoter: { is: policy.spokenForBy(viewer) } },
        ],
      }),
      orderBy: [{ castAt: 'asc' }, { id: 'asc' }],
    }),
    questions: t.many('questions', {
      description: 'What was asked about it.',
      orderBy: [{ askedAt: 'asc' }, { id: 'asc' }],
    }),
    papers: t.many('papers', {
      description: 'Papers that lie before it, in order.',
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
    }),
    version: t.column('version', { description: 'Moves on with every change.' }),
  }),
})

model('MeetingVoter', {
  description: `A line of the roll: a member corporation, or the holder of an office. ${seenBy}`,
  visibleTo: policy.votersVisibleTo,
  scope: 'meetings:read',
  fields: (t) => ({
    id: t.id(),
    position: t.column('position', { description: 'Place on the roll.' }),
    corporation: t.one('corporation', { description: 'The corporation; null for the holder of an office.' }),
    name: t.column('name', { description: 'Name on the record day.' }),
    votes: t.column('votes', { description: 'Votes it carries; 0 = it takes part without a vote.' }),
    votesBasis: t.column('votesBasis', {
      description: 'Why it has another number of votes; null if it has not.',
    }),
    suspended: t.column('suspended', { description: 'Its membership rests; it has no vote.' }),
    answer: t.column('answer', { description: 'What it answered to the notice; null if nothing.' }),
    answeredAt: t.column('answeredAt', { description: 'When it answered; null if it has not.' }),
    answerChannel: t.column('answerChannel', { description: 'By which way it answered.' }),
    answeredBy: t.one('answeredBy', {
      description: 'Who entered the answer; null unless the asker may know the person.',
    }),
    proxyHolder: t.one('proxyHolder', { description: 'Who holds its proxy; null = the chair, or no proxy.' }),
    presence: t.column('presence', { description: 'How it is there; null if that was not noted.' }),
    presenceSince: t.column('presenceSince', { description: 'Since when; null if that was not noted.' }),
    ballots: t.many('ballots', {
      description: 'Its votes the asker may see.',
      orderBy: [{ castAt: 'asc' }, { id: 'asc' }],
    }),
  }),
})

model('AttendanceChange', {
  description: `An answer, an arrival or a leaving. ${seenBy}`,
  visibleTo: policy.changesVisibleTo,
  scope: 'meetings:read',
  fields: (t) => ({
    id: t.id(),
    voter: t.one('voter', { description: 'Whose it is.' }),
    at: t.column('at', { description: 'When it was noted.' }),
    answer: t.column('answer', { description: 'What was answered; null if somebody came or left.' }),
    presence: t.column('presence', { description: 'How it is there from then on; null for an answer.' }),
    channel: t.column('channel', { description: 'By which way it was noted.' }),
  }),
})

model('ItemExclusion', {
  description: `A voter with a special interest in an item (特別の利害関係). ${seenBy}`,
  visibleTo: policy.exclusionsVisibleTo,
  scope: 'meetings:read',
  fields: (t) => ({
    id: t.id(),
    voter: t.one('voter', { description: 'The voter.' }),
    reason: t.column('reason', { description: 'What the interest is.' }),
    declaredAt: t.column('declaredAt', { description: 'When it was declared.' }),
    own: t.column('own', { description: 'Declared by the voter itself.' }),
    acceptedAt: t.column('acceptedAt', {
      description: 'When the chair accepted it; null while that is open.',
    }),
  }),
})

model('Ballot', {
  description:
    'A vote on an item. Before the close seen by the voter itself and the holder of its proxy, by others only where the rulebook hides nothing; after the close by whoever sees the meeting.',
  visibleTo: policy.ballotsVisibleTo,
  scope: 'meetings:read',
  fields: (t) => ({
    id: t.id(),
    item: t.one('item', { description: 'What was voted on.' }),
    voter: t.one('voter', { description: 'Whose vote it is.' }),
    choice: t.column('choice', { description: 'What was voted.' }),
    reason: t.column('reason', { description: 'What shall be written down with it; null if nothing.' }),
    castAt: t.column('castAt', { description: 'When it was cast.' }),
    channel: t.column('channel', { description: 'By which way it came.' }),
    castByVoter: t.one('castByVoter', {
      description: 'The holder of the proxy who cast it; null if no proxy was used.',
    }),
    castByUser: t.one('castByUser', {
      description: 'Who entered it; null unless the asker may know the person.',
    }),
  }),
})

model('ItemQuestion', {
  description: `A question about an item and its answer. ${seenBy}`,
  visibleTo: policy.questionsVisibleTo,
  scope: 'meetings:read',
  fields: (t) => ({
    id: t.id(),
    item: t.one('item', { description: 'What it is about.' }),
    corporation: t.one('corporation', { description: 'Who asks; null for an officer of the network.' }),
    text: t.column('text', { description: 'The question.' }),
    askedAt: t.column('askedAt', { description: 'When it was asked.' }),
    answer: t.column('answer', { description: 'The answer; null while there is none.' }),
    answeredAt: t.column('answeredAt', { description: 'When it was answered; null before.' }),
    version: t.column('version', { description: 'Moves on with every change.' }),
  }),
})

model('AgendaPaper', {
  description:
    'A paper of an item (議案の資料): a document of the network’s shelf, laid before a meeting. Seen with the item by the network’s officers, and by the people of its members once the document is for members and has a file.',
  visibleTo: policy.papersVisibleTo,
  scope: 'meetings:read',
  fields: (t) => ({
    id: t.id(),
    item: t.one('item', { description: 'The item before which it lies.' }),
    document: t.one('document', { description: 'The document with its versions.' }),
    position: t.column('position', { description: 'Its place among the papers of the item, from 1.' }),
    attachedAt: t.column('attachedAt', { description: 'When it was laid before the item.' }),
    attachedBy: t.one('attachedBy', {
      description: 'Who laid it there; null unless the asker may know the person.',
    }),
  }),
})

model('MeetingGuest', {
  description: 'An invited body without an account. Seen by the officers of the network.',
  visibleTo: policy.guestsVisibleTo,
  scope: 'meetings:read',
  fields: (t) => ({
    id: t.id(),
    name: t.column('name', { description: 'Name of the body.' }),
    expiresAt: t.column('expiresAt', { description: 'When its link stops working.' }),
    revokedAt: t.column('revokedAt', { description: 'When its link was taken back; null if it was not.' }),
    answer: t.column('answer', { description: 'What it answered; null if nothing.' }),
    people: t.column('people', { description: 'How many people come; null if it has not said.' }),
    message: t.column('message', { description: 'What it wrote with the answer; null if nothing.' }),
    answeredAt: t.column('answeredAt', { description: 'When it answered; null if it has not.' }),
    readings: t.many('readings', {
      description: 'Papers that it opened by its link, first ones first.',
      orderBy: [{ openedAt: 'asc' }, { id: 'asc' }],
    }),
  }),
})

model('GuestPaperReading', {
  description:
    'That an invited body opened a paper by its link. Seen by the officers of the network who see the body.',
  visibleTo: (viewer) => ({ guest: { is: policy.guestsVisibleTo(viewer) } }),
  scope: 'meetings:read',
  fields: (t) => ({
    id: t.id(),
    guest: t.one('guest', { description: 'The invited body.' }),
    version: t.one('version', { description: 'The version that it opened.' }),
    openedAt: t.column('openedAt', { description: 'When it did for the first time.' }),
  }),
})

extend('Platform', (t) => ({
  meetings: t.many('meetings', {
    description: 'Its meetings and resolutions in writing, latest first.',
    args: (arg) => ({ fiscalYear: arg.int({ description: 'Only of this fiscal year.' }) }),
    where: ({ fiscalYear }) => (fiscalYear == null ? {} : { fiscalYear }),
    orderBy: [{ startsAt: 'desc' }, { id: 'desc' }],
  }),
  meetingSeries: t.many('series', {
    description: 'Its series of meetings.',
    orderBy: [{ title: 'asc' }, { id: 'asc' }],
  }),
}))

query.one('meeting', { model: 'Meeting', access: 'signedIn', description: 'One meeting by its id.' })

query.one('meetingSeries', {
  model: 'MeetingSeries',
  access: 'signedIn',
  description: 'One series of meetings by its id.',
})

query.list('meetings', {
  model: 'Meeting',
  access: 'signedIn',
  description: 'Meetings and resolutions in writing the asker sees, latest first.',
  args: (arg) => ({
    platformId: arg.id({ required: true, description: 'The network.' }),
    fiscalYear: arg.int({ description: 'Only of this fiscal year.' }),
    ahead: arg.boolean({
      description: 'True: only those that are neither over nor called off. False: only those that are.',
    }),
  }),
  where: ({ platformId, fiscalYear, ahead }) => ({
    platformId: keyOf('Platform', platformId),
    ...(fiscalYear == null ? {} : { fiscalYear }),
    ...(ahead == null ? {} : { state: { in: ahead ? [...AHEAD] : [...OVER] } }),
  }),
  orderBy: [{ startsAt: 'desc' }, { id: 'desc' }],
})

import { eventKey } from './event-key.ts'
import { keyOf } from '../../../kernel/read/key.ts'
import { model } from '../../../kernel/read/model.ts'
import { query } from '../../../kernel/read/query.ts'
import type { Viewer } from '../../../kernel/viewer.ts'
import * as policy from '../policy/events.ts'
import { value } from '../../../kernel/read/value.ts'
import type { Helper } from '../who-comes-writing.ts'
import { helperOf } from '../queries/who-comes.ts'
import { hasLapsed } from '../rules/quantities.ts'

const SCOPE = 'mutualaid:read'
const seenBy =
  'Seen by whoever belongs to the network of the event, and by the liaison of a municipality of it.'

/** Each offer has the change with which it began, so that one is found when the viewer may act on the offer. */
const side = (name: string, where: (viewer: Viewer) => ReturnType<typeof policy.ownOffers>) => ({
  name,
  relation: 'changes',
  where: (viewer: Viewer) => ({ offer: { is: where(viewer) } }),
})

const offering = side('offeringSide', policy.ownOffers)
const asking = side('askingSide', (viewer) => ({ request: { is: policy.answerableRequests(viewer) } }))
const either = side('eitherSide', (viewer) => ({
  OR: [policy.ownOffers(viewer), { request: { is: policy.ownRequests(viewer) } }],
}))

model('AidOffer', {
  description: `Something that a facility offers to a request, named. ${seenBy}`,
  visibleTo: (viewer) => ({ request: { is: { event: { is: policy.eventsVisibleTo(viewer) } } } }),
  scope: SCOPE,
  fields: (t) => ({
    id: t.id(),
    request: t.one('request', { description: 'What it answers.' }),
    kind: t.column('kind', { description: 'What kind of help.' }),
    facility: t.one('facility', { description: 'Who offers.' }),
    label: t.column('label', {
      description: 'What it draws on: the item, the person’s shift, the vehicle, the room.',
    }),
    quantity: t.column('quantity', { description: 'How much was offered.' }),
    accepted: t.column('accepted', { description: 'How much of it was accepted.' }),
    cameBack: t.column('cameBack', { description: 'How much of the goods came back unused.' }),
    state: t.column('state', { description: 'How it stands.' }),
    startsAt: t.column('startsAt', { description: 'From when; null for goods.' }),
    endsAt: t.column('endsAt', { description: 'Until when; null for goods.' }),
    validUntil: t.column('validUntil', {
      description: 'Until when it can be accepted; null = until withdrawn.',
    }),
    lapsed: t.computed({
      needs: ['state', 'validUntil'],
      type: 'Boolean',
      description: 'Whether it can no longer be accepted because its time has passed.',
      resolve: (row, { now }) => hasLapsed(row, now),
    }),
    note: t.column('note', { description: 'What was said with it; may be empty.' }),
    offeredAt: t.column('offeredAt', { description: 'When it was offered.' }),
    acceptedAt: t.column('acceptedAt', { description: 'When it was accepted; null before.' }),
    dispatchedAt: t.column('dispatchedAt', { description: 'When it was on its way; null before.' }),
    arrivedAt: t.column('arrivedAt', { description: 'When it arrived; null before.' }),
    returnedAt: t.column('returnedAt', { description: 'When it was back; null before.' }),
    endedReason: t.column('endedReason', { description: 'Why it came to nothing; null if it did not.' }),
    version: t.column('version', { description: 'Moves on with every change.' }),
    helper: t.one('helper', {
      description:
        'That it is known who comes: for both facilities, their corporations and the coordinator until the person is back.',
    }),
    costs: t.many('costs', {
      description: 'Hours, goods and money it took, the first first; struck ones stay in the list.',
      orderBy: [{ onDate: 'asc' }, { id: 'asc' }],
    }),
    viewerCan: t.can({
      answer: {
        description: 'Accept or decline it.',
        needs: ['state'],
        related: asking,
        policy: policy.answerRow,
      },
      withdraw: {
        description: 'Say that it cannot be given after all.',
        needs: ['state'],
        related: offering,
        policy: policy.withdrawRow,
      },
      dispatch: {
        description: 'Say that it is on its way.',
        needs: ['state'],
        related: offering,
        policy: policy.dispatchRow,
      },
      arrive: {
        description: 'Say that it has arrived.',
        needs: ['state'],
        related: either,
        policy: policy.arriveRow,
      },
      return: {
        description: 'Say that it is back.',
        needs: ['state'],
        related: offering,
        policy: policy.returnRow,
      },
      noteCost: {
        description: 'Note hours and costs.',
        needs: ['state'],
        related: offering,
        policy: policy.costRow,
      },
    }),
  }),
})

model('AidHelper', {
  description:
    'That it is known who comes. Seen by both facilities, their corporations’ administrators and the coordinator, who read the name itself by `aidHelperPerson`; erased when the person is back.',
  visibleTo: policy.helpersVisibleTo,
  scope: SCOPE,
  fields: (t) => ({
    id: t.id(),
    eraseOn: t.column('eraseOn', {
      description: 'Day on which it is erased at the latest, if nobody says before that the person is back.',
    }),
  }),
})

const HelperPerson = value<Helper>('AidHelperPerson', {
  description: 'Who comes. Reading is logged.',
  fields: {
    name: { type: 'String', description: 'Name of the person.' },
    phone: { type: 'String', description: 'How the person is reached on the way; may be empty.' },
  },
})

query.custom('aidHelperPerson', {
  access: 'signedIn',
  scope: SCOPE,
  description:
    'Who comes for an offer, for both facilities, their corporations’ administrators and the coordinator; null for everybody else and once it was erased. Whose name is read is logged.',
  type: HelperPerson,
  nullable: true,
  args: (arg) => ({ aidOfferId: arg.id({ required: true, description: 'The offer.' }) }),
  complexity: 10,
  resolve: ({ aidOfferId }, circumstances) => helperOf(circumstances, keyOf('AidOffer', aidOfferId)),
})

model('AidCost', {
  description: `Hours, goods or money that a dispatch took on a day. ${seenBy}`,
  visibleTo: (viewer) => ({
    offer: { is: { request: { is: { event: { is: policy.eventsVisibleTo(viewer) } } } } },
  }),
  scope: SCOPE,
  fields: (t) => ({
    id: t.id(),
    offer: t.one('offer', { description: 'The help that took it.' }),
    kind: t.column('kind', { description: 'What it took.' }),
    category: t.one('category', { description: 'Under what it is claimed.' }),
    onDate: t.column('onDate', { description: 'On which day.' }),
    what: t.column('what', { description: 'What it was for.' }),
    minutes: t.column('minutes', { description: 'Minutes worked; null for all but hours.' }),
    quantity: t.column('quantity', { description: 'Units of the goods; null for all but goods.' }),
    yen: t.column('yen', { description: 'Yen with tax; null = not known yet.' }),
    evidence: t.column('evidence', { description: 'Which paper shows it; may be empty.' }),
    struckAt: t.column('struckAt', { description: 'When it was struck; null while it counts.' }),
    struckReason: t.column('struckReason', { description: 'Why it was struck; null while it counts.' }),
  }),
})

model('ReliefCategory', {
  description: 'A category of 災害救助法 under which costs are claimed, dated. For everybody.',
  visibleTo: () => ({}),
  scope: SCOPE,
  fields: (t) => ({
    id: t.id(),
    code: t.column('code', { description: 'Its code, which stays when the name changes.' }),
    name: t.column('name', { description: 'What it is called.' }),
    holds: t.column('holds', { description: 'What belongs to it, in words.' }),
    source: t.column('source', { description: 'Where it comes from.' }),
    confirmed: t.column('confirmed', {
      description: 'Somebody has checked it against the source; else 未確認.',
    }),
  }),
})

query.one('aidOffer', { model: 'AidOffer', access: 'signedIn', description: 'One offer by its id.' })

query.list('aidOffers', {
  model: 'AidOffer',
  access: 'signedIn',
  description: 'What was offered in an event, the first first; also what came to nothing.',
  args: (arg) => ({ eventId: arg.id({ required: true, description: 'The event.' }) }),
  where: ({ eventId }) => ({ request: { is: { eventId: eventKey(eventId) } } }),
  orderBy: [{ offeredAt: 'asc' }, { id: 'asc' }],
})

query.list('aidCosts', {
  model: 'AidCost',
  access: 'signedIn',
  description: 'Hours, goods and money that help in an event took, by day; struck ones stay in the list.',
  args: (arg) => ({ eventId: arg.id({ required: true, description: 'The event.' }) }),
  where: ({ eventId }) => ({ offer: { is: { request: { is: { eventId: eventKey(eventId) } } } } }),
  orderBy: [{ onDate: 'asc' }, { id: 'asc' }],
})

query.list('reliefCategories', {
  model: 'ReliefCategory',
  access: 'public',
  description: 'The categories of 災害救助法 under which costs are claimed, in the order of the law.',
  orderBy: [{ position: 'asc' }],
})

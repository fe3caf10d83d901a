import { eventKey } from './event-key.ts'
import { model } from '../../../kernel/read/model.ts'
import { query } from '../../../kernel/read/query.ts'
import type { Viewer } from '../../../kernel/viewer.ts'
import * as policy from '../policy/events.ts'
import { stillWanted } from '../rules/quantities.ts'

const SCOPE = 'mutualaid:read'
const seenBy =
  'Seen by whoever belongs to the network of the event, and by the liaison of a municipality of it.'

/** Each request has the change with which it began, so that one is found when the viewer may act on the request. */
const onSide = {
  name: 'ownSide',
  relation: 'changes',
  where: (viewer: Viewer) => ({ request: { is: policy.ownRequests(viewer) } }),
}
/** The same while the event is on. */
const onSideAndOn = {
  name: 'ownSideWhileOn',
  relation: 'changes',
  where: (viewer: Viewer) => ({ request: { is: policy.answerableRequests(viewer) } }),
}
const stillOn = {
  name: 'stillOn',
  relation: 'changes',
  where: () => ({ request: { is: policy.requestsThatAreOn } }),
}

model('AidRequest', {
  description: `Help that is needed in an event. ${seenBy}`,
  visibleTo: (viewer) => ({ event: { is: policy.eventsVisibleTo(viewer) } }),
  scope: SCOPE,
  fields: (t) => ({
    id: t.id(),
    event: t.one('event', { description: 'The disaster or drill it belongs to.' }),
    kind: t.column('kind', { description: 'What kind of help.' }),
    facility: t.one('facility', { description: 'For whom; null = for the network.' }),
    skill: t.column('skill', { description: 'For staff: what they can do; null for all else.' }),
    item: t.one('item', { description: 'For goods: which; null for all else.' }),
    detail: t.column('detail', { description: 'What should be known besides; may be empty.' }),
    quantity: t.column('quantity', { description: 'How many persons, vehicles, beds or units of the item.' }),
    promised: t.column('promised', { description: 'How much of it is promised by accepted offers.' }),
    stillWanted: t.computed({
      needs: ['quantity', 'promised'],
      type: 'Int',
      description: 'How much is still wanted.',
      resolve: stillWanted,
    }),
    neededBy: t.column('neededBy', { description: 'Until when it is needed there.' }),
    startsAt: t.column('startsAt', { description: 'From when it is needed; null for goods.' }),
    endsAt: t.column('endsAt', { description: 'Until when it is needed; null for goods.' }),
    place: t.column('place', { description: 'Where to bring it; empty = to the facility.' }),
    state: t.column('state', { description: 'How it stands.' }),
    closedReason: t.column('closedReason', { description: 'Why it was closed; null while it is open.' }),
    requestedAt: t.column('requestedAt', { description: 'When it was asked for.' }),
    version: t.column('version', { description: 'Moves on with every change.' }),
    claims: t.many('claims', {
      description: 'Who takes care of it now; one at most.',
      where: (_args, _viewer, now) => ({ releasedAt: null, expiresAt: { gt: now } }),
      orderBy: [{ claimedAt: 'desc' }, { id: 'desc' }],
    }),
    offers: t.many('offers', {
      description: 'What was offered, the first first; also what came to nothing.',
      orderBy: [{ offeredAt: 'asc' }, { id: 'asc' }],
    }),
    openOfferCount: t.count('offers', {
      description: 'Number of offers that wait for an answer.',
      where: () => ({ state: 'OFFERED' }),
    }),
    changes: t.many('changes', {
      description: 'Who did what with it, the latest first.',
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
    }),
    viewerCan: t.can({
      claim: {
        description: 'Take care of it.',
        needs: ['state'],
        related: stillOn,
        policy: policy.claimRow,
      },
      offer: {
        description: 'Offer something one’s own facility has.',
        needs: ['state'],
        related: stillOn,
        policy: policy.offerRow,
      },
      changeQuantity: {
        description: 'Ask for more or less of it.',
        needs: ['state'],
        related: onSideAndOn,
        policy: policy.closeRow,
      },
      close: {
        description: 'Say that no more is needed.',
        needs: ['state'],
        related: onSide,
        policy: policy.closeRow,
      },
    }),
  }),
})

model('AidClaim', {
  description: `Somebody takes care of a request. ${seenBy}`,
  visibleTo: (viewer) => ({ request: { is: { event: { is: policy.eventsVisibleTo(viewer) } } } }),
  scope: SCOPE,
  fields: (t) => ({
    id: t.id(),
    actingName: t.column('actingName', {
      description: 'The body that takes care, by its name at that time.',
    }),
    claimedAt: t.column('claimedAt', { description: 'Since when.' }),
    expiresAt: t.column('expiresAt', { description: 'When it ends by itself.' }),
    viewerCan: t.can({
      release: {
        description: 'Say that it is no longer so.',
        needs: ['byUserId', 'actingKey'],
        policy: policy.releaseRow,
      },
    }),
  }),
})

model('AidChange', {
  description: `Something that was done with a request. ${seenBy}`,
  visibleTo: (viewer) => ({ request: { is: { event: { is: policy.eventsVisibleTo(viewer) } } } }),
  scope: SCOPE,
  fields: (t) => ({
    id: t.id(),
    act: t.column('act', { description: 'What was done.' }),
    quantity: t.column('quantity', {
      description: 'How much it was about; hours for a claim; null for nothing.',
    }),
    at: t.column('at', { description: 'When it was done.' }),
    actingName: t.column('actingName', {
      description: 'The body it was done for, by its name at that time.',
    }),
    note: t.column('note', { description: 'What was said with it; null if nothing.' }),
    offer: t.one('offer', { description: 'The offer it was about; null for the request itself.' }),
  }),
})

query.one('aidRequest', { model: 'AidRequest', access: 'signedIn', description: 'One request by its id.' })

query.list('aidRequests', {
  model: 'AidRequest',
  access: 'signedIn',
  description:
    'Requests for help of an event: open ones of which all is promised last, otherwise the next to be needed first.',
  args: (arg) => ({
    eventId: arg.id({ required: true, description: 'The event.' }),
    open: arg.boolean({ description: 'Only those that are open, or only those that are closed.' }),
  }),
  where: ({ eventId, open }) => ({
    AND: [
      { eventId: eventKey(eventId) },
      open == null ? {} : open ? { state: 'OPEN' } : { state: { not: 'OPEN' } },
    ],
  }),
  orderBy: [{ covered: 'asc' }, { neededBy: 'asc' }, { id: 'asc' }],
})

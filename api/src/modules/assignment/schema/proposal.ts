import { model } from '../../../kernel/read/model.ts'
import { query } from '../../../kernel/read/query.ts'
import * as policy from '../policy/assignment.ts'

const SCOPE = 'assignment:read'
const seenBy = 'Seen by the officers of the event’s network and the municipality’s liaison, not by members.'

model('AssignmentProposal', {
  description: `A computed proposal who goes where. Nobody is placed by it; once ready it never changes. ${seenBy}`,
  visibleTo: policy.proposalsVisibleTo,
  scope: SCOPE,
  fields: (t) => ({
    id: t.id(),
    case: t.one('case', { description: 'For whose placement it is.' }),
    state: t.column('state', { description: 'How far it is.' }),
    lostFacility: t.one('lostFacility', {
      description: 'A what-if: this shelter is lost; null for a proposal.',
    }),
    base: t.one('base', { description: 'The proposal a what-if starts from; null for a proposal.' }),
    requestedAt: t.column('requestedAt', { description: 'When it was asked for: so old are its inputs.' }),
    requestedBy: t.one('requestedBy', { description: 'Who asked for it.' }),
    computedAt: t.column('computedAt', { description: 'When it was ready; null before.' }),
    inputsHash: t.column('inputsHash', { description: 'SHA-256 of everything it was computed from.' }),
    persons: t.column('persons', { description: 'Persons to be placed.' }),
    leftOverPersons: t.column('leftOverPersons', {
      description: 'Persons left over; null before it is ready.',
    }),
    leftOver: t.column('leftOver', { description: 'Persons left over, each by urgency (1, 2, 4).' }),
    movedPersons: t.column('movedPersons', {
      description:
        'In a what-if: persons who go to another shelter than in its base; null in a proposal, or before it is ready.',
    }),
    burden: t.column('burden', {
      description: 'Persons × way in units of 100 m; in a what-if a person who moves counts 1,000 km more.',
    }),
    leastLeftOver: t.column('leastLeftOver', {
      description: 'It is shown that no placement has less left over (by urgency) than this.',
    }),
    leastBurden: t.column('leastBurden', {
      description: 'It is shown that none with as little left over has less burden; null = not shown.',
    }),
    optimal: t.computed({
      needs: ['state', 'leftOver', 'leastLeftOver', 'burden', 'leastBurden'],
      type: 'Boolean',
      description: 'It is shown that no placement is better.',
      resolve: ({ state, leftOver, leastLeftOver, burden, leastBurden }) =>
        state === 'READY' && leftOver === leastLeftOver && burden === leastBurden,
    }),
    lines: t.many('lines', {
      description: 'Where people go or why nowhere, in the order of entry.',
      args: (arg) => ({
        leftOver: arg.boolean({ description: 'Only who is left over, or only who is not.' }),
        moved: arg.boolean({ description: 'Only who has to move, in a what-if.' }),
      }),
      where: ({ leftOver, moved }) => ({
        ...(leftOver === true && { facilityId: null }),
        ...(leftOver === false && { facilityId: { not: null } }),
        ...(moved === true && { movedFromId: { not: null } }),
      }),
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
    }),
  }),
})

model('AssignmentLine', {
  description: `Where a proposal puts households of an entry, or why nowhere. ${seenBy}`,
  visibleTo: policy.linesVisibleTo,
  scope: SCOPE,
  fields: (t) => ({
    id: t.id(),
    group: t.one('group', { description: 'The entry in question.' }),
    households: t.column('households', { description: 'Households of it.' }),
    persons: t.column('persons', { description: 'Persons in them.' }),
    facility: t.one('facility', { description: 'Where they go; null = left over.' }),
    way: t.column('way', { description: 'Way of one person in units of 100 m; null if left over.' }),
    reason: t.column('reason', { description: 'Why they are left over; null if they are not.' }),
    movedFrom: t.one('movedFrom', { description: 'In a what-if: where they were in its base.' }),
    decision: t.one('decision', { description: 'What was decided on it; null while nothing was.' }),
  }),
})

model('AssignmentDecision', {
  description: `What a coordinator decided on a line: this places people. ${seenBy}`,
  visibleTo: policy.decisionsVisibleTo,
  scope: SCOPE,
  fields: (t) => ({
    id: t.id(),
    group: t.one('group', { description: 'The entry in question.' }),
    verdict: t.column('verdict', { description: 'As proposed or otherwise.' }),
    households: t.column('households', { description: 'Households it is about.' }),
    persons: t.column('persons', { description: 'Persons in them.' }),
    facility: t.one('facility', { description: 'Where they go; null = nowhere yet.' }),
    reason: t.column('reason', { description: 'Why otherwise; null if as proposed.' }),
    overfullReason: t.column('overfullReason', {
      description: 'Why the shelter takes them although it has too little room; null where it has room.',
    }),
    decidedAt: t.column('decidedAt', { description: 'When it was decided.' }),
    decidedBy: t.one('decidedBy', { description: 'Who decided.' }),
  }),
})

query.one('assignmentProposal', {
  model: 'AssignmentProposal',
  access: 'signedIn',
  description: 'One proposal by its id.',
})

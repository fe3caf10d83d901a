import { mutation } from '../../../kernel/graphql/mutation.ts'
import { globalId } from '../../../kernel/ids.ts'
import { keyOf } from '../../../kernel/read/key.ts'
import { extend, model } from '../../../kernel/read/model.ts'
import { query } from '../../../kernel/read/query.ts'
import { value } from '../../../kernel/read/value.ts'
import { registerTodoSource } from '../../../kernel/todos.ts'
import { admitMember } from '../commands/admit-member.ts'
import { applyForMembership } from '../commands/apply-for-membership.ts'
import { arrangeAdmission } from '../commands/arrange-admission.ts'
import { declineApplication } from '../commands/decline-application.ts'
import { enrollMember } from '../commands/enroll-member.ts'
import { expelMember } from '../commands/expel-member.ts'
import { inviteCorporation } from '../commands/invite-corporation.ts'
import { leaveNetwork } from '../commands/leave-network.ts'
import { liftSuspension } from '../commands/lift-suspension.ts'
import { reclassifyMember } from '../commands/reclassify-member.ts'
import { suspendMember } from '../commands/suspend-member.ts'
import { withdrawApplication } from '../commands/withdraw-application.ts'
import { writeToApplication } from '../commands/write-to-application.ts'
import { activeOn, membershipVisibleTo } from '../policy.ts'
import * as policy from '../policy/membership.ts'
import {
  networksToJoin,
  type AskedQuestion,
  type NetworkToJoin,
  type OpenClass,
} from '../queries/networks-to-join.ts'
import { invitationTodos, networkTodos } from '../todos.ts'
import { ApplicationState, PlatformKind } from './enumerations.ts'

registerTodoSource(networkTodos)
registerTodoSource(invitationTodos)

const seenBy =
  'Seen by the network’s officers, the corporation’s administrator and reporter, and the operator.'

model('MembershipApplication', {
  description: `A corporation on its way into a network. ${seenBy}`,
  visibleTo: policy.applicationsVisibleTo,
  scope: 'platforms:read',
  fields: (t) => ({
    id: t.id(),
    platform: t.one('platform', {
      description: 'The network; null for an applicant, who does not see it yet.',
    }),
    networkId: t.computed({
      needs: ['platformId'],
      type: 'ID',
      description: 'Relay id of the network, also for who does not see it yet.',
      resolve: ({ platformId }) => globalId('Platform', platformId),
    }),
    corporation: t.one('corporation', { description: 'Who wants to join.' }),
    origin: t.column('origin', { description: 'Which side began.' }),
    state: t.column('state', { description: 'How it stands.' }),
    memberClass: t.column('memberClass', { description: 'Code of the kind of member that is asked for.' }),
    message: t.column('message', { description: 'What the side that began said with it; empty if nothing.' }),
    invitedAt: t.column('invitedAt', {
      description: 'When the invitation went out; null if it began otherwise.',
    }),
    submittedAt: t.column('submittedAt', {
      description: 'When the corporation applied; null while it has not.',
    }),
    closedAt: t.column('closedAt', { description: 'When it came to its end; null while it is open.' }),
    closingReason: t.column('closingReason', {
      description: 'Why it was declined or withdrawn; null if nothing was said.',
    }),
    membership: t.one('membership', { description: 'The membership that came of it.' }),
    answers: t.many('answers', {
      description: 'Answers to the network’s questions, in order.',
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
    }),
    messages: t.many('messages', {
      description: 'What the two sides asked and answered, from the beginning.',
      orderBy: [{ sentAt: 'asc' }, { id: 'asc' }],
    }),
    version: t.column('version', { description: 'Moves on with every change.' }),
    viewerCan: t.can({
      decide: { description: 'Admit or decline.', needs: ['platformId'], policy: policy.runNetwork },
      write: {
        description: 'Ask or answer in its thread.',
        needs: ['platformId', 'corporationId'],
        policy: policy.writeToOtherSide,
      },
      withdraw: {
        description: 'Take it back, or decline the invitation.',
        needs: ['platformId', 'corporationId', 'state'],
        policy: policy.withdraw,
      },
      apply: { description: 'Take the invitation up.', needs: [], policy: policy.applyForOwn },
    }),
  }),
})

model('MembershipAnswer', {
  description: `An answer to a question of the network, with the question as it was asked. ${seenBy}`,
  visibleTo: policy.ofVisibleApplications,
  scope: 'platforms:read',
  fields: (t) => ({
    id: t.id(),
    position: t.column('position', { description: 'Place among the questions.' }),
    question: t.column('question', { description: 'The question as it was asked.' }),
    answer: t.column('answer', { description: 'The answer.' }),
  }),
})

model('MembershipMessage', {
  description: `A line of the thread between network and applicant. ${seenBy}`,
  visibleTo: policy.ofVisibleApplications,
  scope: 'platforms:read',
  fields: (t) => ({
    id: t.id(),
    fromNetwork: t.column('fromNetwork', { description: 'Written by the network, else by the applicant.' }),
    text: t.column('text', { description: 'What was asked or answered.' }),
    sentAt: t.column('sentAt', { description: 'When it was sent.' }),
    author: t.one('author', { description: 'Who wrote; null unless the asker may know the person.' }),
  }),
})

model('MembershipQuestion', {
  description:
    'A question a network asks applicants. Seen by whoever sees the network; applicants read it in networksToJoin.',
  visibleTo: policy.ofVisibleNetworks,
  scope: 'platforms:read',
  fields: (t) => ({
    id: t.id(),
    position: t.column('position', { description: 'Place among the questions.' }),
    text: t.column('text', { description: 'The question.' }),
    required: t.column('required', { description: 'Whether it must be answered.' }),
  }),
})

model('MembershipSuspension', {
  description: 'A time during which a membership rests. Seen by whoever sees the network.',
  visibleTo: (viewer) => ({ membership: { is: membershipVisibleTo(viewer) } }),
  scope: 'platforms:read',
  fields: (t) => ({
    id: t.id(),
    startsOn: t.column('startsOn', { description: 'First day without a vote.' }),
    endsOn: t.column('endsOn', { description: 'Last day; null while it goes on.' }),
    reason: t.column('reason', { description: 'On what it rests.' }),
  }),
})

extend('PlatformMembership', (t) => ({
  memberClass: t.column('memberClass', { description: 'Code of the kind of member in the rulebook.' }),
  votes: t.column('votes', { description: 'Votes of its own; null = those of its kind of member.' }),
  votesBasis: t.column('votesBasis', { description: 'On what votes of its own rest.' }),
  admissionBasis: t.column('admissionBasis', {
    description: 'On what it was admitted, in words; null for those of old and where a decision says it.',
  }),
  admittedByDecision: t.computed({
    needs: ['admissionDecisionId'],
    type: 'Boolean',
    description: 'Whether a decision of the network admitted it.',
    resolve: ({ admissionDecisionId }) => admissionDecisionId !== null,
  }),
  ending: t.column('ending', { description: 'How it ends; null while it goes on, and after a merger.' }),
  endingBasis: t.column('endingBasis', { description: 'What was said of its end; null if nothing.' }),
  noticeGivenOn: t.column('noticeGivenOn', {
    description: 'When the member gave notice; null if it did not.',
  }),
  suspensions: t.many('suspensions', {
    description: 'Times during which it rests, latest first; only those of the day asked for, if one is.',
    args: (arg) => ({ on: arg({ type: 'Date', description: 'Only those that cover this day.' }) }),
    where: ({ on }) => (on ? activeOn(new Date(on)) : {}),
    orderBy: [{ startsOn: 'desc' }, { id: 'desc' }],
  }),
  version: t.column('version', { description: 'Moves on with every change.' }),
  viewerCan: t.can({
    keep: {
      description: 'Change its kind and votes, suspend it, expel it.',
      needs: ['platformId'],
      policy: policy.runNetwork,
    },
    leave: {
      description: 'Write down that it ends.',
      needs: ['platformId', 'corporationId'],
      policy: policy.leave,
    },
  }),
}))

extend('Platform', (t) => ({
  acceptsApplications: t.column('acceptsApplications', {
    description: 'Whether corporations outside see that it is there and may apply.',
  }),
  admissionClause: t.column('admissionClause', {
    description: 'Clause by which an organ decides on admissions; null = the secretariat admits.',
  }),
  questions: t.many('questions', {
    description: 'What applicants are asked.',
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  }),
  applications: t.many('applications', {
    description: `Applications and invitations, latest first. ${seenBy}`,
    args: (arg) => ({ state: arg({ type: ApplicationState, description: 'Only those that stand so.' }) }),
    where: ({ state }) => (state ? { state } : {}),
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  }),
  openApplicationCount: t.count('applications', {
    description: 'How many wait for either side, as far as the asker sees them.',
    where: () => ({ state: { in: ['INVITED', 'SUBMITTED'] } }),
  }),
}))

extend('Corporation', (t) => ({
  membershipApplications: t.many('applications', {
    description: `Its applications to networks and their invitations, latest first. ${seenBy}`,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  }),
}))

query.one('membershipApplication', {
  model: 'MembershipApplication',
  access: 'signedIn',
  description: 'One application by its id.',
})

query.one('platformMembership', {
  model: 'PlatformMembership',
  access: 'signedIn',
  description: 'One membership by its id.',
})

query.list('platformMemberships', {
  model: 'PlatformMembership',
  access: 'signedIn',
  description:
    'Members of a network as of any day, in the order of the member list; empty for who does not see it.',
  args: (arg) => ({
    platformId: arg.id({ required: true, description: 'The network.' }),
    on: arg({ type: 'Date', description: 'The day; today if left out.' }),
    every: arg.boolean({ description: 'Those of every day instead: past ones and ones to come as well.' }),
  }),
  where: ({ platformId, on, every }, viewer) => ({
    AND: [
      { platformId: keyOf('Platform', platformId) },
      every ? {} : activeOn(on ? new Date(on) : viewer.today),
    ],
  }),
  orderBy: [{ position: 'asc' }, { id: 'asc' }],
})

const OpenClassRef = value<OpenClass>('OpenMemberClass', {
  description: 'A kind of member that the rulebook opens to a corporation.',
  fields: {
    code: { type: 'String', description: 'Its code in the rulebook.' },
    name: { type: 'String', description: 'As the members call it.' },
    votes: { type: 'Int', description: 'Votes such a member has; 0 = none.' },
    clause: { type: 'String', description: 'The clause it comes from.' },
  },
})

const AskedQuestionRef = value<AskedQuestion>('AskedQuestion', {
  description: 'A question of a network, as an applicant reads it.',
  fields: {
    position: { type: 'Int', description: 'Its number; answers name it.' },
    text: { type: 'String', description: 'The question.' },
    required: { type: 'Boolean', description: 'Whether it must be answered.' },
  },
})

query.custom('networksToJoin', {
  access: 'signedIn',
  scope: 'platforms:read',
  description:
    'Networks that the corporation acted for may apply to, has applied to or is invited by, and is no member of; empty for anybody else. They tell name, purpose and questions, nothing of their members.',
  type: [
    value<NetworkToJoin>('NetworkToJoin', {
      description: 'What a corporation may know of a network it is no member of.',
      fields: {
        platformId: { type: 'ID', description: 'Relay id of the network.' },
        name: { type: 'String', description: 'Name, as members say it.' },
        kind: { type: PlatformKind, description: 'Who leads it.' },
        description: { type: 'String', description: 'What it is for, in its own words.' },
        municipality: { type: 'String', nullable: true, description: 'Municipality it works in.' },
        sample: { type: 'Boolean', description: 'Invented for demonstration.' },
        acceptsApplications: { type: 'Boolean', description: 'Whether it takes applications.' },
        questions: { type: [AskedQuestionRef], description: 'What it asks.' },
        classes: { type: [OpenClassRef], description: 'Kinds of member open to the corporation.' },
        applicationId: {
          type: 'ID',
          nullable: true,
          description: 'The corporation’s latest application there.',
        },
        applicationState: { type: ApplicationState, nullable: true, description: 'How that one stands.' },
      },
    }),
  ],
  complexity: 20,
  resolve: (_args, { viewer, sql }) => networksToJoin(sql, viewer),
})

mutation(arrangeAdmission, { payload: { platform: 'Platform' } })
mutation(applyForMembership, { payload: { membershipApplication: 'MembershipApplication' } })
mutation(inviteCorporation, { payload: { membershipApplication: 'MembershipApplication' } })
mutation(writeToApplication, { payload: { membershipApplication: 'MembershipApplication' } })
mutation(admitMember, {
  payload: { membershipApplication: 'MembershipApplication', platformMembership: 'PlatformMembership' },
})
mutation(declineApplication, { payload: { membershipApplication: 'MembershipApplication' } })
mutation(withdrawApplication, { payload: { membershipApplication: 'MembershipApplication' } })
mutation(enrollMember, { payload: { platformMembership: 'PlatformMembership' } })
mutation(reclassifyMember, { payload: { platformMembership: 'PlatformMembership' } })
mutation(suspendMember, { payload: { platformMembership: 'PlatformMembership' } })
mutation(liftSuspension, { payload: { platformMembership: 'PlatformMembership' } })
mutation(leaveNetwork, { payload: { platformMembership: 'PlatformMembership' } })
mutation(expelMember, { payload: { platformMembership: 'PlatformMembership' } })

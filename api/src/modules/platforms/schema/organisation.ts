import { mutation } from '../../../kernel/graphql/mutation.ts'
import { extend, model } from '../../../kernel/read/model.ts'
import { appointOfficer } from '../commands/appoint-officer.ts'
import { dissolveCommittee } from '../commands/dissolve-committee.ts'
import { editCommittee } from '../commands/edit-committee.ts'
import { endCommitteeSeat } from '../commands/end-committee-seat.ts'
import { endOffice } from '../commands/end-office.ts'
import { establishCommittee } from '../commands/establish-committee.ts'
import { seatCommitteeMember } from '../commands/seat-committee-member.ts'
import { settleResponsibilities } from '../commands/settle-responsibilities.ts'
import { inviteOfficer } from '../commands/invite-officer.ts'
import { tieOffice } from '../commands/tie-office.ts'
import { untieOffice } from '../commands/untie-office.ts'
import { planPlatformYear } from '../commands/plan-platform-year.ts'
import { keyOf } from '../../../kernel/read/key.ts'
import { query } from '../../../kernel/read/query.ts'
import { value } from '../../../kernel/read/value.ts'
import { activeOn } from '../policy.ts'
import * as policy from '../policy/membership.ts'
import { officeCandidates, type OfficeCandidate } from '../queries/office-candidates.ts'
import './enumerations.ts'

const seenBy = 'Seen by whoever sees the network.'

model('Committee', {
  description: `A working group of a network (部会・委員会). ${seenBy}`,
  visibleTo: policy.ofVisibleNetworks,
  scope: 'platforms:read',
  fields: (t) => ({
    id: t.id(),
    platform: t.one('platform', { description: 'The network.' }),
    name: t.column('name', { description: 'Name, as members say it.' }),
    purpose: t.column('purpose', { description: 'What it is for; empty if not given.' }),
    parent: t.one('parent', { description: 'The committee it stands below; null if below none.' }),
    startsOn: t.column('startsOn', { description: 'First day.' }),
    endsOn: t.column('endsOn', { description: 'Last day; null while it goes on.' }),
    members: t.many('members', {
      description: 'Its seats of today, or of every day: the chair first.',
      args: (arg) => ({
        past: arg.boolean({ description: 'Also those that have ended or are yet to begin.' }),
      }),
      where: ({ past }, viewer) => (past ? {} : activeOn(viewer.today)),
      orderBy: [{ role: 'asc' }, { id: 'asc' }],
    }),
    version: t.column('version', { description: 'Moves on with every change.' }),
  }),
})

model('CommitteeMember', {
  description: `A corporation’s seat in a committee, for a term. ${seenBy}`,
  visibleTo: (viewer) => ({ committee: { is: policy.ofVisibleNetworks(viewer) } }),
  scope: 'platforms:read',
  fields: (t) => ({
    id: t.id(),
    committee: t.one('committee', { description: 'The committee.' }),
    corporation: t.one('corporation', { description: 'Whose seat it is.' }),
    role: t.column('role', { description: 'What it is in the committee.' }),
    startsOn: t.column('startsOn', { description: 'First day.' }),
    endsOn: t.column('endsOn', { description: 'Last day of the term; null = until further notice.' }),
    version: t.column('version', { description: 'Moves on with every change.' }),
  }),
})

model('PlatformOfficer', {
  description: `A person in an office of a network, for a term. ${seenBy}`,
  visibleTo: policy.ofVisibleNetworks,
  scope: 'platforms:read',
  fields: (t) => ({
    id: t.id(),
    office: t.column('office', { description: 'As the rulebook calls it, e.g. 会長.' }),
    organ: t.column('organ', { description: 'In which body the office votes; null if in none.' }),
    name: t.column('name', { description: 'The person’s name.' }),
    corporation: t.one('corporation', {
      description: 'The corporation the person comes from; null if from none.',
    }),
    tied: t.computed({
      needs: ['userId'],
      type: 'Boolean',
      description: 'Whether the person has a log-in for the office and votes in the portal themselves.',
      resolve: ({ userId }) => userId !== null,
    }),
    user: t.one('user', {
      description:
        'The log-in the office is tied to. Seen by the secretariat of the network, the person, and whoever looks after a body the person has a role on; null for others, and where there is none.',
    }),
    invitation: t.one('invitation', {
      description:
        'The invitation the office waits for. Seen by the secretariat of the network; null for others, and where there is none.',
    }),
    startsOn: t.column('startsOn', { description: 'First day.' }),
    endsOn: t.column('endsOn', { description: 'Last day of the term; null = until further notice.' }),
    version: t.column('version', { description: 'Moves on with every change.' }),
  }),
})

model('PlatformRole', {
  description: `A role of a network, made of responsibilities; its holders are the officers of its name. ${seenBy}`,
  visibleTo: policy.ofVisibleNetworks,
  scope: 'platforms:read',
  fields: (t) => ({
    id: t.id(),
    name: t.column('name', { description: 'As the rulebook calls the office.' }),
    responsibilities: t.column('responsibilities', {
      description: 'What its holders answer for, a sentence each.',
    }),
  }),
})

model('PlatformYearPlan', {
  description: `What a network usually does in a month. ${seenBy}`,
  visibleTo: policy.ofVisibleNetworks,
  scope: 'platforms:read',
  fields: (t) => ({
    id: t.id(),
    month: t.column('month', { description: 'Month, 1 to 12.' }),
    title: t.column('title', { description: 'What is done.' }),
  }),
})

extend('Platform', (t) => ({
  committees: t.many('committees', {
    description: 'Its committees of today, or of every day, by name.',
    args: (arg) => ({
      past: arg.boolean({ description: 'Also those that have ended or are yet to begin.' }),
    }),
    where: ({ past }, viewer) => (past ? {} : activeOn(viewer.today)),
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  }),
  officers: t.many('officers', {
    description: 'People in its offices today, or on every day, in their order.',
    args: (arg) => ({
      past: arg.boolean({ description: 'Also those that have ended or are yet to begin.' }),
    }),
    where: ({ past }, viewer) => (past ? {} : activeOn(viewer.today)),
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  }),
  platformRoles: t.many('platformRoles', {
    description: 'Its roles, in order.',
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  }),
  yearPlan: t.many('yearPlan', {
    description: 'What it usually does in which month, from April on.',
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  }),
}))

query.custom('officeCandidates', {
  access: 'signedIn',
  scope: 'platforms:read',
  description:
    'People whose log-in an office of a network can be tied to, by name: those with a role in the network today, and those of the corporation the officer comes from while it is a member. Empty for who does not keep the network.',
  type: [
    value<OfficeCandidate>('OfficeCandidate', {
      description: 'Somebody whose log-in an office can be tied to. Seen by the secretariat of the network.',
      fields: {
        userId: { type: 'ID', description: 'Relay id of the person.' },
        name: { type: 'String', description: 'Name as the person writes it.' },
        role: { type: 'RoleName' as never, description: 'A role by which the network is open to them.' },
        body: { type: 'String', description: 'The body the role stands on.' },
      },
    }),
  ],
  args: (arg) => ({
    platformId: arg.id({ required: true, description: 'The network.' }),
    corporationId: arg.id({ description: 'The corporation the officer comes from; left out, none.' }),
  }),
  resolve: ({ platformId, corporationId }, { viewer, sql }) =>
    officeCandidates(sql, viewer, {
      platformId: keyOf('Platform', platformId),
      corporationId: corporationId == null ? null : keyOf('Corporation', corporationId),
    }),
})

mutation(establishCommittee, { payload: { committee: 'Committee', platform: 'Platform' } })
mutation(editCommittee, { payload: { committee: 'Committee' } })
mutation(dissolveCommittee, { payload: { committee: 'Committee' } })
mutation(seatCommitteeMember, { payload: { committee: 'Committee' } })
mutation(endCommitteeSeat, { payload: { committee: 'Committee' } })
mutation(appointOfficer, { payload: { platformOfficer: 'PlatformOfficer', platform: 'Platform' } })
mutation(endOffice, { payload: { platformOfficer: 'PlatformOfficer' } })
mutation(tieOffice, { payload: { platformOfficer: 'PlatformOfficer' } })
mutation(untieOffice, { payload: { platformOfficer: 'PlatformOfficer' } })
mutation(inviteOfficer, { payload: { platformOfficer: 'PlatformOfficer' } })
mutation(settleResponsibilities, { payload: { platform: 'Platform' } })
mutation(planPlatformYear, { payload: { platform: 'Platform' } })

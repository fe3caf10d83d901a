import { mutation } from '../../../kernel/graphql/mutation.ts'
import { builder } from '../../../kernel/graphql/builder.ts'
import { model } from '../../../kernel/read/model.ts'
import { query } from '../../../kernel/read/query.ts'
import { value } from '../../../kernel/read/value.ts'
import { acceptInvitation } from '../commands/accept-invitation.ts'
import { invitePerson } from '../commands/invite-person.ts'
import { revokeInvitation } from '../commands/revoke-invitation.ts'
import * as policy from '../policy.ts'
import { findOffer, type Offer } from '../queries.ts'
import { invitationState, type InvitationState } from '../rules/invitations.ts'
import { RoleName } from './role.ts'

const states: Readonly<Record<InvitationState, { description: string }>> = {
  OPEN: { description: 'Its link opens.' },
  ACCEPTED: { description: 'Somebody took the role.' },
  REVOKED: { description: 'It was taken back.' },
  EXPIRED: { description: 'Seven days have passed.' },
}
const InvitationStateEnum = builder.enumType('InvitationState', {
  description: 'Where an invitation stands.',
  values: states,
})

model('Invitation', {
  description: 'An offer of a role by mail. Seen by whoever sent it or looks after the body.',
  visibleTo: policy.invitationVisibleTo,
  scope: 'identity:read',
  fields: (t) => ({
    id: t.id(),
    email: t.column('email', { description: 'Where the link went.' }),
    name: t.column('name', { description: 'Name of the person invited.' }),
    role: t.column('role', { description: 'The role offered.' }),
    corporation: t.one('corporation', {
      description: 'The corporation it stands on; null for other bodies.',
    }),
    facility: t.one('facility', { description: 'The facility it stands on; null for other bodies.' }),
    platform: t.one('platform', { description: 'The network it stands on; null for other bodies.' }),
    municipality: t.one('municipality', {
      description: 'The municipality it stands on; null for other bodies.',
    }),
    startsOn: t.column('startsOn', {
      description: 'First day of the role, or the day it is accepted if later.',
    }),
    endsOn: t.column('endsOn', { description: 'Last day of the role; null = until further notice.' }),
    expiresAt: t.column('expiresAt', { description: 'Until when the link opens.' }),
    createdAt: t.column('createdAt', { description: 'When it was sent.' }),
    acceptedAt: t.column('acceptedAt', { description: 'When it was accepted; null = it was not.' }),
    state: t.computed({
      needs: ['expiresAt', 'acceptedAt', 'revokedAt'],
      type: InvitationStateEnum,
      description: 'Where it stands now.',
      resolve: (row, { now }) => invitationState(row, now),
    }),
    invitedBy: t.one('invitedBy', { description: 'Who sent it; null if not visible.' }),
    version: t.column('version', { description: 'Moves on with every change.' }),
  }),
})

query.list('invitations', {
  model: 'Invitation',
  access: policy.lookAfterPeople,
  description: 'Invitations to bodies that the acting one looks after, the newest first.',
  args: (arg) => ({ open: arg.boolean({ description: 'True = only those that can still be accepted.' }) }),
  where: ({ open }, _viewer, now) =>
    open ? { acceptedAt: null, revokedAt: null, expiresAt: { gt: now } } : {},
  orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
})

const OfferRef = value<Offer>('InvitationOffer', {
  description: 'What the link of an invitation offers. Seen by whoever has the link.',
  fields: {
    state: { type: InvitationStateEnum, description: 'Whether it can still be accepted.' },
    name: { type: 'String', description: 'Name of the person invited.' },
    email: { type: 'String', description: 'Where the link went; the address of the new account.' },
    role: { type: RoleName, description: 'The role offered.' },
    bodyName: { type: 'String', description: 'Name of the body.' },
    inviterName: { type: 'String', description: 'Who sent it.' },
    startsOn: { type: 'Date', description: 'First day of the role, or the day it is accepted if later.' },
    endsOn: {
      type: 'Date',
      nullable: true,
      description: 'Last day of the role; null = until further notice.',
    },
    expiresAt: { type: 'DateTime', description: 'Until when the link opens.' },
    hasAccount: { type: 'Boolean', description: 'Whether there is an account with this address already.' },
  },
})

query.custom('invitationOffer', {
  access: 'public',
  scope: 'account:read',
  description: 'What an invitation offers, by the secret of its link; null when there is none.',
  type: OfferRef,
  nullable: true,
  args: (arg) => ({
    token: arg.string({ required: true, description: 'The secret after the # of the link.' }),
  }),
  resolve: ({ token }, { sql, now }) => findOffer(sql, token, now),
})

mutation(invitePerson, { payload: { invitation: 'Invitation' } })
mutation(revokeInvitation, { payload: { invitation: 'Invitation' } })
mutation(acceptInvitation, {
  payload: { email: { type: 'String', description: 'The address to sign in with, for a new account.' } },
})

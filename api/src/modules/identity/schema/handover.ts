import { mutation } from '../../../kernel/graphql/mutation.ts'
import { enumeration } from '../../../kernel/read/enumeration.ts'
import { model } from '../../../kernel/read/model.ts'
import { query } from '../../../kernel/read/query.ts'
import { value } from '../../../kernel/read/value.ts'
import { parseGlobalId } from '../../../kernel/ids.ts'
import { cancelHandover } from '../commands/cancel-handover.ts'
import { clearSecondFactors } from '../commands/clear-second-factors.ts'
import { endRole } from '../commands/end-role.ts'
import { grantRole } from '../commands/grant-role.ts'
import { planHandover } from '../commands/plan-handover.ts'
import { withdrawRole } from '../commands/withdraw-role.ts'
import * as policy from '../policy.ts'
import { findHoldings, type Holdings, type HeldInvitation, type HeldToken } from '../queries.ts'
import { RoleName } from './role.ts'

const HandoverStatus = enumeration('HandoverStatus', {
  description: 'Where a hand-over stands.',
  values: {
    PLANNED: 'It will take place on its day.',
    DONE: 'It took place.',
    CANCELLED: 'It was called off.',
  },
})

model('RoleHandover', {
  description:
    'Year-end hand-over: on a day, chosen roles of one person go to a successor. Seen by both, by whoever planned it, and by whoever looks after the bodies.',
  visibleTo: policy.handoverVisibleTo,
  scope: 'identity:read',
  fields: (t) => ({
    id: t.id(),
    fromUser: t.one('fromUser', { description: 'The person who leaves; null if not visible.' }),
    toUser: t.one('toUser', { description: 'The successor; null if not visible.' }),
    onDate: t.column('onDate', {
      description: 'First day of the successor; the leaver’s roles end the day before.',
    }),
    status: t.column('status', { description: 'Where it stands.' }),
    note: t.column('note', { description: 'A note for both of them.' }),
    items: t.many('items', {
      description: 'The roles that pass on.',
      orderBy: [{ id: 'asc' }],
    }),
    version: t.column('version', { description: 'Moves on with every change.' }),
  }),
})

model('HandoverItem', {
  description: 'One role inside a hand-over. Seen by whoever sees the hand-over.',
  visibleTo: policy.handoverItemVisibleTo,
  scope: 'identity:read',
  fields: (t) => ({
    id: t.id(),
    roleAssignment: t.one('roleAssignment', { description: 'The leaver’s role; null if not visible.' }),
    newAssignment: t.one('newAssignment', { description: 'The successor’s role; null before the day.' }),
  }),
})

query.list('roleHandovers', {
  model: 'RoleHandover',
  access: 'signedIn',
  description: 'Hand-overs the viewer has to do with or looks after, the latest day first.',
  args: (arg) => ({ status: arg({ type: HandoverStatus, description: 'Only those that stand so.' }) }),
  where: ({ status }) => (status ? { status } : {}),
  orderBy: [{ onDate: 'desc' }, { id: 'desc' }],
})

const HeldInvitationRef = value<HeldInvitation>('HeldInvitation', {
  description: 'An open invitation that a person sent.',
  fields: {
    name: { type: 'String', description: 'Who was invited.' },
    role: { type: RoleName, description: 'The role offered.' },
    expiresAt: { type: 'DateTime', description: 'Until when the link opens.' },
  },
})
const HeldTokenRef = value<HeldToken>('HeldToken', {
  description: 'A token of a person that still opens.',
  fields: {
    name: { type: 'String', description: 'What it is for.' },
    prefix: { type: 'String', description: 'Its first characters.' },
    lastUsedAt: { type: 'DateTime', nullable: true, description: 'When it was last used; null = never.' },
    expiresAt: { type: 'DateTime', description: 'From when on it no longer opens.' },
  },
})
const HoldingsRef = value<Holdings>('Holdings', {
  description:
    'What a person leaves behind besides roles, as far as it concerns bodies that the acting one looks after.',
  fields: {
    invitations: { type: [HeldInvitationRef], description: 'Open invitations the person sent, at most 100.' },
    tokens: {
      type: [HeldTokenRef],
      description: 'Tokens that act for these bodies, at most 100; they stop when the roles end.',
    },
  },
})

query.custom('holdings', {
  access: policy.lookAfterPeople,
  scope: 'identity:read',
  description:
    'What a person leaves behind besides roles: open invitations and tokens. For planning a hand-over.',
  type: HoldingsRef,
  args: (arg) => ({ personId: arg.id({ required: true, description: 'Relay id of the person.' }) }),
  complexity: 10,
  resolve({ personId }, { viewer, sql, now }) {
    const parsed = parseGlobalId(personId)
    return findHoldings(sql, viewer, parsed?.model === 'User' ? parsed.id : null, now)
  },
})

mutation(planHandover, { payload: { roleHandover: 'RoleHandover' } })
mutation(cancelHandover, { payload: { roleHandover: 'RoleHandover' } })
mutation(grantRole, { payload: { roleAssignment: 'RoleAssignment' } })
mutation(endRole, { payload: { roleAssignment: 'RoleAssignment' } })
mutation(withdrawRole, { payload: { user: 'User' } })
mutation(clearSecondFactors, { payload: { user: 'User' } })

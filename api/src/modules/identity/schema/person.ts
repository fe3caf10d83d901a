import { builder } from '../../../kernel/graphql/builder.ts'
import { Viewer as ViewerRef } from '../../../kernel/graphql/viewer.ts'
import { rowRef } from '../../../kernel/read/connection.ts'
import { model } from '../../../kernel/read/model.ts'
import { query } from '../../../kernel/read/query.ts'
import { readUnique } from '../../../kernel/read/read-pages.ts'
import type { Prisma } from '../../../generated/prisma/client.ts'
import type { Viewer } from '../../../kernel/viewer.ts'
import * as policy from '../policy.ts'

const heldOn = (today: Date): Prisma.RoleAssignmentWhereInput => ({
  OR: [{ endsOn: null }, { endsOn: { gte: today } }],
})

model('User', {
  description:
    'A person with a log-in. Seen by themselves and by whoever looks after a body they hold or held a role on.',
  visibleTo: policy.userVisibleTo,
  scope: 'identity:read',
  fields: (t) => ({
    id: t.id(),
    name: t.column('name', { description: 'Name as the person writes it.' }),
    email: t.column('email', { description: 'Address for signing in and for mails.' }),
    sample: t.column('sample', { description: 'Invented person of the sample network.' }),
    authenticatorApp: t.column('twoFactorEnabled', {
      description: 'Whether an authenticator app is asked for when signing in.',
    }),
    createdAt: t.column('createdAt', { description: 'When the account was opened.' }),
    roles: t.many('roles', {
      description:
        'Roles that hold today or later; with `past`, also those that have ended. The newest first.',
      args: (arg) => ({ past: arg.boolean({ description: 'True = also roles that have ended.' }) }),
      where: ({ past }, { today }) => (past ? {} : heldOn(today)),
      orderBy: [{ startsOn: 'desc' }, { id: 'desc' }],
    }),
    sessions: t.many('sessions', {
      description: 'Where the person is signed in. Seen by the person only.',
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    }),
    passkeys: t.many('passkeys', {
      description: 'Passkeys. Seen by the person only.',
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    }),
    apiTokens: t.many('apiTokens', {
      description: 'Tokens for programs. Seen by the person only.',
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    }),
  }),
})

builder.objectField(ViewerRef, 'user', (t) =>
  t.field({
    type: rowRef('User'),
    nullable: true,
    description: 'The person who asks; null for a guest.',
    resolve: ({ userId }, _args, context, info) =>
      userId ? readUnique(context, info, 'User', { id: userId }) : null,
  }),
)

query.one('me', {
  model: 'User',
  access: 'public',
  description: 'The person who asks; null for a guest.',
  where: (_args, { userId }) => (userId ? { id: userId } : null),
})

query.one('person', {
  model: 'User',
  access: 'signedIn',
  description: 'One person by id; null unless the viewer looks after a body of theirs.',
})

/** Roles on bodies that the acting one looks after; for an operator, all. */
const lookedAfter = (viewer: Viewer): Prisma.RoleAssignmentWhereInput => {
  const bodies = policy.onBodiesOf(viewer)
  return bodies.length > 0 ? { OR: bodies } : {}
}

query.list('people', {
  model: 'User',
  access: policy.lookAfterPeople,
  description: 'People with a role on a body that the acting one looks after, by name.',
  args: (arg) => ({
    past: arg.boolean({ description: 'True = also people whose roles have all ended.' }),
    text: arg.string({ description: 'Only people with this in the name or the address.' }),
  }),
  where({ past, text }, viewer) {
    const roles = { some: { AND: [lookedAfter(viewer), past ? {} : heldOn(viewer.today)] } }
    const words = text?.trim()
    return words
      ? { roles, OR: [{ name: { contains: words } }, { email: { contains: words.toLowerCase() } }] }
      : { roles }
  },
  orderBy: [{ name: 'asc' }, { id: 'asc' }],
})

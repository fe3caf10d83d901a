import { mutation } from '../../../kernel/graphql/mutation.ts'
import { model } from '../../../kernel/read/model.ts'
import { endOtherSessions } from '../commands/end-other-sessions.ts'
import { endSession } from '../commands/end-session.ts'
import { removePasskey } from '../commands/remove-passkey.ts'
import { renameMyself } from '../commands/rename-myself.ts'
import * as policy from '../policy.ts'

model('Session', {
  description: 'One browser in which a person is signed in. Seen by the person only.',
  visibleTo: policy.ownOnly,
  scope: 'account:read',
  fields: (t) => ({
    id: t.id(),
    current: t.computed({
      needs: ['id'],
      type: 'Boolean',
      description: 'Whether it is the session that asks.',
      resolve: ({ id }, { viewer }) => id === viewer.sessionId,
    }),
    userAgent: t.column('userAgent', { description: 'What the browser says it is.' }),
    ipAddress: t.column('ipAddress', { description: 'Network address at the time of signing in.' }),
    secondFactor: t.column('secondFactor', { description: 'Whether a second factor was used.' }),
    createdAt: t.column('createdAt', { description: 'When the person signed in.' }),
    expiresAt: t.column('expiresAt', { description: 'When it ends by itself.' }),
  }),
})

model('Passkey', {
  description: 'A passkey of a person. Seen by the person only.',
  visibleTo: policy.ownOnly,
  scope: 'account:read',
  fields: (t) => ({
    id: t.id(),
    name: t.column('name', { description: 'What the person calls it.' }),
    backedUp: t.column('backedUp', {
      description: 'Whether the device’s maker keeps a copy for other devices.',
    }),
    createdAt: t.column('createdAt', { description: 'When it was added.' }),
  }),
})

mutation(renameMyself, { payload: { user: 'User' } })
mutation(endSession, { payload: { user: 'User' } })
mutation(endOtherSessions, {
  payload: { user: 'User', count: { type: 'Int', description: 'How many sessions were ended.' } },
})
mutation(removePasskey, { payload: { user: 'User' } })

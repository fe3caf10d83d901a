import { mutation } from '../../../kernel/graphql/mutation.ts'
import { model } from '../../../kernel/read/model.ts'
import { query } from '../../../kernel/read/query.ts'
import { value } from '../../../kernel/read/value.ts'
import { createApiToken } from '../commands/create-api-token.ts'
import { revokeApiToken } from '../commands/revoke-api-token.ts'
import * as policy from '../policy.ts'
import { scopes } from '../rules/tokens.ts'

model('ApiToken', {
  description:
    'A token with which a program acts for one body, within scopes and until a day. Seen by the person it belongs to; the token itself is shown once, when it is made.',
  visibleTo: policy.ownOnly,
  scope: 'identity:read',
  fields: (t) => ({
    id: t.id(),
    name: t.column('name', { description: 'What it is for.' }),
    prefix: t.column('prefix', { description: 'Its first characters, to tell tokens apart.' }),
    actingKey: t.column('actingKey', { description: 'Key of the seat it acts for.' }),
    scopes: t.column('scopes', { description: 'What the program may do.' }),
    expiresAt: t.column('expiresAt', { description: 'From when on it no longer opens.' }),
    lastUsedAt: t.column('lastUsedAt', {
      description: 'When it was last used, to the minute; null = never.',
    }),
    revokedAt: t.column('revokedAt', { description: 'When it was taken back; null = it was not.' }),
    createdAt: t.column('createdAt', { description: 'When it was made.' }),
    version: t.column('version', { description: 'Moves on with every change.' }),
  }),
})

const ScopeRef = value<{ name: string; description: string }>('Scope', {
  description: 'Something a program may be allowed.',
  fields: {
    name: { type: 'String', description: 'Its name, e.g. registry:read.' },
    description: { type: 'String', description: 'What it opens, in one sentence.' },
  },
})

query.custom('scopes', {
  access: 'public',
  scope: 'account:read',
  description: 'Every scope a token can have.',
  type: [ScopeRef],
  resolve: () => Object.entries(scopes).map(([name, description]) => ({ name, description })),
})

mutation(createApiToken, {
  payload: {
    apiToken: 'ApiToken',
    token: {
      type: 'String',
      description: 'The token itself, shown this once; null when the answer is repeated.',
    },
  },
})
mutation(revokeApiToken, { payload: { apiToken: 'ApiToken' } })

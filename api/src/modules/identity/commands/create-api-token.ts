import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId } from '../../../kernel/ids.ts'
import { day } from '../../../kernel/inputs.ts'
import { ApiTokenCreated } from '../events.ts'
import { scopeName } from '../inputs.ts'
import * as policy from '../policy.ts'
import { todayAt } from '../queries.ts'
import { checkTokenLife, endOfDayInJapan } from '../rules/tokens.ts'
import { hashOfSecret, newSecret } from '../../../kernel/secrets.ts'

/** Tells our tokens from others when one is found where it should not be. */
const PREFIX = 'yui_'
const SHOWN = PREFIX.length + 6

export const createApiToken = command({
  name: 'createApiToken',
  description:
    'A person makes a token for a program that acts for the body the person acts for now, within scopes and until a day.',
  secondFactor: true,
  secret: ['token'],
  input: z.object({
    name: z.string().trim().min(1).max(60).describe('What the token is for.'),
    scopes: z.array(scopeName().describe('One scope.')).min(1).max(20).describe('What the program may do.'),
    lastDay: day().describe('Last day on which it opens, in Japan; at most a year from today.'),
  }),
  subject: (_tx, _input, { userId, acting }) => (userId && acting ? { ...acting, userId } : null),
  may: (viewer) => policy.createToken(viewer),
  async run({ tx, subject: { userId, key }, input, now, emit }) {
    checkTokenLife(input.lastDay, todayAt(now))
    const token = newSecret(PREFIX)
    const created = await tx.apiToken.create({
      data: {
        userId,
        name: input.name,
        prefix: token.slice(0, SHOWN),
        tokenHash: hashOfSecret(token),
        actingKey: key,
        scopes: [...new Set(input.scopes)],
        expiresAt: endOfDayInJapan(input.lastDay),
        createdAt: now,
      },
    })
    emit(
      ApiTokenCreated,
      { tokenId: created.id },
      { audience: [`user:${userId}`], entities: [globalId('ApiToken', created.id)] },
    )
    return { apiTokenId: created.id, token }
  },
})

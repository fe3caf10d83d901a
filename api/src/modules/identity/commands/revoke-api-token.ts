import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { version } from '../../../kernel/inputs.ts'
import { RuleProblem } from '../../../kernel/problems.ts'
import { save } from '../../../kernel/save.ts'
import { ApiTokenRevoked } from '../events.ts'
import * as policy from '../policy.ts'

export const revokeApiToken = command({
  name: 'revokeApiToken',
  description: 'A person takes back one of the own tokens; programs that use it are refused at once.',
  personal: true,
  withoutSecondFactor: true,
  input: z.object({
    apiTokenId: idOf('ApiToken').describe('The token, one of the own.'),
    version: version(),
  }),
  subject: (tx, { apiTokenId }, viewer) =>
    tx.apiToken.findFirst({ where: { AND: [{ id: apiTokenId }, policy.ownOnly(viewer)] } }),
  may: policy.keepOwn,
  async run({ tx, subject: token, input, now, emit }) {
    if (token.revokedAt) throw new RuleProblem('TOKEN_ALREADY_REVOKED', 'The token was taken back before.')
    await save(tx.apiToken, token, input.version, { revokedAt: now })
    emit(
      ApiTokenRevoked,
      { tokenId: token.id },
      { audience: [`user:${token.userId}`], entities: [globalId('ApiToken', token.id)] },
    )
    return { apiTokenId: token.id }
  },
})

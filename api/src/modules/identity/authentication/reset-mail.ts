import { z } from 'zod'
import type { Clock } from '../../../kernel/clock.ts'
import { command, runCommand } from '../../../kernel/command.ts'
import type { Db } from '../../../kernel/db.ts'
import { allow } from '../../../kernel/verdict.ts'
import { guest } from '../../../kernel/viewer.ts'
import { queueMail } from '../../notifications/public.ts'
import { resetMail } from '../mails.ts'
import { hashOfSecret } from '../../../kernel/secrets.ts'

const requestPasswordReset = command({
  name: 'requestPasswordReset',
  description: 'Somebody asks for a link to set a new password; it goes to the address of the account.',
  public: true,
  personal: true,
  secret: ['token'],
  input: z.object({
    userId: z.uuid().describe('The account.'),
    token: z.string().describe('The secret of the link.'),
  }),
  subject: (tx, { userId }) =>
    tx.user.findUnique({ where: { id: userId }, select: { id: true, name: true, email: true } }),
  // The library asks, once it has found the account.
  may: () => allow,
  async run({ tx, subject: { id, name, email }, input: { token } }) {
    const key = `identity.reset:${Buffer.from(hashOfSecret(token)).toString('hex')}`
    await queueMail(tx, { key, to: email, ...resetMail({ name, secret: token }) })
    return { userId: id }
  },
})

/** Sends the link for a new password. Nobody is signed in, so the audit names nobody as the one who asked. */
export async function sendResetLink(
  context: { readonly db: Db; readonly clock: Clock },
  userId: string,
  token: string,
): Promise<void> {
  await runCommand(requestPasswordReset, { userId, token }, { ...context, viewer: guest, requestId: null })
}

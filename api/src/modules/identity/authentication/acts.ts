import { z } from 'zod'
import { command, runCommand, type Command } from '../../../kernel/command.ts'
import type { Clock } from '../../../kernel/clock.ts'
import type { Db } from '../../../kernel/db.ts'
import { globalId } from '../../../kernel/ids.ts'
import { allow } from '../../../kernel/verdict.ts'
import { guest } from '../../../kernel/viewer.ts'
import { AccountSecured } from '../events.ts'

const person = z.object({ userId: z.uuid().describe('The person.') })

/**
 * What people do about signing in. The library has done it when one of these runs; running it writes the audit entry
 * and, except for signing in and out, tells the person.
 */
const descriptions = {
  signIn: 'A person signs in.',
  signOut: 'A person signs out.',
  lockSignIn: 'After ten wrong passwords in a row an account is closed for a quarter of an hour.',
  replacePassword: 'A person gives the old password and sets a new one; all other sessions end.',
  resetPassword: 'A person sets a new password by the link in a mail; all sessions end.',
  enrolAuthenticatorApp: 'A person makes an authenticator app the second factor; all other sessions end.',
  removeAuthenticatorApp: 'A person takes the authenticator app and its backup codes away.',
  renewBackupCodes: 'A person gets new backup codes; the old ones no longer open.',
  addPasskey: 'A person adds a passkey.',
} as const
export type AccountAct = keyof typeof descriptions
/** Their names, as they stand in the audit. */
export const accountActs = Object.keys(descriptions)

const acts = Object.fromEntries(
  Object.entries(descriptions).map(([name, description]) => [name, actOf(name as AccountAct, description)]),
) as Record<AccountAct, Command<typeof person, { userId: string }>>

function actOf(name: AccountAct, description: string): Command<typeof person, { userId: string }> {
  return command({
    name,
    description,
    public: true,
    personal: true,
    withoutSecondFactor: true,
    input: person,
    subject: (tx, { userId }) => tx.user.findUnique({ where: { id: userId }, select: { id: true } }),
    may: () => allow,
    async run({ subject, emit }) {
      if (name !== 'signIn' && name !== 'signOut') {
        const audience = [`user:${subject.id}`] as const
        emit(
          AccountSecured,
          { userId: subject.id, change: name },
          { audience, entities: [globalId('User', subject.id)] },
        )
      }
      return { userId: subject.id }
    },
  })
}

/** Keeps in the audit what a person did about signing in. A lock-out is nobody's act: whoever guessed is unknown. */
export async function recordAct(
  act: AccountAct,
  { userId, sessionId }: { readonly userId: string; readonly sessionId: string | null },
  context: { readonly db: Db; readonly clock: Clock },
): Promise<void> {
  const viewer = act === 'lockSignIn' ? guest : { ...guest, userId, sessionId }
  await runCommand(acts[act], { userId }, { ...context, viewer, requestId: null })
}

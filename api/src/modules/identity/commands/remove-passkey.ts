import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { AccountSecured } from '../events.ts'
import * as policy from '../policy.ts'

export const removePasskey = command({
  name: 'removePasskey',
  description: 'A person takes away one of the own passkeys, e.g. of a lost device.',
  personal: true,
  secondFactor: true,
  input: z.object({ passkeyId: idOf('Passkey').describe('The passkey, one of the own.') }),
  subject: (tx, { passkeyId }, viewer) =>
    tx.passkey.findFirst({
      where: { AND: [{ id: passkeyId }, policy.ownOnly(viewer)] },
      select: { id: true, userId: true },
    }),
  may: policy.keepOwn,
  async run({ tx, subject: { id, userId }, emit }) {
    await tx.passkey.deleteMany({ where: { id } })
    const left =
      (await tx.passkey.count({ where: { userId } })) +
      (await tx.twoFactor.count({ where: { userId, verified: true } }))
    // Whoever has no second factor any more has no session that passed one.
    if (left === 0) {
      await tx.session.updateMany({ where: { userId, secondFactor: true }, data: { secondFactor: false } })
    }
    emit(
      AccountSecured,
      { userId, change: 'removePasskey' },
      { audience: [`user:${userId}`], entities: [globalId('User', userId)] },
    )
    return { userId }
  },
  auditSubject: (_result, { id }) => ({ type: 'Passkey', id }),
})

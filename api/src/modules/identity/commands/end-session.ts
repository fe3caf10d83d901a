import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { SessionsRevoked } from '../events.ts'
import * as policy from '../policy.ts'

export const endSession = command({
  name: 'endSession',
  description: 'A person signs out one of the own sessions, wherever it is.',
  personal: true,
  withoutSecondFactor: true,
  input: z.object({ sessionId: idOf('Session').describe('The session, one of the own.') }),
  subject: (tx, { sessionId }, viewer) =>
    tx.session.findFirst({
      where: { AND: [{ id: sessionId }, policy.ownOnly(viewer)] },
      select: { id: true, userId: true },
    }),
  may: policy.keepOwn,
  async run({ tx, subject: { id, userId }, emit }) {
    await tx.session.deleteMany({ where: { id } })
    emit(SessionsRevoked, { userId }, { audience: [`user:${userId}`], entities: [globalId('User', userId)] })
    return { userId }
  },
  auditSubject: (_result, { id }) => ({ type: 'Session', id }),
})

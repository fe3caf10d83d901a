import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId } from '../../../kernel/ids.ts'
import { idempotencyKey } from '../../../kernel/inputs.ts'
import { SessionsRevoked } from '../events.ts'
import * as policy from '../policy.ts'

export const endOtherSessions = command({
  name: 'endOtherSessions',
  description: 'A person signs out everywhere except here.',
  personal: true,
  withoutSecondFactor: true,
  input: z.object({ idempotencyKey: idempotencyKey() }),
  subject: (_tx, _input, { userId, sessionId }) => (userId && sessionId ? { userId, sessionId } : null),
  may: policy.keepOwn,
  async run({ tx, subject: { userId, sessionId }, emit }) {
    const { count } = await tx.session.deleteMany({ where: { userId, id: { not: sessionId } } })
    emit(SessionsRevoked, { userId }, { audience: [`user:${userId}`], entities: [globalId('User', userId)] })
    return { userId, count }
  },
})

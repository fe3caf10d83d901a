import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { globalId, idOf } from '../../../kernel/ids.ts'
import { all, allow, deny } from '../../../kernel/verdict.ts'
import { AccountSecured, SessionsRevoked } from '../events.ts'
import * as policy from '../policy.ts'
import { findRole, todayAt } from '../queries.ts'
import { coversDay } from '../rules/days.ts'

export const clearSecondFactors = command({
  name: 'clearSecondFactors',
  description:
    'Whoever looks after every role of a person who lost phone and backup codes takes the second factors away, so that new ones can be set up.',
  secondFactor: true,
  input: z.object({
    userId: idOf('User').describe('The person; not oneself.'),
    reason: z
      .string()
      .trim()
      .min(1)
      .max(500)
      .describe('How it was made sure that it is the person who asks.'),
  }),
  async subject(tx, { userId }, viewer, now) {
    const person = await tx.user.findFirst({
      where: { AND: [{ id: userId }, policy.userVisibleTo(viewer)] },
      select: { id: true, roles: { select: { id: true, startsOn: true, endsOn: true } } },
    })
    if (!person) return null
    const held = person.roles.filter((role) => coversDay(role, todayAt(now)))
    const roles = []
    for (const { id } of held) roles.push(await findRole(tx, id, viewer, now))
    const visible = roles.filter((role) => role !== null)
    return { userId: person.id, roles: visible, allVisible: visible.length === held.length }
  },
  may: (viewer, { userId, roles, allVisible }) =>
    all(
      userId === viewer.userId ? deny('NOT_ONESELF') : allow,
      allVisible ? allow : deny('NOT_YOUR_BODY'),
      policy.lookAfterPeople(viewer),
      ...roles.map((role) => policy.grant(viewer, role)),
    ),
  async run({ tx, subject: { userId }, emit }) {
    await tx.twoFactor.deleteMany({ where: { userId } })
    await tx.passkey.deleteMany({ where: { userId } })
    await tx.user.update({ where: { id: userId }, data: { twoFactorEnabled: false } })
    await tx.session.deleteMany({ where: { userId } })
    const to = { audience: [`user:${userId}`], entities: [globalId('User', userId)] } as const
    emit(AccountSecured, { userId, change: 'clearSecondFactors' }, to)
    emit(SessionsRevoked, { userId }, to)
    return { userId }
  },
})

import type { Db } from '../../../kernel/db.ts'

/** Whether a person has a second factor to sign in with. */
export async function hasSecondFactor(db: Db, userId: string): Promise<boolean> {
  const [apps, passkeys] = await Promise.all([
    db.twoFactor.count({ where: { userId, verified: true } }),
    db.passkey.count({ where: { userId } }),
  ])
  return apps + passkeys > 0
}

/** The session has just passed a second factor that was enrolled in it. */
export async function markSecondFactor(db: Db, sessionId: string): Promise<void> {
  await db.session.updateMany({ where: { id: sessionId }, data: { secondFactor: true } })
}

/** Whoever has no second factor any more has no session that passed one. */
export async function forgetSecondFactor(db: Db, userId: string): Promise<void> {
  if (await hasSecondFactor(db, userId)) return
  await db.session.updateMany({ where: { userId, secondFactor: true }, data: { secondFactor: false } })
}

/** Ends the other sessions of a person: they began before there was a second factor. */
export async function endOtherSessions(db: Db, userId: string, keptId: string): Promise<void> {
  await db.session.deleteMany({ where: { userId, id: { not: keptId } } })
}

import type { Db } from '../../../kernel/db.ts'

/** Wrong passwords in a row after which an account is closed for a while. */
export const MOST_FAILED_SIGN_INS = 10
export const LOCK_MINUTES = 15

export interface Attempt {
  readonly userId: string
  /** The account is closed and the password is not even looked at. */
  readonly locked: boolean
  /** This is the last attempt before it closes. */
  readonly last: boolean
}

/**
 * Counts an attempt to sign in before the password is looked at, so that a hundred attempts at once are counted like
 * a hundred in a row. Null when there is no such account.
 */
export async function countAttempt(db: Db, email: string, now: Date): Promise<Attempt | null> {
  const until = new Date(now.getTime() + LOCK_MINUTES * 60_000)
  const rows = await db.$queryRaw<{ userId: string; locked: boolean; last: boolean }[]>`
    with person as (
      select id, failed_sign_ins, coalesce(locked_until > ${now}, false) as locked, locked_until is not null as was_locked
      from app_user where email = ${email} for update
    ), counted as (
      update app_user u set
        failed_sign_ins = case when p.was_locked then 1 else p.failed_sign_ins + 1 end,
        locked_until = case when not p.was_locked and p.failed_sign_ins + 1 >= ${MOST_FAILED_SIGN_INS} then ${until}::timestamptz end
      from person p where u.id = p.id and not p.locked
      returning u.id, u.locked_until is not null as last
    )
    select p.id as "userId", p.locked, coalesce(c.last, false) as last
    from person p left join counted c using (id)`
  return rows[0] ?? null
}

/** Opens the account again: the password was right, or a new one was set by mail. */
export async function forgetAttempts(db: Db, userId: string): Promise<void> {
  await db.user.updateMany({
    where: { id: userId, OR: [{ failedSignIns: { gt: 0 } }, { lockedUntil: { not: null } }] },
    data: { failedSignIns: 0, lockedUntil: null },
  })
}

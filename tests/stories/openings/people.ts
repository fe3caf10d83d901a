import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { dateOf, dayInJapan } from '../../../api/src/kernel/clock.ts'
import { guest, type RoleName, type Viewer } from '../../../api/src/kernel/viewer.ts'
import { loadAccount } from '../../../api/src/modules/identity/viewer/account.ts'
import { takeSeat } from '../../../api/src/modules/identity/viewer/viewer-of.ts'
import type { World } from './world.ts'

/** The body each role stands on, as a column of its table. */
const bodies: Readonly<Record<RoleName, readonly [column: string, table: string, key: string] | null>> = {
  PLATFORM_SECRETARIAT: ['platform_id', 'platform', 'id'],
  PLATFORM_CHAIR: ['platform_id', 'platform', 'id'],
  PLATFORM_AUDITOR: ['platform_id', 'platform', 'id'],
  PLATFORM_OFFICER: ['platform_id', 'platform', 'id'],
  CORPORATION_ADMIN: ['corporation_id', 'corporation', 'id'],
  CORPORATION_REPORTER: ['corporation_id', 'corporation', 'id'],
  FACILITY_DIRECTOR: ['facility_id', 'facility', 'id'],
  FACILITY_STAFF: ['facility_id', 'facility', 'id'],
  MUNICIPAL_LIAISON: ['municipality_code', 'municipality', 'code'],
  SYSTEM_OPERATOR: null,
}

/** Every role that stands on a body of one world. */
export const worldlyRoles = (Object.keys(bodies) as RoleName[]).filter((role) => bodies[role] !== null)

/** Somebody with one role in a world, signed in with a second factor: nothing but policies stands in the way. */
export async function signInAs(pool: pg.Pool, world: World, role: RoleName, now: Date): Promise<Viewer> {
  const [userId, token] = [randomUUID(), randomUUID()]
  const day = dayInJapan(now)
  const body = bodies[role]
  await pool.query(
    `insert into app_user (id, name, email, sample, updated_at) values ($1, '見本 別の人', $2, true, now())`,
    [userId, `${userId}@example.jp`],
  )
  await pool.query(
    `insert into auth_session (token, user_id, expires_at, second_factor, updated_at) values ($1, $2, '2099-01-01', true, now())`,
    [token, userId],
  )
  await pool.query(
    `insert into role_assignment (user_id, role, starts_on, ends_on, ${body?.[0] ?? 'corporation_id'}, updated_at)
     values ($1, $2, $3::date, $3::date, $4, now())`,
    [userId, role, day, body ? world.rows.get(body[1])?.[body[2]] : null],
  )
  const account = await loadAccount(pool, { session: token }, now, day)
  return account ? takeSeat(account, null, dateOf(day)) : guest
}

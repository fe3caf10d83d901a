import type { Sql } from '../../../kernel/read/sql.ts'
import type { RoleName } from '../../../kernel/viewer.ts'
import { totpCode } from '../authentication/totp.ts'
import { systemBody } from '../rules/bodies.ts'
import { DEMO_PASSWORD, DEMO_TOTP_SECRET, demoPeople } from './people.ts'

/** What the log-in page shows of a sample person. */
export interface ShownDemoLogin {
  readonly role: RoleName
  readonly name: string
  readonly bodyName: string
  readonly email: string
  readonly password: string
  readonly code: string | null
}

interface Row extends Record<string, unknown> {
  readonly email: string
  readonly name: string
  readonly hasApp: boolean
  readonly role: RoleName
  readonly bodyName: string | null
}

const statement = `
  select distinct on (u.email) u.email, u.name, coalesce(u.two_factor_enabled, false) as "hasApp", r.role,
         coalesce(f.name, c.name, p.name, m.name) as "bodyName"
  from app_user u
  join role_assignment r on r.user_id = u.id
  left join facility f on f.id = r.facility_id
  left join corporation c on c.id = r.corporation_id
  left join platform p on p.id = r.platform_id
  left join municipality m on m.code = r.municipality_code
  where u.sample and u.email = any($1)
  order by u.email, r.created_at, r.id`

/** The sample people that are there, in the order of the cast. */
export async function findDemoLogins(sql: Sql, now: Date): Promise<ShownDemoLogin[]> {
  const emails = demoPeople.map(({ email }) => email)
  const rows = await sql<Row>(statement, [emails])
  return rows
    .toSorted((one, other) => emails.indexOf(one.email) - emails.indexOf(other.email))
    .map(({ email, name, hasApp, role, bodyName }) => ({
      role,
      name,
      bodyName: bodyName ?? systemBody.name,
      email,
      password: DEMO_PASSWORD,
      code: hasApp ? totpCode(DEMO_TOTP_SECRET, now) : null,
    }))
}

import type { RoleName } from '../../../generated/prisma/enums.ts'
import type { Tx } from '../../../kernel/db.ts'
import { globalId } from '../../../kernel/ids.ts'
import type { Sql } from '../../../kernel/read/sql.ts'
import type { Viewer } from '../../../kernel/viewer.ts'
import { activeOn } from '../policy.ts'
import { runNetwork } from '../policy/membership.ts'

/** Somebody whose log-in an office can be tied to, with one role by which the network is open to them. */
export interface OfficeCandidate {
  readonly userId: string
  readonly name: string
  readonly role: RoleName
  readonly body: string
}

// Who gets into network $1 on day $3: its own officers, and people of corporation $2 while that is a member.
const CANDIDATES = `
  SELECT DISTINCT ON (u.name, u.id) u.id::text AS "userId", u.name, r.role::text AS role,
    coalesce(p.name, f.name, c.name) AS body
  FROM role_assignment r
  JOIN app_user u ON u.id = r.user_id
  LEFT JOIN platform p ON p.id = r.platform_id
  LEFT JOIN facility f ON f.id = r.facility_id
  LEFT JOIN corporation c ON c.id = r.corporation_id
  WHERE r.starts_on <= $3::date AND (r.ends_on IS NULL OR r.ends_on >= $3::date)
    AND (r.platform_id = $1::uuid
      OR (coalesce(r.corporation_id, f.corporation_id) = $2::uuid AND EXISTS (
        SELECT FROM platform_membership m WHERE m.platform_id = $1::uuid AND m.corporation_id = $2::uuid
          AND m.starts_on <= $3::date AND (m.ends_on IS NULL OR m.ends_on >= $3::date))))
  ORDER BY u.name, u.id, r.role LIMIT 300`

interface Office {
  readonly platformId: string
  readonly corporationId: string | null
}

type Row = OfficeCandidate & Record<string, unknown>

/** People an office can be tied to, by name; nobody for who does not keep the network. */
export async function officeCandidates(
  sql: Sql,
  viewer: Viewer,
  { platformId, corporationId }: Office,
): Promise<OfficeCandidate[]> {
  if (!runNetwork(viewer, { platformId }).allowed) return []
  const rows = await sql<Row>(CANDIDATES, [platformId, corporationId, viewer.today])
  return rows.map((row) => ({ ...row, userId: globalId('User', row.userId) }))
}

/** The same question about one person, in a command’s own transaction. */
export async function isCandidate(
  tx: Tx,
  { platformId, corporationId }: Office,
  userId: string,
  day: Date,
): Promise<boolean> {
  const member = { id: corporationId ?? '', memberships: { some: { AND: [{ platformId }, activeOn(day)] } } }
  const ofCorporation = [
    { corporation: { is: member } },
    { facility: { is: { corporation: { is: member } } } },
  ]
  const roles = await tx.roleAssignment.count({
    where: {
      AND: [
        { userId },
        activeOn(day),
        { OR: [{ platformId }, ...(corporationId === null ? [] : ofCorporation)] },
      ],
    },
  })
  return roles > 0
}

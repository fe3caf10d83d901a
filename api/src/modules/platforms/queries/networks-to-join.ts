import type { ApplicationState, PlatformKind } from '../../../generated/prisma/enums.ts'
import { globalId } from '../../../kernel/ids.ts'
import type { Sql } from '../../../kernel/read/sql.ts'
import type { Viewer } from '../../../kernel/viewer.ts'
import { corporationLooking } from '../policy/membership.ts'
import { rulesOf } from '../rulebook.ts'
import { isWelfareCorporation, opensTo } from '../rules/membership.ts'

/** A question of a network, as an applicant reads it. */
export interface AskedQuestion {
  readonly position: number
  readonly text: string
  readonly required: boolean
}

/** A kind of member that is open to the corporation. */
export interface OpenClass {
  readonly code: string
  readonly name: string
  readonly votes: number
  readonly clause: string
}

/** What a corporation may know of a network it is no member of. */
export interface NetworkToJoin {
  readonly platformId: string
  readonly name: string
  readonly kind: PlatformKind
  readonly description: string
  readonly municipality: string | null
  readonly sample: boolean
  readonly acceptsApplications: boolean
  readonly questions: readonly AskedQuestion[]
  readonly classes: readonly OpenClass[]
  /** The corporation's latest application there. */
  readonly applicationId: string | null
  readonly applicationState: ApplicationState | null
}

interface Row extends Record<string, unknown> {
  readonly id: string
  readonly name: string
  readonly kind: PlatformKind
  readonly description: string
  readonly municipality: string | null
  readonly sample: boolean
  readonly acceptsApplications: boolean
  readonly corporationKind: string
  readonly questions: readonly AskedQuestion[]
  readonly version: { readonly number: number; readonly rules: unknown } | null
  readonly applicationId: string | null
  readonly applicationState: ApplicationState | null
}

const STATEMENT = `
  SELECT p.id, p.name, p.kind, p.description, m.name AS municipality, p.sample,
    p.accepts_applications AS "acceptsApplications", own.kind AS "corporationKind",
    (SELECT coalesce(jsonb_agg(jsonb_build_object('position', q.position, 'text', q.text, 'required', q.required)
        ORDER BY q.position), '[]') FROM membership_question q WHERE q.platform_id = p.id) AS questions,
    (SELECT jsonb_build_object('number', v.number, 'rules', v.rules) FROM rulebook_version v
      WHERE v.platform_id = p.id AND v.effective_on <= $2::date
      ORDER BY v.effective_on DESC, v.number DESC LIMIT 1) AS version,
    a.id AS "applicationId", a.state AS "applicationState"
  FROM corporation own
  JOIN platform p ON p.sample = own.sample
  LEFT JOIN municipality m ON m.code = p.municipality_code
  LEFT JOIN LATERAL (
    SELECT id, state FROM membership_application
    WHERE corporation_id = own.id AND platform_id = p.id ORDER BY created_at DESC, id DESC LIMIT 1
  ) AS a ON true
  WHERE own.id = $1::uuid AND (p.accepts_applications OR a.id IS NOT NULL)
    AND NOT EXISTS (SELECT FROM platform_membership s WHERE s.corporation_id = own.id AND s.platform_id = p.id
      AND s.starts_on <= $2::date AND (s.ends_on IS NULL OR s.ends_on >= $2::date))
  ORDER BY a.state IN ('INVITED', 'SUBMITTED') DESC NULLS LAST, p.name, p.id LIMIT 100`

/** Networks that the corporation acted for may apply to, or has applied to; none for anybody else. */
export async function networksToJoin(sql: Sql, viewer: Viewer): Promise<NetworkToJoin[]> {
  const corporationId = corporationLooking(viewer)
  if (!corporationId) return []
  const rows = await sql<Row>(STATEMENT, [corporationId, viewer.today])
  return rows.map(({ id, version, corporationKind, applicationId, ...row }) => {
    const { rules } = rulesOf(version, row.kind)
    return {
      ...row,
      platformId: globalId('Platform', id),
      classes: rules.classes.filter((one) => opensTo(one, isWelfareCorporation(corporationKind))),
      applicationId: applicationId && globalId('MembershipApplication', applicationId),
    }
  })
}

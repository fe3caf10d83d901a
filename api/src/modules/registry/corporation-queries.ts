import { dateOf, dayInJapan } from '../../kernel/clock.ts'
import { globalId, parseGlobalId } from '../../kernel/ids.ts'
import { forbidden, RuleProblem } from '../../kernel/problems.ts'
import type { Sql } from '../../kernel/read/sql.ts'
import type { Verdict } from '../../kernel/verdict.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import * as policy from './policy/corporation.ts'
import { giveMandates } from './policy/mandates.ts'
import { examineCorporateNumber } from './rules/corporate-number.ts'
import { corporationNameKey, placeNameKey } from './rules/names.ts'
import { previewOf, type Holdings, type KeyedTerm, type PreviewLine } from './rules/succession-preview.ts'
import { checkSuccession } from './rules/succession.ts'

const keyOf = (id: string): string | null => {
  const parsed = parseGlobalId(id)
  return parsed?.model === 'Corporation' && UUID.test(parsed.id) ? parsed.id : null
}
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What the asker may do with a corporation, by the commands' own policies. */
export interface CorporationPermissions {
  readonly confirm: Verdict
  readonly confirmContacts: Verdict
  readonly confirmLimits: Verdict
  readonly edit: Verdict
  readonly editContacts: Verdict
  readonly correctAuthority: Verdict
  readonly editLimits: Verdict
  readonly entrust: Verdict
  readonly recordSuccession: Verdict
  readonly undoSuccession: Verdict
}

interface NetworksRow extends Record<string, unknown> {
  readonly platformIds: readonly string[]
  readonly successorPlatformIds: readonly string[] | null
}

const NETWORKS = `
  SELECT array(
    SELECT m.platform_id::text FROM platform_membership m
    WHERE m.corporation_id = c.id AND m.starts_on <= $2::date AND (m.ends_on IS NULL OR m.ends_on >= $2::date)
  ) AS "platformIds",
  CASE WHEN s.successor_id IS NOT NULL THEN array(
    SELECT m.platform_id::text FROM platform_membership m
    WHERE m.corporation_id = s.successor_id AND m.starts_on <= $2::date AND (m.ends_on IS NULL OR m.ends_on >= $2::date)
  ) END AS "successorPlatformIds"
  FROM corporation c
  LEFT JOIN corporation_succession s ON s.corporation_id = c.id AND s.status IN ('PLANNED', 'DONE')
  WHERE c.id = $1::uuid`

/** Null if there is no such corporation. */
export async function findPermissions(
  sql: Sql,
  viewer: Viewer,
  corporationId: string,
  now: Date,
): Promise<CorporationPermissions | null> {
  const id = keyOf(corporationId)
  const [row] = id ? await sql<NetworksRow>(NETWORKS, [id, dayInJapan(now)]) : []
  if (!id || !row) return null
  const { platformIds, successorPlatformIds } = row
  const corporation = { id, platformIds }
  return {
    confirm: policy.confirmCorporation(viewer, corporation, 'BASIC'),
    confirmContacts: policy.confirmCorporation(viewer, corporation, 'CONTACTS'),
    confirmLimits: policy.confirmCorporation(viewer, corporation, 'PROCUREMENT'),
    edit: policy.editCorporation(viewer, corporation),
    editContacts: policy.editCorporationContacts(viewer, corporation),
    correctAuthority: policy.correctAuthority(viewer, corporation),
    editLimits: policy.editProcurementLimits(viewer, corporation),
    entrust: giveMandates(viewer, corporation),
    recordSuccession: policy.recordSuccession(viewer, corporation),
    undoSuccession: policy.recordSuccession(viewer, { platformIds: successorPlatformIds ?? platformIds }),
  }
}

/** What a form asks about a corporation before it is saved. */
export interface CorporationsAlike {
  readonly numberProblem: 'NOT_13_DIGITS' | 'CHECK_DIGIT_WRONG' | null
  readonly expectedCheckDigit: string | null
  readonly swapped: readonly string[]
  /** The corporation that has this 法人番号. */
  readonly sameNumber: AlikeCorporation | null
  /** Corporations with the same or nearly the same name. */
  readonly similar: readonly AlikeCorporation[]
}

export interface AlikeCorporation {
  readonly id: string
  readonly name: string
  readonly seat: string | null
  readonly corporateNumber: string | null
}

interface AlikeRow extends Record<string, unknown>, AlikeCorporation {
  readonly sameNumber: boolean
}

const ALIKE = `
  SELECT c.id::text, c.name, coalesce(c.seat_address, m.name) AS seat, c.corporate_number AS "corporateNumber",
    coalesce(c.corporate_number = $1, false) AS "sameNumber"
  FROM corporation c LEFT JOIN municipality m ON m.code = c.seat_municipality_code
  WHERE c.id IN (
    SELECT id FROM corporation WHERE corporate_number = $1
    UNION ALL
    (SELECT id FROM corporation WHERE $2 <> '' AND grams(search_text) @> query_grams($2) AND search_text LIKE '%' || $2 || '%'
     ORDER BY name, id LIMIT 10))
  ORDER BY c.name, c.id`

/** Looks for a corporation that somebody is about to write down. Corporations are public. */
export async function findAlike(
  sql: Sql,
  { name, corporateNumber }: { name: string; corporateNumber: string },
): Promise<CorporationsAlike> {
  const { digits, problem, expectedCheckDigit, swapped } = examineCorporateNumber(corporateNumber)
  const key = placeNameKey(corporationNameKey(name))
  const rows = await sql<AlikeRow>(ALIKE, [digits, Array.from(key).length < 2 ? '' : key])
  const found = rows.map(({ sameNumber, ...row }) => ({
    sameNumber,
    corporation: { ...row, id: globalId('Corporation', row.id) },
  }))
  return {
    numberProblem: corporateNumber.trim() === '' ? null : problem,
    expectedCheckDigit,
    swapped,
    sameNumber: found.find(({ sameNumber }) => sameNumber)?.corporation ?? null,
    similar: found.filter(({ sameNumber }) => !sameNumber).map(({ corporation }) => corporation),
  }
}

/** What a merger or dissolution would do. */
export interface SuccessionPreview {
  /** Code of the rule that forbids it, or null. */
  readonly problem: string | null
  readonly lines: readonly PreviewLine[]
}

interface PreviewRow extends Record<string, unknown> {
  readonly id: string
  readonly status: string
  readonly sample: boolean
  readonly platformIds: readonly string[]
  readonly activeFacilities: number
  readonly facilities: readonly string[]
  readonly offices: number
  readonly contacts: number
  readonly invitations: number
  readonly handovers: number
  readonly limits: number
  readonly mandates: number
  readonly tokens: number
  readonly roles: readonly WrittenTerm[]
  readonly memberships: readonly WrittenTerm[]
}

interface WrittenTerm {
  readonly key: string
  readonly name: string | null
  readonly startsOn: string
  readonly endsOn: string | null
}

const PREVIEW = `
  SELECT c.id::text, c.status::text, c.sample,
    array(SELECT m.platform_id::text FROM platform_membership m WHERE m.corporation_id = c.id
      AND m.starts_on <= $3::date AND (m.ends_on IS NULL OR m.ends_on >= $3::date)) AS "platformIds",
    (SELECT count(*)::int FROM facility f WHERE f.corporation_id = c.id AND f.status = 'ACTIVE') AS "activeFacilities",
    array(SELECT f.name FROM facility f WHERE f.corporation_id = c.id ORDER BY f.kana, f.id) AS facilities,
    (SELECT count(*)::int FROM service_office o WHERE o.corporation_id = c.id) AS offices,
    (SELECT count(*)::int FROM corporation_contact t WHERE t.corporation_id = c.id) AS contacts,
    (SELECT count(*)::int FROM invitation i WHERE i.corporation_id = c.id AND i.accepted_at IS NULL
      AND i.revoked_at IS NULL AND i.expires_at > $4::timestamptz) AS invitations,
    (SELECT count(*)::int FROM handover_item h JOIN role_handover p ON p.id = h.handover_id
      JOIN role_assignment r ON r.id = h.role_assignment_id WHERE r.corporation_id = c.id AND p.status = 'PLANNED') AS handovers,
    (SELECT count(*)::int FROM procurement_limit l WHERE l.corporation_id = c.id) AS limits,
    (SELECT count(*)::int FROM mandate d WHERE (d.corporation_id = c.id OR d.holder_corporation_id = c.id)
      AND d.ended_at IS NULL AND (d.ends_on IS NULL OR d.ends_on >= $3::date)) AS mandates,
    (SELECT count(*)::int FROM role_assignment r JOIN api_token k ON k.user_id = r.user_id
      WHERE r.corporation_id = c.id AND r.starts_on <= $3::date AND (r.ends_on IS NULL OR r.ends_on >= $3::date)
        AND k.acting_key = 'CORPORATION:' || c.id AND k.revoked_at IS NULL AND k.expires_at > $4::timestamptz) AS tokens,
    coalesce((SELECT jsonb_agg(jsonb_build_object('key', r.user_id || ' ' || r.role, 'name', NULL,
      'startsOn', r.starts_on, 'endsOn', r.ends_on)) FROM role_assignment r WHERE r.corporation_id = c.id), '[]') AS roles,
    coalesce((SELECT jsonb_agg(jsonb_build_object('key', m.platform_id, 'name', p.name, 'startsOn', m.starts_on,
      'endsOn', m.ends_on)) FROM platform_membership m JOIN platform p ON p.id = m.platform_id
      WHERE m.corporation_id = c.id), '[]') AS memberships
  FROM corporation c WHERE c.id = ANY (ARRAY[$1, $2]::uuid[])`

const termsOf = (written: readonly WrittenTerm[]): KeyedTerm[] =>
  written.map(({ startsOn, endsOn, ...term }) => ({
    ...term,
    startsOn: dateOf(startsOn),
    endsOn: endsOn === null ? null : dateOf(endsOn),
  }))

/** What goes where and what ends; only for who may do it. Null if a corporation is not there. */
export async function previewSuccession(
  sql: Sql,
  viewer: Viewer,
  given: { corporationId: string; successorId: string | null; onDate: Date },
  now: Date,
): Promise<SuccessionPreview | null> {
  const id = keyOf(given.corporationId)
  const successorId = given.successorId === null ? null : keyOf(given.successorId)
  if (!id || (given.successorId !== null && !successorId)) return null
  const today = dayInJapan(now)
  const rows = await sql<PreviewRow>(PREVIEW, [id, successorId, today, now])
  const old = rows.find((row) => row.id === id)
  const successor = rows.find((row) => row.id === successorId && row.id !== id) ?? null
  if (!old || (successorId && successorId !== id && !successor)) return null
  const platformIds = old.platformIds.filter(
    (network) => !successor || successor.platformIds.includes(network),
  )
  const verdict = policy.recordSuccession(viewer, { platformIds })
  if (!verdict.allowed) throw forbidden(verdict.reason)

  const circumstances = { onDate: given.onDate, today: dateOf(today), hasSuccessor: successorId !== null }
  const holdings: Holdings = {
    ...old,
    roles: termsOf(old.roles),
    memberships: termsOf(old.memberships),
    successorRoles: termsOf(successor?.roles ?? []),
    successorMemberships: termsOf(successor?.memberships ?? []),
  }
  return {
    problem: problemOf(() =>
      checkSuccession(old, successorId === id ? old : successor, {
        ...circumstances,
        activeFacilities: old.activeFacilities,
      }),
    ),
    lines: previewOf(holdings, circumstances),
  }
}

function problemOf(check: () => void): string | null {
  try {
    check()
    return null
  } catch (error) {
    if (error instanceof RuleProblem) return error.code
    throw error
  }
}

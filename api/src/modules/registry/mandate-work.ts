import { createHash } from 'node:crypto'
import type { MandatePermission } from '../../generated/prisma/enums.ts'
import { dayInJapan } from '../../kernel/clock.ts'
import type { Sql } from '../../kernel/read/sql.ts'
import { freshUntil, staleBefore } from './rules/freshness.ts'
import type { MandatePreview, MandateWork } from './rules/mandates.ts'

/** Blocks that fall due within so many days are asked for already: what the holder's list of things to do shows. */
const AHEAD_DAYS = 30

/** A mandate as far as its work is looked for. */
export interface WorkedMandate {
  readonly id: string
  readonly corporationId: string
  readonly holderCorporationId: string | null
  readonly holderPlatformId: string | null
  readonly permission: MandatePermission
}

interface WorkRow extends Record<string, unknown> {
  readonly kind: MandateWork['kind']
  readonly facilityId: string | null
  readonly facilityName: string | null
  readonly block: string
  readonly at: Date | string | null
  readonly network: string | null
  readonly ownPeople: number | null
}

// $1 = the corporation, $2 = contacts too, $3 = stale before, $4 = today. A block that is asked for is told as asked for.
const TO_CONFIRM = `
  WITH block AS (
    SELECT f.id, f.name, f.kana, b.block, asked.network, asked.asked_at, (
      SELECT max(c.confirmed_at) FROM facility_confirmation c WHERE c.facility_id = f.id AND c.block = b.block
    ) AS confirmed_at
    FROM facility f CROSS JOIN unnest(enum_range(NULL::facility_block)) AS b(block)
    LEFT JOIN LATERAL (
      SELECT p.name AS network, r.asked_at FROM confirmation_request r
      JOIN confirmation_request_block rb ON rb.request_id = r.id AND rb.block = b.block AND rb.answered_at IS NULL
      JOIN platform p ON p.id = r.platform_id
      WHERE r.facility_id = f.id AND r.answered_at IS NULL AND r.withdrawn_at IS NULL
      ORDER BY r.asked_at, r.id LIMIT 1
    ) AS asked ON true
    WHERE f.corporation_id = $1::uuid AND f.status = 'ACTIVE' AND ($2::boolean OR b.block <> 'CONTACTS')
  )
  SELECT CASE WHEN asked_at IS NULL THEN 'DUE' ELSE 'REQUEST' END AS kind, id::text AS "facilityId", name AS "facilityName",
    block::text, coalesce(asked_at, confirmed_at) AS at, network, (
      SELECT count(DISTINCT r.user_id)::int FROM role_assignment r
      WHERE r.facility_id = block.id AND r.starts_on <= $4::date AND (r.ends_on IS NULL OR r.ends_on >= $4::date)
    ) AS "ownPeople"
  FROM block WHERE asked_at IS NOT NULL OR confirmed_at IS NULL OR confirmed_at < $3::timestamptz
  ORDER BY asked_at IS NULL, asked_at, kana, id, block.block`

const CORPORATION_TO_CONFIRM = `
  SELECT 'DUE' AS kind, NULL AS "facilityId", NULL AS "facilityName", b.block::text, last.confirmed_at AS at,
    NULL AS network, NULL::int AS "ownPeople"
  FROM unnest(enum_range(NULL::corporation_block)) AS b(block)
  LEFT JOIN LATERAL (
    SELECT max(confirmed_at) AS confirmed_at FROM corporation_confirmation WHERE corporation_id = $1::uuid AND block = b.block
  ) AS last ON true
  WHERE b.block <> 'PROCUREMENT' AND ($2::boolean OR b.block <> 'CONTACTS')
    AND (last.confirmed_at IS NULL OR last.confirmed_at < $3::timestamptz)
  ORDER BY b.block`

// What the holder corrected on the corporation's behalf and nobody has confirmed since. $2 = the holder's key.
const UNCONFIRMED = `
  SELECT 'UNCONFIRMED' AS kind, f.id::text AS "facilityId", f.name AS "facilityName",
    block_of_record(v.record)::text AS block, max(a.at) AS at, NULL AS network, (
      SELECT count(DISTINCT r.user_id)::int FROM role_assignment r
      WHERE r.facility_id = f.id AND r.starts_on <= $3::date AND (r.ends_on IS NULL OR r.ends_on >= $3::date)
    ) AS "ownPeople"
  FROM facility f JOIN registry_revision v ON v.facility_id = f.id JOIN change_act a ON a.id = v.act_id
  WHERE f.corporation_id = $1::uuid AND f.status = 'ACTIVE' AND a.acting_key = $2 AND a.behalf_name IS NOT NULL
    AND block_of_record(v.record) IS NOT NULL AND NOT EXISTS (
      SELECT FROM facility_confirmation c
      WHERE c.facility_id = f.id AND c.block = block_of_record(v.record) AND c.confirmed_at >= a.at)
  GROUP BY f.id, block_of_record(v.record) ORDER BY f.kana, f.id, block_of_record(v.record)`

// Contacts that networks in common do not show the holder anyway. $2 = the holding corporation, $3 = today.
const HIDDEN_CONTACTS = `
  WITH common AS (
    SELECT EXISTS (
      SELECT FROM platform_membership one JOIN platform_membership other USING (platform_id)
      WHERE one.corporation_id = $1::uuid AND other.corporation_id = $2::uuid
        AND one.starts_on <= $3::date AND (one.ends_on IS NULL OR one.ends_on >= $3::date)
        AND other.starts_on <= $3::date AND (other.ends_on IS NULL OR other.ends_on >= $3::date)) AS network
  )
  SELECT (
    (SELECT count(*) FROM corporation_contact c WHERE c.corporation_id = $1::uuid
       AND NOT (common.network AND c.audience = 'NETWORK'))
    + (SELECT count(*) FROM facility_contact c JOIN facility f ON f.id = c.facility_id WHERE f.corporation_id = $1::uuid
       AND NOT (common.network AND c.audience = 'NETWORK')))::int AS count
  FROM common`

const OTHER_HELD = `
  SELECT array_agg(DISTINCT permission::text) AS held FROM mandate
  WHERE corporation_id = $1::uuid AND id <> $4::uuid AND ended_at IS NULL
    AND (holder_corporation_id = $2::uuid OR holder_platform_id = $3::uuid)
    AND starts_on <= $5::date AND (ends_on IS NULL OR ends_on >= $5::date)`

const CONFIRMED = `
  SELECT ((SELECT count(*) FROM facility_confirmation WHERE mandate_id = $1::uuid)
    + (SELECT count(*) FROM corporation_confirmation WHERE mandate_id = $1::uuid))::int AS count`

/** What is open now and depends on the mandate; reads only. */
export async function previewMandateEnd(
  sql: Sql,
  mandate: WorkedMandate,
  now: Date,
): Promise<MandatePreview> {
  const { id, corporationId, holderCorporationId, holderPlatformId, permission } = mandate
  const today = dayInJapan(now)
  const [others] = await sql<{ held: string[] | null }>(OTHER_HELD, [
    corporationId,
    holderCorporationId,
    holderPlatformId,
    id,
    today,
  ])
  const held = new Set(others?.held)
  const withContacts = holderPlatformId !== null || held.has('SEE_ALL_CONTACTS')
  const [confirmed] = await sql<{ count: number }>(CONFIRMED, [id])

  const rows: WorkRow[] = []
  if (permission === 'CONFIRM_FACTS') {
    const due = staleBefore(new Date(now.getTime() + AHEAD_DAYS * 86_400_000))
    rows.push(...(await sql<WorkRow>(TO_CONFIRM, [corporationId, withContacts, due, today])))
    rows.push(...(await sql<WorkRow>(CORPORATION_TO_CONFIRM, [corporationId, withContacts, due])))
  }
  if (permission === 'EDIT_FACTS') {
    const key =
      holderCorporationId === null ? `PLATFORM:${holderPlatformId}` : `CORPORATION:${holderCorporationId}`
    rows.push(...(await sql<WorkRow>(UNCONFIRMED, [corporationId, key, today])))
  }
  const seesContacts = permission === 'SEE_ALL_CONTACTS'
  const [hidden] = seesContacts
    ? await sql<{ count: number }>(HIDDEN_CONTACTS, [corporationId, holderCorporationId, today])
    : []
  return {
    work: rows.map(workOf),
    hiddenContacts: hidden?.count ?? 0,
    contactsOutOfReach: seesContacts && (held.has('CONFIRM_FACTS') || held.has('EDIT_FACTS')),
    confirmed: confirmed?.count ?? 0,
  }
}

function workOf({ at, ...row }: WorkRow): MandateWork {
  const moment = at === null ? null : new Date(at)
  const on = moment && dayInJapan(row.kind === 'DUE' ? freshUntil(moment) : moment)
  return { ...row, on }
}

/** Tells whether what ending means is still what a person was shown; what is done meanwhile is part of it. */
export const previewKeyOf = (id: string, version: number, preview: MandatePreview): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        id,
        version,
        preview.work.map(({ kind, facilityId, block, on }) => [kind, facilityId, block, on]),
        preview.hiddenContacts,
        preview.contactsOutOfReach,
      ]),
    )
    .digest('base64url')

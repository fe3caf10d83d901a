import { dayInJapan } from '../../kernel/clock.ts'
import { globalId } from '../../kernel/ids.ts'
import type { Todo, TodoCircumstances } from '../../kernel/todos.ts'
import type { CorporationBlock, FacilityBlock } from '../../generated/prisma/enums.ts'
import { confirmableFacilities } from './policy.ts'
import { confirmableCorporations } from './policy/corporation.ts'
import { ANSWERING_ROLES, mistakesAreWorkOf } from './policy/mistakes.ts'
import { pairsAreWorkOf } from './policy/matching.ts'
import { hopedForUntil } from './rules/confirmation-requests.ts'
import { freshUntil, staleBefore } from './rules/freshness.ts'
import { OWN_DAYS, overdueBefore } from './rules/mistakes.ts'

/** Blocks that fall due within so many days are asked for already, so that nobody has to be late. */
const AHEAD_DAYS = 30

interface BlocksRow extends Record<string, unknown> {
  readonly id: string
  readonly name: string
  /** In the order of the facility's page, all last confirmed on one day. */
  readonly blocks: readonly FacilityBlock[]
  /** The earliest of that day, ISO 8601; null if they never were. */
  readonly confirmedAt: Date | string | null
  /** The corporation on whose behalf it would be confirmed; null if it is the viewer's own. */
  readonly entrustedBy: string | null
  /** The network whose secretariat asks for it, and when it did; null if none does. */
  readonly network: string | null
  readonly askedAt: Date | string | null
}

// Blocks of one facility that fell due on the same day are one thing to do: whoever answers for twenty facilities must see
// the rest of their day as well.
const STATEMENT = `
  SELECT f.id, f.name, array_agg(b.block::text ORDER BY b.block) AS blocks, min(c.confirmed_at) AS "confirmedAt",
    asked.network, min(asked.asked_at) AS "askedAt",
    CASE WHEN f.corporation_id = ANY ($4::uuid[]) THEN (SELECT name FROM corporation WHERE id = f.corporation_id) END AS "entrustedBy"
  FROM facility f
  CROSS JOIN unnest(enum_range(NULL::facility_block)) AS b(block)
  LEFT JOIN LATERAL (
    SELECT max(confirmed_at) AS confirmed_at FROM facility_confirmation
    WHERE facility_id = f.id AND block = b.block
  ) AS c ON true
  LEFT JOIN LATERAL (
    SELECT p.name AS network, r.asked_at FROM confirmation_request r
    JOIN confirmation_request_block rb ON rb.request_id = r.id AND rb.block = b.block AND rb.answered_at IS NULL
    JOIN platform p ON p.id = r.platform_id
    WHERE r.facility_id = f.id AND r.answered_at IS NULL AND r.withdrawn_at IS NULL
    ORDER BY r.asked_at, r.id LIMIT 1
  ) AS asked ON true
  WHERE (f.id = $1::uuid OR f.corporation_id = $2::uuid OR f.corporation_id = ANY ($4::uuid[])) AND f.status = 'ACTIVE'
    AND (b.block <> 'CONTACTS' OR f.corporation_id <> ALL ($4::uuid[]) OR f.corporation_id = ANY ($5::uuid[]))
    AND (c.confirmed_at IS NULL OR c.confirmed_at < $3::timestamptz OR asked.asked_at IS NOT NULL)
  GROUP BY f.id, asked.network, (c.confirmed_at AT TIME ZONE 'Asia/Tokyo')::date
  ORDER BY coalesce(f.corporation_id = ANY ($4::uuid[]), false), min(asked.asked_at) NULLS LAST, min(c.confirmed_at) NULLS FIRST, f.kana, f.id
  LIMIT 100`

/**
 * Blocks of facilities the viewer may confirm, the own ones first: asked for by a secretariat, never confirmed, stale, or
 * soon stale.
 */
export async function facilitiesToConfirm({ viewer, now, sql }: TodoCircumstances): Promise<Todo[]> {
  const own = confirmableFacilities(viewer)
  if (!own) return []
  const soon = new Date(now.getTime() + AHEAD_DAYS * 86_400_000)
  const rows = await sql<BlocksRow>(STATEMENT, [
    own.facilityId,
    own.corporationId,
    staleBefore(soon),
    [...own.entrustedBy],
    [...own.contactsEntrustedBy],
  ])
  return rows.map(todoOf)
}

function todoOf({ id, name, blocks, confirmedAt, entrustedBy, network, askedAt }: BlocksRow): Todo {
  const confirmedOn = confirmedAt && dayInJapan(new Date(confirmedAt))
  const staleOn = confirmedAt && dayInJapan(freshUntil(new Date(confirmedAt)))
  const todo = {
    id: `registry.confirm:${id}:${blocks.join(',')}`,
    kind: 'CONFIRM' as const,
    link: `/facilities/${globalId('Facility', id)}#${blocks[0]?.toLowerCase()}`,
  }
  const params = {
    facility: name,
    block: blocks.join(','),
    ...(confirmedOn ? { confirmedOn } : {}),
    ...(entrustedBy ? { entrustedBy } : {}),
  }
  if (network && askedAt) {
    const hoped = hopedForUntil(dayInJapan(new Date(askedAt)))
    const dueOn = staleOn && staleOn < hoped ? staleOn : hoped
    return { ...todo, code: 'FACILITY_BLOCK_ASKED_FOR', params: { ...params, network }, dueOn }
  }
  return {
    ...todo,
    code: confirmedAt ? 'FACILITY_BLOCK_TO_CONFIRM_AGAIN' : 'FACILITY_BLOCK_TO_CONFIRM',
    params,
    dueOn: staleOn,
  }
}

interface CorporationBlockRow extends Record<string, unknown> {
  readonly id: string
  readonly name: string
  readonly block: CorporationBlock
  readonly confirmedAt: Date | string | null
  readonly entrusted: boolean
}

const CORPORATION_STATEMENT = `
  SELECT c.id, c.name, b.block, last.confirmed_at AS "confirmedAt", c.id = ANY ($3::uuid[]) AS entrusted
  FROM corporation c
  CROSS JOIN unnest(enum_range(NULL::corporation_block)) AS b(block)
  LEFT JOIN LATERAL (
    SELECT max(confirmed_at) AS confirmed_at FROM corporation_confirmation
    WHERE corporation_id = c.id AND block = b.block
  ) AS last ON true
  WHERE (c.id = $1::uuid OR c.id = ANY ($3::uuid[]) AND b.block <> 'PROCUREMENT'
      AND (b.block <> 'CONTACTS' OR c.id = ANY ($4::uuid[]))) AND c.status = 'ACTIVE'
    AND (last.confirmed_at IS NULL OR last.confirmed_at < $2::timestamptz)
  ORDER BY c.id = ANY ($3::uuid[]), last.confirmed_at NULLS FIRST, c.kana, c.id, b.block
  LIMIT 100`

/** Blocks of corporations' facts, the own first, that were never confirmed, are stale, or soon will be. */
export async function corporationToConfirm({ viewer, now, sql }: TodoCircumstances): Promise<Todo[]> {
  const confirmable = confirmableCorporations(viewer)
  if (!confirmable) return []
  const soon = new Date(now.getTime() + AHEAD_DAYS * 86_400_000)
  const rows = await sql<CorporationBlockRow>(CORPORATION_STATEMENT, [
    confirmable.own,
    staleBefore(soon),
    [...confirmable.entrustedBy],
    [...confirmable.contactsEntrustedBy],
  ])
  return rows.map(({ id, name, block, confirmedAt, entrusted }) => ({
    id: `registry.confirmCorporation:${id}:${block}`,
    kind: 'CONFIRM',
    code: confirmedAt ? 'CORPORATION_BLOCK_TO_CONFIRM_AGAIN' : 'CORPORATION_BLOCK_TO_CONFIRM',
    params: {
      corporation: name,
      block,
      ...(confirmedAt ? { confirmedOn: dayInJapan(new Date(confirmedAt)) } : {}),
      ...(entrusted ? { entrustedBy: name } : {}),
    },
    dueOn: confirmedAt ? dayInJapan(freshUntil(new Date(confirmedAt))) : null,
    link: `/corporations/${globalId('Corporation', id)}#${block.toLowerCase()}`,
  }))
}

// For whom the pairs are work, not only something they may decide: the operator and the secretariat. The same pairs as
// policy/matching.ts shows them.
const WAITING = `
  SELECT count(*)::int AS count FROM match_proposal AS p
  WHERE p.state = 'OPEN' AND NOT p.postponed AND ($1::boolean
    OR p.municipality_code IN (SELECT municipality_code FROM platform WHERE id = ANY ($2::uuid[]))
    OR EXISTS (
      SELECT FROM platform_membership AS m
      WHERE m.corporation_id IN (p.owner_id, p.other_owner_id) AND m.platform_id = ANY ($2::uuid[])
        AND m.starts_on <= $3::date AND (m.ends_on IS NULL OR m.ends_on >= $3::date)))`

/** Pairs of records that may be one and wait for the viewer: one todo for all of them. */
export async function pairsToDecide({ viewer, sql }: TodoCircumstances): Promise<Todo[]> {
  const work = pairsAreWorkOf(viewer)
  if (!work) return []
  const [row] = await sql<{ count: number }>(WAITING, [work === 'ALL', [...viewer.platformIds], viewer.today])
  const count = row?.count ?? 0
  if (count === 0) return []
  return [
    {
      id: 'registry.pairs',
      kind: 'DECIDE',
      code: 'PAIRS_TO_DECIDE',
      params: { count },
      dueOn: null,
      link: '/review',
    },
  ]
}

// Its own people are asked first. What they leave, or what nobody answers for, is work of the secretariat of a network
// the corporation belongs to; what belongs to no network and to nobody, of the operator.
const MISTAKES = `
  WITH waiting AS (
    SELECT r.facility_id, r.reported_at, coalesce(r.corporation_id, f.corporation_id) AS owner_id
    FROM mistake_report AS r LEFT JOIN facility AS f ON f.id = r.facility_id
    WHERE r.settled_at IS NULL
  ), placed AS (
    SELECT w.*, w.reported_at >= $4::timestamptz AND EXISTS (
        SELECT FROM role_assignment AS a
        WHERE a.role = ANY ($7::role_name[]) AND (a.facility_id = w.facility_id OR a.corporation_id = w.owner_id)
          AND a.starts_on <= $5::date AND (a.ends_on IS NULL OR a.ends_on >= $5::date)
      ) AS "isTheirs", array(
        SELECT m.platform_id FROM platform_membership AS m
        WHERE m.corporation_id = w.owner_id AND m.starts_on <= $5::date AND (m.ends_on IS NULL OR m.ends_on >= $5::date)
      ) AS networks
    FROM waiting AS w
  )
  SELECT count(*)::int AS count, min(reported_at) AS "firstAt" FROM placed
  WHERE facility_id = $1::uuid OR owner_id = $2::uuid
    OR NOT "isTheirs" AND (networks && $3::uuid[] OR $6::boolean AND cardinality(networks) = 0)`

/** Mistakes that the public reported and that wait for the viewer: one todo for all of them. */
export async function mistakesToLookAt({ viewer, now, sql }: TodoCircumstances): Promise<Todo[]> {
  const work = mistakesAreWorkOf(viewer)
  if (!work) return []
  const [row] = await sql<{ count: number; firstAt: Date | string | null }>(MISTAKES, [
    work.facilityId,
    work.corporationId,
    work.platformId ? [work.platformId] : [],
    overdueBefore(now),
    viewer.today,
    work.operator,
    [...ANSWERING_ROLES],
  ])
  if (!row?.firstAt) return []
  return [
    {
      id: 'registry.mistakes',
      kind: 'DECIDE',
      code: 'MISTAKES_TO_LOOK_AT',
      params: { count: row.count },
      dueOn: dayInJapan(new Date(new Date(row.firstAt).getTime() + OWN_DAYS * 86_400_000)),
      link: '/mistakes',
    },
  ]
}

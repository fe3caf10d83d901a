import { dayInJapan } from '../../kernel/clock.ts'
import { globalId } from '../../kernel/ids.ts'
import type { Todo, TodoCircumstances } from '../../kernel/todos.ts'
import type { FacilityBlock } from '../../generated/prisma/enums.ts'
import { confirmableFacilities } from './policy.ts'
import { hopedForUntil } from './rules/confirmation-requests.ts'
import { freshUntil, staleBefore } from './rules/freshness.ts'

/** Blocks that fall due within so many days are asked for already, so that nobody has to be late. */
const AHEAD_DAYS = 30

interface BlockRow extends Record<string, unknown> {
  readonly id: string
  readonly name: string
  readonly block: FacilityBlock
  /** ISO 8601, or null if it never was. */
  readonly confirmedAt: Date | string | null
  /** The network whose secretariat asks for it, and when it did; null if none does. */
  readonly network: string | null
  readonly askedAt: Date | string | null
}

const STATEMENT = `
  SELECT f.id, f.name, b.block, c.confirmed_at AS "confirmedAt", asked.network, asked.asked_at AS "askedAt"
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
  WHERE (f.id = $1::uuid OR f.corporation_id = $2::uuid) AND f.status = 'ACTIVE'
    AND (c.confirmed_at IS NULL OR c.confirmed_at < $3::timestamptz OR asked.asked_at IS NOT NULL)
  ORDER BY asked.asked_at NULLS LAST, c.confirmed_at NULLS FIRST, f.kana, f.id, b.block
  LIMIT 100`

/** Blocks of facilities the viewer may confirm: asked for by a secretariat, never confirmed, stale, or soon stale. */
export async function facilitiesToConfirm({ viewer, now, sql }: TodoCircumstances): Promise<Todo[]> {
  const own = confirmableFacilities(viewer)
  if (!own) return []
  const soon = new Date(now.getTime() + AHEAD_DAYS * 86_400_000)
  const rows = await sql<BlockRow>(STATEMENT, [own.facilityId, own.corporationId, staleBefore(soon)])
  return rows.map(todoOf)
}

function todoOf({ id, name, block, confirmedAt, network, askedAt }: BlockRow): Todo {
  const confirmedOn = confirmedAt && dayInJapan(new Date(confirmedAt))
  const staleOn = confirmedAt && dayInJapan(freshUntil(new Date(confirmedAt)))
  const todo = {
    id: `registry.confirm:${id}:${block}`,
    kind: 'CONFIRM' as const,
    link: `/facilities/${globalId('Facility', id)}#${block.toLowerCase()}`,
  }
  const params = { facility: name, block, ...(confirmedOn ? { confirmedOn } : {}) }
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

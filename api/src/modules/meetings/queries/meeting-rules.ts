import { globalId } from '../../../kernel/ids.ts'
import type { Sql } from '../../../kernel/read/sql.ts'
import { actsAs, type Viewer } from '../../../kernel/viewer.ts'
import { storedRules, type OrganRule } from '../../rulebooks/public.ts'
import { mayRun } from '../policy/meetings.ts'

/** One kind of resolution an organ can be asked for. */
export interface ResolutionKind {
  readonly code: string
  readonly name: string
  readonly clause: string
}

export interface OrganForMeetings {
  readonly organ: OrganRule['organ']
  readonly name: string
  readonly inWriting: boolean
  readonly byOmission: boolean
  readonly noticeDays: number
  readonly noticeClause: string
  readonly resolutions: readonly ResolutionKind[]
}

export interface CommitteeForMeetings {
  readonly committeeId: string
  readonly name: string
}

export interface MeetingRules {
  readonly viewerRuns: boolean
  readonly rulebook: string | null
  readonly organs: readonly OrganForMeetings[]
  readonly committees: readonly CommitteeForMeetings[]
}

interface Row extends Record<string, unknown> {
  readonly rules: unknown
  readonly committees: readonly { readonly id: string; readonly name: string }[]
}

const STATEMENT = `
  SELECT (
      SELECT r.rules FROM rulebook_version r WHERE r.platform_id = p.id AND r.effective_on <= $2::date
      ORDER BY r.effective_on DESC, r.number DESC LIMIT 1
    ) AS rules,
    coalesce((
      SELECT jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name) ORDER BY c.name, c.id)
      FROM committee c
      WHERE c.platform_id = p.id AND c.starts_on <= $2::date AND (c.ends_on IS NULL OR c.ends_on >= $2::date)
    ), '[]') AS committees
  FROM platform p WHERE p.id = $1::uuid AND ($5 OR p.id = ANY ($3::uuid[]) OR p.id = $4::uuid)`

/** By what rules a network can meet on a day; null for who does not see the network. */
export async function meetingRules(
  sql: Sql,
  viewer: Viewer,
  platformId: string,
  on: string,
): Promise<MeetingRules | null> {
  const [row] = await sql<Row>(STATEMENT, [
    platformId,
    on,
    viewer.platformIds,
    viewer.acting?.platformId ?? null,
    actsAs(viewer, 'SYSTEM_OPERATOR'),
  ])
  if (!row) return null
  const rulebook = row.rules === null ? null : storedRules(row.rules)
  return {
    viewerRuns: mayRun(viewer, { platformId }),
    rulebook: rulebook?.name ?? null,
    organs: rulebook?.organs.map(organForMeetings) ?? [],
    committees: row.committees.map(({ id, name }) => ({ committeeId: globalId('Committee', id), name })),
  }
}

const organForMeetings = (rule: OrganRule): OrganForMeetings => ({
  organ: rule.organ,
  name: rule.name,
  inWriting: rule.writtenResolution !== null,
  byOmission: rule.omission !== null,
  noticeDays: rule.written.allowed ? rule.notice.daysIfWritten : rule.notice.days,
  noticeClause: rule.notice.clause,
  resolutions: rule.resolutions.map(({ code, name, clause }) => ({ code, name, clause })),
})

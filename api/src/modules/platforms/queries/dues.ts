import type { Sql } from '../../../kernel/read/sql.ts'
import type { Viewer } from '../../../kernel/viewer.ts'
import { duesReach } from '../policy/dues.ts'

/** How the dues of a network stand, as far as the viewer reads them. */
export interface DuesStanding {
  readonly fiscalYears: readonly number[]
  readonly charged: number
  readonly chargedYen: number
  readonly paid: number
  readonly paidYen: number
  readonly open: number
  readonly openYen: number
  readonly overdue: number
  readonly waived: number
}

const READ = `
  FROM membership_dues AS d WHERE d.platform_id = $1::uuid
    AND ($2::uuid IS NULL OR d.corporation_id = $2::uuid)`

const OPEN = 'd.paid_on IS NULL AND d.waived_on IS NULL'

/** What a query adds so that only what the viewer reads is counted; null if nothing is. */
function reachIn(viewer: Viewer, platformId: string): readonly [string, string | null] | null {
  const reach = duesReach(viewer)
  if (!reach) return null
  if ('corporationId' in reach) return [platformId, reach.corporationId]
  return reach.platformId === platformId ? [platformId, null] : null
}

/** Sums of one fiscal year, and the years there are; null for who reads none. */
export async function duesStanding(
  sql: Sql,
  viewer: Viewer,
  platformId: string,
  fiscalYear: number,
): Promise<DuesStanding | null> {
  const reach = reachIn(viewer, platformId)
  if (!reach) return null
  const [found] = await sql<DuesStanding & Record<string, unknown>>(
    `SELECT coalesce((SELECT array_agg(DISTINCT d.fiscal_year ORDER BY d.fiscal_year DESC) ${READ}), '{}') AS "fiscalYears",
       count(*)::int AS charged, coalesce(sum(d.amount_yen), 0)::float AS "chargedYen",
       count(d.paid_on)::int AS paid, coalesce(sum(d.amount_yen) FILTER (WHERE d.paid_on IS NOT NULL), 0)::float AS "paidYen",
       count(*) FILTER (WHERE ${OPEN})::int AS open,
       coalesce(sum(d.amount_yen) FILTER (WHERE ${OPEN}), 0)::float AS "openYen",
       count(*) FILTER (WHERE ${OPEN} AND d.due_on < $4::date)::int AS overdue,
       count(d.waived_on)::int AS waived
     ${READ} AND d.fiscal_year = $3`,
    [...reach, fiscalYear, viewer.today],
  )
  return found ?? null
}

interface Line extends Record<string, unknown> {
  readonly fiscalYear: number
  readonly corporation: string
  readonly charged: string
  readonly memberClass: string
  readonly amountYen: number
  readonly dueOn: string
  readonly paidOn: string | null
  readonly waivedOn: string | null
  readonly waiverReason: string | null
  readonly overdue: boolean
  readonly basis: string
  readonly rules: unknown
}

export const DUES_COLUMNS = [
  '年度',
  '法人',
  '会員の種別',
  '会費（円）',
  '納入の期限',
  '状態',
  '納入日',
  '免除日',
  '免除の理由',
  '金額の根拠',
  'はじめに請求した法人',
] as const

/** As many lines as a file holds. */
const LIMIT = 10_000

const nameOf = (rules: unknown, code: string): string => {
  const { classes } = (rules ?? {}) as { classes?: readonly { code: string; name: string }[] }
  return classes?.find((one) => one.code === code)?.name ?? code
}

const stateOf = ({ paidOn, waivedOn, overdue }: Line): string =>
  paidOn ? '納入済み' : waivedOn ? '免除' : overdue ? '未納（期限を過ぎました）' : '未納'

/**
 * The dues of a fiscal year as a table, or of all years with the newest first: exactly those that the page shows to the same
 * person. Null for who reads none.
 */
export async function duesAsTable(
  sql: Sql,
  viewer: Viewer,
  platformId: string,
  fiscalYear: number | null,
): Promise<(string | number | null)[][] | null> {
  const reach = reachIn(viewer, platformId)
  if (!reach) return null
  const lines = await sql<Line>(
    `SELECT d.fiscal_year AS "fiscalYear", c.name AS corporation, f.name AS charged, d.member_class AS "memberClass", d.amount_yen AS "amountYen",
       d.due_on::text AS "dueOn", d.paid_on::text AS "paidOn", d.waived_on::text AS "waivedOn",
       d.waiver_reason AS "waiverReason", d.due_on < $4::date AS overdue, d.basis,
       (SELECT v.rules FROM rulebook_version AS v WHERE v.platform_id = d.platform_id AND v.effective_on <= $4::date
        ORDER BY v.effective_on DESC, v.number DESC LIMIT 1) AS rules
     FROM (SELECT * ${READ} AND ($3::int IS NULL OR d.fiscal_year = $3)) AS d
     JOIN corporation AS c ON c.id = d.corporation_id JOIN corporation AS f ON f.id = d.charged_corporation_id
     ORDER BY d.fiscal_year DESC, c.kana, c.name, d.id LIMIT ${LIMIT}`,
    [...reach, fiscalYear, viewer.today],
  )
  return lines.map((line) => [
    line.fiscalYear,
    line.corporation,
    nameOf(line.rules, line.memberClass),
    line.amountYen,
    line.dueOn,
    stateOf(line),
    line.paidOn,
    line.waivedOn,
    line.waiverReason,
    line.basis,
    line.charged === line.corporation ? null : line.charged,
  ])
}

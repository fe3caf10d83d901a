import type { Sql } from '../../../kernel/read/sql.ts'
import type { Viewer } from '../../../kernel/viewer.ts'
import { goesTo } from '../rules/announcements.ts'
import { readsDues } from '../policy/handover.ts'
import { seesEveryCommittee } from '../rules/viewers.ts'

/** Kinds of what a new secretariat finds undone, the most pressing first. */
export const TASK_KINDS = [
  'decisions',
  'minutes',
  'applications',
  'dues',
  'requests',
  'unread',
  'planned',
  'invitations',
  'due',
  'withoutFile',
] as const
export type TaskKind = (typeof TASK_KINDS)[number]

/** One thing that is undone. */
export interface OpenTask extends Record<string, unknown> {
  readonly kind: TaskKind
  /** What is to be done, or what it is about; of dues the fiscal year, of an invitation the role. */
  readonly what: string
  /** To what it belongs: the decision of a task, the note of a request; null if it stands alone. */
  readonly about: string | null
  /** Who has to do it, or with whom it lies; null = the secretariat. */
  readonly whom: string | null
  /** Yen of dues; members that have not acknowledged; null for what has no number. */
  readonly amount: number | null
  /** YYYY-MM-DD; null = no day was set. */
  readonly dueOn: string | null
}

/** How much is undone, by kind. */
export type TaskCounts = Readonly<Record<TaskKind, number>>

/** As many things as a list holds; what is more is in the portal. */
const LIMIT = 5000

// $1 the network, $2 the day, $3 now, $4 whether the viewer sees what goes to committees, $5 whether the dues.
const SELECTS: Readonly<Record<TaskKind, string>> = {
  decisions: `
    SELECT t.title, d.title, c.name, NULL::float, t.due_on
    FROM decision_task t JOIN decision d ON d.id = t.decision_id LEFT JOIN corporation c ON c.id = t.corporation_id
    WHERE d.platform_id = $1::uuid AND t.state IN ('TO_DO', 'IN_HAND')`,
  minutes: `
    SELECT m.title, NULL, NULL, NULL::float, NULL::date
    FROM meeting m LEFT JOIN minutes i ON i.meeting_id = m.id
    WHERE m.platform_id = $1::uuid AND m.state = 'CLOSED' AND i.locked_at IS NULL`,
  applications: `
    SELECT c.name, NULL, CASE a.state WHEN 'INVITED' THEN c.name END, NULL::float, NULL::date
    FROM membership_application a JOIN corporation c ON c.id = a.corporation_id
    WHERE a.platform_id = $1::uuid AND a.state IN ('INVITED', 'SUBMITTED')`,
  dues: `
    SELECT d.fiscal_year::text, NULL, c.name, d.amount_yen::float, d.due_on
    FROM membership_dues d JOIN corporation c ON c.id = d.corporation_id
    WHERE $5::boolean AND d.platform_id = $1::uuid AND d.paid_on IS NULL AND d.waived_on IS NULL`,
  requests: `
    SELECT f.name, r.note, c.name, NULL::float, NULL::date
    FROM confirmation_request r JOIN facility f ON f.id = r.facility_id LEFT JOIN corporation c ON c.id = f.corporation_id
    WHERE r.platform_id = $1::uuid AND r.answered_at IS NULL AND r.withdrawn_at IS NULL`,
  unread: `
    SELECT a.title, NULL, NULL, missing.members::float, NULL::date
    FROM announcement a CROSS JOIN LATERAL (
      SELECT count(*) AS members FROM platform_membership m
      WHERE m.platform_id = a.platform_id AND m.starts_on <= $2::date AND (m.ends_on IS NULL OR m.ends_on >= $2::date)
        AND ${goesTo('m.corporation_id', '$2::date')}
        AND NOT EXISTS (SELECT FROM announcement_reading g
          WHERE g.announcement_id = a.id AND g.corporation_id = m.corporation_id AND g.acknowledged_at IS NOT NULL)
    ) AS missing
    WHERE a.platform_id = $1::uuid AND a.must_acknowledge AND a.published_at IS NOT NULL AND a.withdrawn_at IS NULL
      AND (a.committee_id IS NULL OR $4::boolean) AND missing.members > 0`,
  planned: `
    SELECT a.title, NULL, NULL, NULL::float, (a.publish_at AT TIME ZONE 'Asia/Tokyo')::date
    FROM announcement a
    WHERE a.platform_id = $1::uuid AND a.published_at IS NULL AND a.withdrawn_at IS NULL
      AND (a.committee_id IS NULL OR $4::boolean)`,
  invitations: `
    SELECT i.role::text, NULL, i.name, NULL::float, (i.expires_at AT TIME ZONE 'Asia/Tokyo')::date
    FROM invitation i
    WHERE i.platform_id = $1::uuid AND i.accepted_at IS NULL AND i.revoked_at IS NULL AND i.expires_at > $3::timestamptz`,
  due: `
    SELECT d.title, NULL, NULL, NULL::float, d.retain_until
    FROM document d
    WHERE d.platform_id = $1::uuid AND d.deleted_at IS NULL AND d.latest_number > 0 AND d.retain_until < $2::date`,
  withoutFile: `
    SELECT d.title, NULL, NULL, NULL::float, NULL::date
    FROM document d WHERE d.platform_id = $1::uuid AND d.deleted_at IS NULL AND d.latest_number = 0`,
}

const TASKS = `
  SELECT kind, what, about, whom, amount, due_on::text AS "dueOn" FROM (
    ${TASK_KINDS.map((kind, rank) => `SELECT ${rank}, '${kind}'::text, one.* FROM (${SELECTS[kind]}) AS one`).join('\n    UNION ALL ')}
  ) AS task (rank, kind, what, about, whom, amount, due_on)
  ORDER BY rank, due_on NULLS LAST, what, whom LIMIT ${LIMIT}`

/** What a new secretariat finds undone, of what the viewer sees: by kind, the earliest day first. */
export const openTasks = (sql: Sql, viewer: Viewer, platformId: string, now: Date): Promise<OpenTask[]> =>
  sql<OpenTask>(TASKS, [platformId, viewer.today, now, seesEveryCommittee(viewer), readsDues(viewer)])

export const countTasks = (tasks: readonly OpenTask[]): TaskCounts =>
  Object.fromEntries(
    TASK_KINDS.map((kind) => [kind, tasks.filter((task) => task.kind === kind).length]),
  ) as unknown as TaskCounts

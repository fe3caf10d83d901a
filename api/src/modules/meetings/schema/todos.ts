import { globalId } from '../../../kernel/ids.ts'
import { registerTodoSource, type Todo, type TodoCircumstances } from '../../../kernel/todos.ts'
import { networkLookedAfter } from '../policy/decisions.ts'
import { corporationSpokenFor } from '../policy/meetings.ts'

interface TaskRow extends Record<string, unknown> {
  readonly id: string
  readonly decisionId: string
  readonly title: string
  readonly decision: string
  /** `YYYY-MM-DD`. */
  readonly dueOn: string
}

const TASKS = `
  SELECT t.id::text, t.decision_id::text AS "decisionId", t.title, d.title AS decision, t.due_on::text AS "dueOn"
  FROM decision_task AS t JOIN decision AS d ON d.id = t.decision_id
  WHERE t.state NOT IN ('DONE', 'DROPPED')
    AND (t.corporation_id = $1::uuid OR t.corporation_id IS NULL AND d.platform_id = $2::uuid)
  ORDER BY t.due_on, t.id LIMIT 100`

/** What the viewer’s body has to do because of decisions. */
async function tasksToDo({ viewer, sql }: TodoCircumstances): Promise<Todo[]> {
  const corporationId = corporationSpokenFor(viewer)
  const platformId = networkLookedAfter(viewer)
  if (corporationId === null && platformId === null) return []
  const rows = await sql<TaskRow>(TASKS, [corporationId, platformId])
  return rows.map(({ id, decisionId, title, decision, dueOn }) => ({
    id: `meetings.task:${id}`,
    kind: 'CONFIRM',
    code: 'DECISION_TASK_TO_DO',
    params: { task: title, decision },
    dueOn,
    link: `/network/decisions/${globalId('Decision', decisionId)}#tasks`,
  }))
}

interface MinutesRow extends Record<string, unknown> {
  readonly id: string
  readonly meetingId: string
  readonly meeting: string
  readonly network: string
  readonly what: 'SIGN' | 'WRITE'
}

const MINUTES = `
  SELECT s.id::text, g.id::text AS "meetingId", g.title AS meeting, p.name AS network, 'SIGN' AS what
  FROM minutes_signer AS s
  JOIN minutes AS m ON m.id = s.minutes_id AND m.state = 'SIGNING'
  JOIN meeting AS g ON g.id = m.meeting_id
  JOIN platform AS p ON p.id = g.platform_id
  JOIN meeting_voter AS v ON v.id = s.voter_id
  LEFT JOIN platform_officer AS o ON o.id = v.officer_id
  WHERE s.signed_at IS NULL AND (v.corporation_id = $1::uuid OR (o.user_id = $2::uuid AND g.platform_id = ANY ($4::uuid[])))
  UNION ALL
  SELECT g.id::text, g.id::text, g.title, p.name, 'WRITE'
  FROM meeting AS g
  JOIN platform AS p ON p.id = g.platform_id
  LEFT JOIN minutes AS m ON m.meeting_id = g.id
  WHERE g.platform_id = $3::uuid AND g.state = 'CLOSED' AND coalesce(m.state, 'DRAFT') = 'DRAFT'
  ORDER BY what, "meetingId", id LIMIT 100`

/** Minutes that wait for the viewer’s signature, or for the secretariat to write them. */
async function minutesToDo({ viewer, sql }: TodoCircumstances): Promise<Todo[]> {
  const rows = await sql<MinutesRow>(MINUTES, [
    corporationSpokenFor(viewer),
    viewer.userId,
    networkLookedAfter(viewer),
    viewer.platformIds,
  ])
  return rows.map(({ id, meetingId, meeting, network, what }) => ({
    id: `meetings.minutes:${what}:${id}`,
    kind: 'DECIDE',
    code: what === 'SIGN' ? 'MINUTES_TO_SIGN' : 'MINUTES_TO_WRITE',
    params: { meeting, network },
    dueOn: null,
    link: `/network/meetings/${globalId('Meeting', meetingId)}/minutes`,
  }))
}

registerTodoSource(tasksToDo)
registerTodoSource(minutesToDo)

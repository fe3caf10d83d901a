import { globalId } from '../../kernel/ids.ts'
import type { Todo, TodoCircumstances } from '../../kernel/todos.ts'
import { isAsked } from './policy/alerts.ts'

interface Row extends Record<string, unknown> {
  readonly id: string
  readonly title: string
  readonly drill: boolean
}

const STATEMENT = `
  SELECT s.id::text, m.title, s.drill
  FROM alert_suggestion AS s JOIN alert_message AS m ON m.id = s.message_id
  WHERE s.state = 'OPEN' AND s.platform_id = ANY ($1::uuid[])
  ORDER BY s.drill, s.suggested_at DESC, s.id LIMIT 100`

/** Messages because of which the viewer may open an event. */
export async function findTodos({ viewer, sql }: TodoCircumstances): Promise<Todo[]> {
  if (!isAsked(viewer)) return []
  const rows = await sql<Row>(STATEMENT, [viewer.platformIds])
  return rows.map(({ id, title, drill }) => ({
    id: `alerts.decide:${id}`,
    kind: 'DECIDE',
    code: drill ? 'DRILL_TO_DECIDE' : 'ALERT_TO_DECIDE',
    params: { title },
    dueOn: null,
    link: `/alerts?suggestion=${globalId('AlertSuggestion', id)}`,
  }))
}

import type { Todo, TodoCircumstances } from '../../kernel/todos.ts'
import { isKeeper } from './policy.ts'

interface Row extends Record<string, unknown> {
  readonly id: string
  readonly name: string
}

const STATEMENT = `
  SELECT id::text, name FROM webhook WHERE state = 'STOPPED' AND platform_id = $1::uuid
  ORDER BY stopped_at, id LIMIT 20`

/** Webhooks of the secretariat's network that stand still because nobody answered. */
export async function findTodos({ viewer, sql }: TodoCircumstances): Promise<Todo[]> {
  if (!isKeeper(viewer)) return []
  const rows = await sql<Row>(STATEMENT, [viewer.acting?.platformId ?? null])
  return rows.map(({ id, name }) => ({
    id: `webhooks.stopped:${id}`,
    kind: 'DECIDE',
    code: 'WEBHOOK_STOPPED',
    params: { name },
    dueOn: null,
    link: '/network/webhooks',
  }))
}

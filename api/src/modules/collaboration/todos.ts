import { globalId } from '../../kernel/ids.ts'
import type { Todo, TodoCircumstances } from '../../kernel/todos.ts'
import { partyOf, speakForCorporation } from './policy/ties.ts'

interface Row extends Record<string, unknown> {
  readonly id: string
  readonly proposer: string
  readonly subject: string
}

const STATEMENT = `
  SELECT t.id::text, c.name AS proposer, t.subject
  FROM collaboration_tie_party AS p
  JOIN collaboration_tie AS t ON t.id = p.tie_id AND t.status = 'PROPOSED'
  JOIN corporation AS c ON c.id = t.proposed_by_id
  WHERE p.corporation_id = $1::uuid AND p.answer = 'WAITING'
  ORDER BY t.created_at, t.id LIMIT 100`

/** Ties that wait for the answer of the viewer's corporation. */
export async function findTodos({ viewer, sql }: TodoCircumstances): Promise<Todo[]> {
  const corporationId = partyOf(viewer)
  if (!corporationId || !speakForCorporation(viewer).allowed) return []
  const rows = await sql<Row>(STATEMENT, [corporationId])
  return rows.map(({ id, proposer, subject }) => ({
    id: `collaboration.answer:${id}`,
    kind: 'DECIDE',
    code: 'TIE_TO_ANSWER',
    params: { corporation: proposer, subject },
    dueOn: null,
    link: `/network/ties/${globalId('CollaborationTie', id)}`,
  }))
}

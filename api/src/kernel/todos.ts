import type { Sql } from './read/sql.ts'
import type { Viewer } from './viewer.ts'

export type TodoKind = 'DECIDE' | 'CONFIRM' | 'ATTEND'

/** One thing the viewer must decide, confirm or attend. */
export interface Todo {
  /** Stable and unique across sources, e.g. `registry.confirm:<facility id>:<block>`. */
  readonly id: string
  readonly kind: TodoKind
  /** SCREAMING_SNAKE; the portal has a Japanese sentence for each, with the words of `params` in it. */
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
  /** Last day, `YYYY-MM-DD`; null if there is none. */
  readonly dueOn: string | null
  /** Path inside the portal. */
  readonly link: string
}

export interface TodoCircumstances {
  /** Signed in. */
  readonly viewer: Viewer
  readonly now: Date
  readonly sql: Sql
}

/** Finds the viewer's todos of one module with one statement; returns at most 100. */
export type TodoSource = (circumstances: TodoCircumstances) => Promise<readonly Todo[]>

const sources: TodoSource[] = []

/** A module says where its todos come from; its schema.ts calls this. */
export function registerTodoSource(source: TodoSource): void {
  sources.push(source)
}

const LIMIT = 100

/** What the viewer has to do: overdue and near days first. */
export async function todosOf(circumstances: TodoCircumstances): Promise<Todo[]> {
  if (!circumstances.viewer.userId) return []
  const found = await Promise.all(sources.map((source) => source(circumstances)))
  return found.flat().toSorted(byDueDay).slice(0, LIMIT)
}

const LAST = '9999-12-31'

function byDueDay(one: Todo, other: Todo): number {
  const days = (one.dueOn ?? LAST).localeCompare(other.dueOn ?? LAST)
  return days || one.id.localeCompare(other.id)
}

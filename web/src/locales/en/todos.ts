import type { Translated } from '../../lib/texts.ts'
import type { todos as japanese } from '../ja/todos.ts'

export const todos: Translated<typeof japanese> = {
  OTHER: { title: 'Something to check', detail: 'Open it and check.', action: 'Open' },
}

import './schema/messages.ts'
import './schema/suggestions.ts'
import './schema/thresholds.ts'
import { registerTodoSource } from '../../kernel/todos.ts'
import { findTodos } from './todos.ts'

registerTodoSource(findTodos)

import './schema/webhooks.ts'
import { registerTodoSource } from '../../kernel/todos.ts'
import { findTodos } from './todos.ts'

registerTodoSource(findTodos)

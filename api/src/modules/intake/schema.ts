import './schema/book.ts'
import './schema/mutations.ts'
import { registerTodoSource } from '../../kernel/todos.ts'
import { findTodos } from './todos.ts'

registerTodoSource(findTodos)

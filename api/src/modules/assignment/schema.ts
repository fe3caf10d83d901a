import './schema/enumerations.ts'
import './schema/case.ts'
import './schema/proposal.ts'
import './schema/mutations.ts'
import { registerTodoSource } from '../../kernel/todos.ts'
import { findTodos } from './todos.ts'

registerTodoSource(findTodos)

import './carrying.ts'
import './schema/mutations.ts'
import './schema/picture.ts'
import './schema/services.ts'
import './schema/ties.ts'
import './succession.ts'
import { registerTodoSource } from '../../kernel/todos.ts'
import { findTodos } from './todos.ts'

registerTodoSource(findTodos)

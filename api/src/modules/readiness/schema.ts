import './carrying.ts'
import './schema/mutations.ts'
import './schema/register.ts'
import './schema/checklist.ts'
import './schema/mentoring.ts'
import { registerTodoSource } from '../../kernel/todos.ts'
import { findTodos } from './todos.ts'

registerTodoSource(findTodos)

import './carrying.ts'
import { registerTodoSource } from '../../kernel/todos.ts'
import './schema/mutations.ts'
import './schema/models.ts'
import './schema/night.ts'
import './schema/review.ts'
import './schema/starting.ts'
import { eventTodos } from './todos.ts'

registerTodoSource(eventTodos)

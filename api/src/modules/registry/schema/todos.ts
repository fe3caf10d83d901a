import { registerTodoSource } from '../../../kernel/todos.ts'
import { facilitiesToConfirm } from '../todos.ts'

registerTodoSource(facilitiesToConfirm)

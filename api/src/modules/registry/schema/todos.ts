import { registerTodoSource } from '../../../kernel/todos.ts'
import { corporationToConfirm, facilitiesToConfirm } from '../todos.ts'

registerTodoSource(facilitiesToConfirm)
registerTodoSource(corporationToConfirm)

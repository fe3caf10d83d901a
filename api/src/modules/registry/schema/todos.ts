import { registerTodoSource } from '../../../kernel/todos.ts'
import { facilitiesToConfirm, pairsToDecide } from '../todos.ts'

registerTodoSource(facilitiesToConfirm)
registerTodoSource(pairsToDecide)

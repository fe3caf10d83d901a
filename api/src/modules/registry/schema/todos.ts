import { registerTodoSource } from '../../../kernel/todos.ts'
import { corporationToConfirm, facilitiesToConfirm, pairsToDecide } from '../todos.ts'

registerTodoSource(facilitiesToConfirm)
registerTodoSource(corporationToConfirm)
registerTodoSource(pairsToDecide)

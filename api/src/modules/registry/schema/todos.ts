import { registerTodoSource } from '../../../kernel/todos.ts'
import { corporationToConfirm, facilitiesToConfirm, mistakesToLookAt, pairsToDecide } from '../todos.ts'

registerTodoSource(facilitiesToConfirm)
registerTodoSource(corporationToConfirm)
registerTodoSource(pairsToDecide)
registerTodoSource(mistakesToLookAt)

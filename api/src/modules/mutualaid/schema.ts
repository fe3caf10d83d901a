import './schema/enums.ts'
import './schema/mutations.ts'
import './schema/agreements.ts'
import './schema/registers.ts'
import './schema/requests.ts'
import './schema/offers.ts'
import './schema/situation.ts'
import './schema/stock.ts'
import './carrying.ts'
import { registerTodoSource } from '../../kernel/todos.ts'
import { registersToLookAfter } from './todos.ts'

registerTodoSource(registersToLookAfter)

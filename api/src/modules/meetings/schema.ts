import { registerTodoSource } from '../../kernel/todos.ts'
import './schema/decisions.ts'
import './schema/guest.ts'
import './schema/meeting.ts'
import './schema/meeting-room.ts'
import './schema/minutes.ts'
import './schema/meeting-rules.ts'
import './schema/mutations.ts'
import './schema/papers.ts'
import './schema/todos.ts'
import './task-succession.ts'
import { meetingsToAnswer } from './todos.ts'

registerTodoSource(meetingsToAnswer)

import './reactions/minutes.ts'
import './reactions/telling.ts'
import './reactions/written-votes.ts'
import './task-succession.ts'

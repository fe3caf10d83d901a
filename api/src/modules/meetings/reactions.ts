import './reactions/telling.ts'
import './reactions/written-votes.ts'

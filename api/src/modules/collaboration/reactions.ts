import './reactions/merges.ts'
import './reactions/notices.ts'
import './succession.ts'

import './reactions/lapsing.ts'
import './reactions/lessons.ts'
import './reactions/notices.ts'

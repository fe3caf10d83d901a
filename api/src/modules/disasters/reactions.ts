import './reactions/lessons.ts'
import './reactions/telling.ts'

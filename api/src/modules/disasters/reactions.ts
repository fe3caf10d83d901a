import './reactions/telling.ts'

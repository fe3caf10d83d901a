import './reactions/notices.ts'

import './reactions/announcements.ts'
import './reactions/unfinished-files.ts'

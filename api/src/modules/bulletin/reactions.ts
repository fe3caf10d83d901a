import './reactions/announcements.ts'
import './reactions/documents.ts'
import './reactions/unfinished-files.ts'
import './succession.ts'

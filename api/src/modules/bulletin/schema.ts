import './schema/announcements.ts'
import './schema/calendar.ts'
import './schema/documents.ts'
import './schema/handover.ts'

import './schema/meeting.ts'
import './schema/meeting-room.ts'
import './schema/mutations.ts'

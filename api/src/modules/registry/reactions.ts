import './reactions/old-contacts.ts'
import './reactions/successions.ts'

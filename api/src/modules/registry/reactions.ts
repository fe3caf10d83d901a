import './reactions/matching.ts'
import './reactions/old-contacts.ts'
import './reactions/saved-searches.ts'
import './reactions/successions.ts'

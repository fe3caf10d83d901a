import { enumOf } from '../../kernel/inputs.ts'
import { MISTAKE_OUTCOMES, MISTAKE_TOPICS } from './rules/mistakes.ts'

/** A block of a facility's facts, as commands take it. */
export const facilityBlock = enumOf(
  'FacilityBlock',
  'A part of a facility’s facts that is confirmed on its own.',
  {
    BASIC: 'Name, address, opening, capacity.',
    CONTACTS: 'Whom to call, by day and by night.',
    EQUIPMENT: 'What there is for an emergency.',
    SERVICES: 'The services given and their offices.',
    RESOURCES: 'Rooms and vehicles, and on what terms others may borrow them.',
    STAFF: 'How many of the staff hold which qualification.',
  },
)

/** What is wrong on a public page, as commands take it. */
export const mistakeTopic = enumOf(
  'MistakeTopic',
  'What of a public page is said to be wrong.',
  MISTAKE_TOPICS,
)

/** What became of it. */
export const mistakeOutcome = enumOf(
  'MistakeOutcome',
  'What became of a mistake that was reported.',
  MISTAKE_OUTCOMES,
)

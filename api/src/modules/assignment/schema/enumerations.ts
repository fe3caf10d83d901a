import { enumeration } from '../../../kernel/read/enumeration.ts'

enumeration('AssignmentUrgency', {
  description: 'How soon a group has to be somewhere.',
  values: {
    NORMAL: 'As the others; one person left over counts 1.',
    SOON: 'Before the others; one person left over counts 2.',
    FIRST: 'First of all; one person left over counts 4.',
  },
})

enumeration('RoadClosureKind', {
  description: 'What a closure keeps apart.',
  values: {
    MUNICIPALITY_CUT_OFF: 'Nobody gets from or into the municipality.',
    BETWEEN_MUNICIPALITIES: 'No way between two municipalities, in both directions.',
    FACILITY_CUT_OFF: 'Nobody reaches the facility.',
  },
})

enumeration('AssignmentProposalState', {
  description: 'How far a proposal is.',
  values: {
    WAITING: 'It is being computed.',
    READY: 'It is there, and never changes.',
    FAILED: 'Nothing came of it.',
  },
})

enumeration('LeftOverReason', {
  description: 'Why people are in no shelter: the first thing that rules out every shelter that was left.',
  values: {
    NO_SHELTER_OPEN: 'No shelter of the event is open.',
    NEED: 'No shelter takes all their kinds of need.',
    EQUIPMENT: 'No shelter that does has the equipment they need.',
    UNREACHABLE: 'None of those can be reached.',
    LOCKED: 'A lock set by hand keeps them out of where they could go.',
    TOO_LARGE: 'Too many to stay together in any of them, even if it were empty.',
    FULL: 'There is no room beside those who are placed.',
  },
})

enumeration('AssignmentVerdict', {
  description: 'What a coordinator said to a line.',
  values: { ACCEPTED: 'It is as proposed.', OVERRIDDEN: 'Otherwise, with a reason.' },
})

import { enumeration } from '../../../kernel/read/enumeration.ts'
import * as inputs from '../inputs.ts'

export const AidKind = enumeration('AidKind', {
  description: 'What kind of help is asked for.',
  values: inputs.aidKinds,
})
enumeration('StaffSkill', {
  description: 'What staff can do in a welfare shelter.',
  values: inputs.staffSkills,
})
enumeration('StockOwner', { description: 'Whose a lot of stock is.', values: inputs.stockOwners })
enumeration('StockMove', { description: 'Why stock came or went.', values: inputs.stockMoves })
enumeration('InspectionSubject', { description: 'What was inspected.', values: inputs.inspectionSubjects })
enumeration('AidCostKind', { description: 'What a dispatch took.', values: inputs.costKinds })
enumeration('AidRequestState', {
  description: 'How a request for help stands.',
  values: {
    OPEN: 'Help is wanted, or on its way.',
    ENDED: 'No more is needed; what was promised goes on.',
    CANCELLED: 'No longer needed before anything was promised.',
  },
})
enumeration('AidOfferState', {
  description: 'How an offer of help stands.',
  values: {
    OFFERED: 'Waits for an answer.',
    ACCEPTED: 'Accepted, in whole or in part.',
    DISPATCHED: 'On its way.',
    ARRIVED: 'There, at work.',
    RETURNED: 'Back again.',
    DECLINED: 'Not needed this time.',
    WITHDRAWN: 'Could not be given after all.',
    EXPIRED: 'Not answered in time.',
  },
})
export const AidAct = enumeration('AidAct', {
  description: 'What was done with a request for help.',
  values: {
    REQUESTED: 'Help was asked for.',
    QUANTITY_CHANGED: 'More or less of it was asked for.',
    CLAIMED: 'Somebody takes care of it.',
    RELEASED: 'Nobody takes care of it any more.',
    OFFERED: 'Somebody offered something.',
    ACCEPTED: 'An offer was accepted.',
    DECLINED: 'An offer was not needed.',
    WITHDRAWN: 'An offer could not be given after all.',
    EXPIRED: 'An offer was not answered in time.',
    DISPATCHED: 'Help is on its way.',
    ARRIVED: 'Help has arrived.',
    RETURNED: 'Help is back.',
    COST_NOTED: 'Hours or costs were noted.',
    COST_STRUCK: 'A noted cost was struck.',
    ENDED: 'No more is needed.',
    CANCELLED: 'It is no longer needed.',
  },
})

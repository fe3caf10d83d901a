import './enums.ts'
import { mutation } from '../../../kernel/graphql/mutation.ts'
import { agreeTie } from '../commands/agree-tie.ts'
import { amendTie } from '../commands/amend-tie.ts'
import { declineTie } from '../commands/decline-tie.ts'
import { endTie } from '../commands/end-tie.ts'
import { objectToTie } from '../commands/object-to-tie.ts'
import { offerService } from '../commands/offer-service.ts'
import { proposeTie } from '../commands/propose-tie.ts'
import { recordTie } from '../commands/record-tie.ts'
import { withdrawService } from '../commands/withdraw-service.ts'
import { withdrawTie } from '../commands/withdraw-tie.ts'

const tie = { collaborationTie: 'CollaborationTie' } as const
const service = { collaborationService: 'CollaborationService' } as const

mutation(proposeTie, { payload: tie })
mutation(recordTie, { payload: tie })
mutation(agreeTie, { payload: tie })
mutation(declineTie, { payload: tie })
mutation(objectToTie, { payload: tie })
mutation(withdrawTie, { payload: tie })
mutation(amendTie, { payload: tie })
mutation(endTie, { payload: tie })
mutation(offerService, { payload: service })
mutation(withdrawService, { payload: service })

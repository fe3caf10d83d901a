import './enums.ts'
import { mutation } from '../../../kernel/graphql/mutation.ts'
import { acceptAidOffer } from '../commands/accept-aid-offer.ts'
import { addStockLot } from '../commands/add-stock-lot.ts'
import { correctAidQuantity } from '../commands/correct-aid-quantity.ts'
import { claimAidRequest } from '../commands/claim-aid-request.ts'
import { closeAidRequest } from '../commands/close-aid-request.ts'
import { confirmAidArrival } from '../commands/confirm-aid-arrival.ts'
import { correctSituationLine } from '../commands/correct-situation-line.ts'
import { countStaffSkill } from '../commands/count-staff-skill.ts'
import { countStockLot } from '../commands/count-stock-lot.ts'
import { declineAidOffer } from '../commands/decline-aid-offer.ts'
import { dispatchAid } from '../commands/dispatch-aid.ts'
import { endMutualAidAgreement } from '../commands/end-mutual-aid-agreement.ts'
import { finishInspectionDefect } from '../commands/finish-inspection-defect.ts'
import { fixStockMinimum } from '../commands/fix-stock-minimum.ts'
import { lendStock } from '../commands/lend-stock.ts'
import { markSituation } from '../commands/mark-situation.ts'
import { noteAidCost } from '../commands/note-aid-cost.ts'
import { offerAid } from '../commands/offer-aid.ts'
import { recordInspection } from '../commands/record-inspection.ts'
import { recordMutualAidAgreement } from '../commands/record-mutual-aid-agreement.ts'
import { registerAidResource } from '../commands/register-aid-resource.ts'
import { releaseAidClaim } from '../commands/release-aid-claim.ts'
import { requestAid } from '../commands/request-aid.ts'
import { retireAidResource } from '../commands/retire-aid-resource.ts'
import { returnAid } from '../commands/return-aid.ts'
import { strikeAidCost } from '../commands/strike-aid-cost.ts'
import { takeBackStock } from '../commands/take-back-stock.ts'
import { takeFromStock } from '../commands/take-from-stock.ts'
import { withdrawAidOffer } from '../commands/withdraw-aid-offer.ts'
import { writeSituationLine } from '../commands/write-situation-line.ts'

const request = { aidRequest: 'AidRequest' } as const
const offer = { aidOffer: 'AidOffer', aidRequest: 'AidRequest' } as const
const cost = { aidCost: 'AidCost', aidOffer: 'AidOffer' } as const
const line = { situationLine: 'SituationLine' } as const

mutation(requestAid, { payload: request })
mutation(claimAidRequest, { payload: request })
mutation(releaseAidClaim, { payload: request })
mutation(correctAidQuantity, { payload: request })
mutation(closeAidRequest, { payload: request })
mutation(offerAid, { payload: offer })
mutation(acceptAidOffer, { payload: offer })
mutation(declineAidOffer, { payload: offer })
mutation(withdrawAidOffer, { payload: offer })
mutation(dispatchAid, { payload: offer })
mutation(confirmAidArrival, { payload: offer })
mutation(returnAid, { payload: offer })
mutation(noteAidCost, { payload: cost })
mutation(strikeAidCost, { payload: cost })
mutation(writeSituationLine, { payload: line })
mutation(correctSituationLine, { payload: line })
mutation(markSituation, { payload: { situationMark: 'SituationMark' } })
mutation(registerAidResource, { payload: { aidResource: 'AidResource', facility: 'Facility' } })
mutation(retireAidResource, { payload: { aidResource: 'AidResource', facility: 'Facility' } })
mutation(addStockLot, { payload: { stockLot: 'StockLot', facility: 'Facility' } })
mutation(countStockLot, { payload: { stockLot: 'StockLot', facility: 'Facility' } })
mutation(takeFromStock, { payload: { stockLot: 'StockLot', facility: 'Facility' } })
mutation(fixStockMinimum, { payload: { stockMinimum: 'StockMinimum', facility: 'Facility' } })
mutation(lendStock, { payload: { stockLoan: 'StockLoan', facility: 'Facility' } })
mutation(takeBackStock, { payload: { stockLoan: 'StockLoan', facility: 'Facility' } })
mutation(recordInspection, { payload: { inspection: 'Inspection', facility: 'Facility' } })
mutation(finishInspectionDefect, { payload: { inspectionDefect: 'InspectionDefect', facility: 'Facility' } })
mutation(countStaffSkill, { payload: { staffSkillCount: 'StaffSkillCount', facility: 'Facility' } })
mutation(recordMutualAidAgreement, {
  payload: { mutualAidAgreement: 'MutualAidAgreement', platform: 'Platform' },
})
mutation(endMutualAidAgreement, {
  payload: { mutualAidAgreement: 'MutualAidAgreement', platform: 'Platform' },
})

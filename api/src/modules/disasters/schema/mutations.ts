import './enumerations.ts'
import { mutation } from '../../../kernel/graphql/mutation.ts'
import { answerOpening } from '../commands/answer-opening.ts'
import { assignBuddy } from '../commands/assign-buddy.ts'
import { closeEvent } from '../commands/close-event.ts'
import { closeShelter } from '../commands/close-shelter.ts'
import { confirmSilentFacility } from '../commands/confirm-silent-facility.ts'
import { decideOpening } from '../commands/decide-opening.ts'
import { declareShelterFull } from '../commands/declare-shelter-full.ts'
import { enrolDevice } from '../commands/enrol-device.ts'
import { openEvent } from '../commands/open-event.ts'
import { openShelter } from '../commands/open-shelter.ts'
import { recordDeFactoOpening } from '../commands/record-de-facto-opening.ts'
import { reportFigures } from '../commands/report-figures.ts'
import { requestOpening } from '../commands/request-opening.ts'
import { resumeAcceptance } from '../commands/resume-acceptance.ts'
import { revokeDevice } from '../commands/revoke-device.ts'
import { sendReportByDevice } from '../commands/send-report-by-device.ts'
import { sendStatusReport } from '../commands/send-status-report.ts'
import { withdrawOpeningRequest } from '../commands/withdraw-opening-request.ts'

const event = { disasterEvent: 'DisasterEvent' } as const
const called = { calledFacility: 'CalledFacility' } as const
const opening = { shelterOpening: 'ShelterOpening' } as const
const device = { facilityDevice: 'FacilityDevice' } as const

mutation(openEvent, { payload: event })
mutation(closeEvent, { payload: event })
mutation(assignBuddy, { payload: called })
mutation(sendStatusReport, { payload: { ...called, statusReport: 'StatusReport' } })
mutation(confirmSilentFacility, { payload: called })
mutation(requestOpening, { payload: opening })
mutation(answerOpening, { payload: opening })
mutation(decideOpening, { payload: opening })
mutation(openShelter, { payload: opening })
mutation(recordDeFactoOpening, { payload: opening })
mutation(reportFigures, { payload: opening })
mutation(declareShelterFull, { payload: opening })
mutation(resumeAcceptance, { payload: opening })
mutation(closeShelter, { payload: opening })
mutation(withdrawOpeningRequest, { payload: opening })
mutation(enrolDevice, {
  payload: {
    ...device,
    secret: { type: 'String', description: 'What the device keeps; shown once.' },
  },
})
mutation(revokeDevice, { payload: device })
mutation(sendReportByDevice, {
  payload: {
    outcome: { type: 'String', description: 'RECEIVED, WRONG_PIN, LOCKED or REVOKED.' },
    lockedUntil: { type: 'String', description: 'Until when the device takes no PIN; null if it does.' },
  },
})

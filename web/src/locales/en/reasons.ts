import type { Translated } from '../../lib/texts.ts'
import type { reasons as japanese } from '../ja/reasons.ts'

export const reasons: Translated<typeof japanese> = {
  OTHER: 'You cannot do this as whom you act now.',
  ONLY_CORPORATION_ADMINS_TIE: 'An administrator acting for the corporation does this.',
  ONLY_THE_SECRETARIAT_RECORDS_TIES: 'The secretariat of the network does this.',
  NOT_A_PARTY: 'An administrator of one of the parties does this.',
  NOTHING_TO_ANSWER: 'There is nothing to answer: it was answered, or is over.',
  NOTHING_RECORDED: 'The secretariat did not record this tie. Its parties change or end it.',
  NOT_YOUR_PROPOSAL: 'The corporation that proposed it takes it back.',
  PROPOSAL_ANSWERED: 'It was answered already and cannot be taken back.',
  TIE_DOES_NOT_STAND: 'The tie does not hold now, so it can be neither changed nor ended.',
  ONLY_THE_HUB_OFFERS: 'An administrator of the hub corporation or the secretariat does this.',
  SIGN_IN_FIRST: 'Sign in to do this.',
  NOT_YOUR_FACILITY: 'These are the facts of another facility; its own people confirm them.',
  NOT_YOUR_CORPORATION: 'This facility belongs to another corporation, whose people confirm its facts.',
  ONLY_THE_FACILITY_CONFIRMS:
    'Confirmed by the facility’s director or staff, or its corporation’s administrator.',
  ONLY_THE_OPERATOR: 'Done by the system operator.',
  ONLY_THE_SECRETARIAT_ASKS: 'Done by the secretariat of the network.',
  ONLY_COORDINATORS_ASSIGN: 'Done by the secretariat of the event’s network and the municipality’s liaison.',
  NOT_YOUR_NETWORK: 'Done by the secretariat of the other network.',
  ONLY_WHO_IMPORTS:
    'Done by the system operator, a network’s secretariat, or a corporation’s administrator or reporter.',
  NOT_YOUR_IMPORT: 'This import was begun for another body. Act for it to go on.',
  IMPORT_NOT_THERE_YET: 'The import has not come that far, or is past it.',
  ONLY_ITS_PEOPLE_EDIT:
    'Its own people, its corporation’s administrator and its network’s secretariat correct it.',
  CONTACTS_NOT_FOR_THE_OPERATOR:
    'The operator sees no contacts; the facility’s people or the secretariat correct them.',
  ONLY_THE_CORPORATION_CLOSES:
    'The corporation’s administrator or the network’s secretariat closes and reopens it.',
  ONLY_THE_CORPORATION_REGISTERS:
    'The corporation’s administrator or the network’s secretariat registers it.',
  ONLY_THE_CORPORATION_CONFIRMS: 'The corporation’s administrator confirms this.',
  ONLY_ITS_ADMINISTRATOR_EDITS: 'The corporation’s administrator corrects this.',
  ONLY_THE_SECRETARIAT_RECORDS: 'A secretariat or the system operator does this.',
  ONLY_WHO_LOOKS_AFTER_THE_REGISTRY:
    'Done by the secretariat, the municipality’s liaison, a corporation’s administrator or the system operator.',
  ONLY_RECORDS_OF_THE_NETWORK: 'Only records that both belong to members of the network can be merged.',
  CHOOSE_ACTING: 'Choose whom you act for to do this.',
  SECOND_FACTOR_REQUIRED: 'Pass the second factor to do this.',
  SCOPE_MISSING: 'This token does not allow it.',
  SYSTEM_ONLY: 'The system does this by itself.',
  ADMINISTRATORS_ONLY: 'Those who look after people and roles do this.',
  ROLE_NOT_YOURS_TO_GRANT: 'This role cannot be decided by whom you act for now.',
  NOT_YOUR_BODY: 'It is a role of another corporation, facility or network.',
  NOT_A_MEMBER: 'The corporation is not a member of the network.',
  NOT_YOURS: 'Only the person concerned can do this.',
  NOT_ONESELF: 'Ask another administrator to do this for you.',
  // platforms
  ONLY_THE_SECRETARIAT_RUNS: 'The secretariat of that network does this.',
  ONLY_THE_CORPORATION_APPLIES: 'The administrator of a corporation applies.',
  ONLY_THE_APPLICANT_WITHDRAWS: 'The corporation that applied withdraws it.',
  ONLY_WHO_BEGINS_NETWORKS: 'The system operator or the secretariat of the network above begins one.',
  ONLY_BELOW_YOUR_NETWORK: 'A secretariat begins networks below its own only.',
  // bulletin
  ONLY_THE_SECRETARIAT_KEEPS: 'The network’s secretariat does this.',
  DOCUMENT_IS_KEPT_ELSEWHERE: 'The portal made this document; no new version can be added.',
  DOCUMENT_IS_DELETED: 'This document has been deleted.',
  STILL_TO_BE_KEPT: 'It can be deleted once its time of keeping is over.',
  ONLY_WHO_IS_TOLD_ACKNOWLEDGES:
    'Administrators, report officers and directors of members say that they have read it.',
  ANNOUNCEMENT_IS_OUT:
    'Members have this announcement before them; it no longer changes. Withdraw it and write a new one.',
  ANNOUNCEMENT_IS_WITHDRAWN: 'This announcement was withdrawn.',
  NOTHING_TO_ACKNOWLEDGE: 'This announcement asks for no acknowledgement.',
  ENTRY_IS_KEPT_ELSEWHERE: 'Change this entry where it comes from; the calendar follows.',
  ENTRY_IS_CANCELLED: 'This entry was called off.',
  ONLY_OFFICERS_HAND_OVER: 'The network’s secretariat, chair and auditors see this.',
  // audit, notifications
  AUDIT_NOT_YOURS: 'Administrators and officers can look into the record of acts.',
  MAILBOX_CLOSED: 'Mails are really sent here. Please open the mail you received.',
  // meetings
  ONLY_SECRETARIAT_AND_CHAIR_RUN_MEETINGS: 'Secretariat and chair prepare and run meetings.',
  NOT_YOUR_OFFICE: 'The holder of the office does this.',
  ONLY_DIRECTORS_SPEAK_FOR_A_CORPORATION: 'An administrator or a director speaks for the corporation.',
  ONLY_THE_AUDITOR_OBJECTS: 'The auditor does this.',
  ONLY_ITS_ADMINISTRATOR_ENTRUSTS: 'The administrator of the corporation does this.',
  NOT_YOUR_MANDATE: 'Another corporation entrusts this.',
  ONLY_BOTH_SIDES_END_A_MANDATE: 'The administrators of both sides, or the secretariat, do this.',
  CONTACTS_NOT_ENTRUSTED:
    'Only who sees all contacts confirms or corrects them. Ask the corporation to entrust you with seeing them.',
  LIMITS_ARE_NOT_ENTRUSTED: 'Only the administrator of the corporation confirms its rules for contracts.',
  NOT_YOURS_TO_SIGN: 'The people of the chair and the signers sign.',
  TOO_MANY_FILES: 'Too many files in a short time. Please wait a moment and try again.',
  // disasters
  ONLY_COUNCIL_OR_MUNICIPALITY: 'The secretariat, the chair or the municipality does this.',
  ONLY_THE_FACILITY_OR_THE_COUNCIL:
    'The people of that facility, the secretariat or the municipality do this.',
  NOT_YOURS_TO_FIND_OUT: 'The neighbour, the secretariat or the municipality writes this.',
  ONLY_THE_DIRECTOR_ENROLS_DEVICES: 'The director or the corporation’s administrator does this.',
  // rulebooks
  ONLY_SECRETARIAT_OR_CHAIR: 'The secretariat or the chair of the network does this.',
  RULEBOOK_STANDS: 'An adopted version does not change. Begin a draft.',
  // readiness
  ONLY_THE_FACILITYS_HEAD_SAYS_SO: 'The facility’s head or its corporation’s administrator does this.',
  ONLY_THE_SECRETARIAT_SAYS_SO: 'The secretariat does this.',
  ONLY_THE_MUNICIPALITY_SAYS_SO: 'The municipality’s liaison does this.',
  ONLY_THE_OPERATOR_TAKES_OVER_DATA: 'The system operator does this.',
  NOT_YOUR_MUNICIPALITY: 'The liaison of that municipality does this.',
  FACT_IS_WITHDRAWN: 'This record was withdrawn already.',
  ONLY_THE_FACILITY_SAYS_WHAT_IT_OFFERS: 'The facility’s head or the municipality says this.',
  ONLY_WHO_HELPS_ANSWERS: 'The facility, its mentor and the secretariat answer.',
  ONLY_THE_FACILITY_DECIDES: 'The facility’s own people decide.',
  DRAFT_IS_DECIDED: 'This was decided already.',
  ONLY_THE_OPERATOR_EDITS_THE_CHECKLIST: 'The system operator edits the checklist.',
  ONLY_THE_MENTOR_OR_SECRETARIAT_BEGINS: 'The mentor’s head or the secretariat begins.',
  ONLY_THE_TWO_FACILITIES_KEEP_IT: 'The heads of both facilities or the secretariat do this.',
  MENTORSHIP_HAS_ENDED: 'This mentorship has ended.',
  // mutualaid
  ONLY_ITS_PEOPLE_KEEP_REGISTERS:
    'People of the facility or the administrator of its corporation write this.',
  NOT_YOUR_CLAIM: 'Who takes care of it, the same body or the secretariat releases it.',
  EVENT_IS_CLOSED: 'This event is closed.',
  ONLY_WHO_WORKS_IN_THE_EVENT:
    'People of facilities, corporations, the secretariat and the municipality do this.',
  ONLY_THE_FACILITY_OR_THE_COORDINATOR: 'People of the facility or the secretariat do this.',
  ONLY_THE_OWNER_OFFERS: 'People of the facility that has it offer it.',
  // intake
  ONLY_STAFF_OF_THE_SHELTER: 'Only the staff of the facility that takes people in work with their data.',
  ONLY_THE_DIRECTOR_HANDS_OUT: 'The director takes the list out.',
  // alerts, outputs
  ONLY_WATCHERS_BRING_ALERTS: 'Secretariats, municipalities and the operator put messages in.',
  ONLY_THE_SECRETARIAT_KEEPS_WEBHOOKS: 'The network’s secretariat keeps the webhooks.',
  ONLY_THE_SECRETARIAT_DECIDES_ALERTS: 'The network’s secretariat or the municipality decides.',
  ONLY_OFFICERS_SEE_CLAIMS: 'Claims are seen by officers, auditors, the secretariat and the municipality.',
  ONLY_WHO_HANDS_IT_IN: 'The facility that handed it in, or the secretariat, records it.',
}

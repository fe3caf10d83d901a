import type { Translated } from '../../lib/texts.ts'
import type { reasons as japanese } from '../ja/reasons.ts'

export const reasons: Translated<typeof japanese> = {
  OTHER: 'You cannot do this as whom you act now.',
  SIGN_IN_FIRST: 'Sign in to do this.',
  NOT_YOUR_FACILITY: 'These are the facts of another facility; its own people confirm them.',
  NOT_YOUR_CORPORATION: 'This facility belongs to another corporation, whose people confirm its facts.',
  ONLY_THE_FACILITY_CONFIRMS:
    'Confirmed by the facility’s director or staff, or its corporation’s administrator.',
  ONLY_THE_OPERATOR: 'Done by the system operator.',
  ONLY_THE_SECRETARIAT_ASKS: 'Done by the secretariat of the network.',
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
  // audit, notifications
  AUDIT_NOT_YOURS: 'Administrators and officers can look into the record of acts.',
  MAILBOX_CLOSED: 'Mails are really sent here. Please open the mail you received.',
  // meetings
  ONLY_SECRETARIAT_AND_CHAIR_RUN_MEETINGS: 'Secretariat and chair prepare and run meetings.',
  NOT_YOUR_OFFICE: 'The holder of the office does this.',
  ONLY_DIRECTORS_SPEAK_FOR_A_CORPORATION: 'An administrator or a director speaks for the corporation.',
  ONLY_THE_AUDITOR_OBJECTS: 'The auditor does this.',
  // rulebooks
  ONLY_SECRETARIAT_OR_CHAIR: 'The secretariat or the chair of the network does this.',
  RULEBOOK_STANDS: 'An adopted version does not change. Begin a draft.',
}

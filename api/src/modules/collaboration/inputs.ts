import { z } from 'zod'
import { idOf } from '../../kernel/ids.ts'
import { day, enumOf, idempotencyKey } from '../../kernel/inputs.ts'

// The terms of a stage as commands take them. Every field may be left out here; what a stage needs is a rule
// (rules/stages.ts), so that a person is told everything that is missing at once.

const text = (most: number, what: string) => z.string().trim().min(1).max(most).optional().describe(what)
const yen = (what: string) => z.int().min(0).max(2_000_000_000).optional().describe(what)

export const stage = enumOf('CollaborationStage', 'A stage of collaboration, from loose to one.', {
  VOLUNTARY: 'Voluntary cooperation (自主的な連携).',
  COUNCIL_JOINT: 'Joint work through a council (社協での共同取組).',
  BUSINESS_ALLIANCE: 'A business alliance (業務提携).',
  COLLABORATION_CORPORATION: 'A certified collaboration corporation (連携法人).',
  BOARD_PARTICIPATION: 'Board participation (理事会参加・経営陣交代).',
  BUSINESS_TRANSFER: 'A business transfer (事業譲渡).',
  MERGER: 'A merger (合併).',
})

export const partyRole = enumOf('TiePartyRole', 'What a party does in a tie.', {
  EQUAL: 'Does the same as the others.',
  GIVING: 'Provides the service, sends the director, hands over the business, goes into the other.',
  TAKING: 'Receives it.',
})

const evidenceKind = enumOf('TieEvidenceKind', 'What kind of paper shows a tie.', {
  CONTRACT: 'A contract (契約書).',
  MEMORANDUM: 'A memorandum (覚書・協定書).',
  RULES: 'The rules of a network (会則).',
  CERTIFICATE: 'A certificate (認定書).',
  RESOLUTION: 'A resolution or minutes (議決・議事録).',
  NOTICE: 'An approval or notice of an authority (所轄庁の認可・通知).',
  OTHER: 'Another paper.',
})

export const feePer = enumOf('FeeUnit', 'Per what a fee is paid.', {
  YEAR: 'For a whole year.',
  MONTH: 'For a whole month.',
  DAY: 'For a single day.',
  HOUR: 'For a single hour.',
  PERSON: 'For a person, or a meal.',
  CASE: 'For a single case.',
  ONCE: 'Once and for all.',
})

export const renewalKinds = {
  AUTOMATIC: 'Goes on for another term unless somebody gives notice.',
  BY_AGREEMENT: 'Goes on if the parties agree.',
  NONE: 'It ends with its term.',
} as const
export const personalDataKinds = {
  NOT_HANDLED: 'No personal data is handed over.',
  CLAUSE: 'Personal data is handed over under a clause of the contract.',
} as const
export const businessKinds = {
  COMMUNITY: 'Community welfare (地域福祉支援業務).',
  DISASTER: 'Disasters (災害時支援業務).',
  MANAGEMENT: 'Management (経営支援業務).',
  LOAN: 'Loans (貸付業務).',
  STAFF: 'Staff (人材確保等業務).',
  SUPPLIES: 'Supplies (物資等供給業務).',
} as const
export const boardForms = {
  DIRECTOR: 'Sends directors into the board.',
  MANAGEMENT_CHANGED: '経営陣交代: the board is renewed with its help.',
} as const
export const subsidyStates = {
  NONE: 'Nothing that was bought with a subsidy is moved.',
  TO_APPLY: 'The approval of 財産処分 is still to be asked for.',
  APPLIED: 'It was asked for.',
  APPROVED: 'It was given.',
} as const
export const consentStates = {
  NOT_ASKED: 'Users and families have not been asked.',
  ASKING: 'They are being asked.',
  PARTLY: 'Some have agreed.',
  ALL: 'All have agreed.',
} as const
export const mergerForms = {
  ABSORPTION: '吸収合併: into one of the parties.',
  NEW_CORPORATION: '新設合併: into a new corporation.',
} as const
export const mergerSteps = {
  CONFIDENTIALITY: 'Confidentiality (秘密保持).',
  BASIC_AGREEMENT: 'Basic agreement (基本合意).',
  OFFICERS: 'Officers look into it (役員検討).',
  CONTRACT: 'Approval of the contract (合併契約の承認).',
  DISCLOSURE: 'Disclosure beforehand (事前開示).',
  COUNCILORS: 'Approval by the councillors (評議員会の承認).',
  APPROVAL: 'Approval by the authority (所轄庁の認可).',
  CREDITORS: 'Notice to creditors (債権者保護の公告・催告).',
  REGISTRATION: 'Registration of the merger (登記).',
} as const

const voluntary = z.object({
  theme: text(200, 'What is learned or done together.'),
  frequency: text(100, 'How often, e.g. 年4回.'),
  participants: text(200, 'Who takes part, by office; no names of persons.'),
  contact: text(100, 'Which office to ask; no names of persons.'),
})
const councilJoint = z.object({
  activity: text(300, 'What is done together.'),
  rules: text(200, 'The 会則 and its clause.'),
  duesYen: yen('What a member pays in a year, yen.'),
  fund: z.boolean().optional().describe('Whether there is a shared fund.'),
  cases: text(200, 'How cases are recorded; no names.'),
})
const alliance = z.object({
  service: text(100, 'What is provided.'),
  scope: text(1_000, 'What belongs to it and what does not.'),
  feeYen: yen('The fee including tax, yen; left out if there is none.'),
  feePer: feePer.optional().describe('Per what the fee is paid.'),
  renewal: enumOf('TieRenewal', 'What happens at the end of a contract’s term.', renewalKinds)
    .optional()
    .describe('What happens at the end of the term.'),
  noticeDays: z.int().min(0).max(730).optional().describe('Days before the end by which notice is given.'),
  confidentiality: z.boolean().optional().describe('Whether the contract has a clause on confidentiality.'),
  personalData: enumOf('TiePersonalData', 'How a contract handles personal data.', personalDataKinds)
    .optional()
    .describe('How personal data is handled.'),
  measures: text(300, 'By what is seen whether it goes well.'),
  termination: text(300, 'How the contract is ended before its term.'),
})
const collaboration = z.object({
  name: text(100, 'Name of the 社会福祉連携推進法人.'),
  certificateNumber: text(100, 'Number of the certificate.'),
  certifiedOn: day().optional().describe('Day of the certificate.'),
  authority: text(100, 'The certifying authority (認定所轄庁).'),
  businesses: z
    .array(enumOf('CollaborationBusiness', 'One of the six 社会福祉連携推進業務.', businessKinds))
    .min(1)
    .max(6)
    .optional()
    .describe('Which of the six it does.'),
})
const board = z.object({
  form: enumOf('BoardParticipation', 'How one corporation supports another through its board.', boardForms)
    .optional()
    .describe('How it supports the other.'),
  seats: z.int().min(1).max(30).optional().describe('Number of seats.'),
  termEndsOn: day().optional().describe('Last day of the term of office.'),
  conflictChecked: z.boolean().optional().describe('Conflicts of interest were looked into.'),
  resolution: text(200, 'The resolution of the 評議員会, by date and number.'),
  purpose: text(300, 'What it is for.'),
})
const transfer = z.object({
  transferOn: day().optional().describe('Day of the transfer (譲渡日).'),
  offices: text(500, 'Which 事業所 are moved, where not all of a facility.'),
  assets: text(500, 'Which assets are moved.'),
  staff: text(300, 'What becomes of the staff.'),
  consent: enumOf('UserConsent', 'Whether users and families have agreed.', consentStates)
    .optional()
    .describe('Whether users and families have agreed.'),
  designatedOn: day().optional().describe('Day of the new 指定.'),
  abolishedOn: day().optional().describe('Day of the 廃止 of the old one.'),
  subsidy: enumOf('SubsidyDisposal', 'How the approval of 補助財産処分 stands.', subsidyStates)
    .optional()
    .describe('How the approval of 補助財産処分 stands.'),
  subsidyApprovedOn: day().optional().describe('Day of that approval.'),
  priceBasis: text(300, 'How the price was found.'),
})
const merger = z.object({
  form: enumOf('MergerForm', 'Into what corporations merge.', mergerForms)
    .optional()
    .describe('Into what they merge.'),
  steps: z
    .array(
      z.object({
        step: enumOf('MergerStep', 'A step of a merger.', mergerSteps).describe('Which step.'),
        on: day().describe('When it was taken, or is to be.'),
      }),
    )
    .min(1)
    .max(9)
    .optional()
    .describe('Which steps were taken or are planned, with their days.'),
})

/** The terms of every stage; a tie has those of its own. */
const terms = {
  voluntary: voluntary.optional().describe('Terms of 自主的な連携.'),
  councilJoint: councilJoint.optional().describe('Terms of 社協での共同取組.'),
  alliance: alliance.optional().describe('Terms of 業務提携.'),
  collaboration: collaboration.optional().describe('Terms of 連携法人.'),
  board: board.optional().describe('Terms of 理事会参加・経営陣交代.'),
  transfer: transfer.optional().describe('Terms of 事業譲渡.'),
  merger: merger.optional().describe('Terms of 合併.'),
}

const evidence = z.object({
  kind: evidenceKind.describe('What kind of paper.'),
  reference: z.string().trim().min(1).max(200).describe('Title, number, where it is kept.'),
  datedOn: day().optional().describe('Day of the paper.'),
})

/** What every writing of a tie says. */
export const contents = {
  subject: z.string().trim().min(1).max(100).describe('On what they work together, at most 100 characters.'),
  validFrom: day().describe('First day.'),
  validTo: day().optional().describe('Last day; left out = until further notice.'),
  evidence: z.array(evidence).max(10).optional().describe('Papers that show it, at most 10.'),
  facilityIds: z
    .array(idOf('Facility'))
    .max(100)
    .optional()
    .describe('Facilities that a 事業譲渡 moves, at most 100.'),
  serviceId: idOf('CollaborationService')
    .optional()
    .describe('The offer of the hub’s catalogue that a contract is about.'),
  ...terms,
  idempotencyKey: idempotencyKey(),
}

export const party = z.object({
  corporationId: idOf('Corporation').describe('The corporation.'),
  role: partyRole.describe('What it does.'),
})

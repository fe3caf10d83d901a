import { builder } from '../../../kernel/graphql/builder.ts'
import { enumeration } from '../../../kernel/read/enumeration.ts'
import * as inputs from '../inputs.ts'

export const CollaborationStage = enumeration('CollaborationStage', {
  description: 'How closely corporations work together: the seven stages, from loose to one.',
  values: {
    VOLUNTARY: '自主的な連携: study groups, exchange, joint events.',
    COUNCIL_JOINT: '社協での共同取組: through a liaison council, with shared rules or funds.',
    BUSINESS_ALLIANCE: '業務提携: by contract.',
    COLLABORATION_CORPORATION: '連携法人: as members of a certified 社会福祉連携推進法人.',
    BOARD_PARTICIPATION:
      '理事会参加・経営陣交代: support through the board. Seen by the parties alone, as all that follow.',
    BUSINESS_TRANSFER: '事業譲渡: a business goes over.',
    MERGER: '合併: the corporations become one.',
  },
})

export const TieStatus = enumeration('TieStatus', {
  description: 'How a tie stands.',
  values: {
    PROPOSED: 'Waits for the answer of a party.',
    STANDING: 'Every party has agreed, or the secretariat has recorded it.',
    OBJECTED: 'A party says that what the secretariat recorded is not so.',
    DECLINED: 'A party does not want it.',
    WITHDRAWN: 'Who proposed it took it back.',
    SUPERSEDED: 'Replaced before its first day by what amends it.',
  },
})

enumeration('TiePartyRole', {
  description: 'What a party does in a tie.',
  values: {
    EQUAL: 'Does the same as the others.',
    GIVING: 'Provides the service, sends the director, hands over the business, goes into the other.',
    TAKING: 'Receives it.',
  },
})

enumeration('TieAnswer', {
  description: 'What a party has said to a tie.',
  values: {
    WAITING: 'Nothing yet.',
    AGREED: 'It agrees.',
    DECLINED: 'It does not want it.',
    RECORDED: 'Nothing; the secretariat has recorded it.',
    OBJECTED: 'That what was recorded is not so.',
  },
})

enumeration('TieEvidenceKind', {
  description: 'What kind of paper shows a tie.',
  values: {
    CONTRACT: 'A contract (契約書).',
    MEMORANDUM: 'A memorandum (覚書・協定書).',
    RULES: 'The rules of a network (会則).',
    CERTIFICATE: 'A certificate (認定書).',
    RESOLUTION: 'A resolution or minutes (議決・議事録).',
    NOTICE: 'An approval or notice of an authority (所轄庁の認可・通知).',
    OTHER: 'Another paper.',
  },
})

enumeration('TieAct', {
  description: 'What was done with a tie.',
  values: {
    PROPOSED: 'A corporation asked for it.',
    RECORDED: 'The secretariat wrote it down from a paper.',
    AGREED: 'A party agreed.',
    DECLINED: 'A party declined.',
    OBJECTED: 'A party objected.',
    WITHDRAWN: 'It was taken back.',
    AMENDED: 'Other terms were proposed, as a tie of their own.',
    ENDED: 'It got its last day.',
    CARRIED: 'A party was merged or dissolved; its successor follows.',
  },
})

export const FeeUnit = enumeration('FeeUnit', {
  description: 'Per what a fee is paid.',
  values: {
    YEAR: 'For a whole year.',
    MONTH: 'For a whole month.',
    DAY: 'For a single day.',
    HOUR: 'For a single hour.',
    PERSON: 'For a person, or a meal.',
    CASE: 'For a single case.',
    ONCE: 'Once and for all.',
  },
})

/** An enum that stands in the terms of a stage. */
const ofTerms = <const V extends Readonly<Record<string, string>>>(
  name: string,
  description: string,
  values: V,
) =>
  builder.enumType(name, {
    description,
    values: Object.fromEntries(
      Object.entries(values).map(([value, text]) => [value, { description: text }]),
    ) as Record<keyof V & string, { description: string }>,
  })

export const TieRenewal = ofTerms(
  'TieRenewal',
  'What happens at the end of a contract’s term.',
  inputs.renewalKinds,
)
export const TiePersonalData = ofTerms(
  'TiePersonalData',
  'How a contract handles personal data.',
  inputs.personalDataKinds,
)
export const CollaborationBusiness = ofTerms(
  'CollaborationBusiness',
  'One of the six 社会福祉連携推進業務.',
  inputs.businessKinds,
)
export const BoardParticipation = ofTerms(
  'BoardParticipation',
  'How one corporation supports another through its board.',
  inputs.boardForms,
)
export const SubsidyDisposal = ofTerms(
  'SubsidyDisposal',
  'How the approval of 補助財産処分 stands.',
  inputs.subsidyStates,
)
export const UserConsent = ofTerms(
  'UserConsent',
  'Whether users and families have agreed.',
  inputs.consentStates,
)
export const MergerForm = ofTerms('MergerForm', 'Into what corporations merge.', inputs.mergerForms)
export const MergerStep = ofTerms('MergerStep', 'A step of a merger.', inputs.mergerSteps)

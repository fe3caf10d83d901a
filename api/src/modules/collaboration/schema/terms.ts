import type { ShapeFromTypeParam, TypeParam } from '@pothos/core'
import { builder } from '../../../kernel/graphql/builder.ts'
import type { BuilderTypes } from '../../../kernel/read/pothos.ts'
import * as enums from './enums.ts'

/** The terms of a tie as they are kept: what nobody has said is not there. Days are `YYYY-MM-DD`. */
export type StoredTerms = Readonly<Record<string, unknown>>

type Field = readonly [type: TypeParam<BuilderTypes>, description: string]

/** The terms of one stage. Everything may be missing but what rules/stages.ts requires. */
const termsOf = (name: string, description: string, fields: Readonly<Record<string, Field>>) =>
  builder.objectRef<StoredTerms>(name).implement({
    description: `${description} Seen by the parties and, where it is not confidential, by the network’s officers and the operator.`,
    fields: (t) =>
      Object.fromEntries(
        Object.entries(fields).map(([field, [type, text]]) => [
          field,
          t.field({
            type,
            nullable: true,
            description: text,
            // Judged by inputs.ts when it was written, which says the same as this list.
            resolve: (terms) => (terms[field] ?? null) as ShapeFromTypeParam<BuilderTypes, typeof type, true>,
          }),
        ]),
      ),
  })

const MergerStepTaken = termsOf('MergerStepTaken', 'A step of a merger and its day.', {
  step: [enums.MergerStep, 'Which step.'],
  on: ['Date', 'When it was taken, or is to be.'],
})

export const VoluntaryTerms = termsOf('VoluntaryTerms', 'What 自主的な連携 is about.', {
  theme: ['String', 'What is learned or done together.'],
  frequency: ['String', 'How often.'],
  participants: ['String', 'Who takes part, by office.'],
  contact: ['String', 'Which office to ask.'],
})
export const CouncilJointTerms = termsOf('CouncilJointTerms', 'What 社協での共同取組 is about.', {
  activity: ['String', 'What is done together.'],
  rules: ['String', 'The 会則 and its clause.'],
  duesYen: ['Int', 'What a member pays in a year, yen.'],
  fund: ['Boolean', 'Whether there is a shared fund.'],
  cases: ['String', 'How cases are recorded.'],
})
export const AllianceTerms = termsOf('AllianceTerms', 'What a contract of 業務提携 says.', {
  service: ['String', 'What is provided.'],
  scope: ['String', 'What belongs to it and what does not.'],
  feeYen: ['Int', 'The fee including tax, yen; null if there is none.'],
  feePer: [enums.FeeUnit, 'Per what the fee is paid.'],
  renewal: [enums.TieRenewal, 'What happens at the end of the term.'],
  noticeDays: ['Int', 'Days before the end by which notice is given.'],
  confidentiality: ['Boolean', 'Whether there is a clause on confidentiality.'],
  personalData: [enums.TiePersonalData, 'How personal data is handled.'],
  measures: ['String', 'By what is seen whether it goes well.'],
  termination: ['String', 'How it is ended before its term.'],
})
export const CollaborationTerms = termsOf('CollaborationTerms', 'Which 社会福祉連携推進法人 it is.', {
  name: ['String', 'Name of the corporation.'],
  certificateNumber: ['String', 'Number of its certificate.'],
  certifiedOn: ['Date', 'Day of the certificate.'],
  authority: ['String', 'The certifying authority (認定所轄庁).'],
  businesses: [[enums.CollaborationBusiness], 'Which of the six 業務 it does.'],
})
export const BoardTerms = termsOf('BoardTerms', 'How one corporation supports another through its board.', {
  form: [enums.BoardParticipation, 'How it supports the other.'],
  seats: ['Int', 'Number of seats.'],
  termEndsOn: ['Date', 'Last day of the term of office.'],
  conflictChecked: ['Boolean', 'Conflicts of interest were looked into.'],
  resolution: ['String', 'The resolution of the 評議員会.'],
  purpose: ['String', 'What it is for.'],
})
export const TransferTerms = termsOf('TransferTerms', 'What a 事業譲渡 moves, and how it stands.', {
  transferOn: ['Date', 'Day of the transfer (譲渡日).'],
  offices: ['String', 'Which 事業所 are moved.'],
  assets: ['String', 'Which assets are moved.'],
  staff: ['String', 'What becomes of the staff.'],
  consent: [enums.UserConsent, 'Whether users and families have agreed.'],
  designatedOn: ['Date', 'Day of the new 指定.'],
  abolishedOn: ['Date', 'Day of the 廃止 of the old one.'],
  subsidy: [enums.SubsidyDisposal, 'How the approval of 補助財産処分 stands.'],
  subsidyApprovedOn: ['Date', 'Day of that approval.'],
  priceBasis: ['String', 'How the price was found.'],
})
export const MergerTerms = termsOf('MergerTerms', 'How a merger is done, and how far it is.', {
  form: [enums.MergerForm, 'Into what they merge.'],
  steps: [[MergerStepTaken], 'Which steps were taken or are planned.'],
})

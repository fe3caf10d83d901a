import { RuleProblem } from '../../../kernel/problems.ts'

export type NetworkKind = 'COUNCIL_LED' | 'CORPORATION_LED' | 'COLLABORATION_PROMOTION_CORPORATION' | 'OTHER'

/** What a network has, as far as its kind asks for it. */
export interface NetworkFacts {
  readonly name: string
  /** A version of its rulebook is in force. */
  readonly rulebook: boolean
  readonly secretariatBody: boolean
  readonly municipality: boolean
  readonly committees: number
  readonly hubCorporation: boolean
  /** 業務提携 contracts of the hub with other members that are in force. */
  readonly hubContracts: number
  readonly legalForm: boolean
  readonly certificate: boolean
  readonly areas: number
  readonly approvedPolicy: boolean
  readonly businesses: number
  /** People in office today. */
  readonly directors: number
  readonly auditors: number
  readonly evaluationCouncil: number
  /** The evaluation of the last whole fiscal year; true also where none is due yet. */
  readonly evaluated: boolean
}

export type MissingCode =
  | 'RULEBOOK'
  | 'SECRETARIAT_BODY'
  | 'MUNICIPALITY'
  | 'COMMITTEES'
  | 'HUB_CORPORATION'
  | 'HUB_CONTRACTS'
  | 'LEGAL_FORM'
  | 'NAME'
  | 'CERTIFICATE'
  | 'AREA'
  | 'APPROVED_POLICY'
  | 'BUSINESSES'
  | 'DIRECTORS'
  | 'AUDITORS'
  | 'EVALUATION_COUNCIL'
  | 'EVALUATION'

/** Something that is compulsory and lacking. */
export interface Missing {
  readonly code: MissingCode
  /** How many there are and must be, where it is a number. */
  readonly have: number | null
  readonly least: number | null
  /** False = 未確認: the rule behind it has not been held against its source. */
  readonly confirmed: boolean
}

/** A 社会福祉連携推進法人 carries these words in its name. */
const PROMOTION_CORPORATION = '社会福祉連携推進法人'

/** From memory of the law (未確認): so many people at least. */
const LEAST = { directors: 6, auditors: 2, evaluationCouncil: 3 } as const

const lacking = (code: MissingCode, there: boolean, confirmed = true): Missing[] =>
  there ? [] : [{ code, have: null, least: null, confirmed }]

const tooFew = (code: MissingCode, have: number, least: number): Missing[] =>
  have >= least ? [] : [{ code, have, least, confirmed: false }]

const ofKind: Readonly<Record<NetworkKind, (facts: NetworkFacts) => Missing[]>> = {
  COUNCIL_LED: (facts) => [
    ...lacking('RULEBOOK', facts.rulebook),
    ...lacking('SECRETARIAT_BODY', facts.secretariatBody),
    ...lacking('MUNICIPALITY', facts.municipality),
    ...lacking('COMMITTEES', facts.committees > 0),
  ],
  CORPORATION_LED: (facts) => [
    ...lacking('RULEBOOK', facts.rulebook),
    ...lacking('HUB_CORPORATION', facts.hubCorporation),
    ...lacking('HUB_CONTRACTS', facts.hubContracts > 0),
  ],
  COLLABORATION_PROMOTION_CORPORATION: (facts) => [
    ...lacking('NAME', fitsName('COLLABORATION_PROMOTION_CORPORATION', facts.name), false),
    ...lacking('RULEBOOK', facts.rulebook),
    ...lacking('CERTIFICATE', facts.certificate),
    ...lacking('AREA', facts.areas > 0),
    ...lacking('APPROVED_POLICY', facts.approvedPolicy),
    ...lacking('BUSINESSES', facts.businesses > 0),
    ...tooFew('DIRECTORS', facts.directors, LEAST.directors),
    ...tooFew('AUDITORS', facts.auditors, LEAST.auditors),
    ...tooFew('EVALUATION_COUNCIL', facts.evaluationCouncil, LEAST.evaluationCouncil),
    ...lacking('EVALUATION', facts.evaluated, false),
  ],
  OTHER: (facts) => [...lacking('RULEBOOK', facts.rulebook), ...lacking('LEGAL_FORM', facts.legalForm)],
}

/** What is compulsory for a network of a kind and lacking. */
export const missingFor = (kind: NetworkKind, facts: NetworkFacts): Missing[] => ofKind[kind](facts)

const fitsName = (kind: NetworkKind, name: string): boolean =>
  kind !== 'COLLABORATION_PROMOTION_CORPORATION' || name.includes(PROMOTION_CORPORATION)

/** Refuses a name that does not fit the kind, or an invented network that does not say so. */
export function checkName(kind: NetworkKind, name: string, sample: boolean): void {
  if (!fitsName(kind, name))
    throw new RuleProblem('NAME_LACKS_PROMOTION_CORPORATION', 'The name must contain 社会福祉連携推進法人.')
  if (name.includes('見本') !== sample)
    throw new RuleProblem(
      'SAMPLE_NETWORK_MARKED',
      '見本 stands in the names of invented networks, and of no others.',
    )
}

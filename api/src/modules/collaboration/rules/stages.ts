import type {
  CollaborationStage as Stage,
  PlatformKind,
  TieEvidenceKind,
  TiePartyRole,
} from '../../../generated/prisma/enums.ts'
import type { Issue } from '../../../kernel/problems.ts'

// proposed ──agreeTie by every party──▶ standing ──endTie──▶ over on its last day
//    ├──declineTie──▶ declined             ▲  │ objectToTie (of what the secretariat recorded)
//    └──withdrawTie──▶ withdrawn   agreeTie└──▼ objected
// recordTie (a network's secretariat, below 理事会参加) ──▶ standing
// amendTie makes a tie of its own, which ends or supersedes the old one on the day it begins to stand.

/** The seven stages of the seed, from loose to one. Their order is that of the database's enum. */
export const STAGES = [
  'VOLUNTARY',
  'COUNCIL_JOINT',
  'BUSINESS_ALLIANCE',
  'COLLABORATION_CORPORATION',
  'BOARD_PARTICIPATION',
  'BUSINESS_TRANSFER',
  'MERGER',
] as const satisfies readonly Stage[]

/** From 理事会参加 upward, talks are the parties' own. */
const CONFIDENTIAL: ReadonlySet<Stage> = new Set(['BOARD_PARTICIPATION', 'BUSINESS_TRANSFER', 'MERGER'])

export const isConfidential = (stage: Stage): boolean => CONFIDENTIAL.has(stage)

/** Stages that a network may know of. */
export const OPEN_STAGES: Stage[] = STAGES.filter((stage) => !isConfidential(stage))

/** At which stage the members of a network work together by their membership alone. */
export function stageOfMembers(kind: PlatformKind): Stage {
  switch (kind) {
    case 'COUNCIL_LED':
      return 'COUNCIL_JOINT'
    case 'COLLABORATION_PROMOTION_CORPORATION':
      return 'COLLABORATION_CORPORATION'
    case 'CORPORATION_LED':
    case 'OTHER':
      return 'VOLUNTARY'
  }
}

/** What the terms of a stage must say. The database refuses terms that lack one of them. */
export const REQUIRED: Readonly<Record<Stage, readonly string[]>> = {
  VOLUNTARY: ['theme'],
  COUNCIL_JOINT: ['activity'],
  BUSINESS_ALLIANCE: ['service', 'scope', 'renewal', 'confidentiality', 'personalData', 'termination'],
  COLLABORATION_CORPORATION: ['name', 'authority', 'businesses'],
  BOARD_PARTICIPATION: ['form', 'seats', 'conflictChecked', 'resolution', 'purpose'],
  BUSINESS_TRANSFER: ['transferOn', 'subsidy', 'priceBasis'],
  MERGER: ['form', 'steps'],
}

/** Where the terms of a stage stand in an input. */
export const TERMS_OF = {
  VOLUNTARY: 'voluntary',
  COUNCIL_JOINT: 'councilJoint',
  BUSINESS_ALLIANCE: 'alliance',
  COLLABORATION_CORPORATION: 'collaboration',
  BOARD_PARTICIPATION: 'board',
  BUSINESS_TRANSFER: 'transfer',
  MERGER: 'merger',
} as const satisfies Record<Stage, string>

/** Steps of a merger in the order they are taken [C: mitsukijapan]. */
const MERGER_STEPS = [
  'CONFIDENTIALITY',
  'BASIC_AGREEMENT',
  'OFFICERS',
  'CONTRACT',
  'DISCLOSURE',
  'COUNCILORS',
  'APPROVAL',
  'CREDITORS',
  'REGISTRATION',
] as const

/** What is judged of a tie that somebody writes. Days are `YYYY-MM-DD`. */
export interface TieDraft {
  readonly stage: Stage
  readonly validFrom: string
  readonly validTo: string | null
  readonly roles: readonly TiePartyRole[]
  readonly evidence: readonly { readonly kind: TieEvidenceKind }[]
  readonly facilities: number
  readonly isRecorded: boolean
  /** The terms of each stage that were given, by their place in the input. */
  readonly terms: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  /** Months for which creditors may speak up before a merger is registered; null = not known on that day. */
  readonly creditorMonths: number | null
}

const issue = (code: string, message: string, ...path: string[]): Issue => ({ path, code, message })

/** Everything that keeps a tie from being written; nothing if it may be. */
export function judgeTie(draft: TieDraft): Issue[] {
  return [
    ...judgeDays(draft),
    ...judgeParties(draft),
    ...judgeEvidence(draft),
    ...judgeTerms(draft),
    ...judgeFacilities(draft),
  ]
}

const judgeDays = ({ validFrom, validTo }: TieDraft): Issue[] =>
  validTo !== null && validTo < validFrom ? [issue('ENDS_BEFORE', 'ends before it begins', 'validTo')] : []

/** Who must give and who must take, where the stage is no work of equals. */
function judgeParties({ stage, roles, terms }: TieDraft): Issue[] {
  const count = (role: TiePartyRole) => roles.filter((one) => one === role).length
  const wrong = [issue('WRONG_ROLES', 'the parts of the parties do not fit the stage', 'ownRole')]
  if (roles.length < 2) return [issue('TOO_FEW_PARTIES', 'needs another party', 'others')]
  const [equal, giving, taking] = [count('EQUAL'), count('GIVING'), count('TAKING')]
  switch (stage) {
    case 'VOLUNTARY':
    case 'COUNCIL_JOINT':
    case 'COLLABORATION_CORPORATION':
      return giving + taking > 0 ? wrong : []
    // Several may buy from one, or all do the same for each other.
    case 'BUSINESS_ALLIANCE':
      return equal === roles.length || (giving === 1 && taking === roles.length - 1) ? [] : wrong
    case 'BOARD_PARTICIPATION':
    case 'BUSINESS_TRANSFER':
      return roles.length === 2 && giving === 1 && taking === 1 ? [] : wrong
    // 吸収合併: all go into one. 新設合併: all go into a new one, which is no party yet.
    case 'MERGER':
      return terms.merger?.form === 'NEW_CORPORATION'
        ? giving === roles.length
          ? []
          : wrong
        : taking === 1 && giving === roles.length - 1
          ? []
          : wrong
  }
}

/** Contracts and what follows them rest on a paper; so does whatever the secretariat records of others. */
function judgeEvidence({ stage, evidence, isRecorded }: TieDraft): Issue[] {
  const missing = [issue('EVIDENCE_MISSING', 'needs a paper that shows it', 'evidence')]
  if (isRecorded && evidence.length === 0) return missing
  switch (stage) {
    case 'VOLUNTARY':
    case 'COUNCIL_JOINT':
      return []
    case 'COLLABORATION_CORPORATION':
      return evidence.some(({ kind }) => kind === 'CERTIFICATE' || kind === 'NOTICE') ? [] : missing
    case 'BUSINESS_ALLIANCE':
      return evidence.some(({ kind }) => kind === 'CONTRACT' || kind === 'MEMORANDUM') ? [] : missing
    // Talks come before their papers.
    case 'BOARD_PARTICIPATION':
    case 'BUSINESS_TRANSFER':
    case 'MERGER':
      return []
  }
}

function judgeTerms(draft: TieDraft): Issue[] {
  const { stage, terms } = draft
  const place = TERMS_OF[stage]
  const foreign = Object.keys(terms).filter((other) => other !== place)
  const own = terms[place]
  return [
    ...foreign.map((other) => issue('WRONG_STAGE', 'belongs to another stage', other)),
    ...(own
      ? requiredOf(stage, own).map((field) => issue('REQUIRED', 'is needed at this stage', place, field))
      : [issue('REQUIRED', 'is needed at this stage', place)]),
    ...(own ? judgeContents(draft, own) : []),
  ]
}

const isMissing = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** What the terms of a stage lack, with what one answer makes necessary. */
export function requiredOf(stage: Stage, terms: Readonly<Record<string, unknown>>): string[] {
  const further: (readonly [boolean, string])[] = [
    [terms.renewal === 'AUTOMATIC', 'noticeDays'],
    [!isMissing(terms.feeYen), 'feePer'],
    [terms.subsidy === 'APPROVED', 'subsidyApprovedOn'],
  ]
  return [...REQUIRED[stage], ...further.filter(([applies]) => applies).map(([, field]) => field)].filter(
    (field) => isMissing(terms[field]),
  )
}

function judgeContents(
  { stage, validTo, creditorMonths }: TieDraft,
  terms: Readonly<Record<string, unknown>>,
): Issue[] {
  switch (stage) {
    case 'BUSINESS_ALLIANCE':
      return terms.renewal === 'AUTOMATIC' && validTo === null
        ? [issue('TERM_MISSING', 'what is renewed has a term', 'validTo')]
        : []
    // Whoever decides about money between two corporations and sits on both boards is out of the vote.
    case 'BOARD_PARTICIPATION':
      return terms.conflictChecked === false
        ? [
            issue(
              'CONFLICT_UNCHECKED',
              'conflicts of interest are looked into first',
              'board',
              'conflictChecked',
            ),
          ]
        : []
    case 'MERGER':
      return judgeMerger(stepsIn(terms), creditorMonths)
    case 'VOLUNTARY':
    case 'COUNCIL_JOINT':
    case 'COLLABORATION_CORPORATION':
    case 'BUSINESS_TRANSFER':
      return []
  }
}

interface Step {
  readonly step: string
  readonly on: string
}

function stepsIn({ steps }: Readonly<Record<string, unknown>>): Step[] {
  return Array.isArray(steps) ? (steps as Step[]) : []
}

function judgeMerger(steps: readonly Step[], creditorMonths: number | null): Issue[] {
  const order = (step: string) => MERGER_STEPS.findIndex((one) => one === step)
  const sorted = steps.toSorted((one, other) => order(one.step) - order(other.step))
  if (new Set(steps.map(({ step }) => step)).size < steps.length)
    return [issue('STEP_TWICE', 'names a step twice', 'merger', 'steps')]
  if (sorted.some(({ on }, n) => n > 0 && on < (sorted[n - 1]?.on ?? '')))
    return [issue('STEPS_OUT_OF_ORDER', 'a step comes before the one it needs', 'merger', 'steps')]
  const dayOf = (step: string) => steps.find((one) => one.step === step)?.on
  const [notice, registration] = [dayOf('CREDITORS'), dayOf('REGISTRATION')]
  if (!notice || !registration || creditorMonths === null) return []
  return registration < monthsAfter(notice, creditorMonths)
    ? [issue('CREDITORS_TOO_SHORT', 'creditors have longer to speak up', 'merger', 'steps')]
    : []
}

/** The same day so many months later; the last of the month where there is none (民法143条2項). */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}

function judgeFacilities({ stage, facilities }: TieDraft): Issue[] {
  if (stage === 'BUSINESS_TRANSFER')
    return facilities === 0 ? [issue('REQUIRED', 'says what is moved', 'facilityIds')] : []
  return facilities > 0 ? [issue('WRONG_STAGE', 'only a transfer moves facilities', 'facilityIds')] : []
}

/** The eve of a day. */
const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)

/** What becomes of a tie when the one that amends it begins to stand: its last day, or null if it never came to hold. */
export const lastDayOfAmended = (old: { readonly validFrom: string }, successorFrom: string): string | null =>
  successorFrom > old.validFrom ? dayBefore(successorFrom) : null

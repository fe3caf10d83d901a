import type { CollaborationStage, TieEvidenceKind, TiePartyRole } from '../../generated/graphql.ts'
import { emptyDate, isoOf, type DateEntry } from '../../lib/dates.ts'
import { toDigits } from '../../lib/digits.ts'
import type { Outcome } from '../../lib/problems.ts'
import { STAGES, TERMS_OF } from './stages.ts'

/** How a field of the terms is typed. `choice`: its options in order; `choices`: several of them. */
export type TermField =
  | { name: string; kind: 'text' | 'long' | 'yen' | 'number' | 'date' | 'yesNo'; required?: true }
  | { name: string; kind: 'choice' | 'choices'; options: readonly string[]; required?: true }

const need = { required: true } as const
export const FEE_UNITS = ['YEAR', 'MONTH', 'DAY', 'HOUR', 'PERSON', 'CASE', 'ONCE'] as const

/** Steps of a merger in their order. */
export const MERGER_STEPS = [
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

/** What is asked at each stage; what the API requires is marked. */
export const FIELDS: Readonly<Record<CollaborationStage, readonly TermField[]>> = {
  VOLUNTARY: [
    { name: 'theme', kind: 'text', ...need },
    { name: 'frequency', kind: 'text' },
    { name: 'participants', kind: 'text' },
    { name: 'contact', kind: 'text' },
  ],
  COUNCIL_JOINT: [
    { name: 'activity', kind: 'long', ...need },
    { name: 'rules', kind: 'text' },
    { name: 'duesYen', kind: 'yen' },
    { name: 'fund', kind: 'yesNo' },
    { name: 'cases', kind: 'text' },
  ],
  BUSINESS_ALLIANCE: [
    { name: 'service', kind: 'text', ...need },
    { name: 'scope', kind: 'long', ...need },
    { name: 'feeYen', kind: 'yen' },
    { name: 'feePer', kind: 'choice', options: FEE_UNITS },
    { name: 'renewal', kind: 'choice', options: ['AUTOMATIC', 'BY_AGREEMENT', 'NONE'], ...need },
    { name: 'noticeDays', kind: 'number' },
    { name: 'confidentiality', kind: 'yesNo', ...need },
    { name: 'personalData', kind: 'choice', options: ['NOT_HANDLED', 'CLAUSE'], ...need },
    { name: 'measures', kind: 'text' },
    { name: 'termination', kind: 'text', ...need },
  ],
  COLLABORATION_CORPORATION: [
    { name: 'name', kind: 'text', ...need },
    { name: 'certificateNumber', kind: 'text' },
    { name: 'certifiedOn', kind: 'date' },
    { name: 'authority', kind: 'text', ...need },
    {
      name: 'businesses',
      kind: 'choices',
      options: ['COMMUNITY', 'DISASTER', 'MANAGEMENT', 'LOAN', 'STAFF', 'SUPPLIES'],
      ...need,
    },
  ],
  BOARD_PARTICIPATION: [
    { name: 'form', kind: 'choice', options: ['DIRECTOR', 'MANAGEMENT_CHANGED'], ...need },
    { name: 'seats', kind: 'number', ...need },
    { name: 'termEndsOn', kind: 'date' },
    { name: 'conflictChecked', kind: 'yesNo', ...need },
    { name: 'resolution', kind: 'text', ...need },
    { name: 'purpose', kind: 'text', ...need },
  ],
  BUSINESS_TRANSFER: [
    { name: 'transferOn', kind: 'date', ...need },
    { name: 'offices', kind: 'text' },
    { name: 'assets', kind: 'text' },
    { name: 'staff', kind: 'text' },
    { name: 'consent', kind: 'choice', options: ['NOT_ASKED', 'ASKING', 'PARTLY', 'ALL'] },
    { name: 'designatedOn', kind: 'date' },
    { name: 'abolishedOn', kind: 'date' },
    { name: 'subsidy', kind: 'choice', options: ['NONE', 'TO_APPLY', 'APPLIED', 'APPROVED'], ...need },
    { name: 'subsidyApprovedOn', kind: 'date' },
    { name: 'priceBasis', kind: 'text', ...need },
  ],
  MERGER: [{ name: 'form', kind: 'choice', options: ['ABSORPTION', 'NEW_CORPORATION'], ...need }],
}

type Typed = string | string[] | DateEntry
type Place = (typeof TERMS_OF)[CollaborationStage]

/** The form of a tie, as typed; the terms of each stage stand where the API's issues look for them. */
export interface TieValues extends Record<Place, Record<string, Typed>> {
  stage: CollaborationStage
  subject: string
  ownRole: TiePartyRole
  partners: string[]
  giving: string
  validFrom: DateEntry
  validTo: DateEntry
  evidenceKind: TieEvidenceKind | ''
  evidenceReference: string
  evidenceDated: DateEntry
  facilityIds: string[]
  note: string
  steps: Record<string, DateEntry>
}

/** A form on which nothing has been typed. Every field of every stage has a value, so that none is forgotten. */
export function emptyTie(stage: CollaborationStage): TieValues {
  const terms = Object.fromEntries(
    STAGES.map((one) => [
      TERMS_OF[one],
      Object.fromEntries(FIELDS[one].map((field) => [field.name, emptyOf(field)])),
    ]),
  ) as Record<Place, Record<string, Typed>>
  return {
    ...terms,
    stage,
    subject: '',
    ownRole: 'EQUAL',
    partners: [],
    giving: '',
    validFrom: emptyDate,
    validTo: emptyDate,
    evidenceKind: '',
    evidenceReference: '',
    evidenceDated: emptyDate,
    facilityIds: [],
    note: '',
    steps: Object.fromEntries(MERGER_STEPS.map((step) => [step, emptyDate])),
  }
}

function emptyOf({ kind }: TermField): Typed {
  if (kind === 'date') return emptyDate
  return kind === 'choices' ? [] : ''
}

/** What every command that writes a tie takes, from what was typed. */
export function contentsOf(values: TieValues, serviceId: string | undefined) {
  const { stage, evidenceKind, evidenceReference, evidenceDated } = values
  const reference = evidenceReference.trim()
  return {
    subject: values.subject,
    validFrom: isoOf(values.validFrom) ?? '',
    validTo: isoOf(values.validTo) ?? undefined,
    evidence:
      evidenceKind && reference
        ? [{ kind: evidenceKind, reference, datedOn: isoOf(evidenceDated) ?? undefined }]
        : undefined,
    facilityIds: stage === 'BUSINESS_TRANSFER' ? values.facilityIds : undefined,
    serviceId: stage === 'BUSINESS_ALLIANCE' ? serviceId : undefined,
    [TERMS_OF[stage]]: termsOf(values),
    idempotencyKey: crypto.randomUUID(),
  }
}

/** The terms of the chosen stage; what was left blank is left out. */
export function termsOf(values: TieValues): Record<string, unknown> {
  const { stage, steps } = values
  const terms = values[TERMS_OF[stage]]
  const given = FIELDS[stage].map((field) => [field.name, valueOf(field, terms[field.name] ?? '')] as const)
  const taken = MERGER_STEPS.flatMap((step) => {
    const on = isoOf(steps[step] ?? emptyDate)
    return on ? [{ step, on }] : []
  })
  return Object.fromEntries([
    ...given.filter(([, value]) => value !== undefined),
    ...(stage === 'MERGER' && taken.length > 0 ? [['steps', taken] as const] : []),
  ])
}

function valueOf({ kind }: TermField, typed: Typed): unknown {
  if (Array.isArray(typed)) return typed.length > 0 ? typed : undefined
  if (typeof typed !== 'string') return isoOf(typed) ?? undefined
  const words = typed.trim()
  if (words === '') return undefined
  switch (kind) {
    case 'yen':
    case 'number': {
      const number = Number(toDigits(words).replaceAll(',', ''))
      return Number.isInteger(number) ? number : undefined
    }
    case 'yesNo':
      return words === 'YES'
    default:
      return words
  }
}

/** Whom a corporation asks, and what each of them does then. */
export function partnersOf({ ownRole, partners, stage, merger }: TieValues) {
  const all = stage === 'MERGER' && merger.form === 'NEW_CORPORATION'
  const role: TiePartyRole = all ? 'GIVING' : ownRole === 'EQUAL' ? 'EQUAL' : 'TAKING'
  if (ownRole !== 'TAKING')
    return { ownRole, others: partners.map((corporationId) => ({ corporationId, role })) }
  // Who takes has one giver; in a merger all the others go into it.
  return {
    ownRole,
    others: partners.map((corporationId) => ({ corporationId, role: 'GIVING' as const })),
  }
}

/** The parties as a secretariat records them: all equal, or one who gives. */
export const recordedParties = ({ partners, giving }: TieValues) =>
  partners.map((corporationId) => ({
    corporationId,
    role:
      giving === ''
        ? ('EQUAL' as const)
        : corporationId === giving
          ? ('GIVING' as const)
          : ('TAKING' as const),
  }))

/** Where the form shows what the API says of a place that is no field of its own. */
const HOMES: Readonly<Record<string, string>> = {
  evidence: 'evidenceReference',
  others: 'partners',
  parties: 'partners',
  'merger.steps': 'steps.REGISTRATION',
}

/** Brings issues to the fields in which a person can settle them. */
export function rehomed<Payload>(outcome: Outcome<Payload>): Outcome<Payload> {
  if (outcome.kind !== 'refused' || outcome.problem.__typename !== 'ValidationProblem') return outcome
  const { problem } = outcome
  const issues = problem.issues.map((issue) => {
    const place = Object.keys(HOMES).find((prefix) => issue.path.join('.').startsWith(prefix))
    return place === undefined ? issue : { ...issue, path: (HOMES[place] ?? '').split('.') }
  })
  return { ...outcome, problem: { ...problem, issues } }
}

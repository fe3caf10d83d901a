import { describe, expect, it } from 'vitest'
import {
  isConfidential,
  judgeTie,
  lastDayOfAmended,
  monthsAfter,
  requiredOf,
  STAGES,
  stageOfMembers,
  TERMS_OF,
  type TieDraft,
} from './stages.ts'

type Stage = (typeof STAGES)[number]

/** For each stage terms that say what they must. */
const COMPLETE: Readonly<Record<Stage, Readonly<Record<string, unknown>>>> = {
  VOLUNTARY: { theme: '勉強会' },
  COUNCIL_JOINT: { activity: '備蓄' },
  BUSINESS_ALLIANCE: {
    service: '給食',
    scope: '平日の昼食',
    renewal: 'BY_AGREEMENT',
    confidentiality: true,
    personalData: 'NOT_HANDLED',
    termination: '90日前まで',
  },
  COLLABORATION_CORPORATION: { name: '見本つなぐ', authority: '見本県', businesses: ['STAFF'] },
  BOARD_PARTICIPATION: {
    form: 'DIRECTOR',
    seats: 1,
    conflictChecked: true,
    resolution: '第3号議案',
    purpose: '支援',
  },
  BUSINESS_TRANSFER: { transferOn: '2027-04-01', subsidy: 'NONE', priceBasis: '簿価' },
  MERGER: { form: 'ABSORPTION', steps: [{ step: 'CONFIDENTIALITY', on: '2026-10-01' }] },
}
const ROLES: Readonly<Record<Stage, TieDraft['roles']>> = {
  VOLUNTARY: ['EQUAL', 'EQUAL'],
  COUNCIL_JOINT: ['EQUAL', 'EQUAL'],
  BUSINESS_ALLIANCE: ['GIVING', 'TAKING'],
  COLLABORATION_CORPORATION: ['EQUAL', 'EQUAL', 'EQUAL'],
  BOARD_PARTICIPATION: ['GIVING', 'TAKING'],
  BUSINESS_TRANSFER: ['GIVING', 'TAKING'],
  MERGER: ['GIVING', 'TAKING'],
}
const PAPERS: Readonly<Partial<Record<Stage, TieDraft['evidence']>>> = {
  BUSINESS_ALLIANCE: [{ kind: 'CONTRACT' }],
  COLLABORATION_CORPORATION: [{ kind: 'CERTIFICATE' }],
}

const draft = (stage: Stage, over: Partial<TieDraft> = {}, terms: object = {}): TieDraft => ({
  stage,
  validFrom: '2026-04-01',
  validTo: null,
  roles: ROLES[stage],
  evidence: PAPERS[stage] ?? [],
  facilities: stage === 'BUSINESS_TRANSFER' ? 1 : 0,
  isRecorded: false,
  terms: { [TERMS_OF[stage]]: { ...COMPLETE[stage], ...terms } },
  creditorMonths: 2,
  ...over,
})

const said = (given: TieDraft) => judgeTie(given).map(({ path, code }) => `${path.join('.')} ${code}`)

describe('the stages', () => {
  it.each([
    ['VOLUNTARY', false],
    ['COUNCIL_JOINT', false],
    ['BUSINESS_ALLIANCE', false],
    ['COLLABORATION_CORPORATION', false],
    ['BOARD_PARTICIPATION', true],
    ['BUSINESS_TRANSFER', true],
    ['MERGER', true],
  ] as const)('%s is confidential: %s', (stage, confidential) => {
    expect(isConfidential(stage)).toBe(confidential)
  })

  it.each([
    ['COUNCIL_LED', 'COUNCIL_JOINT'],
    ['CORPORATION_LED', 'VOLUNTARY'],
    ['COLLABORATION_PROMOTION_CORPORATION', 'COLLABORATION_CORPORATION'],
    ['OTHER', 'VOLUNTARY'],
  ] as const)('members of a %s network are at %s', (kind, stage) => {
    expect(stageOfMembers(kind)).toBe(stage)
  })
})

describe('what a stage requires', () => {
  it.each(STAGES)('%s: complete terms are enough', (stage) => {
    expect(said(draft(stage))).toEqual([])
  })

  it.each(STAGES.flatMap((stage) => Object.keys(COMPLETE[stage]).map((field) => [stage, field] as const)))(
    '%s without %s is refused',
    (stage, field) => {
      const place = TERMS_OF[stage]
      expect(said(draft(stage, {}, { [field]: undefined }))).toContain(`${place}.${field} REQUIRED`)
      expect(requiredOf(stage, { ...COMPLETE[stage], [field]: '' })).toContain(field)
    },
  )

  it.each<[string, TieDraft, string[]]>([
    ['no terms at all', draft('VOLUNTARY', { terms: {} }), ['voluntary REQUIRED']],
    [
      'terms of another stage',
      draft('VOLUNTARY', { terms: { voluntary: { theme: 'x' }, merger: {} } }),
      ['merger WRONG_STAGE'],
    ],
    ['an end before the beginning', draft('VOLUNTARY', { validTo: '2026-03-31' }), ['validTo ENDS_BEFORE']],
    ['one day', draft('VOLUNTARY', { validTo: '2026-04-01' }), []],
    ['nobody else', draft('VOLUNTARY', { roles: ['EQUAL'] }), ['others TOO_FEW_PARTIES']],
    ['a giver among equals', draft('VOLUNTARY', { roles: ['EQUAL', 'GIVING'] }), ['ownRole WRONG_ROLES']],
    ['a contract of equals', draft('BUSINESS_ALLIANCE', { roles: ['EQUAL', 'EQUAL', 'EQUAL'] }), []],
    ['one hub for several', draft('BUSINESS_ALLIANCE', { roles: ['TAKING', 'GIVING', 'TAKING'] }), []],
    ['two hubs', draft('BUSINESS_ALLIANCE', { roles: ['GIVING', 'GIVING'] }), ['ownRole WRONG_ROLES']],
    [
      'a contract without its paper',
      draft('BUSINESS_ALLIANCE', { evidence: [] }),
      ['evidence EVIDENCE_MISSING'],
    ],
    [
      'a contract with the wrong paper',
      draft('BUSINESS_ALLIANCE', { evidence: [{ kind: 'RULES' }] }),
      ['evidence EVIDENCE_MISSING'],
    ],
    ['a contract by memorandum', draft('BUSINESS_ALLIANCE', { evidence: [{ kind: 'MEMORANDUM' }] }), []],
    [
      'a 連携法人 without certificate',
      draft('COLLABORATION_CORPORATION', { evidence: [{ kind: 'OTHER' }] }),
      ['evidence EVIDENCE_MISSING'],
    ],
    ['a record without a paper', draft('VOLUNTARY', { isRecorded: true }), ['evidence EVIDENCE_MISSING']],
    ['a record with one', draft('VOLUNTARY', { isRecorded: true, evidence: [{ kind: 'RULES' }] }), []],
    [
      'an automatic renewal without notice and term',
      draft('BUSINESS_ALLIANCE', {}, { renewal: 'AUTOMATIC' }),
      ['alliance.noticeDays REQUIRED', 'validTo TERM_MISSING'],
    ],
    [
      'an automatic renewal with both',
      draft('BUSINESS_ALLIANCE', { validTo: '2027-03-31' }, { renewal: 'AUTOMATIC', noticeDays: 0 }),
      [],
    ],
    ['a fee per nothing', draft('BUSINESS_ALLIANCE', {}, { feeYen: 1 }), ['alliance.feePer REQUIRED']],
    ['no clause on confidentiality', draft('BUSINESS_ALLIANCE', {}, { confidentiality: false }), []],
    [
      'a conflict nobody looked into',
      draft('BOARD_PARTICIPATION', {}, { conflictChecked: false }),
      ['board.conflictChecked CONFLICT_UNCHECKED'],
    ],
    [
      'three in a transfer',
      draft('BUSINESS_TRANSFER', { roles: ['GIVING', 'TAKING', 'TAKING'] }),
      ['ownRole WRONG_ROLES'],
    ],
    ['a transfer of nothing', draft('BUSINESS_TRANSFER', { facilities: 0 }), ['facilityIds REQUIRED']],
    [
      'an approval without its day',
      draft('BUSINESS_TRANSFER', {}, { subsidy: 'APPROVED' }),
      ['transfer.subsidyApprovedOn REQUIRED'],
    ],
    ['facilities in a merger', draft('MERGER', { facilities: 1 }), ['facilityIds WRONG_STAGE']],
    ['a merger into nobody', draft('MERGER', { roles: ['GIVING', 'GIVING'] }), ['ownRole WRONG_ROLES']],
    [
      'a merger into a new corporation',
      draft('MERGER', { roles: ['GIVING', 'GIVING', 'GIVING'] }, { form: 'NEW_CORPORATION' }),
      [],
    ],
    [
      'a merger into a new corporation and an old one',
      draft('MERGER', {}, { form: 'NEW_CORPORATION' }),
      ['ownRole WRONG_ROLES'],
    ],
  ])('%s', (_what, given, issues) => {
    expect(said(given)).toEqual(issues)
  })
})

describe('the steps of a merger', () => {
  const steps = (...taken: [step: string, on: string][]) => ({
    steps: taken.map(([step, on]) => ({ step, on })),
  })
  it.each<[string, object, number | null, string[]]>([
    [
      'in order, whatever the order they are named in',
      steps(['CONTRACT', '2026-06-01'], ['BASIC_AGREEMENT', '2026-05-01']),
      2,
      [],
    ],
    [
      'the contract before the basic agreement',
      steps(['BASIC_AGREEMENT', '2026-06-02'], ['CONTRACT', '2026-06-01']),
      2,
      ['merger.steps STEPS_OUT_OF_ORDER'],
    ],
    [
      'one twice',
      steps(['CONTRACT', '2026-06-01'], ['CONTRACT', '2026-07-01']),
      2,
      ['merger.steps STEP_TWICE'],
    ],
    ['two months for creditors', steps(['CREDITORS', '2026-12-31'], ['REGISTRATION', '2027-02-28']), 2, []],
    [
      'a day less',
      steps(['CREDITORS', '2026-12-31'], ['REGISTRATION', '2027-02-27']),
      2,
      ['merger.steps CREDITORS_TOO_SHORT'],
    ],
    ['nobody knows how long', steps(['CREDITORS', '2026-12-31'], ['REGISTRATION', '2027-01-01']), null, []],
    ['no registration yet', steps(['CREDITORS', '2026-12-31']), 2, []],
  ])('%s', (_what, terms, creditorMonths, issues) => {
    expect(said(draft('MERGER', { creditorMonths }, terms))).toEqual(issues)
  })

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2027-12-31', 2, '2028-02-29'],
    ['2026-11-15', 2, '2027-01-15'],
  ])('%s and %d months is %s', (from, months, until) => {
    expect(monthsAfter(from, months)).toBe(until)
  })
})

describe('a tie that is amended', () => {
  it.each([
    ['begins later', '2026-04-01', '2027-04-01', '2027-03-31'],
    ['begins on the next day', '2026-04-01', '2026-04-02', '2026-04-01'],
    ['begins on the same day', '2026-04-01', '2026-04-01', null],
    ['begins before', '2026-04-01', '2026-03-01', null],
  ])('ends on the eve if the other %s', (_when, validFrom, next, last) => {
    expect(lastDayOfAmended({ validFrom }, next)).toBe(last)
  })
})

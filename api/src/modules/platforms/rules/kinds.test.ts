import { describe, expect, it } from 'vitest'
import { RuleProblem } from '../../../kernel/problems.ts'
import { endsSoon, isAskedFor } from './due.ts'
import { dueDayOf, filingsOf, fiscalYearOf } from './filings.ts'
import { checkName, missingFor, type NetworkFacts, type NetworkKind } from './kinds.ts'
import { inFiscalOrder } from './months.ts'
import { missingOf } from './standing.ts'
import { templates } from './templates.ts'
import { termEnd } from './terms.ts'

const nothing: NetworkFacts = {
  name: '見本会',
  rulebook: false,
  secretariatBody: false,
  municipality: false,
  committees: 0,
  hubCorporation: false,
  hubContracts: 0,
  legalForm: false,
  certificate: false,
  areas: 0,
  approvedPolicy: false,
  businesses: 0,
  directors: 0,
  auditors: 0,
  evaluationCouncil: 0,
  evaluated: false,
}
const everything: NetworkFacts = {
  name: '社会福祉連携推進法人 見本会',
  rulebook: true,
  secretariatBody: true,
  municipality: true,
  committees: 1,
  hubCorporation: true,
  hubContracts: 1,
  legalForm: true,
  certificate: true,
  areas: 1,
  approvedPolicy: true,
  businesses: 1,
  directors: 6,
  auditors: 2,
  evaluationCouncil: 3,
  evaluated: true,
}

const compulsory: Readonly<Record<NetworkKind, readonly string[]>> = {
  COUNCIL_LED: ['RULEBOOK', 'SECRETARIAT_BODY', 'MUNICIPALITY', 'COMMITTEES'],
  CORPORATION_LED: ['RULEBOOK', 'HUB_CORPORATION', 'HUB_CONTRACTS'],
  COLLABORATION_PROMOTION_CORPORATION: [
    'NAME',
    'RULEBOOK',
    'CERTIFICATE',
    'AREA',
    'APPROVED_POLICY',
    'BUSINESSES',
    'DIRECTORS',
    'AUDITORS',
    'EVALUATION_COUNCIL',
    'EVALUATION',
  ],
  OTHER: ['RULEBOOK', 'LEGAL_FORM'],
}

describe('what is compulsory', () => {
  it.each(Object.entries(compulsory) as [NetworkKind, readonly string[]][])('for %s', (kind, codes) => {
    expect(missingFor(kind, nothing).map(({ code }) => code)).toEqual(codes)
    expect(missingFor(kind, everything)).toEqual([])
  })

  it('is counted, and what is from memory is marked 未確認', () => {
    const missing = missingFor('COLLABORATION_PROMOTION_CORPORATION', { ...everything, directors: 5 })
    expect(missing).toEqual([{ code: 'DIRECTORS', have: 5, least: 6, confirmed: false }])
  })

  it('is an evaluation only once a whole fiscal year was certified', () => {
    const stored = {
      ...everything,
      name: '社会福祉連携推進法人 見本会',
      kind: 'COLLABORATION_PROMOTION_CORPORATION' as const,
      secretariatBody: '',
      legalForm: '',
      version: {},
      officers: [
        ...Array.from({ length: 6 }, () => ({ office: '理事', organ: 'BOARD' })),
        ...Array.from({ length: 2 }, () => ({ office: '監事', organ: null })),
        ...Array.from({ length: 3 }, () => ({ office: '構成員', organ: 'EVALUATION_COUNCIL' })),
      ],
      certifiedOn: '2026-04-01',
      evaluated: [],
      filingRules: [],
      filings: [],
    }
    expect(missingOf(stored, '2026-11-23')).toEqual([])
    expect(missingOf(stored, '2027-04-01').map(({ code }) => code)).toEqual(['EVALUATION'])
    expect(missingOf({ ...stored, evaluated: [2026] }, '2027-04-01')).toEqual([])
  })
})

describe('names', () => {
  const codeOf = (kind: NetworkKind, name: string, sample: boolean) => {
    try {
      checkName(kind, name, sample)
      return '✓'
    } catch (error) {
      return error instanceof RuleProblem ? error.code : String(error)
    }
  }
  it.each([
    ['COUNCIL_LED', '見本連絡会', true, '✓'],
    ['COUNCIL_LED', '連絡会', true, 'SAMPLE_NETWORK_MARKED'],
    ['COUNCIL_LED', '見本連絡会', false, 'SAMPLE_NETWORK_MARKED'],
    ['COLLABORATION_PROMOTION_CORPORATION', '見本つなぐ', true, 'NAME_LACKS_PROMOTION_CORPORATION'],
    ['COLLABORATION_PROMOTION_CORPORATION', '社会福祉連携推進法人 見本つなぐ', true, '✓'],
  ] as const)('%s called %s (invented: %s): %s', (kind, name, sample, verdict) => {
    expect(codeOf(kind, name, sample)).toBe(verdict)
  })
})

describe('the filing calendar', () => {
  const rule = {
    code: 'ACCOUNTS',
    name: '計算書類等の届出',
    toWhom: '認定所轄庁',
    monthsAfterYearEnd: 3,
    confirmed: false,
    validFrom: '2022-04-01',
    validTo: null,
  }
  it('counts months after 31 March', () => {
    expect([dueDayOf(2025, 3), dueDayOf(2025, 1), dueDayOf(2023, 11)]).toEqual([
      '2026-06-30',
      '2026-04-30',
      '2025-02-28',
    ])
    expect(['2026-03-31', '2026-04-01'].map(fiscalYearOf)).toEqual([2025, 2026])
  })

  it('begins with the certificate, and what was handed in comes last', () => {
    expect(filingsOf([rule], [], null, '2026-11-23')).toEqual([])
    const years = (certifiedOn: string, done: number[] = []) =>
      filingsOf(
        [rule],
        done.map((fiscalYear) => ({ ruleCode: 'ACCOUNTS', fiscalYear, doneOn: '2026-06-20' })),
        certifiedOn,
        '2026-11-23',
      ).map(({ fiscalYear, doneOn }) => [fiscalYear, doneOn])
    expect(years('2024-04-01')).toEqual([
      [2025, null],
      [2026, null],
    ])
    expect(years('2026-04-01')).toEqual([[2026, null]])
    expect(years('2024-04-01', [2025])).toEqual([
      [2026, null],
      [2025, '2026-06-20'],
    ])
  })

  it('asks from 60 days before, and goes on when it is late', () => {
    expect(['2026-11-01', '2027-01-22', '2027-01-23'].map((due) => isAskedFor(due, '2026-11-23'))).toEqual([
      true,
      true,
      false,
    ])
  })
})

describe('terms of office', () => {
  it('end within 60 days or not', () => {
    const ends = ['2026-11-22', '2026-11-23', '2027-01-22', '2027-01-23', null]
    expect(ends.map((end) => endsSoon(end, '2026-11-23'))).toEqual([false, true, true, false, false])
  })

  it('are as long as the rulebook says', () => {
    const terms = [{ office: '会長', years: 2 }]
    expect(termEnd(terms, '会長', new Date('2026-05-01'))).toEqual(new Date('2028-04-30'))
    expect(termEnd(terms, '書記', new Date('2026-05-01'))).toBeNull()
  })
})

describe('patterns', () => {
  it.each(templates.map((template) => [template.code, template] as const))(
    '%s fits together',
    (_code, template) => {
      const names = template.committees.map(({ name }) => name)
      expect(new Set(names).size).toBe(names.length)
      // A committee stands below one that was named before it.
      const astray = template.committees.filter(
        ({ parent }, place) => parent !== undefined && !names.slice(0, place).includes(parent),
      )
      expect(astray).toEqual([])
      const roles = template.roles.map(({ name }) => name)
      expect(new Set(roles).size).toBe(roles.length)
      expect(template.yearPlan.every(({ month }) => month >= 1 && month <= 12)).toBe(true)
    },
  )

  it('tell the year from April on', () => {
    const months = inFiscalOrder([{ month: 3 }, { month: 4 }, { month: 12 }, { month: 1 }])
    expect(months.map(({ month }) => month)).toEqual([4, 12, 1, 3])
  })
})

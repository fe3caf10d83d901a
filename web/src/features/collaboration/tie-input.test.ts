import { describe, expect, it } from 'vitest'
import { toEntry } from '../../lib/dates.ts'
import { contentsOf, emptyTie, partnersOf, recordedParties, rehomed, termsOf } from './tie-input.ts'

describe('the form of a tie', () => {
  it('leaves out what was left blank, and everything of other stages', () => {
    const values = emptyTie('BUSINESS_ALLIANCE')
    values.voluntary.theme = '勉強会'
    values.alliance.service = ' 給食 '
    values.alliance.feeYen = '１,２００'
    values.alliance.confidentiality = 'YES'
    expect(termsOf(values)).toEqual({ service: '給食', feeYen: 1200, confidentiality: true })
    values.alliance.confidentiality = 'NO'
    expect(termsOf(values)).toMatchObject({ confidentiality: false })
  })

  it('sends a paper only with its kind and title', () => {
    const values = { ...emptyTie('VOLUNTARY'), evidenceReference: '議事録', validFrom: toEntry('2026-04-01') }
    expect(contentsOf(values, undefined)).toMatchObject({ evidence: undefined, validFrom: '2026-04-01' })
    expect(contentsOf({ ...values, evidenceKind: 'RESOLUTION' }, undefined).evidence).toEqual([
      { kind: 'RESOLUTION', reference: '議事録', datedOn: undefined },
    ])
  })

  it('lists the steps of a merger that have a day', () => {
    const values = emptyTie('MERGER')
    values.merger.form = 'ABSORPTION'
    values.steps.CONTRACT = toEntry('2026-12-01')
    expect(termsOf(values)).toEqual({ form: 'ABSORPTION', steps: [{ step: 'CONTRACT', on: '2026-12-01' }] })
  })

  it.each([
    ['EQUAL', 'EQUAL'],
    ['GIVING', 'TAKING'],
    ['TAKING', 'GIVING'],
  ] as const)('gives the others the part that fits %s', (ownRole, role) => {
    const values = { ...emptyTie('BUSINESS_ALLIANCE'), ownRole, partners: ['b'] }
    expect(partnersOf(values)).toEqual({ ownRole, others: [{ corporationId: 'b', role }] })
  })

  it('lets all go into a new corporation', () => {
    const values = { ...emptyTie('MERGER'), ownRole: 'GIVING' as const, partners: ['b'] }
    values.merger.form = 'NEW_CORPORATION'
    expect(partnersOf(values).others).toEqual([{ corporationId: 'b', role: 'GIVING' }])
  })

  it('records all as equal, or one who gives', () => {
    const values = { ...emptyTie('VOLUNTARY'), partners: ['a', 'b'] }
    expect(recordedParties(values).map(({ role }) => role)).toEqual(['EQUAL', 'EQUAL'])
    expect(recordedParties({ ...values, giving: 'b' }).map(({ role }) => role)).toEqual(['TAKING', 'GIVING'])
  })

  it('shows what is wrong where a person can settle it', () => {
    const issues = [
      ['evidence', '0', 'reference'],
      ['merger', 'steps'],
      ['merger', 'form'],
    ].map((path) => ({ path, code: 'X', message: 'x' }))
    const outcome = rehomed({
      kind: 'refused',
      problem: { __typename: 'ValidationProblem', code: 'VALIDATION', message: '', issues },
    })
    expect(
      outcome.kind === 'refused' && outcome.problem.__typename === 'ValidationProblem'
        ? outcome.problem.issues.map(({ path }) => path.join('.'))
        : [],
    ).toEqual(['evidenceReference', 'steps.REGISTRATION', 'merger.form'])
  })
})

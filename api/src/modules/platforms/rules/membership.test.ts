import { describe, expect, it } from 'vitest'
import { RuleProblem } from '../../../kernel/problems.ts'
import { answersTo, checkOpen, checkSubmitted } from './applications.ts'
import { coversDay, overlap } from './days.ts'
import { checkAdmission, checkLeaving, classFor, newFaults, opensTo, ownVotes } from './membership.ts'

const day = (iso: string) => new Date(`${iso}T00:00:00Z`)
const codeOf = (run: () => unknown): string => {
  try {
    run()
    return '✓'
  } catch (error) {
    return error instanceof RuleProblem ? error.code : String(error)
  }
}

describe('kinds of member', () => {
  const classes = [
    { code: 'FULL', votes: 1, openTo: 'WELFARE_CORPORATIONS' as const },
    { code: 'SUPPORTER', votes: 0, openTo: 'OTHERS' as const },
    { code: 'ASSOCIATE', votes: 0, openTo: 'ALL' as const },
  ]
  it.each([
    ['FULL', 'GENERAL', '✓'],
    ['FULL', 'COUNCIL', '✓'],
    ['FULL', 'NOT_WELFARE', 'MEMBER_CLASS_NOT_OPEN'],
    ['SUPPORTER', 'NOT_WELFARE', '✓'],
    ['SUPPORTER', 'GENERAL', 'MEMBER_CLASS_NOT_OPEN'],
    ['ASSOCIATE', 'GENERAL', '✓'],
    ['ASSOCIATE', 'NOT_WELFARE', '✓'],
    ['NOBODY', 'GENERAL', 'MEMBER_CLASS_UNKNOWN'],
  ])('%s for a corporation of kind %s: %s', (code, kind, verdict) => {
    expect(codeOf(() => classFor(classes, code, kind))).toBe(verdict)
  })

  it('are open as the rulebook says', () => {
    expect(
      ['WELFARE_CORPORATIONS', 'OTHERS', 'ALL'].map((openTo) => opensTo({ openTo: openTo as 'ALL' }, true)),
    ).toEqual([true, false, true])
  })
})

describe('votes of a member’s own', () => {
  it.each([
    ['EQUAL', undefined, null, '✓'],
    ['EQUAL', 1, null, '✓'],
    ['EQUAL', 2, '定員による', 'VOTES_ARE_EQUAL'],
    ['WEIGHTED', 2, null, 'VOTES_NEED_A_BASIS'],
    ['WEIGHTED', 2, '定員による', '✓'],
  ] as const)('%s, %s votes on %s: %s', (weighting, votes, basis, verdict) => {
    expect(codeOf(() => ownVotes(weighting, { votes: 1 }, votes, basis))).toBe(verdict)
  })

  it('are not kept where they are the usual ones', () => {
    expect(ownVotes('WEIGHTED', { votes: 1 }, 1, '根拠')).toEqual({ votes: null, votesBasis: null })
  })
})

describe('faults of the votes', () => {
  const fault = { code: 'ONE_MEMBER_HOLDS_TOO_MANY_VOTES', memberId: 'a' }
  it('are new ones only, and none while a network is being founded', () => {
    expect(newFaults([], [fault], 1)).toEqual([])
    expect(newFaults([], [fault], 2)).toEqual([fault])
    expect(newFaults([fault], [fault], 5)).toEqual([])
    expect(newFaults([fault], [{ ...fault, memberId: 'b' }], 5)).toHaveLength(1)
  })
})

describe('an admission', () => {
  it.each([
    [null, undefined, '設立総会', '✓'],
    [null, 'd', null, '✓'],
    [null, undefined, null, 'ADMISSION_NEEDS_A_BASIS'],
    ['会則第6条', undefined, '事務局の判断', 'ADMISSION_TAKES_A_DECISION'],
    ['会則第6条', 'd', null, '✓'],
  ])('with clause %s, decision %s and basis %s: %s', (clause, decisionId, basis, verdict) => {
    expect(codeOf(() => checkAdmission(clause, { decisionId, basis }))).toBe(verdict)
  })
})

describe('leaving', () => {
  const term = { startsOn: day('2020-04-01'), endsOn: null }
  it.each([
    ['2026-11-23', '2026-12-23', 30, '✓'],
    ['2026-11-23', '2026-12-22', 30, 'LEAVING_TOO_SOON'],
    ['2026-11-01', '2026-12-01', 30, '✓'],
    ['2026-11-24', '2026-12-31', 30, 'NOTICE_IN_THE_FUTURE'],
    ['2020-03-01', '2020-03-31', 0, 'MEMBERSHIP_ENDS_BEFORE_START'],
    ['2026-11-23', '2026-11-23', 0, '✓'],
  ])('with notice on %s for the %s and %i days: %s', (noticeGivenOn, endsOn, noticeDays, verdict) => {
    const dates = { noticeGivenOn: day(noticeGivenOn), endsOn: day(endsOn) }
    expect(codeOf(() => checkLeaving(term, dates, noticeDays, day('2026-11-23')))).toBe(verdict)
  })

  it('is refused for who has left', () => {
    const over = { ...term, endsOn: day('2026-11-22') }
    const dates = { noticeGivenOn: day('2026-11-20'), endsOn: day('2026-12-31') }
    expect(codeOf(() => checkLeaving(over, dates, 0, day('2026-11-23')))).toBe('MEMBERSHIP_ENDED')
  })
})

describe('an application', () => {
  it('is decided while it waits for the network, and written to while it is open', () => {
    const states = ['INVITED', 'SUBMITTED', 'ADMITTED', 'DECLINED', 'WITHDRAWN'] as const
    const closed = 'APPLICATION_CLOSED'
    expect(states.map((state) => codeOf(() => checkSubmitted(state)))).toEqual([
      'INVITATION_NOT_ANSWERED_YET',
      '✓',
      closed,
      closed,
      closed,
    ])
    expect(states.map((state) => codeOf(() => checkOpen(state)))).toEqual(['✓', '✓', closed, closed, closed])
  })

  it('answers every compulsory question and keeps the question’s own words', () => {
    const questions = [
      { position: 1, text: '法人の種類', required: true },
      { position: 2, text: '希望の部会', required: false },
    ]
    expect(answersTo(questions, [{ position: 1, answer: ' NPO法人 ' }])).toEqual([
      { position: 1, question: '法人の種類', answer: 'NPO法人' },
    ])
    expect(codeOf(() => answersTo(questions, [{ position: 2, answer: '防災' }]))).toBe(
      'QUESTION_NOT_ANSWERED',
    )
    expect(codeOf(() => answersTo(questions, [{ position: 1, answer: '　 ' }]))).toBe('QUESTION_NOT_ANSWERED')
  })
})

describe('terms', () => {
  it('cover their first and last day and what lies between', () => {
    const term = { startsOn: day('2026-04-01'), endsOn: day('2026-04-30') }
    expect(
      ['2026-03-31', '2026-04-01', '2026-04-30', '2026-05-01'].map((on) => coversDay(term, day(on))),
    ).toEqual([false, true, true, false])
  })

  it('have days in common, or none', () => {
    const open = { startsOn: day('2026-04-01'), endsOn: null }
    expect(overlap(open, { startsOn: day('2026-01-01'), endsOn: day('2026-05-01') })).toEqual({
      startsOn: day('2026-04-01'),
      endsOn: day('2026-05-01'),
    })
    expect(overlap(open, { startsOn: day('2026-01-01'), endsOn: day('2026-03-31') })).toBeNull()
    expect(overlap(open, open)).toEqual(open)
  })
})

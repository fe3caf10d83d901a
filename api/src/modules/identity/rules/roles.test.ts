import { describe, expect, it } from 'vitest'
import { RuleProblem } from '../../../kernel/problems.ts'
import { coversDay, daysAfter, lastDayOfYearFrom } from './days.ts'
import { checkPlan, handOver } from './handovers.ts'
import { checkOpen, invitationExpiry, invitationState } from './invitations.ts'
import { checkEnd, checkNewRole, checkSuccession, checkWithdrawal } from './roles.ts'
import { checkTokenLife, endOfDayInJapan } from './tokens.ts'

const day = (iso: string) => new Date(iso)
const term = (startsOn: string, endsOn: string | null = null) => ({
  startsOn: day(startsOn),
  endsOn: endsOn === null ? null : day(endsOn),
})
const today = day('2026-11-23')

/** The code a rule refuses with, or null when it lets pass. */
function refusal(check: () => void): string | null {
  try {
    check()
    return null
  } catch (error) {
    if (error instanceof RuleProblem) return error.code
    throw error
  }
}

describe('days', () => {
  it.each([
    ['2026-04-01', '2027-03-31'],
    ['2028-02-29', '2029-02-28'],
    ['2027-03-01', '2028-02-29'],
  ])('the year that begins on %s ends on %s', (from, to) => {
    expect(lastDayOfYearFrom(day(from))).toEqual(day(to))
  })

  it('a day is one day long', () => {
    expect(daysAfter(day('2026-12-31'), 1)).toEqual(day('2027-01-01'))
    expect(coversDay(term('2026-11-23', '2026-11-23'), today)).toBe(true)
    expect(coversDay(term('2026-11-24'), today)).toBe(false)
    expect(coversDay(term('2020-01-01', '2026-11-22'), today)).toBe(false)
  })
})

describe('a new role', () => {
  it.each([
    ['FACILITY_STAFF', 'FACILITY', term('2026-11-23'), null],
    ['FACILITY_STAFF', 'FACILITY', term('2026-11-23', '2026-11-23'), null],
    ['FACILITY_STAFF', 'CORPORATION', term('2026-11-23'), 'ROLE_DOES_NOT_FIT_BODY'],
    ['FACILITY_STAFF', 'FACILITY', term('2026-11-22'), 'ROLE_STARTS_IN_THE_PAST'],
    ['FACILITY_STAFF', 'FACILITY', term('2026-12-02', '2026-12-01'), 'ROLE_ENDS_BEFORE_START'],
    ['PLATFORM_AUDITOR', 'PLATFORM', term('2026-12-01', '2027-11-30'), null],
    ['PLATFORM_AUDITOR', 'PLATFORM', term('2026-12-01', '2027-12-01'), 'AUDITOR_TERM_TOO_LONG'],
    ['PLATFORM_AUDITOR', 'PLATFORM', term('2026-12-01'), 'AUDITOR_TERM_TOO_LONG'],
  ] as const)('%s on a %s, %o → %s', (role, kind, days, code) => {
    expect(refusal(() => checkNewRole(role, { kind }, days, today))).toBe(code)
  })
})

describe('the end of a role', () => {
  it.each([
    ['today', term('2020-04-01'), '2026-11-23', null],
    ['at once', term('2020-04-01'), '2026-11-22', null],
    ['further back', term('2020-04-01'), '2026-11-21', 'ROLE_ENDS_IN_THE_PAST'],
    ['of one that began today, at once', term('2026-11-23'), '2026-11-22', 'ROLE_ENDS_BEFORE_START'],
    ['of one that has ended', term('2020-04-01', '2026-11-22'), '2026-12-31', 'ROLE_ALREADY_ENDED'],
    ['later than planned', term('2020-04-01', '2026-11-23'), '2027-03-31', null],
  ] as const)('%s → %s', (_, held, endsOn, code) => {
    expect(refusal(() => checkEnd('FACILITY_STAFF', held, day(endsOn), today))).toBe(code)
  })

  it('an auditor’s cannot be put off beyond a year', () => {
    const held = term('2026-04-01', '2027-03-31')
    expect(refusal(() => checkEnd('PLATFORM_AUDITOR', held, day('2027-04-01'), today))).toBe(
      'AUDITOR_TERM_TOO_LONG',
    )
  })

  it('can be taken back until the day it starts', () => {
    expect(refusal(() => checkWithdrawal(term('2026-11-23'), today))).toBeNull()
    expect(refusal(() => checkWithdrawal(term('2026-11-22'), today))).toBe('ROLE_ALREADY_STARTED')
  })
})

describe('somebody always looks after the people', () => {
  const after = day('2026-12-01')
  it.each([
    ['nobody else', 'CORPORATION_ADMIN', [], 'LAST_ADMINISTRATOR'],
    ['another without end', 'CORPORATION_ADMIN', [term('2020-04-01')], null],
    [
      'another who ends the day before',
      'CORPORATION_ADMIN',
      [term('2020-04-01', '2026-11-30')],
      'LAST_ADMINISTRATOR',
    ],
    ['another who begins that day', 'PLATFORM_SECRETARIAT', [term('2026-12-01')], null],
    ['another who begins a day later', 'PLATFORM_SECRETARIAT', [term('2026-12-02')], 'LAST_ADMINISTRATOR'],
    ['the last operator', 'SYSTEM_OPERATOR', [], 'LAST_ADMINISTRATOR'],
    ['the last director', 'FACILITY_DIRECTOR', [], null],
  ] as const)('%s', (_, role, others, code) => {
    expect(refusal(() => checkSuccession(role, others, after))).toBe(code)
  })
})

describe('an invitation', () => {
  const sent = day('2026-11-23T03:00:00Z')
  const open = { expiresAt: invitationExpiry(sent), acceptedAt: null, revokedAt: null }
  it.each([
    ['OPEN', null, open, '2026-11-30T02:59:59Z'],
    ['EXPIRED', 'INVITATION_EXPIRED', open, '2026-11-30T03:00:00Z'],
    ['REVOKED', 'INVITATION_REVOKED', { ...open, revokedAt: sent }, '2026-11-24T03:00:00Z'],
    ['ACCEPTED', 'INVITATION_ALREADY_ACCEPTED', { ...open, acceptedAt: sent }, '2026-12-24T03:00:00Z'],
  ] as const)('is %s', (state, code, facts, now) => {
    expect(invitationState(facts, day(now))).toBe(state)
    expect(refusal(() => checkOpen(facts, day(now)))).toBe(code)
  })
})

describe('a hand-over', () => {
  const plan = { fromUserId: 'a', toUserId: 'b', onDate: day('2027-04-01') }
  const held = { id: 'r', userId: 'a', ...term('2020-04-01') }
  it.each([
    ['from one to another', plan, held, null],
    ['to oneself', { ...plan, toUserId: 'a' }, held, 'HANDOVER_TO_ONESELF'],
    ['today', { ...plan, onDate: today }, held, 'HANDOVER_TOO_SOON'],
    ['of somebody else’s role', plan, { ...held, userId: 'c' }, 'HANDOVER_OF_ENDED_ROLE'],
    ['of a role that ends with the eve', plan, { ...held, endsOn: day('2027-03-31') }, null],
    [
      'of a role that ends before the eve',
      plan,
      { ...held, endsOn: day('2027-03-30') },
      'HANDOVER_OF_ENDED_ROLE',
    ],
  ] as const)('%s', (_, planned, role, code) => {
    expect(refusal(() => checkPlan(planned, [role], today))).toBe(code)
  })

  it.each([
    ['FACILITY_DIRECTOR', null, '2027-03-31', null],
    ['FACILITY_DIRECTOR', '2027-03-31', '2027-03-31', null],
    ['FACILITY_DIRECTOR', '2028-03-31', '2027-03-31', '2028-03-31'],
    ['FACILITY_DIRECTOR', '2027-01-31', '2027-01-31', null],
    ['PLATFORM_AUDITOR', '2027-03-31', '2027-03-31', '2028-03-31'],
  ] as const)(
    '%s until %s: the leaver ends on %s, the successor on %s',
    (role, endsOn, leaver, successor) => {
      expect(handOver(role, term('2026-04-01', endsOn), plan.onDate)).toEqual({
        leaverEndsOn: day(leaver),
        successor: term('2027-04-01', successor),
      })
    },
  )
})

describe('a token', () => {
  it.each([
    ['2026-11-23', null],
    ['2027-11-23', null],
    ['2027-11-24', 'TOKEN_LIVES_TOO_LONG'],
    ['2026-11-22', 'TOKEN_ENDS_IN_THE_PAST'],
  ])('until %s → %s', (lastDay, code) => {
    expect(refusal(() => checkTokenLife(day(lastDay), today))).toBe(code)
  })

  it('ends with its last day in Japan', () => {
    expect(endOfDayInJapan(day('2026-11-23'))).toEqual(new Date('2026-11-24T00:00:00+09:00'))
  })
})

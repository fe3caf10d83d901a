import { describe, expect, it } from 'vitest'
import { checkNotice, lastDayForNotice } from './notice.ts'
import { promotionCorporationRulebook } from './promotion-corporation-rulebook.ts'
import { organRule, type NoticeRule } from './rulebook.ts'

const statute = organRule(promotionCorporationRulebook, 'GENERAL_MEETING')?.notice
const board = organRule(promotionCorporationRulebook, 'BOARD')?.notice
const none: NoticeRule = {
  days: 0,
  daysIfWritten: 0,
  waivedByConsent: false,
  waivedIfWritten: false,
  clause: '見本の規約',
}

describe('full days lie between the notice and the meeting (中7日, 中14日)', () => {
  it.each([
    ['39条1項: a week', statute, '2026-06-26', false, '2026-06-18'],
    ['39条1項: two weeks with votes in writing', statute, '2026-06-26', true, '2026-06-11'],
    ['94条: a week for the board', board, '2026-06-26', true, '2026-06-18'],
    ['over the end of a month', statute, '2026-06-05', false, '2026-05-28'],
    ['over the end of a year', statute, '2027-01-05', true, '2026-12-21'],
    ['over the 29th of February', statute, '2028-03-05', false, '2028-02-26'],
    ['in a common year', statute, '2027-03-05', false, '2027-02-25'],
    ['no days asked for: the day before', none, '2026-06-26', false, '2026-06-25'],
  ])('%s', (_what, rule, heldOn, inWriting, lastDay) => {
    expect(lastDayForNotice(rule ?? none, heldOn, inWriting)).toBe(lastDay)
  })
})

describe('a notice that goes out', () => {
  it.each([
    ['on the last day', statute, '2026-06-18', false, 0, false],
    ['weeks before', statute, '2026-05-01', false, 0, false],
    ['a day late: everybody may consent (40条)', statute, '2026-06-19', false, 1, true],
    ['on the day of the meeting', statute, '2026-06-26', false, 8, true],
    [
      'a day late with votes in writing: no consent helps (40条ただし書)',
      statute,
      '2026-06-12',
      true,
      1,
      false,
    ],
    ['in time for those who are there, too late for votes in writing', statute, '2026-06-18', true, 7, false],
    ['a day late for the board (94条2項)', board, '2026-06-19', true, 1, true],
    ['late where nothing waives it', none, '2026-06-26', false, 1, false],
  ])('%s', (_what, rule, sentOn, inWriting, daysShort, needsConsent) => {
    expect(checkNotice(rule ?? none, { sentOn, heldOn: '2026-06-26', inWriting })).toMatchObject({
      daysShort,
      inTime: daysShort === 0,
      needsConsent,
    })
  })

  it('cites its clause', () => {
    const check = checkNotice(statute ?? none, {
      sentOn: '2026-06-18',
      heldOn: '2026-06-26',
      inWriting: false,
    })
    expect(check.clause).toBe('一般社団・財団法人法39条1項・40条')
  })
})

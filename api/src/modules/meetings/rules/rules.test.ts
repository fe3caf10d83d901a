import { describe, expect, it } from 'vitest'
import { itemNumbers } from './agenda.ts'
import { refusalOfBallot, type BallotRefusal, type Poll } from './ballot.ts'
import { channelOf } from './channel.ts'
import { fiscalYearOf } from './fiscal-year.ts'
import { isReminderDue } from './reminding.ts'
import { standingOf, type RollLine } from './standing.ts'
import { refusalOfTimes } from './times.ts'

const at = (text: string) => new Date(text)
const NOON = at('2026-12-03T03:00:00Z')

describe('how a voter takes part', () => {
  it.each([
    ['ASSEMBLY', null, null, 'ABSENT'],
    ['ASSEMBLY', 'ON_SITE', null, 'ABSENT'],
    ['ASSEMBLY', 'ONLINE', 'ON_SITE', 'ON_SITE'],
    ['ASSEMBLY', 'PROXY', null, 'PROXY'],
    ['ASSEMBLY', 'PROXY', 'ON_SITE', 'ON_SITE'],
    ['ASSEMBLY', 'WRITTEN', null, 'WRITTEN'],
    ['ASSEMBLY', 'WRITTEN', 'LEFT', 'LEFT'],
    ['ASSEMBLY', 'ABSENT', 'ONLINE', 'ONLINE'],
    ['WRITTEN', null, null, 'WRITTEN'],
    ['OMISSION', 'ABSENT', null, 'WRITTEN'],
  ] as const)('%s, answered %s, there %s: %s', (form, answer, presence, standing) => {
    expect(standingOf({ answer, presence }, form)).toBe(standing)
  })
})

describe('whether a ballot is taken', () => {
  const line = (given: Partial<RollLine> = {}): RollLine => ({
    id: 'a',
    votes: 1,
    suspended: false,
    answer: null,
    proxyHolderId: null,
    presence: 'ON_SITE',
    ...given,
  })
  const poll = (given: Partial<Poll> = {}): Poll => ({
    form: 'ASSEMBLY',
    state: 'VOTING',
    kind: 'RESOLUTION',
    votingUntil: null,
    answerBy: at('2026-12-02T08:00:00Z'),
    meetingOver: false,
    ...given,
  })
  const early = at('2026-12-01T00:00:00Z')
  const inWriting = { answer: 'WRITTEN', presence: null } as const

  it.each<[string, Partial<Poll>, Partial<RollLine>, boolean, Date, BallotRefusal | null]>([
    ['in the room, while the vote is open', {}, {}, false, NOON, null],
    ['online, while the vote is open', {}, { presence: 'ONLINE' }, false, NOON, null],
    ['by proxy, while the vote is open', {}, { presence: null, answer: 'PROXY' }, false, NOON, null],
    ['before the vote is open', { state: 'OPEN' }, {}, false, NOON, 'VOTE_NOT_OPEN_YET'],
    ['after the vote', { state: 'DECIDED' }, {}, false, NOON, 'VOTE_IS_CLOSED'],
    ['after its time, still open', { votingUntil: NOON }, {}, false, NOON, 'VOTE_IS_CLOSED'],
    ['a moment before its time', { votingUntil: at('2026-12-03T03:00:01Z') }, {}, false, NOON, null],
    ['on a report', { kind: 'REPORT', state: 'OPEN' }, {}, false, NOON, 'NOTHING_TO_VOTE_ON'],
    ['after leaving', {}, { presence: 'LEFT' }, false, NOON, 'VOTER_IS_NOT_THERE'],
    ['without being there', {}, { presence: null }, false, NOON, 'VOTER_IS_NOT_THERE'],
    ['excluded', {}, {}, true, NOON, 'VOTER_IS_EXCLUDED'],
    ['suspended', {}, { suspended: true }, false, NOON, 'VOTER_IS_SUSPENDED'],
    ['without a vote', {}, { votes: 0 }, false, NOON, 'VOTER_HAS_NO_VOTE'],
    ['in writing before the deadline', { state: 'UPCOMING' }, inWriting, false, early, null],
    [
      'in writing at the deadline',
      { state: 'UPCOMING' },
      inWriting,
      false,
      at('2026-12-02T08:00:00Z'),
      'WRITTEN_VOTES_ARE_CLOSED',
    ],
    ['in writing once the vote is open', {}, inWriting, false, NOON, 'WRITTEN_VOTES_ARE_CLOSED'],
    ['withdrawn', { state: 'WITHDRAWN' }, {}, false, NOON, 'VOTE_IS_CLOSED'],
    ['carried over', { state: 'CARRIED_OVER' }, {}, false, NOON, 'VOTE_IS_CLOSED'],
    ['after the meeting', { meetingOver: true }, {}, false, NOON, 'VOTE_IS_CLOSED'],
  ])('%s', (_case, item, voter, excluded, now, refusal) => {
    expect(refusalOfBallot(poll(item), line(voter), excluded, now)).toBe(refusal)
  })
})

it.each([
  ['PORTAL', true, 'PORTAL'],
  ['FAX', true, 'PORTAL'],
  ['FAX', false, 'FAX'],
  ['ROOM', false, 'ROOM'],
  ['PORTAL', false, null],
  ['LINK', false, null],
] as const)(
  'what is said to have come by %s, by its own people: %s, is written down as %s',
  (said, own, written) => {
    expect(channelOf(said, own)).toBe(written)
  },
)

it.each([
  ['2026-03-31', 2025],
  ['2026-04-01', 2026],
  ['2027-01-01', 2026],
])('%s lies in the fiscal year %i', (day, year) => {
  expect(fiscalYearOf(day)).toBe(year)
})

it('numbers items among those of their kind', () => {
  const items = [
    { id: 'a', kind: 'REPORT' },
    { id: 'b', kind: 'RESOLUTION' },
    { id: 'c', kind: 'RESOLUTION' },
    { id: 'd', kind: 'REPORT' },
  ] as const
  expect([...itemNumbers(items)]).toEqual([
    ['a', 1],
    ['b', 1],
    ['c', 2],
    ['d', 2],
  ])
})

it.each([
  ['ASSEMBLY', '2026-12-03T05:00Z', null, '2026-12-02T08:00Z', null],
  ['ASSEMBLY', '2026-12-03T05:00Z', '2026-12-03T05:00Z', '2026-12-02T08:00Z', 'ENDS_BEFORE_IT_BEGINS'],
  ['ASSEMBLY', '2026-12-03T05:00Z', null, '2026-12-03T05:01Z', 'ANSWERS_AFTER_THE_MEETING'],
  ['ASSEMBLY', '2026-12-03T05:00Z', null, '2026-12-03T05:00Z', null],
  ['WRITTEN', '2026-12-03T05:00Z', null, '2026-12-03T05:00Z', 'NO_TIME_TO_ANSWER'],
  ['WRITTEN', '2026-12-03T05:00Z', null, '2026-12-10T05:00Z', null],
] as const)('%s from %s to %s, answers by %s: %s', (form, startsAt, endsAt, answerBy, refusal) => {
  const times = { startsAt: at(startsAt), endsAt: endsAt && at(endsAt), answerBy: at(answerBy) }
  expect(refusalOfTimes(form, times)).toBe(refusal)
})

describe('reminding', () => {
  const answerBy = at('2026-12-10T08:00:00Z')
  it.each([
    ['four days before', '2026-12-06T08:00Z', null, false],
    ['three days before', '2026-12-07T08:00Z', null, true],
    ['two days before, reminded', '2026-12-08T08:00Z', '2026-12-07T15:05Z', false],
    ['two days before, not reminded', '2026-12-08T08:00Z', null, true],
    ['one day before, reminded once', '2026-12-09T08:00Z', '2026-12-07T15:05Z', true],
    ['one day before, reminded twice', '2026-12-09T20:00Z', '2026-12-09T15:05Z', false],
    ['after a stand-still: once', '2026-12-09T20:00Z', null, true],
    ['at the deadline', '2026-12-10T08:00Z', null, false],
  ])('%s', (_case, now, remindedAt, due) => {
    const noticeSentAt = at('2026-12-01T00:00:00Z')
    const meeting = { answerBy, noticeSentAt, remindedAt: remindedAt === null ? null : at(remindedAt) }
    expect(isReminderDue(meeting, at(now))).toBe(due)
  })

  it('leaves alone whoever has just had the notice', () => {
    const meeting = { answerBy, remindedAt: null, noticeSentAt: at('2026-12-08T00:00:00Z') }
    expect(isReminderDue(meeting, at('2026-12-08T15:05:00Z'))).toBe(false)
  })
})

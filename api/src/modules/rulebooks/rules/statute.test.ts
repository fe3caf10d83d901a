import { describe, expect, it } from 'vitest'
import { promotionCorporationRulebook as ready } from './promotion-corporation-rulebook.ts'
import type { Organ, OrganRule, Rulebook, Share, Threshold } from './rulebook.ts'
import { faultsAgainstStatute, STATUTE_FAULTS } from './statute.ts'
import { voluntaryRulebook } from './voluntary-rulebook.ts'

/** The ready rulebook with the rule of a body changed. */
const withOrgan = (organ: Organ, change: (rule: OrganRule) => Partial<OrganRule>): Rulebook => ({
  ...ready,
  organs: ready.organs.map((rule) => (rule.organ === organ ? { ...rule, ...change(rule) } : rule)),
})
const meeting = (change: (rule: OrganRule) => Partial<OrganRule>) => withOrgan('GENERAL_MEETING', change)
const board = (change: (rule: OrganRule) => Partial<OrganRule>) => withOrgan('BOARD', change)
const share = (numerator: number, denominator: number): Share => ({ numerator, denominator })

const eachThreshold =
  (change: (threshold: Threshold) => Partial<Threshold>) =>
  ({ resolutions, quorum }: OrganRule): Partial<OrganRule> => ({
    quorum: quorum.map((one) => ({ ...one, ...change(one) })),
    resolutions: resolutions.map((resolution) => ({
      ...resolution,
      majority: resolution.majority.map((one) => ({ ...one, ...change(one) })),
    })),
  })
const majorities = (change: (threshold: Threshold) => Partial<Threshold>) => (rule: OrganRule) => ({
  resolutions: eachThreshold(change)(rule).resolutions ?? [],
})
const terms = (office: string, years: number): Rulebook => ({
  ...ready,
  terms: ready.terms.map((term) => (term.office === office ? { ...term, years } : term)),
})

const law = '一般社団・財団法人法'
const certification = '社会福祉法127条（文言は未確認）'

/** What a 定款 says | the rules | what the statute objects to. */
const cases: readonly (readonly [string, Rulebook, readonly string[]])[] = [
  ['what the statute itself says', ready, []],
  // More than the statute, and less where it says so.
  ['49条1項: no quorum at all', meeting(() => ({ quorum: [] })), []],
  [
    '49条2項: three quarters of all votes',
    meeting(majorities((one) => (one.share.denominator === 3 ? { share: share(3, 4) } : {}))),
    [],
  ],
  [
    '39条1項: a notice of a month',
    meeting(({ notice }) => ({ notice: { ...notice, days: 30, daysIfWritten: 30 } })),
    [],
  ],
  [
    '51条: no vote in writing',
    meeting(({ written, counted, notice }) => ({
      written: { ...written, allowed: false },
      counted: { ...counted, written: false },
      notice: { ...notice, daysIfWritten: 7, waivedIfWritten: true },
    })),
    [],
  ],
  [
    '94条1項: a notice of three days for the board',
    board(({ notice }) => ({ notice: { ...notice, days: 3 } })),
    [],
  ],
  [
    '95条1項: two thirds of the directors',
    board(eachThreshold(() => ({ share: share(2, 3), reach: 'AT_LEAST' }))),
    [],
  ],
  ['95条1項: of all directors instead of those there', board(majorities(() => ({ base: 'ALL' }))), []],
  ['96条: no decision without a meeting', board(() => ({ omission: null })), []],
  ['66条: a term of a year', terms('理事', 1), []],
  // Less than the statute.
  ['no general meeting', { ...ready, organs: ready.organs.slice(1) }, [`BODY_MISSING ${law}35条`]],
  [
    'no board',
    { ...ready, organs: ready.organs.filter(({ organ }) => organ !== 'BOARD') },
    [`BODY_MISSING ${certification}`],
  ],
  [
    'officers in the general meeting',
    meeting(() => ({ voters: 'OFFICERS' })),
    [`WRONG_VOTERS ${law}48条1項`],
  ],
  ['members in the board', board(() => ({ voters: 'MEMBERS' })), [`WRONG_VOTERS ${law}95条1項`]],
  [
    '39条1項: six days',
    meeting(({ notice }) => ({ notice: { ...notice, days: 6 } })),
    [`NOTICE_TOO_SHORT ${law}39条1項`],
  ],
  [
    '39条1項: a week although it is voted in writing',
    meeting(({ notice }) => ({ notice: { ...notice, daysIfWritten: 13 } })),
    [`NOTICE_TOO_SHORT ${law}39条1項`],
  ],
  [
    '40条: cut short although it is voted in writing',
    meeting(({ notice }) => ({ notice: { ...notice, waivedIfWritten: true } })),
    [`NOTICE_WAIVED_IN_WRITING ${law}40条ただし書`],
  ],
  [
    '50条: no proxies',
    meeting(({ proxy, counted }) => ({
      proxy: { ...proxy, allowed: false },
      counted: { ...counted, proxy: false },
    })),
    [`PROXIES_KEPT_OUT ${law}50条`],
  ],
  [
    '50条: proxies that do not count',
    meeting(({ counted }) => ({ counted: { ...counted, proxy: false } })),
    [`PROXIES_KEPT_OUT ${law}50条`],
  ],
  [
    '51条2項: votes in writing that do not count',
    meeting(({ counted }) => ({ counted: { ...counted, written: false } })),
    [`WRITING_NOT_COUNTED ${law}51条2項・52条3項`],
  ],
  [
    '58条: in writing by a majority',
    meeting(() => ({ writtenResolution: { clause: '定款' } })),
    [`DECIDES_IN_WRITING_BY_MAJORITY ${law}58条`],
  ],
  [
    '49条2項: no special resolution',
    meeting(({ resolutions }) => ({ resolutions: resolutions.slice(0, 1) })),
    [`SPECIAL_RESOLUTION_MISSING ${law}49条2項`],
  ],
  [
    '49条2項: two thirds of the votes present',
    meeting(majorities((one) => (one.share.denominator === 3 ? { base: 'PRESENT' } : {}))),
    [`SPECIAL_RESOLUTION_TOO_WEAK ${law}49条2項`],
  ],
  [
    '49条2項: votes alone',
    meeting(({ resolutions }) => ({
      resolutions: resolutions.map((one) => ({ ...one, majority: one.majority.slice(-1) })),
    })),
    [`SPECIAL_RESOLUTION_TOO_WEAK ${law}49条2項`],
  ],
  [
    '49条2項: more than half of the votes',
    meeting(
      majorities((one) => (one.share.denominator === 3 ? { share: share(1, 2), reach: 'MORE_THAN' } : {})),
    ),
    [`SPECIAL_RESOLUTION_TOO_WEAK ${law}49条2項`],
  ],
  [
    '146条: an amendment of its own that is weaker',
    meeting(({ resolutions }) => ({
      resolutions: [
        ...resolutions,
        ...resolutions.slice(0, 1).map((ordinary) => ({ ...ordinary, code: 'AMENDMENT' })),
      ],
    })),
    [`SPECIAL_RESOLUTION_TOO_WEAK ${law}49条2項`],
  ],
  [
    '95条: a proxy in the board',
    board(({ proxy }) => ({ proxy: { ...proxy, allowed: true } })),
    [`PROXIES_IN_THE_BOARD ${law}95条1項`],
  ],
  [
    '95条: a letter in the board',
    board(({ written }) => ({ written: { ...written, allowed: true } })),
    [`WRITING_IN_THE_BOARD ${law}95条1項`],
  ],
  [
    '95条1項: exactly half of the directors',
    board(({ quorum }) => ({ quorum: quorum.map((one) => ({ ...one, reach: 'AT_LEAST' as const })) })),
    [`BOARD_QUORUM_TOO_SMALL ${law}95条1項`],
  ],
  [
    '95条1項: a quorum of a resolution of its own',
    board(({ resolutions }) => ({ resolutions: resolutions.map((one) => ({ ...one, quorum: [] })) })),
    [`BOARD_QUORUM_TOO_SMALL ${law}95条1項`],
  ],
  [
    '95条1項: a majority of votes cast',
    board(majorities(() => ({ base: 'CAST' }))),
    [`BOARD_MAJORITY_TOO_SMALL ${law}95条1項`],
  ],
  [
    '95条1項: votes, not heads',
    board(majorities(() => ({ unit: 'VOTES' }))),
    [`BOARD_MAJORITY_TOO_SMALL ${law}95条1項`],
  ],
  [
    '95条2項: an interest leaves the majority alone',
    board(({ conflict }) => ({ conflict: { ...conflict, excludes: 'FROM_MAJORITY' } })),
    [`INTERESTED_DIRECTOR_COUNTS ${law}95条2項`],
  ],
  [
    '96条: a majority in writing',
    board(() => ({ writtenResolution: { clause: '定款' } })),
    [`DECIDES_IN_WRITING_BY_MAJORITY ${law}96条`],
  ],
  [
    '96条: an auditor has no say',
    board(() => ({ omission: { auditorMayObject: false, clause: '定款' } })),
    [`AUDITOR_CANNOT_OBJECT ${law}96条`],
  ],
  ['66条: three years', terms('理事', 3), [`DIRECTORS_STAY_TOO_LONG ${law}66条`]],
  ['67条: five years', terms('監事', 5), [`AUDITORS_STAY_TOO_LONG ${law}67条`]],
  [
    '127条: no limit to one member',
    { ...ready, votes: { ...ready.votes, largestShare: null } },
    [`ONE_MEMBER_MAY_HOLD_TOO_MUCH ${certification}`],
  ],
  [
    '127条: two thirds for one member',
    { ...ready, votes: { ...ready.votes, largestShare: share(2, 3) } },
    [`ONE_MEMBER_MAY_HOLD_TOO_MUCH ${certification}`],
  ],
  [
    '127条: no majority of 社会福祉法人',
    { ...ready, votes: { ...ready.votes, welfareMajority: false } },
    [`WELFARE_MAJORITY_MISSING ${certification}`],
  ],
]

const byText = (one = '', other = '') => one.localeCompare(other)

describe('the rules of a 社会福祉連携推進法人 against the statute', () => {
  it.each(cases)('%s', (_what, rules, expected) => {
    expect(faultsAgainstStatute(rules).map(({ code, clause }) => `${code} ${clause}`)).toEqual(expected)
  })

  it('each fault is in a case', () => {
    const seen = new Set(cases.flatMap(([, , expected]) => expected.map((one) => one.split(' ')[0])))
    expect([...seen].toSorted(byText)).toEqual(Object.keys(STATUTE_FAULTS).toSorted(byText))
  })

  it('the 会則 of a voluntary network would not do', () => {
    expect(faultsAgainstStatute(voluntaryRulebook).length).toBeGreaterThan(3)
  })
})

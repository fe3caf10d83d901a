import type { OrganRule, ResolutionRule, Rulebook, Threshold } from './rulebook.ts'

const half = { numerator: 1, denominator: 2 }
const twoThirds = { numerator: 2, denominator: 3 }

const ordinary: Threshold = {
  unit: 'VOTES',
  base: 'PRESENT',
  share: half,
  reach: 'MORE_THAN',
  clause: '会則第15条1項',
}

const resolutions: readonly ResolutionRule[] = [
  {
    code: 'ORDINARY',
    name: '通常の議決',
    majority: [ordinary],
    quorum: null,
    tieGoesToChair: true,
    clause: '会則第15条',
  },
  {
    code: 'AMENDMENT',
    name: '会則の改正',
    majority: [{ ...ordinary, share: twoThirds, reach: 'AT_LEAST', clause: '会則第30条' }],
    quorum: [{ unit: 'VOTERS', base: 'ALL', share: twoThirds, reach: 'AT_LEAST', clause: '会則第30条' }],
    tieGoesToChair: false,
    clause: '会則第30条',
  },
  {
    code: 'DISSOLUTION',
    name: '解散',
    majority: [{ ...ordinary, base: 'ALL', share: twoThirds, reach: 'AT_LEAST', clause: '会則第31条' }],
    quorum: [{ unit: 'VOTERS', base: 'ALL', share: twoThirds, reach: 'AT_LEAST', clause: '会則第31条' }],
    tieGoesToChair: false,
    clause: '会則第31条',
  },
]

const generalMeeting: OrganRule = {
  organ: 'GENERAL_MEETING',
  name: '総会',
  voters: 'MEMBERS',
  notice: { days: 7, daysIfWritten: 7, waivedByConsent: true, waivedIfWritten: true, clause: '会則第12条' },
  recordDate: { daysBefore: 0, clause: '会則第13条' },
  quorum: [{ unit: 'VOTERS', base: 'ALL', share: half, reach: 'MORE_THAN', clause: '会則第14条1項' }],
  counted: { online: true, proxy: true, written: true, clause: '会則第14条2項' },
  proxy: { allowed: true, perHolder: null, clause: '会則第14条2項' },
  written: { allowed: true, clause: '会則第14条2項' },
  conflict: { excludes: 'FROM_QUORUM_AND_MAJORITY', clause: '会則第16条' },
  suspension: { countedInBase: false, clause: '会則第8条' },
  chair: { votes: 'ALWAYS', settlesTies: true, clause: '会則第15条3項' },
  ballotsHiddenUntilClose: { hidden: true, clause: '会則第15条4項' },
  writtenResolution: { clause: '会則第17条' },
  omission: null,
  resolutions,
}

const board: OrganRule = {
  ...generalMeeting,
  organ: 'BOARD',
  name: '役員会',
  voters: 'OFFICERS',
  notice: { days: 3, daysIfWritten: 3, waivedByConsent: true, waivedIfWritten: true, clause: '会則第20条' },
  recordDate: { daysBefore: 0, clause: '会則第20条' },
  quorum: [{ unit: 'VOTERS', base: 'ALL', share: half, reach: 'MORE_THAN', clause: '会則第21条' }],
  counted: { online: true, proxy: false, written: true, clause: '会則第21条' },
  proxy: { allowed: false, perHolder: null, clause: '会則第21条' },
  written: { allowed: true, clause: '会則第21条' },
  conflict: { excludes: 'FROM_QUORUM_AND_MAJORITY', clause: '会則第21条' },
  chair: { votes: 'ALWAYS', settlesTies: true, clause: '会則第21条' },
  ballotsHiddenUntilClose: { hidden: false, clause: '会則第21条' },
  writtenResolution: { clause: '会則第21条' },
  resolutions: [
    {
      code: 'ORDINARY',
      name: '通常の議決',
      majority: [{ ...ordinary, unit: 'VOTERS', clause: '会則第21条' }],
      quorum: null,
      tieGoesToChair: true,
      clause: '会則第21条',
    },
  ],
}

const committee: OrganRule = {
  ...generalMeeting,
  organ: 'COMMITTEE',
  name: '部会',
  notice: { days: 3, daysIfWritten: 3, waivedByConsent: true, waivedIfWritten: true, clause: '会則第25条' },
  quorum: [{ unit: 'VOTERS', base: 'ALL', share: half, reach: 'MORE_THAN', clause: '会則第25条' }],
  ballotsHiddenUntilClose: { hidden: false, clause: '会則第25条' },
  resolutions: [
    {
      code: 'ORDINARY',
      name: '通常の議決',
      majority: [{ ...ordinary, clause: '会則第25条' }],
      quorum: null,
      tieGoesToChair: true,
      clause: '会則第25条',
    },
  ],
}

/**
 * The 会則 of a voluntary network as it is usually written. The clauses are those of the template's own text, which the
 * network edits before it adopts them.
 */
export const voluntaryRulebook: Rulebook = {
  name: '会則',
  classes: [
    { code: 'FULL', name: '正会員', votes: 1, openTo: 'WELFARE_CORPORATIONS', clause: '会則第5条1項' },
    { code: 'ASSOCIATE', name: '賛助会員', votes: 0, openTo: 'ALL', clause: '会則第5条2項' },
  ],
  votes: { weighting: 'EQUAL', largestShare: null, welfareMajority: false, clause: '会則第15条1項' },
  organs: [generalMeeting, board, committee],
  terms: [
    { office: '会長', years: 2, clause: '会則第18条' },
    { office: '副会長', years: 2, clause: '会則第18条' },
    { office: '会計', years: 2, clause: '会則第18条' },
    { office: '監事', years: 2, clause: '会則第18条' },
  ],
  administrators: { least: 2, clause: '会則第19条' },
  leaving: { noticeDays: 30, clause: '会則第7条' },
}

import type { OrganRule, Rulebook, Share, Threshold } from './rulebook.ts'

const law = (article: string) => `一般社団・財団法人法${article}`
const half: Share = { numerator: 1, denominator: 2 }
const twoThirds: Share = { numerator: 2, denominator: 3 }

const threshold = (
  unit: Threshold['unit'],
  base: Threshold['base'],
  reach: Threshold['reach'],
  share: Share,
  clause: string,
): Threshold => ({ unit, base, share, reach, clause })

/** 社員総会: every number is the statute's; a 定款 may ask for more, never for less where the statute says so. */
const generalMeeting: OrganRule = {
  organ: 'GENERAL_MEETING',
  name: '社員総会',
  voters: 'MEMBERS',
  // 40条 lets everybody's consent replace the notice, but not where votes in writing are taken.
  notice: {
    days: 7,
    daysIfWritten: 14,
    waivedByConsent: true,
    waivedIfWritten: false,
    clause: law('39条1項・40条'),
  },
  recordDate: { daysBefore: 0, clause: law('48条') },
  quorum: [threshold('VOTES', 'ALL', 'MORE_THAN', half, law('49条1項'))],
  counted: { online: true, proxy: true, written: true, clause: law('50条・51条2項・52条3項') },
  proxy: { allowed: true, perHolder: null, clause: law('50条') },
  written: { allowed: true, clause: law('51条・52条') },
  // The statute lets a member with an interest of its own vote; it knows no exclusion at the 社員総会.
  conflict: { excludes: 'NOBODY', clause: law('48条') },
  suspension: { countedInBase: true, clause: law('48条') },
  chair: { votes: 'ALWAYS', settlesTies: false, clause: law('54条') },
  ballotsHiddenUntilClose: { hidden: false, clause: law('54条') },
  writtenResolution: null,
  omission: { auditorMayObject: false, clause: law('58条') },
  resolutions: [
    {
      code: 'ORDINARY',
      name: '普通決議',
      majority: [threshold('VOTES', 'PRESENT', 'MORE_THAN', half, law('49条1項'))],
      quorum: null,
      tieGoesToChair: false,
      clause: law('49条1項'),
    },
    {
      code: 'SPECIAL',
      name: '特別決議',
      majority: [
        threshold('VOTERS', 'ALL', 'AT_LEAST', half, law('49条2項')),
        threshold('VOTES', 'ALL', 'AT_LEAST', twoThirds, law('49条2項')),
      ],
      // 49条2項 asks for shares of all members and all votes; a quorum beside them would add nothing.
      quorum: [],
      tieGoesToChair: false,
      clause: law('49条2項'),
    },
  ],
}

/** 理事会: heads, not votes; no proxy and no vote in writing (95条). */
const board: OrganRule = {
  organ: 'BOARD',
  name: '理事会',
  voters: 'OFFICERS',
  notice: { days: 7, daysIfWritten: 7, waivedByConsent: true, waivedIfWritten: true, clause: law('94条') },
  recordDate: { daysBefore: 0, clause: law('95条') },
  quorum: [threshold('VOTERS', 'ALL', 'MORE_THAN', half, law('95条1項'))],
  counted: { online: true, proxy: false, written: false, clause: law('95条1項') },
  proxy: { allowed: false, perHolder: null, clause: law('95条1項') },
  written: { allowed: false, clause: law('95条1項') },
  conflict: { excludes: 'FROM_QUORUM_AND_MAJORITY', clause: law('95条2項') },
  suspension: { countedInBase: true, clause: law('95条1項') },
  chair: { votes: 'ALWAYS', settlesTies: false, clause: law('95条1項') },
  ballotsHiddenUntilClose: { hidden: false, clause: law('95条3項') },
  writtenResolution: null,
  omission: { auditorMayObject: true, clause: law('96条') },
  resolutions: [
    {
      code: 'ORDINARY',
      name: '決議',
      majority: [threshold('VOTERS', 'PRESENT', 'MORE_THAN', half, law('95条1項'))],
      quorum: null,
      tieGoesToChair: false,
      clause: law('95条1項'),
    },
  ],
}

/** 評議会: gives opinions and evaluates; the statute fixes no majority, the usual one of a 定款 is filled in. */
const evaluationCouncil: OrganRule = {
  ...board,
  organ: 'EVALUATION_COUNCIL',
  name: '社会福祉連携推進評議会',
  notice: {
    days: 7,
    daysIfWritten: 7,
    waivedByConsent: true,
    waivedIfWritten: true,
    clause: '定款（評議会の章）',
  },
  recordDate: { daysBefore: 0, clause: '定款（評議会の章）' },
  quorum: [threshold('VOTERS', 'ALL', 'MORE_THAN', half, '定款（評議会の章）')],
  counted: { online: true, proxy: false, written: false, clause: '定款（評議会の章）' },
  conflict: { excludes: 'FROM_QUORUM_AND_MAJORITY', clause: '定款（評議会の章）' },
  omission: null,
  resolutions: [
    {
      code: 'OPINION',
      name: '意見・評価',
      majority: [threshold('VOTERS', 'PRESENT', 'MORE_THAN', half, '定款（評議会の章）')],
      quorum: null,
      tieGoesToChair: false,
      clause: '定款（評議会の章）',
    },
  ],
}

/** The rules of a 社会福祉連携推進法人, a certified 一般社団法人, before its 定款 says more. */
export const promotionCorporationRulebook: Rulebook = {
  name: '定款',
  classes: [
    { code: 'FULL', name: '社員', votes: 1, openTo: 'ALL', clause: '社会福祉法127条（文言は未確認）' },
  ],
  votes: {
    weighting: 'WEIGHTED',
    largestShare: half,
    welfareMajority: true,
    clause: '社会福祉法127条（文言は未確認）',
  },
  organs: [generalMeeting, board, evaluationCouncil],
  terms: [
    { office: '理事', years: 2, clause: law('66条') },
    { office: '監事', years: 4, clause: law('67条') },
  ],
  administrators: { least: 2, clause: '定款（事務局の章）' },
  leaving: { noticeDays: 0, clause: law('28条') },
}

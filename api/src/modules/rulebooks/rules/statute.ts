import { AMENDING_KINDS } from './adoption.ts'
import {
  organRule,
  type Base,
  type Organ,
  type OrganRule,
  type ResolutionRule,
  type Rulebook,
  type Share,
  type Threshold,
} from './rulebook.ts'

// What the 定款 of a 社会福祉連携推進法人, a certified 一般社団法人 with a 理事会, cannot lay down otherwise: it may ask for more
// than the statute, and for less only where the statute says so (49条1項 and 94条1項 do).

const law = (article: string) => `一般社団・財団法人法${article}`
/** 127条 is known from what is written about it; its wording was not compared. */
const certification = '社会福祉法127条（文言は未確認）'

/** Something in the rules that the statute does not allow. */
export interface StatuteFault {
  readonly code: StatuteFaultCode
  /** The body whose rule it is; null for a rule of the whole. */
  readonly organ: Organ | null
  /** The clause of the statute. */
  readonly clause: string
}

export const STATUTE_FAULTS = {
  BODY_MISSING: 'There is no general meeting or no board.',
  WRONG_VOTERS: 'Others vote than the members in the general meeting, or the directors in the board.',
  NOTICE_TOO_SHORT:
    'The notice of a general meeting is shorter than a week, or two where it is voted in writing.',
  NOTICE_WAIVED_IN_WRITING: 'A notice may be cut short although it is voted in writing.',
  PROXIES_KEPT_OUT: 'Members cannot be represented, or who is represented does not count as present.',
  WRITING_NOT_COUNTED: 'Who votes in writing does not count as present.',
  DECIDES_IN_WRITING_BY_MAJORITY: 'It decides without a meeting although not everybody agrees.',
  SPECIAL_RESOLUTION_MISSING: 'There is no special resolution.',
  SPECIAL_RESOLUTION_TOO_WEAK:
    'A special resolution takes less than half of all members and two thirds of all votes.',
  PROXIES_IN_THE_BOARD: 'A director can be represented.',
  WRITING_IN_THE_BOARD: 'A director can vote in writing.',
  BOARD_QUORUM_TOO_SMALL: 'Half of the directors, or fewer, can decide.',
  BOARD_MAJORITY_TOO_SMALL: 'Half of the directors who are there, or fewer, can decide.',
  INTERESTED_DIRECTOR_COUNTS: 'A director with a special interest stays in the counts.',
  AUDITOR_CANNOT_OBJECT: 'The board decides without a meeting although an auditor objects.',
  DIRECTORS_STAY_TOO_LONG: 'A term of directors is longer than two years.',
  AUDITORS_STAY_TOO_LONG: 'A term of auditors is longer than four years.',
  ONE_MEMBER_MAY_HOLD_TOO_MUCH: 'A member may hold more than half of the votes.',
  WELFARE_MAJORITY_MISSING: '社会福祉法人 need not hold the majority of the votes.',
} as const
export type StatuteFaultCode = keyof typeof STATUTE_FAULTS

const half: Share = { numerator: 1, denominator: 2 }
const twoThirds: Share = { numerator: 2, denominator: 3 }

type Floor = Pick<Threshold, 'unit' | 'base' | 'share' | 'reach'>

/** Who is in the base of another is in it as well: a share of more people takes as many or more. */
const WIDEST: readonly Base[] = ['CAST', 'PRESENT', 'ALL']

/** Whether a threshold asks for as much as the statute, whoever is there. */
function reachesFloor({ unit, base, share, reach }: Threshold, floor: Floor): boolean {
  if (unit !== floor.unit || WIDEST.indexOf(base) < WIDEST.indexOf(floor.base)) return false
  const asked = share.numerator * floor.share.denominator
  const least = floor.share.numerator * share.denominator
  return asked > least || (asked === least && (reach === 'MORE_THAN' || floor.reach === 'AT_LEAST'))
}

/** All thresholds of a list have to be reached, so one that is high enough will do. */
const holdsFloor = (thresholds: readonly Threshold[], floor: Floor): boolean =>
  thresholds.some((threshold) => reachesFloor(threshold, floor))

/** Collects what does not hold. */
function faultsIn(organ: Organ | null, ...checks: readonly (readonly [boolean, StatuteFaultCode, string])[]) {
  return checks.flatMap(([holds, code, clause]): StatuteFault[] => (holds ? [] : [{ code, organ, clause }]))
}

const isSpecialEnough = ({ majority }: ResolutionRule): boolean =>
  holdsFloor(majority, { unit: 'VOTERS', base: 'ALL', share: half, reach: 'AT_LEAST' }) &&
  holdsFloor(majority, { unit: 'VOTES', base: 'ALL', share: twoThirds, reach: 'AT_LEAST' })

function faultsOfGeneralMeeting(rule: OrganRule): StatuteFault[] {
  const { notice, proxy, written, counted, resolutions } = rule
  const special = resolutions.filter(({ code }) => AMENDING_KINDS.includes(code))
  return faultsIn(
    'GENERAL_MEETING',
    [rule.voters === 'MEMBERS', 'WRONG_VOTERS', law('48条1項')],
    [
      notice.days >= 7 && (!written.allowed || notice.daysIfWritten >= 14),
      'NOTICE_TOO_SHORT',
      law('39条1項'),
    ],
    [!written.allowed || !notice.waivedIfWritten, 'NOTICE_WAIVED_IN_WRITING', law('40条ただし書')],
    [proxy.allowed && counted.proxy, 'PROXIES_KEPT_OUT', law('50条')],
    [!written.allowed || counted.written, 'WRITING_NOT_COUNTED', law('51条2項・52条3項')],
    [rule.writtenResolution === null, 'DECIDES_IN_WRITING_BY_MAJORITY', law('58条')],
    [special.length > 0, 'SPECIAL_RESOLUTION_MISSING', law('49条2項')],
    [special.every(isSpecialEnough), 'SPECIAL_RESOLUTION_TOO_WEAK', law('49条2項')],
  )
}

function faultsOfBoard(rule: OrganRule): StatuteFault[] {
  const { proxy, written, resolutions, omission } = rule
  const quorum: Floor = { unit: 'VOTERS', base: 'ALL', share: half, reach: 'MORE_THAN' }
  const majority: Floor = { unit: 'VOTERS', base: 'PRESENT', share: half, reach: 'MORE_THAN' }
  return faultsIn(
    'BOARD',
    [rule.voters === 'OFFICERS', 'WRONG_VOTERS', law('95条1項')],
    [!proxy.allowed, 'PROXIES_IN_THE_BOARD', law('95条1項')],
    [!written.allowed, 'WRITING_IN_THE_BOARD', law('95条1項')],
    [
      [rule.quorum, ...resolutions.flatMap((one) => (one.quorum ? [one.quorum] : []))].every((thresholds) =>
        holdsFloor(thresholds, quorum),
      ),
      'BOARD_QUORUM_TOO_SMALL',
      law('95条1項'),
    ],
    [
      resolutions.every((one) => holdsFloor(one.majority, majority)),
      'BOARD_MAJORITY_TOO_SMALL',
      law('95条1項'),
    ],
    [rule.conflict.excludes === 'FROM_QUORUM_AND_MAJORITY', 'INTERESTED_DIRECTOR_COUNTS', law('95条2項')],
    [rule.writtenResolution === null, 'DECIDES_IN_WRITING_BY_MAJORITY', law('96条')],
    [omission === null || omission.auditorMayObject, 'AUDITOR_CANNOT_OBJECT', law('96条')],
  )
}

/** What of the rules of a 社会福祉連携推進法人 the statute does not allow, each with its clause. */
export function faultsAgainstStatute(rulebook: Rulebook): StatuteFault[] {
  const meeting = organRule(rulebook, 'GENERAL_MEETING')
  const board = organRule(rulebook, 'BOARD')
  const { largestShare, welfareMajority } = rulebook.votes
  const years = (office: string) =>
    Math.max(0, ...rulebook.terms.filter((term) => term.office.includes(office)).map((term) => term.years))
  return [
    ...(meeting
      ? faultsOfGeneralMeeting(meeting)
      : faultsIn('GENERAL_MEETING', [false, 'BODY_MISSING', law('35条')])),
    ...(board ? faultsOfBoard(board) : faultsIn('BOARD', [false, 'BODY_MISSING', certification])),
    ...faultsIn(
      null,
      [years('理事') <= 2, 'DIRECTORS_STAY_TOO_LONG', law('66条')],
      [years('監事') <= 4, 'AUDITORS_STAY_TOO_LONG', law('67条')],
      [
        largestShare !== null && largestShare.numerator * 2 <= largestShare.denominator,
        'ONE_MEMBER_MAY_HOLD_TOO_MUCH',
        certification,
      ],
      [welfareMajority, 'WELFARE_MAJORITY_MISSING', certification],
    ),
  ]
}

/** The same for a network of any kind: only a 社会福祉連携推進法人 is a 一般社団法人 whose statute the portal knows. */
export const statuteFaultsOf = (kind: string, rulebook: Rulebook): StatuteFault[] =>
  kind === 'COLLABORATION_PROMOTION_CORPORATION' ? faultsAgainstStatute(rulebook) : []

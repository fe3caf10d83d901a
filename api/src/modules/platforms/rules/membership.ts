import { RuleProblem } from '../../../kernel/problems.ts'
import { daysAfter, type Term } from './days.ts'

/** A kind of member, as far as joining is concerned. */
export interface ClassRule {
  readonly code: string
  readonly votes: number
  readonly openTo: 'WELFARE_CORPORATIONS' | 'OTHERS' | 'ALL'
}

/** A 社会福祉法人, whichever sort of one. */
export const isWelfareCorporation = (kind: string): boolean => kind !== 'NOT_WELFARE'

/** Whether the rulebook lets a corporation be a member of a kind. */
export const opensTo = ({ openTo }: Pick<ClassRule, 'openTo'>, welfare: boolean): boolean =>
  openTo === 'ALL' || (openTo === 'WELFARE_CORPORATIONS') === welfare

/** The kind of member by its code; refused if the rulebook has none or does not open it to this corporation. */
export function classFor(classes: readonly ClassRule[], code: string, corporationKind: string): ClassRule {
  const found = classes.find((one) => one.code === code)
  if (!found)
    throw new RuleProblem('MEMBER_CLASS_UNKNOWN', 'The rulebook in force has no such kind of member.')
  if (!opensTo(found, isWelfareCorporation(corporationKind)))
    throw new RuleProblem('MEMBER_CLASS_NOT_OPEN', 'The rulebook does not open this kind of member to it.')
  return found
}

/** Votes of a membership's own, with their basis; nothing where they are those of the kind of member anyway. */
export function ownVotes(
  weighting: 'EQUAL' | 'WEIGHTED',
  { votes: usual }: Pick<ClassRule, 'votes'>,
  votes: number | undefined,
  basis: string | null,
): { votes: number | null; votesBasis: string | null } {
  if (votes === undefined || votes === usual) return { votes: null, votesBasis: null }
  if (weighting === 'EQUAL')
    throw new RuleProblem('VOTES_ARE_EQUAL', 'By the rulebook every member of a kind has the same votes.')
  if (basis === null) throw new RuleProblem('VOTES_NEED_A_BASIS', 'Other votes need the basis they rest on.')
  return { votes, votesBasis: basis }
}

/** Something is wrong with how the votes are spread; `memberId` if it is one member's. */
export interface VotesFault {
  readonly code: string
  readonly memberId?: string
}

/** Below so many voting members a network is only being founded: one of one holds all the votes there are. */
const FOUNDED = 2

/** Faults that a change brings: those that were not there before. */
export function newFaults<Fault extends VotesFault>(
  before: readonly Fault[],
  after: readonly Fault[],
  holdersAfter: number,
): Fault[] {
  if (holdersAfter < FOUNDED) return []
  const known = new Set(before.map(({ code, memberId }) => `${code} ${memberId ?? ''}`))
  return after.filter(({ code, memberId }) => !known.has(`${code} ${memberId ?? ''}`))
}

/** On what somebody is admitted: a decision, or in words; where a clause asks for a decision, words do not do. */
export function checkAdmission(
  clause: string | null,
  { decisionId, basis }: { readonly decisionId?: string; readonly basis: string | null },
): void {
  if (decisionId === undefined && clause !== null)
    throw new RuleProblem('ADMISSION_TAKES_A_DECISION', 'By the rulebook an organ decides on an admission.')
  if (decisionId === undefined && basis === null)
    throw new RuleProblem('ADMISSION_NEEDS_A_BASIS', 'Say on what the admission rests.')
}

/** Refuses a last day that is before the notice has run, or lies outside the membership. */
export function checkLeaving(
  { startsOn, endsOn: planned }: Term,
  { noticeGivenOn, endsOn }: { readonly noticeGivenOn: Date; readonly endsOn: Date },
  noticeDays: number,
  today: Date,
): void {
  if (planned !== null && planned < today)
    throw new RuleProblem('MEMBERSHIP_ENDED', 'The membership has come to its end.')
  if (noticeGivenOn > today)
    throw new RuleProblem('NOTICE_IN_THE_FUTURE', 'Notice was given today or before.')
  if (endsOn < startsOn)
    throw new RuleProblem('MEMBERSHIP_ENDS_BEFORE_START', 'The last day lies before the first.')
  if (endsOn < daysAfter(noticeGivenOn, noticeDays))
    throw new RuleProblem('LEAVING_TOO_SOON', 'The days of notice of the rulebook have not run by then.')
}

/** Kinds of resolution that are a 特別決議 by the statute's measure; the rulebook of such a network has no weaker ones. */
const SPECIAL_KINDS: ReadonlySet<string> = new Set(['SPECIAL', 'AMENDMENT'])

/** 除名 from a 一般社団法人 takes a special resolution of its members (一般社団・財団法人法30条1項・49条2項1号). */
export function checkExpulsion(
  networkKind: string,
  decision: { readonly organ: string; readonly resolutionKind: string } | null,
): void {
  if (networkKind !== 'COLLABORATION_PROMOTION_CORPORATION' || decision === null) return
  if (decision.organ === 'GENERAL_MEETING' && SPECIAL_KINDS.has(decision.resolutionKind)) return
  throw new RuleProblem(
    'EXPULSION_TAKES_A_SPECIAL_RESOLUTION',
    'A member is expelled by a special resolution of the general meeting (一般社団・財団法人法30条1項).',
  )
}

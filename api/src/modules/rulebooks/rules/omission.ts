import type { OrganRule, ResolutionRule } from './rulebook.ts'
import type { Vote, VoteVerdict } from './verdict.ts'
import { verdictOf } from './verdict.ts'

/** What it takes to decide without a meeting because everybody agrees (みなし決議). */
const unanimity = (clause: string): ResolutionRule => ({
  code: 'OMISSION',
  name: '全員の同意による議決',
  majority: [
    { unit: 'VOTERS', base: 'ALL', share: { numerator: 1, denominator: 1 }, reach: 'AT_LEAST', clause },
  ],
  quorum: [],
  tieGoesToChair: false,
  clause,
})

/**
 * An omission is decided by all who could vote at a meeting: a suspended member is not asked (58条1項 speaks of those who
 * may exercise a vote, 96条 of the directors who may take part), and the chair answers like everybody else.
 */
const everybodyInWriting = (organ: OrganRule, clause: string): OrganRule => ({
  ...organ,
  written: { allowed: true, clause },
  suspension: { countedInBase: false, clause },
  chair: { votes: 'ALWAYS', settlesTies: false, clause },
})

/** The rules by which an organ decides without a meeting; null where the rulebook does not allow it. */
export function omissionRules(organ: OrganRule): { organ: OrganRule; resolution: ResolutionRule } | null {
  if (!organ.omission) return null
  const { clause } = organ.omission
  return { organ: everybodyInWriting(organ, clause), resolution: unanimity(clause) }
}

/**
 * The verdict of a proposal that was put to everybody in writing instead of a meeting: carried when all who may take part
 * agree and no auditor objects (一般社団・財団法人法58条, 96条). Null where the rulebook does not allow it.
 */
export function omissionVerdict(organ: OrganRule, vote: Vote, auditorObjected: boolean): VoteVerdict | null {
  const rules = omissionRules(organ)
  if (!rules || !organ.omission) return null
  const verdict = verdictOf(rules.organ, rules.resolution, {
    ...vote,
    voters: vote.voters.map((voter) => ({ ...voter, standing: 'WRITTEN' as const })),
  })
  const vetoed = auditorObjected && organ.omission.auditorMayObject
  return vetoed ? { ...verdict, outcome: 'REJECTED' } : verdict
}

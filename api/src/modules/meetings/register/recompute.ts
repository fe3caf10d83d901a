import { isDeepStrictEqual } from 'node:util'
import {
  judge,
  organRule,
  resolutionRule,
  type Organ,
  type Rulebook,
  type VoteVerdict,
} from '../../rulebooks/public.ts'
import type { KeptVote } from '../rules/kept-vote.ts'

/** A decision as far as its verdict is concerned. */
export interface Judged {
  readonly organ: Organ
  readonly resolutionKind: string
  readonly outcome: string
  readonly vote: KeptVote
  readonly verdict: VoteVerdict
  /** The version of the rulebook that was applied. */
  readonly rules: Rulebook
}

export interface Recomputed {
  /** What the rules say of the ballots today; null where the rulebook has no such organ or resolution. */
  readonly verdict: VoteVerdict | null
  /** The same as was kept, to the last figure, and the outcome in the register is that of the verdict. */
  readonly agrees: boolean
  /** Parts of the verdict that differ. */
  readonly differs: readonly string[]
}

/** Computes a verdict again from what is kept of the vote and from the rules that were in force. */
export function recompute({ organ, resolutionKind, outcome, vote, verdict, rules }: Judged): Recomputed {
  let again: VoteVerdict | null
  try {
    again = verdictAgain(rules, organ, resolutionKind, vote)
  } catch {
    // Ballots or rules of another shape than any that was ever written: whoever touched them left nothing to compute from.
    return { verdict: null, agrees: false, differs: ['vote'] }
  }
  if (!again) return { verdict: null, agrees: false, differs: ['rule'] }
  const kept: Readonly<Record<string, unknown>> = { ...verdict }
  const now: Readonly<Record<string, unknown>> = asKept(again)
  const differs = [...new Set([...Object.keys(kept), ...Object.keys(now)])].filter(
    (part) => !isDeepStrictEqual(kept[part], now[part]),
  )
  if (again.outcome !== outcome && !differs.includes('outcome')) differs.push('outcome')
  return { verdict: again, agrees: differs.length === 0, differs }
}

function verdictAgain(
  rules: Rulebook,
  organ: Organ,
  resolutionKind: string,
  vote: KeptVote,
): VoteVerdict | null {
  const rule = organRule(rules, organ)
  if (!rule) return null
  const resolution = resolutionRule(rule, resolutionKind)
  return resolution && judge(vote.form, rule, resolution, vote, vote.auditorObjected)
}

/** As JSON keeps it. */
const asKept = (verdict: VoteVerdict) => JSON.parse(JSON.stringify(verdict)) as Record<string, unknown>

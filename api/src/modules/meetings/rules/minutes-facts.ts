import type { Organ } from '../../rulebooks/public.ts'
import type { Form } from './kept-vote.ts'

/** Heads or votes that count as there, in which way. */
export interface Attendance {
  readonly onSite: number
  readonly online: number
  readonly proxy: number
  readonly written: number
  readonly absent: number
  readonly total: number
}

/** Somebody came or left after the opening. */
export interface Move {
  /** ISO 8601. */
  readonly at: string
  readonly name: string
  readonly presence: 'ON_SITE' | 'ONLINE' | 'LEFT'
}

export interface ThresholdFact {
  readonly unit: 'VOTERS' | 'VOTES'
  readonly base: 'ALL' | 'PRESENT' | 'CAST'
  readonly numerator: number
  readonly denominator: number
  readonly reach: 'MORE_THAN' | 'AT_LEAST'
  readonly clause: string
  readonly needed: number
  readonly have: number
}

/** A vote as the minutes tell it. */
export interface DecisionFact {
  readonly label: string
  readonly outcome: 'CARRIED' | 'REJECTED' | 'NO_QUORUM'
  readonly resolutionName: string
  readonly present: number
  readonly entitled: number
  readonly inFavour: number
  readonly against: number
  readonly abstaining: number
  readonly silent: number
  readonly quorum: readonly ThresholdFact[]
  readonly majority: readonly ThresholdFact[]
  /** Clause by which somebody was excluded; null if nobody was. */
  readonly conflictClause: string | null
  /** How the chair settled a tie; null if it did not come to that. */
  readonly chairDecision: 'FOR' | 'AGAINST' | null
  /** `YYYY-MM-DD`. */
  readonly effectiveOn: string
}

export interface ItemFact {
  readonly itemId: string
  readonly kind: 'RESOLUTION' | 'REPORT'
  readonly number: number
  readonly title: string
  readonly presenter: string
  readonly state: 'UPCOMING' | 'OPEN' | 'VOTING' | 'DECIDED' | 'REPORTED' | 'WITHDRAWN' | 'CARRIED_OVER'
  readonly decision: DecisionFact | null
  readonly exclusions: readonly { readonly name: string; readonly reason: string }[]
  readonly questions: readonly {
    readonly asker: string
    readonly text: string
    readonly answer: string | null
  }[]
  /** Who came or left since the item before. */
  readonly moves: readonly Move[]
}

/** What happened in a meeting, as the portal knows it; the minutes keep it beside what is written. */
export interface MinutesFacts {
  readonly platform: string
  readonly sample: boolean
  readonly organ: Organ
  /** As the rulebook calls it. */
  readonly organName: string
  readonly title: string
  /** 「令和8年-総会-第2回」. */
  readonly label: string
  readonly form: Form
  readonly openedAt: string
  readonly closedAt: string | null
  readonly place: string
  readonly online: boolean
  readonly chair: string
  readonly noticeSentAt: string | null
  readonly lateNoticeReason: string | null
  readonly rulebook: {
    readonly name: string
    readonly number: number
    readonly effectiveOn: string | null
  } | null
  /** Whether voters are corporations; else people in an office. */
  readonly members: boolean
  readonly roll: { readonly voters: number; readonly votes: number }
  /** At the opening. */
  readonly attendance: Attendance
  readonly quorum: readonly ThresholdFact[]
  readonly items: readonly ItemFact[]
}

/** 「議案第3号」. */
export const itemHeading = ({ kind, number }: Pick<ItemFact, 'kind' | 'number'>): string =>
  `${kind === 'RESOLUTION' ? '議案' : '報告'}第${number}号`

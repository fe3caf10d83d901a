/** A rulebook (会則, 定款) as data: what a network has agreed on how it decides. Every rule names the clause it comes from. */
export interface Rulebook {
  /** What the members call it, e.g. 会則 or 定款. */
  readonly name: string
  /** Kinds of member, and the votes each has. */
  readonly classes: readonly MemberClass[]
  readonly votes: VoteRule
  readonly organs: readonly OrganRule[]
  /** How long an office lasts. */
  readonly terms: readonly TermRule[]
  /** Below how many people who may run the network in the portal its members are warned. */
  readonly administrators: { readonly least: number; readonly clause: string }
  readonly leaving: { readonly noticeDays: number; readonly clause: string }
}

/** The text of an article. */
export interface Article {
  /** 14, or 14の2. */
  readonly number: string
  readonly heading: string
  readonly text: string
}

export interface MemberClass {
  /** SCREAMING_SNAKE, unique in the rulebook. */
  readonly code: string
  /** As the members call it, e.g. 正会員. */
  readonly name: string
  /** Votes a member of this class has unless its membership says otherwise; 0 = no vote. */
  readonly votes: number
  /** Who can be one. */
  readonly openTo: 'WELFARE_CORPORATIONS' | 'OTHERS' | 'ALL'
  readonly clause: string
}

export interface VoteRule {
  /** EQUAL: every member of a class has the same. WEIGHTED: a membership may carry its own number, with its reason. */
  readonly weighting: 'EQUAL' | 'WEIGHTED'
  /** No member may hold more than this share of all votes; null = no such rule. */
  readonly largestShare: Share | null
  /** 社会福祉法人 must hold more than half of all votes. */
  readonly welfareMajority: boolean
  readonly clause: string
}

export interface TermRule {
  readonly office: string
  readonly years: number
  readonly clause: string
}

/** A fraction; kept exact, because two thirds is no decimal. */
export interface Share {
  readonly numerator: number
  readonly denominator: number
}

export type Organ = 'GENERAL_MEETING' | 'BOARD' | 'EVALUATION_COUNCIL' | 'COMMITTEE'

/** What is counted: heads, or the votes they carry. */
export type Unit = 'VOTERS' | 'VOTES'

/** Of what a share is taken: all who are entitled, those who take part, or the votes for and against alone. */
export type Base = 'ALL' | 'PRESENT' | 'CAST'

export interface Threshold {
  readonly unit: Unit
  readonly base: Base
  readonly share: Share
  readonly reach: 'MORE_THAN' | 'AT_LEAST'
  readonly clause: string
}

/** One kind of resolution and what it takes. */
export interface ResolutionRule {
  /** SCREAMING_SNAKE, unique in the organ. */
  readonly code: string
  /** As the members call it, e.g. 通常の議決. */
  readonly name: string
  /** All of them have to be reached. */
  readonly majority: readonly Threshold[]
  /** A quorum of its own; null = the organ's. */
  readonly quorum: readonly Threshold[] | null
  /** Whether the chair may settle a tie; a two-thirds majority knows no tie. */
  readonly tieGoesToChair: boolean
  readonly clause: string
}

export interface OrganRule {
  readonly organ: Organ
  /** As the members call it, e.g. 総会. */
  readonly name: string
  /** Who votes: the member corporations, or the people who hold an office. */
  readonly voters: 'MEMBERS' | 'OFFICERS'
  readonly notice: NoticeRule
  /** Who is a voter is settled so many days before the meeting; 0 = on the day itself. */
  readonly recordDate: { readonly daysBefore: number; readonly clause: string }
  /** All of them have to be reached. Empty = none is asked for. */
  readonly quorum: readonly Threshold[]
  /** Whether these count towards the quorum. Who is on site always does. */
  readonly counted: {
    readonly online: boolean
    readonly proxy: boolean
    readonly written: boolean
    readonly clause: string
  }
  readonly proxy: { readonly allowed: boolean; readonly perHolder: number | null; readonly clause: string }
  readonly written: { readonly allowed: boolean; readonly clause: string }
  readonly conflict: ConflictRule
  /** Whether a suspended voter still stands in what shares are taken of. It never votes. */
  readonly suspension: { readonly countedInBase: boolean; readonly clause: string }
  readonly chair: {
    /** TIE_ONLY: the chair counts towards the quorum, but votes only to settle a tie. */
    readonly votes: 'ALWAYS' | 'TIE_ONLY'
    readonly settlesTies: boolean
    readonly clause: string
  }
  /** Who voted how is shown only once the vote is closed. */
  readonly ballotsHiddenUntilClose: { readonly hidden: boolean; readonly clause: string }
  /** Deciding in writing by the ordinary majorities, without a meeting; null = not allowed. */
  readonly writtenResolution: { readonly clause: string } | null
  /** みなし決議: deciding without a meeting when everybody agrees; null = not allowed. */
  readonly omission: { readonly auditorMayObject: boolean; readonly clause: string } | null
  readonly resolutions: readonly ResolutionRule[]
}

export interface ConflictRule {
  /** NOBODY: a voter with a special interest votes like any other. */
  readonly excludes: 'NOBODY' | 'FROM_MAJORITY' | 'FROM_QUORUM_AND_MAJORITY'
  readonly clause: string
}

export interface NoticeRule {
  /** Full days between the day the notice is sent and the day of the meeting. */
  readonly days: number
  /** The same where votes in writing are allowed for the meeting. */
  readonly daysIfWritten: number
  /** Whether the notice may be shorter when every voter consents. */
  readonly waivedByConsent: boolean
  /** The same where votes in writing are allowed for the meeting: who votes early needs the notice. */
  readonly waivedIfWritten: boolean
  readonly clause: string
}

export const organRule = (rulebook: Rulebook, organ: Organ): OrganRule | null =>
  rulebook.organs.find((rule) => rule.organ === organ) ?? null

export const resolutionRule = (organ: OrganRule, code: string): ResolutionRule | null =>
  organ.resolutions.find((rule) => rule.code === code) ?? null

export const memberClass = (rulebook: Rulebook, code: string): MemberClass | null =>
  rulebook.classes.find((one) => one.code === code) ?? null

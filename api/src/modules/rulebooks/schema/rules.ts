import { builder } from '../../../kernel/graphql/builder.ts'
import { enumeration } from '../../../kernel/read/enumeration.ts'
import { value } from '../../../kernel/read/value.ts'
import type {
  Article,
  MemberClass,
  OrganRule,
  ResolutionRule,
  Rulebook,
  Share,
  TermRule,
  Threshold,
  VoteRule,
} from '../rules/rulebook.ts'
import type { Trial } from '../rules/trial.ts'
import type { Measured, VoteVerdict } from '../rules/verdict.ts'
import * as vocabulary from '../vocabulary.ts'

interface Words {
  readonly name: string
  readonly description: string
  readonly values: Readonly<Record<string, string>>
}

const enumOf = ({ name, description, values }: Words) =>
  builder.enumType(name, {
    description,
    values: Object.fromEntries(
      Object.entries(values).map(([one, text]) => [one, { description: text }] as const),
    ),
  })

export const Organ = enumeration('OrganKind', vocabulary.organWords)
const Unit = enumOf(vocabulary.unitWords)
const Base = enumOf(vocabulary.baseWords)
const Reach = enumOf(vocabulary.reachWords)
const Voters = enumOf(vocabulary.votersWords)
const Exclusion = enumOf(vocabulary.exclusionWords)
const ChairVote = enumOf(vocabulary.chairWords)
const OpenTo = enumOf(vocabulary.openToWords)
const Weighting = enumOf(vocabulary.weightingWords)

const clause = { type: 'String', description: 'The clause it comes from.' } as const
const boolean = (description: string) => ({ type: 'Boolean', description }) as const
const int = (description: string) => ({ type: 'Int', description }) as const
const text = (description: string) => ({ type: 'String', description }) as const

const ShareRef = value<Share>('RuleShare', {
  description: 'A fraction, exact.',
  fields: { numerator: int('Above the line.'), denominator: int('Below the line.') },
})

const ThresholdRef = value<Threshold>('RuleThreshold', {
  description: 'A share that has to be reached.',
  fields: {
    unit: { type: Unit, description: 'Heads or votes.' },
    base: { type: Base, description: 'Of what the share is taken.' },
    share: { type: ShareRef, description: 'The share.' },
    reach: { type: Reach, description: 'Whether the share itself is enough.' },
    clause,
  },
})

const ResolutionRef = value<ResolutionRule>('ResolutionRule', {
  description: 'A kind of resolution and what it takes.',
  fields: {
    code: text('Code by which agenda items and decisions name it.'),
    name: text('What the members call it.'),
    majority: { type: [ThresholdRef], description: 'What it takes; all of them have to be reached.' },
    quorum: {
      type: [ThresholdRef],
      nullable: true,
      description: 'A quorum of its own; empty = none is asked for; null = that of the body.',
    },
    tieGoesToChair: boolean('Whether the chair may settle a tie.'),
    clause,
  },
})

const NoticeRef = value<OrganRule['notice']>('NoticeRule', {
  description: 'How early a meeting is called.',
  fields: {
    days: int('Full days between the day of the notice and the day of the meeting.'),
    daysIfWritten: int('The same where votes in writing are allowed for the meeting.'),
    waivedByConsent: boolean('Whether it may be shorter when every voter consents.'),
    waivedIfWritten: boolean('The same where votes in writing are allowed for the meeting.'),
    clause,
  },
})

const RecordDateRef = value<OrganRule['recordDate']>('RecordDateRule', {
  description: 'When it is settled who votes.',
  fields: { daysBefore: int('Days before the meeting; 0 = the day itself.'), clause },
})

const CountedRef = value<OrganRule['counted']>('CountedRule', {
  description: 'Who counts towards the quorum besides those on site.',
  fields: {
    online: boolean('Who takes part online.'),
    proxy: boolean('Who is there by proxy.'),
    written: boolean('Who has voted in writing.'),
    clause,
  },
})

const ProxyRef = value<OrganRule['proxy']>('ProxyRule', {
  description: 'Proxies (委任状).',
  fields: {
    allowed: boolean('Whether a voter may be represented.'),
    perHolder: { ...int('How many one person may represent; null = any number.'), nullable: true },
    clause,
  },
})

const WrittenRef = value<OrganRule['written']>('WrittenRule', {
  description: 'Votes in writing before a meeting.',
  fields: { allowed: boolean('Whether they are taken.'), clause },
})

const ConflictRef = value<OrganRule['conflict']>('ConflictRule', {
  description: 'Voters with a special interest (特別の利害関係).',
  fields: { excludes: { type: Exclusion, description: 'From what they are left out.' }, clause },
})

const SuspensionRef = value<OrganRule['suspension']>('SuspensionRule', {
  description: 'Members whose rights rest; they never vote.',
  fields: { countedInBase: boolean('Whether they still stand in what shares are taken of.'), clause },
})

const ChairRef = value<OrganRule['chair']>('ChairRule', {
  description: 'What the chair’s vote is.',
  fields: {
    votes: { type: ChairVote, description: 'When the chair votes.' },
    settlesTies: boolean('Whether the chair settles a tie.'),
    clause,
  },
})

const SecrecyRef = value<OrganRule['ballotsHiddenUntilClose']>('SecrecyRule', {
  description: 'When it is shown who voted how.',
  fields: { hidden: boolean('Only once the vote is closed.'), clause },
})

const WrittenResolutionRef = value<NonNullable<OrganRule['writtenResolution']>>('WrittenResolutionRule', {
  description: 'Deciding in writing, by the ordinary majorities, without a meeting.',
  fields: { clause },
})

const OmissionRef = value<NonNullable<OrganRule['omission']>>('OmissionRule', {
  description: 'Deciding without a meeting when everybody agrees (みなし決議).',
  fields: { auditorMayObject: boolean('Whether an auditor’s objection prevents it.'), clause },
})

const OrganRef = value<OrganRule>('OrganRule', {
  description: 'How a body of the network decides.',
  fields: {
    organ: { type: Organ, description: 'Which body.' },
    name: text('What the members call it.'),
    voters: { type: Voters, description: 'Who votes.' },
    notice: { type: NoticeRef, description: 'How early it is called.' },
    recordDate: { type: RecordDateRef, description: 'When it is settled who votes.' },
    quorum: { type: [ThresholdRef], description: 'All have to be reached; empty = none is asked for.' },
    counted: { type: CountedRef, description: 'Who counts towards the quorum.' },
    proxy: { type: ProxyRef, description: 'Proxies (委任状) and how many one may hold.' },
    written: { type: WrittenRef, description: 'Votes in writing.' },
    conflict: { type: ConflictRef, description: 'Special interests.' },
    suspension: { type: SuspensionRef, description: 'Suspended members.' },
    chair: { type: ChairRef, description: 'The chair.' },
    ballotsHiddenUntilClose: { type: SecrecyRef, description: 'Who voted how.' },
    writtenResolution: {
      type: WrittenResolutionRef,
      nullable: true,
      description: 'Deciding in writing without a meeting; null = not allowed.',
    },
    omission: {
      type: OmissionRef,
      nullable: true,
      description: 'Deciding by everybody’s consent; null = not allowed.',
    },
    resolutions: { type: [ResolutionRef], description: 'The kinds of resolution.' },
  },
})

const MemberClassRef = value<MemberClass>('MemberClassRule', {
  description: 'A kind of member.',
  fields: {
    code: text('Code by which memberships name it.'),
    name: text('What the members call it.'),
    votes: int('Votes such a member has; 0 = no vote.'),
    openTo: { type: OpenTo, description: 'Who can be one.' },
    clause,
  },
})

const VotesRef = value<VoteRule>('VoteRule', {
  description: 'How votes are spread over the members.',
  fields: {
    weighting: { type: Weighting, description: 'How they are spread.' },
    largestShare: {
      type: ShareRef,
      nullable: true,
      description: 'The most one member may hold of all votes; null = no such rule.',
    },
    welfareMajority: boolean('社会福祉法人 must hold more than half of all votes.'),
    clause,
  },
})

const TermRef = value<TermRule>('TermRule', {
  description: 'A term of office.',
  fields: { office: text('The office.'), years: int('Years it lasts.'), clause },
})

const AdministratorsRef = value<Rulebook['administrators']>('AdministratorRule', {
  description: 'People who may run the network in the portal.',
  fields: { least: int('Fewer than this: a warning.'), clause },
})

const LeavingRef = value<Rulebook['leaving']>('LeavingRule', {
  description: 'How early a member says that it leaves.',
  fields: { noticeDays: int('Days before the last day.'), clause },
})

export const RulebookRef = value<Rulebook>('Rulebook', {
  description: 'What a network has agreed on how it decides, each rule with its clause.',
  fields: {
    name: text('What the members call it: 会則, 定款.'),
    classes: { type: [MemberClassRef], description: 'Kinds of member.' },
    votes: { type: VotesRef, description: 'How votes are spread.' },
    organs: { type: [OrganRef], description: 'The bodies that decide.' },
    terms: { type: [TermRef], description: 'Terms of office.' },
    administrators: { type: AdministratorsRef, description: 'People who may run the network.' },
    leaving: { type: LeavingRef, description: 'How a member leaves.' },
  },
})

export const ArticleRef = value<Article>('RulebookArticle', {
  description: 'The text of an article.',
  fields: {
    number: text('14, or 14の2.'),
    heading: text('What it is about.'),
    text: text('Its text, paragraphs on lines of their own.'),
  },
})

const MeasuredRef = value<Omit<Measured, 'spare'>>('MeasuredThreshold', {
  description: 'A share held against the figures.',
  fields: {
    threshold: { type: ThresholdRef, description: 'The share.' },
    total: int('What it is taken of.'),
    needed: int('The smallest number that reaches it.'),
    have: int('What there is.'),
    met: boolean('Whether it is reached.'),
  },
})

const Outcome = builder.enumType('VoteOutcome', {
  description: 'What a vote comes to.',
  values: {
    CARRIED: { description: 'Carried (可決).' },
    REJECTED: { description: 'Not carried (否決).' },
    NO_QUORUM: { description: 'Not decided: too few take part (不成立).' },
    TIED: { description: 'As many for as against, and the chair has not settled it yet.' },
  },
})

const VerdictRef = value<Pick<VoteVerdict, 'outcome' | 'tie' | 'quorum' | 'majority'>>('TrialVerdict', {
  description: 'What a vote comes to, and why.',
  fields: {
    outcome: { type: Outcome, description: 'What it comes to.' },
    tie: boolean('As many for as against, and the chair may settle it.'),
    quorum: {
      type: [MeasuredRef],
      description: 'The quorum against the figures; empty = none is asked for.',
    },
    majority: { type: [MeasuredRef], description: 'What it takes, against the figures.' },
  },
})

const TrialFault = builder.enumType('RulebookTrialFault', {
  description: 'What does not add up in figures that are tried out.',
  values: {
    NOT_A_NUMBER_OF_PEOPLE: { description: 'A number is below 0 or above 999.' },
    MORE_THERE_THAN_MEMBERS: { description: 'More take part than there are on the roll.' },
    MORE_CONFLICTED_THAN_PRESENT: { description: 'More have an interest than are present.' },
    MORE_BALLOTS_THAN_VOTERS: { description: 'More votes than there are voters who may vote.' },
  },
})

export const TrialRef = value<Trial>('RulebookTrial', {
  description: 'What some figures would come to by a rulebook.',
  fields: {
    fault: { type: TrialFault, nullable: true, description: 'What does not add up; null if all does.' },
    verdict: {
      type: VerdictRef,
      nullable: true,
      description: 'The verdict; null if the figures do not add up.',
    },
  },
})

export const TieDecision = builder.enumType('TieDecision', {
  description: 'How the chair settles a tie.',
  values: {
    FOR: { description: 'The chair is for it.' },
    AGAINST: { description: 'The chair is against it.' },
  } as const,
})

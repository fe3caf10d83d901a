import type { Prisma } from '../../../generated/prisma/client.ts'
import { builder } from '../../../kernel/graphql/builder.ts'
import { mutation } from '../../../kernel/graphql/mutation.ts'
import { enumeration } from '../../../kernel/read/enumeration.ts'
import { keyOf } from '../../../kernel/read/key.ts'
import { extend, model } from '../../../kernel/read/model.ts'
import { query } from '../../../kernel/read/query.ts'
import { value } from '../../../kernel/read/value.ts'
import type { Viewer } from '../../../kernel/viewer.ts'
import { addDecisionTask } from '../commands/add-decision-task.ts'
import { dropDecisionTask } from '../commands/drop-decision-task.ts'
import { finishDecisionTask } from '../commands/finish-decision-task.ts'
import { reopenDecisionTask } from '../commands/reopen-decision-task.ts'
import { supersedeDecision } from '../commands/supersede-decision.ts'
import { takeDecisionTaskInHand } from '../commands/take-decision-task-in-hand.ts'
import * as policy from '../policy/decisions.ts'
import {
  readProof,
  type Proof,
  type ProofBallot,
  type ProofMeasure,
  type ProofStep,
} from '../register/proof.ts'
import { decisionLabel } from '../rules/decision-number.ts'
import type { Margin, MarginKind, StepCode, StepState } from '../rules/decision-steps.ts'
import type { Part } from '../rules/kept-vote.ts'
import type { VoteVerdict } from '../../rulebooks/public.ts'
import { ThresholdBase, ThresholdReach, ThresholdUnit } from './enumerations.ts'

const seenBy =
  'Seen by whoever sees the network; the liaison of its municipality sees decisions of the general meeting alone.'

export const DecisionOutcome = enumeration('DecisionOutcome', {
  description: 'What came of a vote.',
  values: {
    CARRIED: '可決: the motion was carried.',
    REJECTED: '否決: the motion was rejected.',
    NO_QUORUM: '定足数に足りず、議決できなかった: too few took part to decide anything.',
  },
})

enumeration('TaskState', {
  description: 'How far something is that follows from a decision.',
  values: {
    TO_DO: 'これから: nobody has begun.',
    IN_HAND: '作業中: somebody is at it.',
    DONE: '済み: it is done.',
    DROPPED: '取りやめ: no longer to be done, with a reason.',
  },
})

/** Whether the task’s decision is of the network the viewer acts for. */
const ofOwnNetwork = {
  name: 'ofOwnNetwork',
  through: 'decision',
  relation: 'tasks',
  where: (viewer: Viewer) =>
    viewer.acting?.platformId
      ? { decision: { is: { platformId: viewer.acting.platformId } } }
      : { id: { in: [] } },
} as const

const networkOf = (viewer: Viewer, isOwn: boolean): string => (isOwn ? (viewer.acting?.platformId ?? '') : '')

model('Decision', {
  description: `A line of the register of decisions: what was decided, and when it has effect. It never changes, save that a later decision may replace it. ${seenBy}`,
  visibleTo: policy.decisionsVisibleTo,
  scope: 'meetings:read',
  fields: (t) => ({
    id: t.id(),
    platform: t.one('platform', { description: 'Network whose register it stands in.' }),
    meeting: t.one('meeting', { description: 'Meeting that decided.' }),
    item: t.one('item', { description: 'Item of the agenda that was decided.' }),
    organ: t.column('organ', { description: 'Organ that decided.' }),
    fiscalYear: t.column('fiscalYear', {
      description: 'Japanese fiscal year by its first year (2026 = 令和8年度).',
    }),
    number: t.column('number', { description: 'Number within year and organ, without gaps.' }),
    label: t.computed({
      needs: ['fiscalYear', 'organ', 'number'],
      type: 'String',
      description: 'The number as people quote it, e.g. 令和8年-総会-07.',
      resolve: decisionLabel,
    }),
    title: t.column('title', { description: 'What it is about.' }),
    text: t.column('text', { description: 'The motion, word for word.' }),
    outcome: t.column('outcome', { description: 'Whether it was carried.' }),
    resolutionKind: t.column('resolutionKind', {
      description: 'Code of the kind of resolution in the rulebook that was applied.',
    }),
    decidedAt: t.column('decidedAt', { description: 'When the vote was closed.' }),
    effectiveOn: t.column('effectiveOn', { description: 'First day on which it has effect.' }),
    supersededBy: t.one('supersededBy', {
      description: 'The decision that has replaced it; null while it holds.',
    }),
    supersedes: t.many('supersedes', {
      description: 'Decisions it has replaced, latest first.',
      orderBy: [{ decidedAt: 'desc' }, { id: 'desc' }],
    }),
    tasks: t.many('tasks', {
      description: 'What has to be done because of it, by day.',
      orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
    }),
    openTasks: t.count('tasks', {
      description: 'Number of its tasks that are neither done nor dropped.',
      where: () => ({ state: { in: ['TO_DO', 'IN_HAND'] } }),
    }),
    version: t.column('version', { description: 'Moves on when it is replaced.' }),
    viewerCan: t.can({
      supersede: {
        description: 'Note that a later decision has replaced it.',
        needs: ['platformId'],
        policy: policy.supersede,
      },
      giveTask: {
        description: 'Say what has to be done because of it.',
        needs: ['platformId'],
        policy: policy.giveTask,
      },
    }),
  }),
})

model('DecisionTask', {
  description: `Something that has to be done because of a decision. ${seenBy}`,
  visibleTo: policy.tasksVisibleTo,
  scope: 'meetings:read',
  fields: (t) => ({
    id: t.id(),
    decision: t.one('decision', { description: 'The decision it follows from.' }),
    title: t.column('title', { description: 'What has to be done.' }),
    corporation: t.one('corporation', {
      description: 'The member that has to do it; null = the secretariat.',
    }),
    dueOn: t.column('dueOn', { description: 'Last day to do it.' }),
    state: t.column('state', { description: 'How far it is.' }),
    doneAt: t.column('doneAt', { description: 'When it was called done; null while it is not.' }),
    dropReason: t.column('dropReason', { description: 'Why it was dropped; null unless it was.' }),
    version: t.column('version', { description: 'Moves on with every change.' }),
    viewerCan: t.can({
      work: {
        description: 'Take it in hand, call it done, or open it again.',
        needs: ['corporationId'],
        related: ofOwnNetwork,
        policy: (viewer, { corporationId }, isOwn) =>
          policy.workOnTask(viewer, { platformId: networkOf(viewer, isOwn), corporationId }),
      },
      drop: {
        description: 'Say that it is no longer to be done.',
        needs: [],
        related: ofOwnNetwork,
        policy: (viewer, _task, isOwn) => policy.giveTask(viewer, { platformId: networkOf(viewer, isOwn) }),
      },
    }),
  }),
})

interface RegisterArguments {
  readonly organ?: Prisma.DecisionWhereInput['organ'] | null
  readonly fiscalYear?: number | null
  readonly outcome?: Prisma.DecisionWhereInput['outcome'] | null
  readonly holding?: boolean | null
  readonly text?: string | null
}

/** Words that were asked for; more than a few narrow nothing down any more. */
const wordsOf = (text: string): string[] =>
  text
    .toWellFormed()
    .replaceAll('\0', '')
    .split(/[\s\u3000]+/)
    .filter((word) => word !== '')
    .slice(0, 5)

/** What a register is narrowed to. */
const registerWhere = ({
  organ,
  fiscalYear,
  outcome,
  holding,
  text,
}: RegisterArguments): Prisma.DecisionWhereInput => ({
  AND: [
    organ ? { organ } : {},
    fiscalYear ? { fiscalYear } : {},
    outcome ? { outcome } : {},
    holding ? { outcome: 'CARRIED', supersededById: null } : {},
    ...wordsOf(text ?? '').map((word) => ({
      OR: [
        { title: { contains: word, mode: 'insensitive' as const } },
        { text: { contains: word, mode: 'insensitive' as const } },
      ],
    })),
  ],
})

extend('Platform', (t) => ({
  decisions: t.many('decisions', {
    description: `Its register of decisions, latest first. ${seenBy}`,
    args: (arg) => ({
      organ: arg({ type: 'OrganKind' as never, description: 'Only those of one organ.' }),
      fiscalYear: arg.int({ description: 'Only those of one Japanese fiscal year, by its first year.' }),
      outcome: arg({ type: DecisionOutcome, description: 'Only those that came out like this.' }),
      holding: arg.boolean({ description: 'Only those that were carried and have not been replaced.' }),
      text: arg.string({ description: 'Words that all have to stand in title or text.' }),
    }),
    where: registerWhere,
    orderBy: [{ decidedAt: 'desc' }, { id: 'desc' }],
  }),
}))

query.one('decision', {
  model: 'Decision',
  access: 'signedIn',
  description: `One decision by its id. ${seenBy}`,
})

const StepCodeType = builder.enumType('DecisionStepCode', {
  description: 'One of the four steps in which a decision comes about.',
  values: {
    ENTITLED: { description: 'Who may take part in it.' },
    QUORUM: { description: 'Whether enough take part.' },
    MAJORITY: { description: 'Whether enough are in favour.' },
    TIE: { description: 'Whether the chair had to settle it.' },
  } satisfies Record<StepCode, { description: string }>,
})

const StepStateType = builder.enumType('DecisionStepState', {
  description: 'What came of a step.',
  values: {
    CHECKED: { description: 'Counted; there is nothing to reach.' },
    MET: { description: 'Everything was reached.' },
    NOT_MET: { description: 'Something was not reached.' },
    NOT_ASKED: { description: 'The rules ask for nothing here.' },
    NOT_USED: { description: 'It did not come to that.' },
    USED: { description: 'The chair settled a tie.' },
    OPEN: { description: 'A tie that the chair has not settled.' },
  } satisfies Record<StepState, { description: string }>,
})

const VotePart = builder.enumType('VotePart', {
  description: 'How a voter took part in a vote.',
  values: {
    ON_SITE: { description: 'In the room.' },
    ONLINE: { description: 'It took part online.' },
    PROXY: { description: '委任状: through somebody else.' },
    WRITTEN: { description: '書面: it voted in writing.' },
    LEFT: { description: '退席: it had left.' },
    ABSENT: { description: '欠席: it was not there.' },
    EXCLUDED: { description: '除斥: it has a special interest in the item.' },
    SUSPENDED: { description: 'Its membership rests.' },
  } satisfies Record<Part, { description: string }>,
})

const MarginKindType = builder.enumType('DecisionMarginKind', {
  description: 'What would have changed the outcome.',
  values: {
    FEWER_FOR: { description: 'So many votes in favour turned into votes against: not carried.' },
    FEWER_PRESENT: { description: 'So many fewer there: no quorum.' },
    MORE_FOR: { description: 'So many votes against turned into votes in favour: carried.' },
    MORE_PRESENT: { description: 'So many more there: a quorum.' },
  } satisfies Record<MarginKind, { description: string }>,
})

const VoteAmount = value<VoteVerdict['entitled']>('VoteAmount', {
  description: 'A figure of a vote.',
  fields: {
    voters: { type: 'Int', description: 'Number of voters.' },
    votes: { type: 'Int', description: 'Number of votes they carry together.' },
  },
})

const Measure = value<ProofMeasure>('DecisionMeasure', {
  description: 'A threshold of the rulebook held against the figures of a vote.',
  fields: {
    unit: { type: ThresholdUnit, description: 'What is counted.' },
    base: { type: ThresholdBase, description: 'What the share is taken of.' },
    numerator: { type: 'Int', description: 'The share: the 2 of 2/3.' },
    denominator: { type: 'Int', description: 'The share: the 3 of 2/3.' },
    reach: { type: ThresholdReach, description: 'Whether the share itself is enough.' },
    clause: { type: 'String', description: 'Clause of the rulebook that says so.' },
    total: { type: 'Int', description: 'The base in figures.' },
    needed: { type: 'Int', description: 'What is needed.' },
    have: { type: 'Int', description: 'What there was.' },
    spare: { type: 'Int', description: 'How many more than needed; negative: how many were missing.' },
    met: { type: 'Boolean', description: 'Whether it was reached.' },
  },
})

const DecisionStep = value<ProofStep>('DecisionStep', {
  description: 'One of the four steps in which a decision came about, with its clauses and figures.',
  fields: {
    code: { type: StepCodeType, description: 'Which step.' },
    state: { type: StepStateType, description: 'What came of it.' },
    clauses: { type: ['String'], description: 'Clauses of the rulebook it rests on.' },
    measures: { type: [Measure], description: 'The thresholds; empty where there is none.' },
  },
})

const DecisionMargin = value<Margin>('DecisionMargin', {
  description: 'How little would have changed the outcome.',
  fields: {
    kind: { type: MarginKindType, description: 'What would have had to be different.' },
    unit: { type: ThresholdUnit, description: 'What is counted.' },
    count: { type: 'Int', description: 'How many votes, or how many people who are there.' },
    from: { type: 'Int', description: 'The figure as it was.' },
    to: { type: 'Int', description: 'The figure that would have changed the outcome.' },
  },
})

const DecisionBallot = value<ProofBallot>('DecisionBallot', {
  description: 'One voter’s part in a decision, as the register keeps it.',
  fields: {
    position: { type: 'Int', description: 'Place on the roll.' },
    name: { type: 'String', description: 'The voter as it was called on the record day.' },
    corporationId: {
      type: 'ID',
      nullable: true,
      description: 'Relay id of the corporation; null for the holder of an office.',
    },
    votes: { type: 'Int', description: 'Votes it carries.' },
    part: { type: VotePart, description: 'How it took part.' },
    proxyHolder: {
      type: 'String',
      nullable: true,
      description: 'Who voted for it; null for the chair and where there was no proxy.',
    },
    choice: { type: 'BallotChoice' as never, nullable: true, description: 'Its vote; null if none counted.' },
    reason: {
      type: 'String',
      nullable: true,
      description: 'What it wanted to be written down with its vote.',
    },
    channel: {
      type: 'AnswerChannel' as never,
      nullable: true,
      description: 'By which way its vote came; null if none did.',
    },
    exclusionReason: {
      type: 'String',
      nullable: true,
      description: 'Why it was excluded; null if it was not.',
    },
    excludedAt: { type: 'DateTime', nullable: true, description: 'When the chair accepted its exclusion.' },
  },
})

const DecisionProof = value<Proof>('DecisionProof', {
  description: `Why a decision came about: computed from what the register keeps of its vote and from the version of the rulebook that was applied, again at every reading. ${seenBy}`,
  fields: {
    form: { type: 'MeetingForm' as never, description: 'How the organ decided.' },
    itemNumber: { type: 'Int', description: 'The 3 of 議案第3号.' },
    rulebookName: { type: 'String', description: 'What the members call their rules, e.g. 会則.' },
    rulebookVersion: { type: 'Int', description: 'The 4 of 第4版.' },
    rulebookEffectiveOn: {
      type: 'Date',
      nullable: true,
      description: 'Since when that version is in force.',
    },
    organName: { type: 'String', description: 'What the rules call the organ, e.g. 社員総会.' },
    resolutionName: { type: 'String', description: 'What the rules call the kind of resolution.' },
    resolutionClause: { type: 'String', description: 'Clause about that kind of resolution.' },
    laterVersion: {
      type: 'Int',
      nullable: true,
      description: 'Version that the same meeting adopted and that came into force after it; null if none.',
    },
    laterVersionOn: { type: 'Date', nullable: true, description: 'Since when that one is in force.' },
    weighted: { type: 'Boolean', description: 'Whether a voter carries more than one vote.' },
    roll: { type: VoteAmount, description: 'All who had a vote.' },
    entitled: { type: VoteAmount, description: 'Those of them who could decide this item.' },
    present: { type: VoteAmount, description: 'Those who counted towards the quorum.' },
    takingPart: { type: VoteAmount, description: 'Those whose vote counted.' },
    inFavour: { type: VoteAmount, description: '賛成: in favour.' },
    against: { type: VoteAmount, description: '反対: against.' },
    abstaining: { type: VoteAmount, description: '棄権: abstaining.' },
    silent: { type: VoteAmount, description: 'Taking part without a ballot.' },
    proxies: { type: 'Int', description: 'Voters who took part by 委任状.' },
    written: { type: 'Int', description: 'Voters who took part in writing.' },
    excludedCount: { type: 'Int', description: 'Voters who were excluded.' },
    suspendedCount: { type: 'Int', description: 'Voters whose membership rested.' },
    chairDecision: {
      type: 'BallotChoice' as never,
      nullable: true,
      description: 'How the chair settled a tie; null if not.',
    },
    steps: { type: [DecisionStep], description: 'The four steps.' },
    margins: { type: [DecisionMargin], description: 'How little would have changed it.' },
    ballots: { type: [DecisionBallot], description: 'Every voter on the roll, in its order.' },
    agrees: {
      type: 'Boolean',
      description: 'Whether the verdict computed now is the one in the register, to the last figure.',
    },
    differs: { type: ['String'], description: 'Parts of the verdict that differ; empty where it agrees.' },
  },
})

query.custom('decisionProof', {
  type: DecisionProof,
  nullable: true,
  access: 'signedIn',
  scope: 'meetings:read',
  description: `Why a decision came about; null if there is none or the asker does not see it. ${seenBy}`,
  args: (arg) => ({ id: arg.id({ required: true, description: 'Relay id of the Decision.' }) }),
  complexity: 20,
  resolve: ({ id }, { viewer, sql }) => readProof(sql, keyOf('Decision', id), policy.registerReach(viewer)),
})

mutation(supersedeDecision, { payload: { decision: 'Decision' } })
mutation(addDecisionTask, { payload: { decisionTask: 'DecisionTask', decision: 'Decision' } })
mutation(takeDecisionTaskInHand, { payload: { decisionTask: 'DecisionTask' } })
mutation(finishDecisionTask, { payload: { decisionTask: 'DecisionTask' } })
mutation(dropDecisionTask, { payload: { decisionTask: 'DecisionTask' } })
mutation(reopenDecisionTask, { payload: { decisionTask: 'DecisionTask' } })
